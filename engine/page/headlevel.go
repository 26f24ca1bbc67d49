package page

import (
	"fmt"
	"strings"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// higherLevels puts into words which levels higher than one are still possible.
type higherLevels func(from, to int, scale []recommendation.Rung) string

// nothing says nothing of them, so that only the scale shows them.
func nothing(int, int, []recommendation.Rung) string { return "" }

// levelSays is the level, with or without its name, and what is still possible.
func (m *making) levelSays(named bool, higher higherLevels) string {
	l := m.f.Level
	if l.Recommended == 0 && l.Name == "" {
		return "No level is recommended."
	}
	level := fmt.Sprintf("level %d", l.Recommended)
	if named && l.Name != "" {
		level += ", " + l.Name
	}
	if l.AtMost > l.Recommended {
		level = "at least " + level
	}
	if m.one == nil {
		level += ", for " + m.forHowMany(len(l.Children))
	}
	text := higher(l.Recommended, l.AtMost, l.Scale)
	if strings.HasPrefix(text, notSettled) {
		return english.Stopped(english.UpperFirst(level + ", " + text))
	}
	return english.Sentences(level, text)
}

// forHowMany says for how many of the children something is.
func (m *making) forHowMany(n int) string {
	all := len(m.a.Children)
	switch {
	case n == all && all == 2:
		return "both children"
	case n == all:
		return "all " + english.Number(all) + " children"
	}
	return english.Number(n) + " of " + english.Number(all) + " children"
}

// possible says which higher levels are still possible.
func possible(from, to int, scale []recommendation.Rung) string {
	higher := levelsFrom(from+1, to, scale)
	switch len(higher) {
	case 0:
		return ""
	case 1:
		return "Level " + higher[0] + " is possible"
	}
	return "Levels " + english.And(higher) + " are possible"
}

// levelsFrom are the numbers of the levels from one to another.
func levelsFrom(from, to int, scale []recommendation.Rung) []string {
	var out []string
	for _, r := range scale {
		if r.Level >= from && r.Level <= to {
			out = append(out, fmt.Sprint(r.Level))
		}
	}
	return out
}

// possibleTo says the same as possible, more shortly if there are more than two.
func possibleTo(from, to int, scale []recommendation.Rung) string {
	if to-from > 2 {
		return fmt.Sprintf("Levels %d to %d are possible", from+1, to)
	}
	return possible(from, to, scale)
}

// notSettled begins what is said of higher levels where something is due at once. The first line then says both how low the
// level may be and that nobody waits, and whoever reads only the number must not take it for the answer.
const notSettled = "and not settled"

// floor says which higher levels are still possible where something is due at once.
func floor(from, to int, scale []recommendation.Rung) string {
	higher := levelsFrom(from+1, to, scale)
	if len(higher) == 0 {
		return ""
	}
	return notSettled + ": it may be " + english.Or(higher)
}

// floorTo names only the highest of them, and floorAlone none.
func floorTo(from, to int, _ []recommendation.Rung) string {
	if to <= from {
		return ""
	}
	return fmt.Sprintf("%s: it may be %d", notSettled, to)
}

func floorAlone(from, to int, _ []recommendation.Rung) string {
	if to <= from {
		return ""
	}
	return notSettled
}

// levelCite are the clauses of the level. The screen shows none of them beside the level itself.
func (m *making) levelCite() []string {
	if m.one == nil {
		return nil
	}
	return m.one.Level.Cite
}
