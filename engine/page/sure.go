package page

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/internal/english"
)

// The screen names at most mostNotRaised harms that nobody spoke of, or fewNotRaised if it is full. It names
// the areas that were gone through if they are at most mostChecked, and at most mostChanges things that one
// answer, or two, would change; on the page for several children one for each child, and mostChanges if it is full.
const (
	mostNotRaised = 8
	fewNotRaised  = 4
	mostChecked   = 3
	mostChanges   = 2
)

// sure is how sure the answer is.
func (m *making) sure() Section {
	s := Section{Heading: "How sure this is", Entries: []Entry{}}
	row := func(label, text string) {
		if text != "" {
			s.Entries = append(s.Entries, Entry{Label: label, Text: text})
		}
	}
	if m.one != nil {
		row("Level", m.howSettled())
		row("Checked", m.checked())
	}
	row("Assumed", m.assumed())
	row("Not raised", m.notRaised(mostNotRaised))
	if n := len(s.Entries); n > 0 && s.Entries[n-1].Label == "Not raised" {
		s.Entries[n-1].brief = m.notRaised(fewNotRaised)
	}
	if changes := m.changesIf(); len(changes) > 0 {
		row(changesLabel, english.Sentences(changes...))
		s.Entries[len(s.Entries)-1].brief = english.Sentences(changes[:min(mostChanges, len(changes))]...)
	}
	if len(s.Entries) == 0 {
		return Section{}
	}
	return s
}

// howSettled says what could still move the level.
func (m *making) howSettled() string {
	l := m.one.Level
	highest := l.Recommended
	if n := len(l.Scale); n > 0 {
		highest = l.Scale[n-1].Level
	}
	switch {
	case m.one.Judgement != nil && m.one.Judgement.Differs:
		j := m.one.Judgement
		return fmt.Sprintf("By the rules %d, by judgement %d. Act on %d until that is settled.", l.Recommended, j.Level,
			max(j.Level, l.Recommended))
	case l.RestsOnContradicted:
		return fmt.Sprintf("%d, on what the case states. Some evidence says worse.", l.Recommended)
	case l.Settled && l.Recommended == highest:
		return fmt.Sprintf("%d, if what was reported is right. Other facts cannot lower it.", l.Recommended)
	case l.Settled:
		return fmt.Sprintf("%d, unless something is so that was not asked about by name.", l.Recommended)
	}
	if m.undecided() {
		return "Not settled. Nothing that is known so far decides it."
	}
	return fmt.Sprintf("Not settled. What is known so far makes it level %d.", l.Recommended)
}

// checked says how many of the areas were gone through, and which, if they are few.
func (m *making) checked() string {
	a := m.one.Areas
	switch n := len(a.Checked); {
	case a.Of == 0:
		return ""
	case n == 0:
		return "No area in full. There may be more."
	case n == a.Of:
		return fmt.Sprintf("All %d areas.", a.Of)
	case n <= mostChecked:
		return fmt.Sprintf("%s: %d of %d areas. There may be more.", english.UpperFirst(english.And(lowered(a.Checked))), n, a.Of)
	default:
		return fmt.Sprintf("%d of %d areas. There may be more.", n, a.Of)
	}
}

func lowered(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = english.LowerFirst(s)
	}
	return out
}

// assumed is what the answer takes to be so although the case does not say, as far as something that holds rests on it.
func (m *making) assumed() string {
	var out []string
	for _, f := range m.f.Presumed {
		if !f.Decides {
			continue
		}
		out = append(out, forSome(f.Of, f.Presumed))
	}
	return english.Sentences(out...)
}

// notRaised are the serious harms that nobody spoke of, the gravest first: at most so many of them by name.
func (m *making) notRaised(most int) string {
	var names []string
	for _, t := range m.f.TakenAsAbsent {
		if title := m.f.Titles[t.Fact]; title != "" && !slices.Contains(names, english.LowerFirst(title)) {
			names = append(names, english.LowerFirst(title))
		}
	}
	const then = ". Each is taken as absent. If you did not ask by name, ask."
	switch n := len(names); {
	case n == 0:
		return ""
	case n > most:
		return english.UpperFirst(strings.Join(names[:most], ", ")) + fmt.Sprintf(", and %d more", n-most) + then
	}
	return english.UpperFirst(english.And(names)) + then
}
