package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
	case l.AtMost > l.Recommended && m.presses():
		return "No sign that counts towards a level is known so far. The steps above do not wait for one."
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
