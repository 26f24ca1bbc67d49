package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"windscreen/engine/recommendation"
)

// JSON writes r as JSON, indented by two spaces and ended by a newline, with
// keys in the order of the Recommendation's fields and those of maps sorted.
// A list or map without entries is [] or {}, never null. Characters that mean
// something to HTML stay as they are.
func JSON(w io.Writer, r *recommendation.Recommendation) error {
	data, err := encode(r)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// encode is the JSON of an answer.
func encode[T any](r *T) ([]byte, error) {
	if r == nil {
		return nil, errNone
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	// encoding/json would write bytes that are not text as an escape, and so the
	// same data in two ways, depending on whether it had been read back before.
	valid := func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
	if err := e.Encode(copied(r, valid)); err != nil {
		return nil, fmt.Errorf("the answer cannot be written as JSON: %w", err)
	}
	return b.Bytes(), nil
}
