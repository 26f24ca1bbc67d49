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

// mostReasons is how many reasons the screen has room for.
const mostReasons = 3

// why is why the level is recommended.
func (m *making) why() []Section {
	if m.one == nil {
		return []Section{m.children()}
	}
	l := m.one.Level
	var out []Section
	if j := m.one.Judgement; j != nil && j.Differs && j.Level > l.Recommended && j.Reason != "" {
		out = append(out, Section{
			Heading: fmt.Sprintf("Why judged level %d", j.Level), Entries: []Entry{{Text: m.judged(j), least: elsewhere(j)}},
		})
	}
	s := Section{Heading: "Why " + atLeast(l.Recommended, l.AtMost), Entries: []Entry{}}
	if m.undecided() {
		s.Heading = "Why the level is not settled"
	}
	if m.hidesReasons() {
		s.Entries = append(s.Entries, Entry{Text: english.Stopped(inFullAnswer)})
		return append(out, s)
	}
	reasons := m.reasons(m.one)
	if n := m.counts(len(reasons)); n != "" {
		s.Heading += ": " + n
	}
	for _, r := range reasons[:m.most(mostReasons, len(reasons))] {
		if r.enough {
			r.Text += fmt.Sprintf(" That is enough for level %d by itself.", l.Recommended)
		}
		s.Entries = append(s.Entries, r.Entry)
	}
	s.left = len(reasons) - m.most(mostReasons, len(reasons))
	s.Left = leftOut(s.left, "reason")
	if len(reasons) == 0 {
		s.Entries = append(s.Entries, Entry{Text: m.noReason(), Cite: l.Cite})
	}
	s.Entries = append(s.Entries, m.notHigher()...)
	return append(out, s)
}

// judged is the reason of a judgement, as the words of whoever judged. While the family is kept out, or somebody
// must not be told, the page leaves it out: it may say who told, and what.
func (m *making) judged(j *recommendation.Judgement) string {
	if m.unnamed() || m.kept(m.everyone()) {
		return elsewhere(j)
	}
	return judgeOf(j) + ": “" + strings.NewReplacer("“", "‘", "”", "’").Replace(english.Stopped(j.Reason)) + "”"
}

// elsewhere stands in place of the reason of a judgement, where the page does not give it.
func elsewhere(j *recommendation.Judgement) string {
	return english.Stopped(judgeOf(j) + ": the reason is in the full answer")
}

// judgeOf is who judged, as the beginning of a sentence.
func judgeOf(j *recommendation.Judgement) string {
	who := english.Bare(j.By)
	switch article, _, _ := strings.Cut(who, " "); {
	case who == "":
		who = "Whoever judged it"
	case slices.Contains([]string{"a", "an", "the"}, strings.ToLower(article)):
		who = english.UpperFirst(who)
	case english.UpperFirst(who) != who: // a post, not a name
		who = "The " + who
	}
	return who
}

// atLeast names a level, or a range from it.
func atLeast(from, to int) string {
	if to > from {
		return fmt.Sprintf("at least level %d", from)
	}
	return fmt.Sprintf("level %d", from)
}

// What is said if no sign of a higher level is known, which is not to say that there is none. Of the lowest level it would
// read as though that were the answer.
const (
	nothingHigher = noSign + " at a higher level is known"
	noSign        = "No sign of need"
	notDecided    = "Level not settled"
)

// lowest reports whether a level is the lowest of the document.
func (m *making) lowest(level int) bool {
	scale := m.f.Level.Scale
	return len(scale) == 0 || level <= scale[0].Level
}

// noReason stands in place of reasons if the level rests on nothing that was found.
func (m *making) noReason() string {
	l := m.one.Level
	switch {
	case len(l.Scale) == 0 || !m.lowest(l.Recommended):
		return "The level follows from the criterion alone."
	case l.AtMost > l.Recommended:
		return english.Sentences(noSign+" is known so far", "There may be one")
	}
	return "No sign of need at a higher level was found."
}

// counts says how many signs were found and asked for; it is empty unless the level rests on their number. A reason may
// be more than one sign, or only a part of one. Then it does not say how many were found, as whoever adds up the reasons
// would come to another number.
func (m *making) counts(reasons int) string {
	for _, p := range m.one.Level.Criterion.Parts {
		if p.Value != term.IsMet {
			continue
		}
		if p.Asked == 0 {
			return ""
		}
		asks := "these rules ask for " + english.Number(p.Asked)
		if reasons > 0 && p.Found != reasons {
			asks += " " + english.InNumber(p.Asked, "sign")
			if p.Found > p.Asked {
				asks += ", and more are known"
			}
			return asks
		}
		return english.Numbered(p.Found, "sign") + ", and " + asks
	}
	return ""
}

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

// What stands for a source that the page does not name.
const (
	somebody = "someone says"
	reported = "reported"
)

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

// unnamed reports whether the page names no source: because the family is kept out, or because one answer
// would have advice come first.
func (m *making) unnamed() bool {
	return m.apart() || slices.ContainsFunc(m.a.Children,
		func(c family.Child) bool { return len(couldTell(c.Recommendation, term.Inform.AfterAdvice)) > 0 })
}

// notHigher says what the next level up would take; it is empty if that level is still possible.
func (m *making) notHigher() []Entry {
	l := m.one.Level
	if l.AtMost > l.Recommended {
		return nil
	}
	var ways []recommendation.Obstacle
	for _, o := range m.one.WhyNot {
		if o.Takes != "" {
			ways = append(ways, o)
		}
	}
	if len(ways) == 0 {
		return nil
	}
	// What counts signs of the level itself comes first: signs of a higher level alone would read as a misprint.
	own := func(o recommendation.Obstacle) bool {
		return strings.Contains(o.Takes, fmt.Sprintf("level %d", o.Level))
	}
	slices.SortStableFunc(ways, func(a, b recommendation.Obstacle) int {
		return cmp.Or(compareBool(own(b), own(a)), cmp.Compare(a.Missing, b.Missing))
	})
	ways = ways[:min(mostWays, len(ways))]
	var takes []string
	none := true
	for _, o := range ways {
		takes, none = append(takes, o.Takes), none && strings.HasSuffix(o.Takes, noneKnown)
	}
	text := strings.Join(takes, ", or ")
	if none {
		text = strings.ReplaceAll(text, noneKnown, "") + "; none is known"
	}
	return []Entry{{Text: fmt.Sprintf("Level %d is not reached. It takes %s.", ways[0].Level, text), Cite: ways[0].Cite,
		Rule: ways[0].Rule}}
}

// mostWays is how many ways to the next level the page names. noneKnown ends what a way takes if nothing of it is known.
const (
	mostWays  = 2
	noneKnown = " (none known)"
)
