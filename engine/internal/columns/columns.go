// Package columns lays out the first screen of an answer in lines of a terminal: how a step, a row, a
// reason, a question, a moment and the scale of levels fill their lines, and where the clause behind
// each of them stands. The screen is measured and printed with the same functions, so that it cannot be
// longer than it was measured.
//
// Every function takes the width in columns and the id of a clause, or none. It cuts no text, and returns
// at least one line, without spaces at its end; a line is longer than the width only where one word is.
// Text is laid out as it is: whoever prints it has taken out what a terminal would obey.
package columns

import (
	"fmt"
	"slices"
	"strings"
)

// Width is how many columns the first screen takes unless another width is asked for.
const Width = 80

// How far the text of an entry stands in. A number takes three columns and a space; a label of a row
// 11, that of a child 9 and a moment 17, each after two spaces.
const (
	margin    = 2
	numbered  = 5
	rowLabel  = 11
	kidLabel  = 9
	timeLabel = 17
	// leastGap parts a question from its sources.
	leastGap = 2
	// levelGap parts the levels of the scale.
	levelGap = 3
)

// Head lays out a statement that stands at the edge: a line of the head, or of the foot.
func Head(width int, text, clause string) []string { return laid(width, "", 0, text, clause) }

// Step lays out a numbered step.
func Step(width, number int, text, clause string) []string {
	return laid(width, numeral(number), numbered, text, clause)
}

// Row lays out a row with a label; without one it goes on under the row before.
func Row(width int, label, text, clause string) []string {
	return tabbed(width, rowLabel, label, text, clause)
}

// Child lays out the row of one child; without a label it goes on under the row before.
func Child(width int, label, text, clause string) []string {
	return tabbed(width, kidLabel, label, text, clause)
}

// Moment lays out what falls due at a time; without one it stands at the margin.
func Moment(width int, when, text, clause string) []string {
	if when == "" {
		return Reason(width, false, text, clause)
	}
	return tabbed(width, timeLabel, when, text, clause)
}

// Reason lays out a reason, or any other statement under a heading: with a mark where there are several.
func Reason(width int, several bool, text, clause string) []string {
	if several {
		return laid(width, "  - ", margin+2, text, clause)
	}
	return laid(width, "  ", margin, text, clause)
}

// Question lays out a numbered question, with those who could answer it at the end of its line: as many
// of them as the line has room for. Where it has none even for the first, the question takes two lines.
func Question(width, number int, text string, sources []string) []string {
	mark := numeral(number)
	text = strings.Join(words(text), " ")
	sources = slices.DeleteFunc(slices.Clone(sources), func(s string) bool { return s == "" })
	for n := len(sources); n > 0; n-- {
		of := strings.Join(sources[:n], ", ")
		if Count(mark)+Count(text)+leastGap+Count(of) <= width {
			return []string{spaced(pushed(width, mark+text, of))}
		}
	}
	if len(sources) == 0 {
		return laid(width, mark, numbered, text, "")
	}
	return laidOut(entry{width: width, room: width, mark: mark, indent: numbered, text: text, end: sources[0], gap: leastGap})
}

// Level is a level as the scale shows it: in square brackets where it is recommended, in round ones
// where it is possible.
func Level(number int, name string, here, possible bool) string {
	level := fmt.Sprintf("%d %s", number, name)
	switch {
	case here:
		return "[" + level + "]"
	case possible:
		return "(" + level + ")"
	}
	return level
}

// Scale lays out levels on one line, or one under another where they do not fit.
func Scale(width int, levels []string) []string {
	gap := strings.Repeat(" ", levelGap)
	if line := "  " + strings.Join(levels, gap); Count(line) <= width {
		return []string{spaced(strings.TrimRight(line, " "))}
	}
	var lines []string
	for _, l := range levels {
		lines = append(lines, laid(width, "  ", margin, l, "")...)
	}
	return lines
}

// Heading lays out the heading of a section, and after a comma what is said aside.
func Heading(width int, heading, aside string) []string {
	if aside != "" {
		heading += ", " + aside
	}
	return laid(width, "", 0, heading, "")
}

// HeadingOver lays out the heading of a section, and at the end of the line what stands there below it.
func HeadingOver(width int, heading, right string) []string {
	return laidOut(entry{width: width, room: width, text: heading, end: right, gap: leastGap})
}

// numeral is a number in three columns, with the space after it.
func numeral(n int) string { return fmt.Sprintf("%3d. ", n) }

// tabbed lays out text after a label in a field, with as much margin on the right as on the left; a label
// that is too long for the field moves the first line alone.
func tabbed(width, field int, label, text, clause string) []string {
	pad := max(1, field-Count(label))
	if label == "" {
		pad = field
	}
	return laidOut(entry{
		width: width, room: width - margin, mark: "  " + label + strings.Repeat(" ", pad), indent: margin + field,
		text: text, end: cited(clause), gap: 1,
	})
}
