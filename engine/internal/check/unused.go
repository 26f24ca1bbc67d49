package check

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// unused warns of parameters that no condition reads, in any policy that has them. While a
// file cannot be read, this cannot be known, and nothing is reported.
func unused(all []*link.Linked) diagnostic.List {
	type parameter struct{ policy, name string }
	read := map[parameter]bool{}
	for _, l := range all {
		if l.Draft.Partial {
			return nil
		}
		for _, part := range l.Parts {
			for name := range l.Read {
				read[parameter{part.ID, name}] = true
			}
		}
	}
	var list diagnostic.List
	for _, l := range all {
		of := func(f *source.File, parameters shape.Map[rulefile.Parameter]) {
			for _, e := range parameters.Entries {
				if !read[parameter{l.Draft.ID, e.Key.Value}] {
					list = append(list, warning(f.At(e.Key.Node, diagnostic.UnusedParameter,
						fmt.Sprintf("no condition reads the parameter %s", e.Key.Value), unusedRemedy(l, e.Key.Value))))
				}
			}
		}
		of(l.Draft.File, l.Draft.Policy.Parameters)
		for _, f := range l.Draft.Rules {
			of(f.File, f.Shape.Parameters)
		}
	}
	return list
}

// unusedRemedy is what to do about a parameter that nothing reads: it may be meant to set a
// shared one anew and be misspelt.
func unusedRemedy(l *link.Linked, name string) string {
	var shared []string
	for _, part := range l.Parts {
		if part == l.Draft {
			continue
		}
		for _, f := range part.Rules {
			for _, e := range f.Shape.Parameters.Entries {
				shared = append(shared, e.Key.Value)
			}
		}
		for _, e := range part.Policy.Parameters.Entries {
			shared = append(shared, e.Key.Value)
		}
	}
	if near := source.Nearest(name, shared); len(near) > 0 {
		return fmt.Sprintf("to override a shared parameter, write %s; or use it, or remove it", english.Or(near))
	}
	return "use it, or remove it"
}
