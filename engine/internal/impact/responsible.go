package impact

import (
	"slices"

	"windscreen/engine/impact"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// responsible are the rules that were changed and bear on an output in a case: those that the output is about, if they
// were changed, and of the findings that it follows from those that come out otherwise or weigh otherwise.
func (d *deciding) responsible(o *output, x *witness) []impact.Rule {
	list := []impact.Rule{}
	after := o.data || len(o.about) > 0 && !slices.ContainsFunc(o.about, d.follows)
	for _, m := range d.matched {
		if m.how == "" {
			continue
		}
		own := slices.ContainsFunc(m.both(), func(r *policy.Rule) bool { return slices.Contains(o.about, r) })
		switch {
		case own:
		case after, len(o.about) > 0 && m.any().Kind != term.KindIndicator && m.any().Kind != term.KindGround &&
			m.any().Kind != term.KindLevel:
			continue
		}
		was, is := x.old.truth(m.old), x.now.truth(m.now)
		if !own && was == is && (was == no || m.from != m.into) {
			continue
		}
		r := m.any()
		list = append(list, impact.Rule{ID: r.ID, Title: r.Title, How: m.how, From: m.from, Into: m.into, File: r.File, Start: r.Start})
	}
	return list
}

// follows is whether a rule reads what findings decide.
func (d *deciding) follows(r *policy.Rule) bool {
	return r.Kind == term.KindLevel || r.When.Root.AsksFindings()
}

// truth is the state of a rule by its own condition.
func (s *seen) truth(r *policy.Rule) state {
	if r == nil {
		return no
	}
	return of(s.outcome.Truths[r.Index])
}
