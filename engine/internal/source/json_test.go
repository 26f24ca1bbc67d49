package source_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"windscreen/engine/internal/source"
)

// outline writes a tree as one line for each node: place, tag and value.
func outline(n *yaml.Node, places bool) string {
	var b strings.Builder
	var walk func(n *yaml.Node, depth int)
	walk = func(n *yaml.Node, depth int) {
		fmt.Fprintf(&b, "%s%s %q", strings.Repeat("  ", depth), n.Tag, n.Value)
		if places {
			fmt.Fprintf(&b, " %d:%d style %d", n.Line, n.Column, n.Style)
		}
		b.WriteByte('\n')
		for _, child := range n.Content {
			walk(child, depth+1)
		}
	}
	walk(n, 0)
	return b.String()
}

func mustParse(t interface {
	Helper()
	Fatalf(string, ...any)
}, name, text string) *source.Document {
	t.Helper()
	doc, list := source.Parse(name, []byte(text), source.RuleLimits())
	if doc == nil || list.HasErrors() {
		t.Fatalf("%q: %s", text, list)
	}
	return doc
}

func TestJSONGivesTheSameTreeAsYAML(t *testing.T) {
	for _, tt := range []struct{ name, json, yaml string }{
		{"words and numbers", `{"a": "b", "c": 12, "d": -3.5, "e": 1e3}`, "a: \"b\"\nc: 12\nd: -3.5\ne: 1e3\n"},
		{"true, false and null", `{"a": true, "b": false, "c": null}`, "a: true\nb: false\nc: null\n"},
		{"text that looks like a number", `{"a": "12", "b": "true"}`, "a: '12'\nb: 'true'\n"},
		{"a number beyond 64 bits", `{"a": 18446744073709551616, "b": 18446744073709551615}`,
			"a: 18446744073709551616\nb: 18446744073709551615\n"},
		{"lists and mappings", `{"a": [1, [2], {}], "b": {"c": []}}`, "a:\n  - 1\n  - [2]\n  - {}\nb:\n  c: []\n"},
		{"escapes", `{"a": "\u00e9 \ud83d\ude00 \/ \" \\ \t"}`, "a: \"é 😀 / \\\" \\\\ \\t\"\n"},
		{"half a surrogate pair", `{"a": "\ud83dx", "b": "\ude00"}`, "a: \"\uFFFDx\"\nb: \"\uFFFD\"\n"},
		{"the merge key as text", `{"<<": "x"}`, "\"<<\": x\n"},
		{"a byte order mark", "\uFEFF{\"a\": 1}", "\uFEFFa: 1\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fromJSON := mustParse(t, "x.json", tt.json).Root
			fromYAML := mustParse(t, "x.yaml", tt.yaml).Root
			if diff := cmp.Diff(outline(fromYAML, false), outline(fromJSON, false)); diff != "" {
				t.Errorf("(-yaml +json)\n%s", diff)
			}
		})
	}
}

func TestValidJSONIsReadAsJSONWhateverItsName(t *testing.T) {
	doc := mustParse(t, "stdin", ` {"a": "\ud83d\ude00"}`) // an error in YAML
	if got := doc.Root.Content[1].Value; got != "😀" {
		t.Errorf("got %q", got)
	}
}

func TestARootThatIsNotAMappingIsRead(t *testing.T) {
	for _, text := range []string{`[1]`, `"a"`, `1`, `true`, `null`} {
		fromYAML, fromJSON := mustParse(t, "x.yaml", text).Root, mustParse(t, "x.json", text).Root
		if diff := cmp.Diff(outline(fromYAML, true), outline(fromJSON, true)); diff != "" {
			t.Errorf("%s (-yaml +json)\n%s", text, diff)
		}
	}
}

// The YAML parser knows where everything in a JSON file is, and was written by
// someone else; where a file is valid as both, the two have to agree.
func TestJSONIsPlacedAsTheYAMLParserPlacesIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawJSON(t)
		var want yaml.Node
		if err := yaml.Unmarshal([]byte(text), &want); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		doc := mustParse(t, "x.json", text)
		if diff := cmp.Diff(outline(want.Content[0], true), outline(doc.Root, true)); diff != "" {
			t.Errorf("%q (-yaml +json)\n%s", text, diff)
		}
	})
}

// drawJSON draws JSON that is valid YAML too, with white space in odd places.
func drawJSON(t *rapid.T) string {
	var b bytes.Buffer
	space := func() {
		b.WriteString(rapid.SampledFrom([]string{"", "", " ", "  ", "\n", "\r\n", "\n ", " \n\n  "}).Draw(t, "space"))
	}
	text := rapid.StringOfN(rapid.SampledFrom([]rune("ab 1é😀\u00a0\"\\\n\t,:[]{}#'")), 0, 8, -1)
	keys := 0
	var value func(depth int)
	value = func(depth int) {
		kind := rapid.IntRange(0, 5).Draw(t, "kind")
		if depth > 3 {
			kind %= 4
		}
		switch kind {
		case 0, 1:
			quoted, _ := json.Marshal(text.Draw(t, "text"))
			b.Write(quoted)
		case 2:
			numbers := []string{"0", "-1", "12", "1.50", "1e5", "-0", "2E+3", "9223372036854775808"}
			b.WriteString(rapid.SampledFrom(numbers).Draw(t, "number"))
		case 3:
			b.WriteString(rapid.SampledFrom([]string{"true", "false", "null"}).Draw(t, "word"))
		case 4, 5:
			open, shut := "[", "]"
			if kind == 5 {
				open, shut = "{", "}"
			}
			b.WriteString(open)
			for i, n := 0, rapid.IntRange(0, 3).Draw(t, "entries"); i < n; i++ {
				if i > 0 {
					space()
					b.WriteString(",")
				}
				space()
				if kind == 5 {
					keys++
					fmt.Fprintf(&b, "\"k%d\": ", keys)
				}
				value(depth + 1)
			}
			space()
			b.WriteString(shut)
		}
	}
	b.WriteString("{\"k\": ")
	value(0)
	b.WriteString("}")
	return b.String()
}
