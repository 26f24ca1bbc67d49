package mutate_test

import (
	"fmt"
	"testing"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
	"windscreen/rules"
)

func shipped(t *testing.T) (*lang.Parser, []*policy.Policy) {
	t.Helper()
	whole, list := catalogue.Link(rules.FS)
	if whole == nil || list.HasErrors() {
		t.Fatalf("%s", list)
	}
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	return parser, whole.Policies
}

func TestCount(t *testing.T) {
	parser, policies := shipped(t)
	all := map[string]bool{}
	for _, p := range policies {
		changes := mutate.Of(parser, p)
		kinds := map[term.Change]int{}
		for _, c := range changes {
			kinds[c.Kind]++
			if all[c.Key()] {
				continue
			}
			all[c.Key()] = true
			if _, err := c.Apply(); err != nil {
				t.Error(err)
			}
		}
		fmt.Println(p.ID, len(changes), kinds)
		seen := map[string]bool{}
		for _, c := range changes {
			if seen[c.Key()] {
				t.Errorf("twice: %s %s", c.ID, c.Says())
			}
			seen[c.Key()] = true
		}
	}
	fmt.Println(len(all))
	_ = reference.New
}
