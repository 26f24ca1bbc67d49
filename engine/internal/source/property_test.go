package source_test

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

// script writes a file and notes where each visible character of a value went.
type script struct {
	strings.Builder
	line, column int
	at           []diagnostic.Position
}

func (s *script) put(text string) {
	for _, r := range text {
		if r == '\n' {
			s.line, s.column = s.line+1, 1
		} else if r != '\r' {
			s.column++
		}
	}
	s.WriteString(text)
}

// visible writes a character of the value in some way.
func (s *script) visible(text string) {
	s.at = append(s.at, diagnostic.Position{Line: s.line, Column: s.column})
	s.put(text)
}

var words = []string{
	"home.domestic_abuse.atLeast(\"present\")", "&&", "||", "a", "child.age", ">=", "'é'", "in", "[1,2]", "(b", ")", "!c",
	"\"😀\"", "\\", "tally(3)", "a#b", "a:b", "\u00a0", "?x", "-", "e\u0301",
}

// writeValue writes the words in a style, as the value of a key. It returns false
// where the style cannot hold them.
func writeValue(t *rapid.T, s *script, style string, words []string) {
	newline := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "newline")
	indent := strings.Repeat(" ", rapid.IntRange(1, 5).Draw(t, "indent"))
	s.put(strings.Repeat("# é"+newline, rapid.IntRange(0, 2).Draw(t, "lines before")))
	s.put(rapid.SampledFrom([]string{"when: ", "\"wh\\x65n\":  ", "when:" + newline + " "}).Draw(t, "key"))
	fold := func() bool { return rapid.IntRange(0, 3).Draw(t, "fold") == 0 }
	blank := func() string { return rapid.SampledFrom([]string{"", "", newline, " " + newline}).Draw(t, "blank") }
	between := func(join func()) {
		for i, word := range words {
			if i > 0 {
				if fold() {
					join()
				} else {
					s.put(rapid.SampledFrom([]string{" ", "  ", "\t"}).Draw(t, "space"))
				}
			}
			for _, r := range word {
				s.visible(written(t, style, r))
			}
		}
	}
	switch style {
	case "plain":
		between(func() { s.put(newline + blank() + indent) })
	case "single":
		s.put("'")
		between(func() { s.put(" " + newline + blank() + indent) })
		s.put("'")
	case "double":
		s.put(`"`)
		joins := []string{newline + indent, " \\" + newline + indent, "\\n", "\\t ", " \\x20", newline + indent + "\\ "}
		between(func() { s.put(rapid.SampledFrom(joins).Draw(t, "join")) })
		s.put(`"`)
	case "literal", "folded":
		s.put(map[string]string{"literal": "|", "folded": ">"}[style])
		if rapid.Bool().Draw(t, "indicator") {
			s.put(fmt.Sprint(len(indent)))
		}
		s.put(rapid.SampledFrom([]string{"", "-", "+"}).Draw(t, "chomp"))
		s.put(rapid.SampledFrom([]string{"", " ", " # é && x"}).Draw(t, "comment"))
		s.put(newline + blank() + indent)
		between(func() {
			s.put(newline + blank() + indent + rapid.SampledFrom([]string{"", "", "  "}).Draw(t, "more"))
		})
		s.put(newline + blank())
	}
	s.put(newline + rapid.SampledFrom([]string{"", "# end" + newline, "id: x"}).Draw(t, "after"))
}

// written is one way to write a character in a style.
func written(t *rapid.T, style string, r rune) string {
	switch {
	case style == "single" && r == '\'':
		return "''"
	case style == "double":
		ways := []string{fmt.Sprintf(`\U%08x`, r)}
		if r <= 0xFFFF {
			ways = append(ways, fmt.Sprintf(`\u%04X`, r))
		}
		if r <= 0xFF {
			ways = append(ways, fmt.Sprintf(`\x%02x`, r))
		}
		if r == '"' || r == '\\' {
			ways = append(ways, `\`+string(r))
		} else {
			ways = append(ways, string(r), string(r), string(r), string(r))
		}
		return rapid.SampledFrom(ways).Draw(t, "way")
	}
	return string(r)
}

// Where too few texts can be written in a style, rapid itself fails the test.
func TestSnippetsFindEveryCharacterInEveryStyle(t *testing.T) {
	for _, style := range []string{"plain", "single", "double", "literal", "folded"} {
		t.Run(style, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				s := &script{line: 1, column: 1}
				expression := rapid.SliceOfN(rapid.SampledFrom(words), 1, 8).Draw(t, "words")
				writeValue(t, s, style, expression)
				doc, list := source.Parse("r.yaml", []byte(s.String()), source.RuleLimits())
				if doc == nil || list.HasErrors() {
					t.Skip("not every text can be written in every style")
				}
				value := find(doc.Root, "when")
				if got, want := visibleRunes(value.Value), []rune(strings.Join(expression, "")); string(got) != string(want) {
					t.Skip("a part was taken for a comment")
				}
				snippet := doc.File.Snippet(value)
				k := 0
				for i, r := range []rune(snippet.Text) {
					if strings.ContainsRune(" \t\r\n", r) {
						continue
					}
					if got := snippet.Position(i); got != s.at[k] {
						t.Fatalf("%q\ncharacter %d (%q) at %v, want %v", s.String(), i, r, got, s.at[k])
					}
					k++
				}
			})
		})
	}
}

func visibleRunes(s string) []rune {
	var visible []rune
	for _, r := range s {
		if !strings.ContainsRune(" \t\r\n", r) {
			visible = append(visible, r)
		}
	}
	return visible
}

// checkPlaces checks what has to hold for every node of every file: its place is
// in the file, and each visible character of a scalar is where the snippet says.
func checkPlaces(t *testing.T, doc *source.Document) {
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		start, end := doc.File.Span(n)
		if !inside(doc.File, start) || !inside(doc.File, end) || before(end, start) {
			t.Fatalf("span of %q is %v to %v", n.Value, start, end)
		}
		doc.File.CommentCut(n)
		refused := strings.HasPrefix(string([]rune(doc.File.Line(n.Line))[n.Column-1:]), "!") || n.Anchor != ""
		if n.Kind == yaml.ScalarNode && !refused {
			checkSnippet(t, doc.File, n)
		}
		for _, child := range n.Content {
			walk(child)
		}
	}
	walk(doc.Root)
}

func checkSnippet(t *testing.T, f *source.File, n *yaml.Node) {
	s := f.Snippet(n)
	last := diagnostic.Position{}
	for i, r := range []rune(s.Text) {
		p := s.Position(i)
		if !inside(f, p) || before(p, last) {
			t.Fatalf("character %d of %q is at %v, after %v", i, s.Text, p, last)
		}
		if strings.ContainsRune(" \t\r\n", r) {
			continue
		}
		if !before(last, p) && i > 0 {
			t.Fatalf("character %d of %q is at %v, where the one before is", i, s.Text, p)
		}
		last = p
		there := []rune(f.Line(p.Line))[p.Column-1]
		escaped := there == '\\' && n.Style&yaml.DoubleQuotedStyle != 0
		if there != r && !escaped {
			t.Fatalf("character %d of %q is %q, but %q stands at %v", i, s.Text, r, there, p)
		}
	}
	if end := s.Position(len([]rune(s.Text))); !inside(f, end) || before(end, last) {
		t.Fatalf("the end of %q is at %v, after %v", s.Text, end, last)
	}
}

func inside(f *source.File, p diagnostic.Position) bool {
	return p.Line >= 1 && p.Column >= 1 && p.Column <= len([]rune(f.Line(p.Line)))+1
}

func before(a, b diagnostic.Position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}
