package source_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
)

// find returns the value of a key, wherever it stands.
func find(n *yaml.Node, key string) *yaml.Node {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i+1]
			}
		}
	}
	for _, child := range n.Content {
		if found := find(child, key); found != nil {
			return found
		}
	}
	return nil
}

// Each text has an x at the places to be found, and nowhere else; the places are
// given in the order of the x.
func TestSnippetsKnowWhereEachCharacterStands(t *testing.T) {
	for _, tt := range []struct {
		name string
		file string
		text string
		want string // the decoded text
		at   []string
		end  string
	}{
		{"plain", "r.yaml", "when: é && x == 1\n", "é && x == 1", []string{"1:12"}, "1:18"},
		{"plain with a comment after it", "r.yaml", "when: x  # x\n", "x", []string{"1:7"}, "1:8"},
		{"plain on the next line", "r.yaml", "when:\n    a x\n", "a x", []string{"2:7"}, "2:8"},
		{"plain over lines", "r.yaml", "- when: x\n    || x\n\n    || é x\n", "x || x\n|| é x", []string{"1:9", "2:8", "4:10"}, "4:11"},
		{"plain over lines with CRLF", "r.yaml", "when: a\r\n  && x\r\nid: y\r\n", "a && x", []string{"2:6"}, "2:7"},
		{"plain within brackets", "r.yaml", "{when: a x,\n id: b}\n", "a x", []string{"1:10"}, "1:11"},
		{"single-quoted", "r.yaml", "when: 'x == ''é'' && x'\n", "x == 'é' && x", []string{"1:8", "1:22"}, "1:23"},
		{"single-quoted over lines", "r.yaml", "when: 'a  x\n\n   x ''x'''\n", "a  x\nx 'x'", []string{"1:11", "3:4", "3:8"}, "3:11"},
		{"double-quoted", "r.yaml", `when: "\"a\" == x && \x41\u00e9\U0001F600 x"` + "\n",
			`"a" == x && Aé😀 x`, []string{"1:17", "1:43"}, "1:44"},
		{"double-quoted x by its number", "r.yaml", `when: "a \x78 b"` + "\n", `a x b`, []string{"1:10"}, "1:16"},
		{"double-quoted over lines", "r.yaml", "when: \"a x\n  x\\\n  x \\\n  x\\n x\"\n",
			"a x xx x\n x", []string{"1:10", "2:3", "3:3", "4:3", "4:7"}, "4:8"},
		{"double-quoted with escaped space", "r.yaml", `when: "a \x20\t x"` + "\n", "a  \t x", []string{"1:17"}, "1:18"},
		{"every escape of YAML", "r.yaml", `when: "\0\a\b\t\n\v\f\r\e\ \"\'\\\N\_\L\P\x41\u0041\U00000041\uFEFFx"` + "\n",
			"\x00\a\b\t\n\v\f\r\x1b \"'\\\u0085\u00a0\u2028\u2029AAA\uFEFFx", []string{"1:68"}, "1:69"},
		{"every escape of JSON", "r.json", `{"when": "\b\t\n\f\r\"\\\/\u0041x"}`, "\b\t\n\f\r\"\\/Ax", []string{"1:33"}, "1:34"},
		{"literal", "r.yaml", "when: |\n  a && x\n  || x\n", "a && x\n|| x\n", []string{"2:8", "3:6"}, "3:7"},
		{"literal with a comment on the first line", "r.yaml", "when: |- # x\n  a x\n  # x\nid: x\n",
			"a x\n# x", []string{"2:5", "3:5"}, "3:6"},
		{"literal that keeps its blank lines", "r.yaml", "when: |+\n\n  a\n\n    x\n\nid: y\n", "\na\n\n  x\n\n", []string{"5:5"}, "5:6"},
		{"literal with an indentation indicator", "r.yaml", "when: |2-\n    a x\n  x\n", "  a x\nx", []string{"2:7", "3:3"}, "3:4"},
		{"literal with CRLF", "r.yaml", "when: |\r\n  a\r\n  x\r\n", "a\nx\n", []string{"3:3"}, "3:4"},
		{"literal with bare CR", "r.yaml", "when: |\r  a\r  x\r", "a\nx\n", []string{"3:3"}, "3:4"},
		{"literal with tabs", "r.yaml", "when: |\n  a\tx\n", "a\tx\n", []string{"2:5"}, "2:6"},
		{"literal at the end of the file", "r.yaml", "when: |\n  x", "x", []string{"2:3"}, "2:4"},
		{"folded", "r.yaml", "when: >\n  a &&\n  x\n\n  || x\n    || x\n  && x\n",
			"a && x\n|| x\n  || x\n&& x\n", []string{"3:3", "5:6", "6:8", "7:6"}, "7:7"},
		{"folded with indicators", "r.yaml", "when: >1-\n  a\n x\n", " a\nx", []string{"3:2"}, "3:3"},
		{"folded that keeps its end", "r.yaml", "when: >+\n  a\n  x\n\n", "a x\n\n", []string{"3:3"}, "3:4"},
		{"after a byte order mark", "r.yaml", "\uFEFFwhen: x\n", "x", []string{"1:7"}, "1:8"},
		{"JSON", "r.json", `{"when": "é == \"x\" && \u0078"}`, `é == "x" && x`, []string{"1:18", "1:25"}, "1:31"},
		{"JSON with a surrogate pair", "r.json", `{"when": "\ud83d\ude00\/\\\n x"}`, "😀/\\\n x", []string{"1:30"}, "1:31"},
		{"JSON with half a surrogate pair", "r.json", `{"when": "\ud83d\ud83d\ude00 x"}`, "\uFFFD😀 x", []string{"1:30"}, "1:31"},
		{"empty quotes", "r.yaml", "when: ''\n", "", nil, "1:8"},
		{"an empty block", "r.yaml", "when: |\nid: y\n", "", nil, "1:7"},
		{"nothing", "r.yaml", "when:\nid: y\n", "", nil, "1:6"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := mustParse(t, tt.file, tt.text)
			s := doc.File.Snippet(find(doc.Root, "when"))
			if s.Text != tt.want {
				t.Fatalf("text is %q, want %q", s.Text, tt.want)
			}
			var at []string
			letters := []rune(s.Text)
			for i, r := range letters {
				if r == 'x' {
					at = append(at, place(s.Position(i)))
				}
			}
			if diff := cmp.Diff(tt.at, at); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			// white space at the end belongs to the last line that has text
			if end := place(s.Position(len([]rune(strings.TrimRight(s.Text, "\n"))))); end != tt.end {
				t.Errorf("end at %s, want %s", end, tt.end)
			}
			if s.Position(-5) != s.Position(0) || s.Position(len(letters)+5) != s.Position(len(letters)) {
				t.Error("a number outside the text is not taken for the nearest within it")
			}
		})
	}
}

func place(p diagnostic.Position) string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// The end of a token is one past its last character, also where the line ends or
// the value folds there.
func TestSnippetsKnowWhereATokenEnds(t *testing.T) {
	for _, text := range []string{
		"when: ab\n  cd\n", "when: |\n  ab\n  cd\n", "when: >\n  ab\n  cd\n", "when: 'ab  \n  cd'\n", "when: \"ab\n  cd\"\n",
	} {
		doc := mustParse(t, "r.yaml", text)
		s := doc.File.Snippet(find(doc.Root, "when"))
		start, end := s.Position(0), s.Position(2)
		if end.Line != start.Line || end.Column != start.Column+2 {
			t.Errorf("%q: from %v to %v", text, start, end)
		}
	}
}

func TestASnippetOfAListIsEmpty(t *testing.T) {
	doc := mustParse(t, "r.yaml", "a:\n  - b\n")
	s := doc.File.Snippet(find(doc.Root, "a"))
	if s.Text != "" || place(s.Position(3)) != "2:3" {
		t.Errorf("got %q at %v", s.Text, s.Position(3))
	}
}
