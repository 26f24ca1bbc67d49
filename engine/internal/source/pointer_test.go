package source

import (
	"testing"

	"gopkg.in/yaml.v3"
)

func TestAPointerLeadsToAValueItsKeyAndAnEntryInYAMLAndJSON(t *testing.T) {
	for name, text := range map[string]string{
		"case.json": `{"a": 1, "b/c": {"d~e": [1, {"f": 2}]}, "g": {"a": 3}}`,
		"case.yaml": "a: 1\nb/c:\n  d~e:\n    - 1\n    - f: 2\ng: {a: 3}\n",
	} {
		doc, list := Parse(name, []byte(text), CaseLimits())
		if len(list) > 0 {
			t.Fatal(list)
		}
		b := doc.Root.Content[3]
		entries := b.Content[1]
		for want, n := range map[string]*yaml.Node{
			"":               doc.Root,
			"/a":             doc.Root.Content[1],
			"/b~1c":          b,
			"/b~1c/d~0e":     entries,
			"/b~1c/d~0e/0":   entries.Content[0],
			"/b~1c/d~0e/1":   entries.Content[1],
			"/b~1c/d~0e/1/f": entries.Content[1].Content[1],
			"/g/a":           doc.Root.Content[5].Content[1],
		} {
			if got := doc.File.pointer(n); got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
		if got := doc.File.pointer(doc.Root.Content[4]); got != "/g" {
			t.Errorf("%s: the pointer of a key is %q", name, got)
		}
		if got := doc.File.pointer(&yaml.Node{}); got != "" {
			t.Errorf("%s: the pointer of a node from elsewhere is %q", name, got)
		}
	}
}
