package comparison

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Of compares recommendations for one case, one for each policy. The argument named is the
// policy that the case names, or empty. Of keeps parts of the recommendations and changes
// none.
func Of(named string, list []*recommendation.Recommendation) *Comparison {
	c := &Comparison{Format: FormatVersion, Policies: []Side{}, Readings: []Reading{}}
	for _, r := range list {
		c.Case, c.AsOf = r.Case, r.AsOf
		c.Policies = append(c.Policies, side(r, r.Policy == named))
	}
	c.Aspects = aspects(c.Policies)
	c.Readings = readings(list)
	return c
}

// side is what is compared of one recommendation.
func side(r *recommendation.Recommendation, named bool) Side {
	s := Side{Policy: r.Policy, Named: named, Document: r.Document, Level: r.Level, Grounds: r.Grounds, Consent: r.Consent,
		Due: []recommendation.Escalation{}, FrontDoor: []recommendation.Step{}, Form: []recommendation.Step{},
		Services: []recommendation.Service{}, WhyNot: r.WhyNot, Judgement: r.Judgement, Titles: r.Titles, Clauses: r.Clauses}
	for _, e := range r.Escalations {
		if e.State == term.NowDue {
			s.Due = append(s.Due, e)
		}
	}
	for _, step := range r.Pathway {
		switch step.Part {
		case term.PartFrontDoor:
			s.FrontDoor = append(s.FrontDoor, step)
		case term.PartForm:
			s.Form = append(s.Form, step)
		case term.PartLead, term.PartAssessment, term.PartPlan, term.PartReview, term.PartMovement:
			// Comparisons do not show the later steps of help.
		}
	}
	for _, x := range r.Services {
		if x.State == term.Fits {
			s.Services = append(s.Services, x)
		}
	}
	return s
}

// aspects says in what the sides differ. Two sides are alike in an aspect where its key
// is the same.
func aspects(sides []Side) []Aspect {
	keys := []struct {
		name term.Aspect
		key  func(s Side) string
	}{
		{term.AspectLevel, func(s Side) string {
			return fmt.Sprintf("%d %d %t", s.Level.Recommended, s.Level.AtMost, s.Level.Settled)
		}},
		{term.AspectGrounds, func(s Side) string {
			return sorted(s.Grounds, func(g recommendation.Ground) string { return g.ID + " " + g.Limb + " " + string(g.State) })
		}},
		{term.AspectAgreement, func(s Side) string { return string(s.Consent.Agreement) }},
		{term.AspectInform, func(s Side) string { return string(s.Consent.Inform) }},
		{term.AspectSharing, func(s Side) string { return string(s.Consent.Sharing) }},
		{term.AspectDue, func(s Side) string {
			return sorted(s.Due, func(e recommendation.Escalation) string {
				key := []string{e.ID, e.Action}
				for _, d := range e.Due {
					key = append(key, d.At.String())
				}
				return strings.Join(key, " ")
			})
		}},
		{term.AspectFrontDoor, func(s Side) string {
			return sorted(slices.Concat(s.FrontDoor, s.Form), func(p recommendation.Step) string {
				key := string(p.Part) + " " + string(p.Force) + " " + p.Says
				if p.Contact != nil {
					key += " " + p.Contact.Name + " " + p.Contact.Phone
				}
				return key
			})
		}},
		{term.AspectServices, func(s Side) string { return sorted(s.Services, Title) }},
	}
	out := []Aspect{}
	for _, k := range keys {
		a := Aspect{Name: k.name}
		for _, s := range sides {
			a.Differs = a.Differs || k.key(s) != k.key(sides[0])
		}
		out = append(out, a)
	}
	return out
}

// Title is the title by which Of compares services of several policies.
func Title(s recommendation.Service) string { return strings.ToLower(english.Bare(s.Title)) }

// sorted is a key of a list whose order means nothing.
func sorted[T any](list []T, key func(T) string) string {
	var keys []string
	for _, x := range list {
		keys = append(keys, key(x))
	}
	slices.Sort(keys)
	return strings.Join(keys, "\n")
}

// readings lists what the policies make of each fact.
func readings(list []*recommendation.Recommendation) []Reading {
	facts := map[string]*Reading{}
	for i, r := range list {
		note := func(because []recommendation.Fact, sign Sign) {
			for _, f := range because {
				if facts[f.Fact] == nil {
					facts[f.Fact] = &Reading{Fact: f, Under: blank(list)}
				}
				made := &facts[f.Fact].Under[i]
				made.Signs = append(made.Signs, sign)
			}
		}
		for _, s := range r.Indicators {
			note(s.Because, Sign{
				Kind: term.KindIndicator, Title: s.Title, Rules: []string{s.ID},
				Level: s.Level, Strength: s.Strength, Counted: s.Counted, Cite: s.Cite,
			})
		}
		for _, g := range r.Grounds {
			if g.State == term.Holds {
				note(g.Because, Sign{Kind: term.KindGround, Title: g.Title, Rules: g.Rules, Ground: g.ID, Cite: g.Cite})
			}
		}
	}
	out := []Reading{}
	for _, path := range slices.Sorted(maps.Keys(facts)) {
		r := *facts[path]
		for _, made := range r.Under {
			r.Differs = r.Differs || weight(made) != weight(r.Under[0])
		}
		out = append(out, r)
	}
	return out
}

// blank is an entry for each policy, with no signs yet.
func blank(list []*recommendation.Recommendation) []Made {
	out := make([]Made, len(list))
	for i, r := range list {
		out[i] = Made{Policy: r.Policy, Signs: []Sign{}}
	}
	return out
}

// weight is how much a policy makes of a fact, as far as policies can be compared: the
// highest level at which a sign counts, or decides, and the grounds.
func weight(m Made) string {
	level, decides := 0, 0
	var grounds []string
	for _, s := range m.Signs {
		switch {
		case s.Kind == term.KindGround:
			grounds = append(grounds, s.Ground)
		case s.Strength == term.StrengthDecides:
			decides = max(decides, s.Level)
		case s.Counted:
			level = max(level, s.Level)
		}
	}
	slices.Sort(grounds)
	return fmt.Sprint(level, decides, slices.Compact(grounds))
}
