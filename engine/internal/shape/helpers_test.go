package shape_test

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

var update = flag.Bool("update", false, "write the golden files anew")

// File is a structure with something of everything.
type File struct {
	shape.Here
	Level  int                   `yaml:"level" min:"1" max:"4" doc:"The level."`
	Signs  []Sign                `yaml:"signs" need:"yes" doc:"The signs."`
	Params shape.Map[Param]      `yaml:"params" doc:"Numbers that the document leaves open."`
	Scale  shape.Map[shape.Text] `yaml:"scale" doc:"Rungs."`
	Whole  *Whole                `yaml:"whole" doc:"Bounds."`
	Notes  []string              `yaml:"notes"`
	Hidden string                `yaml:"-"`
	//lint:ignore U1000 the reader passes it over
	hidden string
}

// Head is what every kind of entry shares.
type Head struct {
	ID   shape.Text   `yaml:"id" need:"yes" doc:"Stable name."`
	Cite []shape.Text `yaml:"cite" need:"yes" doc:"Clauses."`
	When shape.Expr   `yaml:"when" doc:"The condition."`
}

// Sign is one entry.
type Sign struct {
	Head     `yaml:",inline"`
	Place    shape.Here
	Strength shape.Word[term.Strength] `yaml:"strength" doc:"How much it weighs."`
	Tags     []shape.Word[tag]         `yaml:"tags"`
	Order    shape.Int                 `yaml:"order" min:"0"`
	Urgent   shape.Bool                `yaml:"urgent" doc:"Whether it cannot wait."`
	Shown    bool                      `yaml:"shown"`
	Title    string                    `yaml:"title"`
	Parts    []Part                    `yaml:"parts"`
}

// tag is a closed list of the test's own.
type tag string

// Table is the table of tags.
func (tag) Table() term.Table[tag] {
	return term.Table[tag]{{Code: "new", Says: "new", Doc: "it is new"}, {Code: "old", Says: "old", Doc: "it is old"}}
}

// Part may hold parts of its own.
type Part struct {
	Name  shape.Text `yaml:"name" need:"yes"`
	Parts []Part     `yaml:"parts"`
}

// Param is a value of any shape.
type Param struct {
	Value shape.Any  `yaml:"value" need:"yes" doc:"The value."`
	Why   shape.Text `yaml:"why" doc:"Why it is that."`
}

// Whole is optional as a whole, and then complete.
type Whole struct {
	Min int `yaml:"min" need:"yes"`
	Max int `yaml:"max" need:"yes" max:"130"`
}

// decode reads a file into a structure; the list is that of both steps.
func decode(t *testing.T, text string) (File, diagnostic.List) {
	t.Helper()
	var into File
	doc, list := source.Parse("r.yaml", []byte(text), source.RuleLimits())
	if doc == nil {
		t.Fatalf("%q: %s", text, list)
	}
	list = append(list, shape.Decode(doc.File, doc.Root, &into)...)
	return into, list
}

// plain turns a tree into what encoding/json would give, for comparing with a
// schema. It is false where the tree has something that JSON has not.
func plain(n *yaml.Node) (any, bool) {
	switch n.Kind {
	case yaml.SequenceNode:
		list := []any{}
		for _, child := range n.Content {
			v, ok := plain(child)
			if !ok {
				return nil, false
			}
			list = append(list, v)
		}
		return list, true
	case yaml.MappingNode:
		mapping := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			v, ok := plain(n.Content[i+1])
			if !ok {
				return nil, false
			}
			mapping[n.Content[i].Value] = v
		}
		return mapping, true
	case yaml.ScalarNode:
		switch n.Tag {
		case "!!str", "!!timestamp":
			return n.Value, true
		case "!!null":
			return nil, true
		}
		var v any
		err := json.Unmarshal([]byte(strings.ToLower(n.Value)), &v)
		return v, err == nil
	}
	return nil, false
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
