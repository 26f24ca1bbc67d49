package check

import (
	"fmt"
	"maps"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
)

// unusedConditions reports named conditions that no rule uses. A rule of any policy
// counts for the conditions of the shared policies that it builds on. While a file or a
// text cannot be read, this cannot be known, and nothing is reported.
func unusedConditions(all []*link.Linked) diagnostic.List {
	for _, l := range all {
		if l.Draft.Partial || l.Unparsed {
			return nil
		}
	}
	used := map[*yaml.Node]bool{}
	for _, l := range all {
		maps.Copy(used, l.Used)
	}
	var list diagnostic.List
	for _, l := range all {
		for _, f := range l.Draft.Rules {
			for _, e := range f.Shape.Conditions.Entries {
				if !used[e.Key.Node] {
					list = append(list, f.File.At(e.Key.Node, diagnostic.UnusedCondition,
						fmt.Sprintf("no rule uses the condition %s", e.Key.Value), "use it, or remove it"))
				}
			}
		}
	}
	return list
}
