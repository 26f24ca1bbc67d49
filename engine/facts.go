package engine

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/facts"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Facts lists every fact that a case can state. It reads nothing. List.Find searches the list.
func (e *Engine) Facts() *facts.List {
	if e.usable() != nil {
		return nil
	}
	out := &facts.List{Format: facts.FormatVersion, Searched: []facts.Searched{}, Domains: []facts.Domain{}, Facts: []facts.Fact{}}
	for _, d := range e.catalogue.Vocabulary().Domains {
		out.Domains = append(out.Domains, facts.Domain{Name: d.Name, Title: d.Title, Ask: d.Ask})
		for _, f := range d.Facts {
			out.Facts = append(out.Facts, factOf(f))
		}
	}
	for _, o := range e.catalogue.Vocabulary().Openings {
		out.Openings = append(out.Openings, facts.Opening{Says: o.Says, Path: o.Fact.Path})
	}
	out.Sort()
	return out
}

// FactsAndRules is Facts with the rules that read each fact: those of the policies with these
// ids, or of all policies if there are none. The error is as for EachPolicy.
func (e *Engine) FactsAndRules(ctx context.Context, ids ...string) (*facts.List, error) {
	rules := map[string]map[facts.Rule]bool{}
	err := e.EachPolicy(ctx, ids, func(p *Policy) error {
		readers(p.unit.Policy, func(r *policy.Rule, f *vocabulary.Fact) {
			if rules[f.Path] == nil {
				rules[f.Path] = map[facts.Rule]bool{}
			}
			rules[f.Path][facts.Rule{Policy: r.Origin, ID: r.ID, Title: r.Title}] = true
		})
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := e.Facts()
	for i := range out.Facts {
		f := &out.Facts[i]
		f.Rules = slices.SortedFunc(maps.Keys(rules[f.Path]), func(a, b facts.Rule) int {
			return cmp.Or(strings.Compare(a.Policy, b.Policy), strings.Compare(a.ID, b.ID), strings.Compare(a.Title, b.Title))
		})
	}
	return out, nil
}

// readers calls visit for each rule and each fact that it reads, in a condition or as the
// start of a deadline.
func readers(p *policy.Policy, visit func(*policy.Rule, *vocabulary.Fact)) {
	for _, r := range p.Rules {
		reads := func(f *vocabulary.Fact) { visit(r, f) }
		r.When.Root.Facts(reads)
		if r.Unless != nil {
			r.Unless.When.Root.Facts(reads)
		}
	}
	for _, e := range p.Escalations {
		for _, d := range e.Due {
			if d.From != nil {
				visit(e.Rule, d.From)
			}
		}
	}
}

// factOf is a fact as data, without rules.
func factOf(f *vocabulary.Fact) facts.Fact {
	out := facts.Fact{Path: f.Path, Domain: f.Domain, Name: f.Name, Title: f.Title, Ask: f.Ask,
		Who: append([]string{}, f.Who...), Also: f.Also,
		Of: f.Of, Type: f.Kind.String(), Takes: f.Takes(), Values: []facts.Value{}, Silence: f.OnSilence(), Applies: f.Whom(),
		Partly: f.Partly(), Example: f.Example(), ThenAsk: thenAskOf(f), Rules: []facts.Rule{}}
	for _, w := range f.Words {
		out.Values = append(out.Values, facts.Value{Name: w.Name, Says: w.Says})
	}
	if f.Kind == vocabulary.Whole {
		out.Bounds = &facts.Bounds{Min: f.Min, Max: f.Max, Unit: f.Unit}
	}
	if f.Nothing != nil {
		out.Nothing = f.Writes(*f.Nothing)
	}
	return out
}

// thenAskOf is what to ask next of a fact, as data.
func thenAskOf(f *vocabulary.Fact) []facts.ThenAsk {
	out := []facts.ThenAsk{}
	for _, t := range f.ThenAsk {
		next := facts.ThenAsk{Path: t.Fact.Path, Title: t.Fact.Title, Ask: t.Ask, Words: f.NamesOf(t.Words), Why: t.Why, Source: t.Source}
		if t.When != nil {
			next.When = t.When.String()
		}
		if t.From > 0 {
			next.From = f.Words[t.From].Name
		}
		if len(t.Cite) > 0 {
			next.Source = strings.Join(t.Cite, ", ")
		}
		out = append(out, next)
	}
	return out
}
