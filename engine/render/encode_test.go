package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"windscreen/engine/facts"
	"windscreen/engine/family"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
)

// jsonSlowly is what inJSON writes, put plainly: a copy, by encoding/json.
func jsonSlowly(report any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(copied(report, func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }))
	return b.Bytes(), err
}

// yamlSlowly is what inYAML writes, put plainly: that JSON, token by token, by yaml.v3.
func yamlSlowly(report any) ([]byte, error) {
	data, err := jsonSlowly(report)
	if err != nil {
		return nil, err
	}
	in := json.NewDecoder(bytes.NewReader(data))
	in.UseNumber()
	node, err := nodeOf(in)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	out := yaml.NewEncoder(&b)
	out.SetIndent(2)
	err = out.Encode(node)
	return b.Bytes(), err
}

// nodeOf reads one JSON value as a YAML node.
func nodeOf(in *json.Decoder) (*yaml.Node, error) {
	token, err := in.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Delim:
		node := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		if t == '[' {
			node = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		}
		for in.More() { // the keys of an object come as values of their own
			child, err := nodeOf(in)
			if err != nil {
				return nil, err
			}
			node.Content = append(node.Content, child)
		}
		_, err = in.Token() // the closing bracket
		return node, err
	case string:
		return textNode(t), nil
	case json.Number:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: t.String()}, nil
	case bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: fmt.Sprint(t)}, nil
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}, nil
}

// wholeAnswer is an answer as JSON and YAML hold it, with structures embedded and fields hidden by others.
type wholeAnswer struct {
	One      page.One
	Child    page.Child
	Family   page.Family
	Together family.Answer
	Any      []any
}

// TestReportsAreWrittenAsEncodingJSONAndYAMLWouldWriteThem holds the shorter way against the plain one.
func TestReportsAreWrittenAsEncodingJSONAndYAMLWouldWriteThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := &wholeAnswer{}
		// One part at a time: all of them at once would be drawn for minutes.
		v := reflect.ValueOf(w).Elem()
		part := v.Field(rapid.IntRange(0, v.NumField()-1).Draw(t, "part"))
		draw(t, part)
		sameBothWays(t, part.Addr().Interface())
	})
}

// TestCasesAreWrittenAsTheyWriteThemselves is about reports with a way of their own to be written.
func TestCasesAreWrittenAsTheyWriteThemselves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &facts.Case{}
		draw(t, reflect.ValueOf(c).Elem())
		want, err := yamlSlowly(c)
		if err != nil {
			t.Fatal(err)
		}
		var got, again bytes.Buffer
		if err := errors.Join(inYAML(&got, c, Options{}), inJSON(&again, c, Options{})); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Fatalf("%s\nwant\n%s", got.Bytes(), want)
		}
		var a, b any
		data, err := json.Marshal(copied(c, func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }))
		if err := errors.Join(err, json.Unmarshal(again.Bytes(), &a), json.Unmarshal(data, &b)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(b, a); diff != "" {
			t.Fatalf("(-want +got)\n%s", diff)
		}
	})
}

func TestTextsAreQuotedAsEncodingJSONAndYAMLWouldQuoteThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, key := anyText.Draw(t, "text"), anyText.Draw(t, "key")
		sameBothWays(t, map[string]any{key: s, s: []any{s, key}, "a" + key: map[string]string{"b": s}})
		sameBothWays(t, []any{[]string{s}, []any{[]any{}, map[string]any{}, key}, map[string]any{s: 1}})
	})
}

func FuzzATextIsQuotedAsEncodingJSONAndYAMLWouldQuoteIt(f *testing.F) {
	for _, s := range append([]string{"a: b", "a:", "it's: so", "a #b", "a#b", "End ", "é", "a\u00a0b", "a\u2028b", "😀", "a😀", "a\ufeffb",
		"a\u007fb", "a\u0085b", strings.Repeat("long ", 40), strings.Repeat("é", 64), strings.Repeat("é", 65), "\"",
		"a\"", "<&>"}, hostile...) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sameBothWays(t, map[string]any{s: s, "list": []string{s}, "in": map[string]any{s: []any{s}, s + "a": map[string]any{s: s}}})
	})
}

func sameBothWays(t interface {
	Helper()
	Fatalf(string, ...any)
}, report any) {
	t.Helper()
	for _, x := range []struct {
		name   string
		quick  func(io.Writer, any, Options) error
		slowly func(any) ([]byte, error)
	}{{"JSON", inJSON[any], jsonSlowly}, {"YAML", inYAML[any], yamlSlowly}} {
		want, err := x.slowly(report)
		if err != nil {
			t.Fatalf("%s: %v", x.name, err)
		}
		var got bytes.Buffer
		if err := x.quick(&got, report, Options{}); err != nil {
			t.Fatalf("%s: %v", x.name, err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Fatalf("%s of %#v:\n%s\nwant\n%s", x.name, report, got.Bytes(), want)
		}
	}
}

// TestFieldsHideOneAnotherAsInEncodingJSON tries what no report has yet.
func TestFieldsHideOneAnotherAsInEncodingJSON(t *testing.T) {
	type Deep struct{ A, B, C int }
	type Left struct {
		Deep
		B int `json:"B"`
		D int
		E int `json:"E"`
	}
	type Right struct {
		C, D int
		F    int `json:"E"`
		G    *Deep
		H    []byte `json:",omitempty"`
		I    float64
		J    uint8
		K    bool                          `json:",omitempty"`
		L    *int                          `json:",omitempty"`
		M    recommendation.Moment         `json:",omitzero"`
		N    int                           `json:",omitzero"`
		O    *recommendation.Moment        `json:"o"`
		P    map[string]recommendation.Day `json:"-"`
		Q    [2]int
	}
	type all struct {
		Left
		*Right
	}
	for _, x := range []any{all{}, all{Right: &Right{H: []byte("text"), I: 1e30}}, &all{Right: &Right{C: 3, G: &Deep{}}}, nil, (*all)(nil),
		[]any{nil, 1, "x", []any(nil), map[string]int(nil)}, map[int]string{2: "b", 1: "a"}, map[int]bool(nil)} {
		sameBothWays(t, x)
	}
}

func TestANumberThatIsNoneCannotBeWritten(t *testing.T) {
	for _, write := range []func(io.Writer, any, Options) error{inJSON[any], inYAML[any]} {
		for _, x := range []any{math.NaN(), []any{make(chan int)}} {
			if err := write(io.Discard, x, Options{}); err == nil {
				t.Errorf("%v is written", x)
			}
		}
	}
}
