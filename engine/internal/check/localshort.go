package check

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
)

// localShort warns where a document puts a shared rule in its own words but leaves the shared short text:
// the first screen then does not say what the document says.
func localShort(l *link.Linked) diagnostic.List {
	rules := map[string]*policy.Rule{}
	for _, r := range l.Policy.Rules {
		rules[r.ID] = r
	}
	var list diagnostic.List
	for _, f := range l.Draft.Rules {
		for _, e := range f.Shape.Local.Entries {
			r := rules[e.Key.Value]
			if r == nil || r.Short == "" || !e.Value.Says.IsSet() || e.Value.Short.IsSet() {
				continue
			}
			list = append(list, warning(f.File.At(e.Value.Says.Node, diagnostic.MissingKey,
				fmt.Sprintf("says has no short beside it, so the first screen still shows the short text of %s", r.ID),
				"add short: with the same in the document's terms")))
		}
	}
	return list
}
