package render

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"windscreen/engine/comparison"
	"windscreen/engine/directory"
	"windscreen/engine/internal/columns"
)

// hold checks of an answer with anything in every field that nothing in it acts: not on
// a terminal, not in Markdown, and not on the width of a line.
func hold[T any](t *rapid.T, k Kind, write func(b *bytes.Buffer, f Format, a *T) error) {
	a := new(T)
	draw(t, reflect.ValueOf(a).Elem())
	in := map[Format]string{}
	for _, f := range k.Formats() {
		var b bytes.Buffer
		if err := write(&b, f, a); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		in[f] = b.String()
	}
	for line := range strings.Lines(in[Text]) {
		line = strings.TrimSuffix(line, "\n")
		if strings.ContainsFunc(line, func(c rune) bool { return unicode.IsControl(c) || unicode.Is(unicode.Cf, c) }) {
			t.Fatalf("a terminal obeys %q", line)
		}
		if columns.Count(line) > DefaultWidth && strings.Contains(mark.ReplaceAllString(line, ""), " ") {
			t.Fatalf("%d columns: %q", columns.Count(line), line)
		}
	}
	if strings.ContainsAny(in[Markdown], "<>") {
		t.Fatalf("angle bracket in:\n%s", in[Markdown])
	}
}

func TestNothingInAComparisonActs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hold(t, KindComparison, func(b *bytes.Buffer, f Format, c *comparison.Comparison) error { return Comparison(b, f, c, Options{}) })
	})
}

func TestNothingInADirectoryActs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hold(t, KindDirectory, func(b *bytes.Buffer, f Format, d *directory.Directory) error { return Directory(b, f, d, Options{}) })
	})
}
