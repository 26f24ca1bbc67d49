package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// Note is something in a case that is unlikely, and the facts that say so.
type Note struct {
	Says  string
	Facts []*vocabulary.Fact
}

// conflicts looks for what the vocabulary says cannot be true. Only what was stated, and what
// follows from that, counts. What silence means, and what is only alleged, contradicts nothing.
func (p *reading) conflicts() {
	if len(p.Vocabulary.Conflicts) == 0 || p.c.AsOf.IsZero() {
		return
	}
	values := slices.Clone(p.c.Values)
	for _, f := range p.Vocabulary.Facts {
		if o := p.c.Origins[f.Index]; o != Stated && o != Derived {
			values[f.Index] = f.Unknown()
		}
	}
	for _, c := range p.Vocabulary.Conflicts {
		if c.When.Truth(values, p.c.AsOf.Unix()) != logic.True {
			continue
		}
		var facts []*vocabulary.Fact
		c.When.Facts(func(f *vocabulary.Fact) {
			if !f.IsUnknown(values[f.Index]) && !slices.Contains(facts, f) {
				facts = append(facts, f)
			}
		})
		switch c.Severity {
		case term.ConflictError:
			p.impossible(c, facts)
		case term.ConflictNote:
			p.c.Notes = append(p.c.Notes, Note{c.Says, facts})
		}
	}
}

// impossible refuses the case for a conflict, with the places of all that makes it one.
func (p *reading) impossible(c vocabulary.Conflict, facts []*vocabulary.Fact) {
	type placed struct {
		stated
		says string
	}
	var places []placed
	for _, f := range facts {
		from, names := f, []string{f.Path}
		for len(p.c.From[from.Index]) > 0 {
			from = p.c.From[from.Index][0]
			names = append(names, from.Path)
		}
		if at, ok := p.stated[from]; ok {
			places = append(places, placed{at, strings.Join(names, ", by ") + " " + p.onLine(at)})
		}
	}
	if len(places) == 0 {
		return
	}
	slices.SortStableFunc(places, func(a, b placed) int {
		return cmp.Or(strings.Compare(a.file.Name, b.file.Name), cmp.Compare(a.node.Line, b.node.Line),
			cmp.Compare(a.node.Column, b.node.Column))
	})
	var all []string
	for _, at := range places {
		all = append(all, at.says)
	}
	remedy := "correct one of them, or leave it out"
	if len(places) == 1 {
		remedy = "correct it, or leave it out"
	}
	p.at(places[0].file, places[0].node, diagnostic.Conflict, remedy, "%s (%s)", english.Bare(c.Says), strings.Join(all, "; "))
}

// onLine says where something stands.
func (p *reading) onLine(at stated) string {
	if at.file.Name != p.c.Name {
		return fmt.Sprintf("on line %d of %s", at.node.Line, at.file.Name)
	}
	return fmt.Sprintf("on line %d", at.node.Line)
}

// conflicting reports whether something cannot be true. As in the strict reader, it is asked
// before anything is supplied.
func (q *Quick) conflicting() bool {
	for i := range q.impossible {
		if q.impossible[i].Truth(q.Values, q.AsOf) == logic.True {
			return true
		}
	}
	return false
}
