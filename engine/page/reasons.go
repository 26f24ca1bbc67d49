package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// reason is a reason for the level of a child. Enough is true if it is one by itself.
type reason struct {
	Entry
	belief, enough bool
}

// reasons are what was seen, said or measured that made the level, each fact once and at its
// highest level. A belief comes last. A child who is not in the answer has none.
func (m *making) reasons(c *family.Child) []reason {
	var all []reason
	seen := map[string]bool{}
	add := func(because []recommendation.Fact, cite []string, rule string, enough bool) {
		for _, f := range because {
			if seen[f.Fact] || f.Explored || f.NotApplicable || f.Presumed != "" || f.Background {
				continue
			}
			seen[f.Fact] = true
			text, who := found(f), m.sourcesOf(f)
			e := Entry{Text: english.Stopped(text + inBrackets(who)), Cite: cite, Rule: rule, Fact: f.Fact, brief: english.Stopped(text),
				sources: m.ifNamed(who, f.Evidence...)}
			all = append(all, reason{e, f.Belief, enough})
		}
	}
	if c == nil {
		return nil
	}
	counted := counting(c)
	for _, i := range c.Indicators {
		if counted[i.ID] && i.Level == c.Level.Recommended && i.Strength == term.StrengthDecides && oneTold(i.Because) {
			add(i.Because, i.Cite, i.ID, true)
		}
	}
	for _, i := range c.Indicators {
		if counted[i.ID] && i.Level >= c.Level.Recommended {
			add(i.Because, i.Cite, i.ID, false)
		}
	}
	for _, g := range c.Grounds {
		if g.State == term.Holds {
			add(g.Because, g.Cite, "", suffices(c, g))
		}
	}
	for _, i := range c.Indicators {
		if counted[i.ID] {
			add(i.Because, i.Cite, i.ID, false)
		}
	}
	add(c.Level.Because, c.Level.Cite, c.Level.Criterion.Rule, false)
	slices.SortStableFunc(all, func(a, b reason) int {
		return cmp.Or(compareBool(b.enough, a.enough), compareBool(a.belief, b.belief))
	})
	return all
}

// suffices reports whether one fact makes out a ground, and that ground is enough for the level.
func suffices(c *family.Child, g recommendation.Ground) bool {
	return oneTold(g.Because) && slices.ContainsFunc(c.Level.Criterion.Parts, func(p recommendation.Part) bool {
		return p.Value == term.IsMet && p.Text == "ground."+g.Name
	})
}

// compareBool puts false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// counting are the rules that the met parts of the criterion counted.
func counting(c *family.Child) map[string]bool {
	out := map[string]bool{}
	for _, p := range c.Level.Criterion.Parts {
		if p.Value == term.IsMet {
			for _, id := range p.Rules {
				out[id] = true
			}
		}
	}
	return out
}

// oneTold reports whether a rule rests on one fact alone, apart from what says nothing of need.
func oneTold(because []recommendation.Fact) bool {
	told := 0
	for _, f := range because {
		if !f.Background {
			told++
		}
	}
	return told == 1
}

// inBrackets is what stands behind a text about those who say it; empty if nobody is said to.
func inBrackets(who string) string {
	if who == "" {
		return ""
	}
	return " (" + who + ")"
}

// sourcesOf are those who say a fact, and when; empty if nobody is said to.
func (m *making) sourcesOf(f recommendation.Fact) string {
	var who []string
	for _, e := range f.Evidence {
		if s := m.said(e); s != "" && saysSo(f, e) && !slices.Contains(who, s) {
			who = append(who, s)
		}
	}
	if len(who) > mostSources {
		who = append(who[:mostSources], fmt.Sprintf("and %d more", len(who)-mostSources))
	}
	return strings.Join(who, "; ")
}

// found is a fact in words.
func found(f recommendation.Fact) string {
	text, says := withoutExamples(english.Bare(f.Title)), withoutExamples(withoutWorse(whatIsSo(english.Bare(f.Says))))
	switch {
	case says == "" || strings.EqualFold(says, "yes"):
	case len(text)+len(says) > longReason:
		text = english.UpperFirst(says)
	default:
		text += ": " + english.LowerFirst(says)
	}
	if f.Alleged {
		text += ", alleged and not established"
	}
	return text
}

// whatIsSo leaves out that a fact is so at least.
func whatIsSo(says string) string {
	const least = "at least: "
	if len(says) > len(least) && strings.EqualFold(says[:len(least)], least) {
		return says[len(least):]
	}
	return says
}

// withoutWorse leaves out that it may be worse. It stands behind what is said to be so, and nobody said it.
func withoutWorse(says string) string { return strings.TrimSuffix(says, ", or worse") }

// longReason is the length in characters above which a reason leaves out the name of the fact.
const longReason = 100

// mostSources is how many of those who say something a reason names.
const mostSources = 2

// saysSo reports whether evidence stands behind a fact, and does not dispute it or say something else.
func saysSo(f recommendation.Fact, e recommendation.Evidence) bool {
	fact, one := f.Value.(string)
	other, word := e.Value.(string)
	return e.Standing != term.StandingDisputed && (!one || !word || fact == other)
}

// said is who says something, and when. Unless the family may be told, no source is named, nor the day on
// which it spoke: a page that a parent comes upon must not show who told.
func (m *making) said(e recommendation.Evidence) string {
	who := e.Source
	switch unnamed := m.unnamed(); {
	case unnamed && e.Private:
		return somebody
	case unnamed && who != "":
		return reported
	case unnamed:
		return ""
	case e.Private && who != "":
		who += " says"
	}
	if e.On.IsZero() {
		return who
	}
	return strings.TrimPrefix(who+", "+day(e.On, m.f.AsOf), ", ")
}

// What stands for a source that the page does not name.
const (
	somebody = "someone says"
	reported = "reported"
)

// unnamed reports whether the page names no source: because the family is kept out, or because one answer
// would have advice come first.
func (m *making) unnamed() bool {
	return m.apart() || slices.ContainsFunc(m.a.Children,
		func(c family.Child) bool { return len(couldTell(c.Recommendation, term.Inform.AfterAdvice)) > 0 })
}
