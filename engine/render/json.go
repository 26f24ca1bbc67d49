package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// inJSON writes a report as JSON, indented by two spaces and ended by a newline, with
// keys in the order of the fields and those of maps sorted. A list or map without
// entries is [] or {}, never null. Characters that mean something to HTML stay as they
// are.
func inJSON[T any](w io.Writer, report T, _ Options) error {
	data, err := encode(report)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// encode is the JSON of a report.
func encode[T any](report T) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	// encoding/json would write bytes that are not text as an escape, and so the
	// same data in two ways, depending on whether it had been read back before.
	valid := func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
	if err := e.Encode(copied(report, valid)); err != nil {
		return nil, fmt.Errorf("the report cannot be written as JSON: %w", err)
	}
	return b.Bytes(), nil
}
