package render

import (
	"slices"
	"strconv"
	"strings"

	"windscreen/engine/family"
)

// numbers are small numbers as words.
var numbers = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}

// counting is a number in words, if it is small.
func counting(n int) string {
	if n < 0 || n >= len(numbers) {
		return strconv.Itoa(n)
	}
	return numbers[n]
}

// children says how many children: "one child", "three children".
func children(n int) string {
	if n == 1 {
		return "one child"
	}
	return counting(n) + " children"
}

// labels names children: "baby, 6 and 11".
func labels(list []string) string {
	var names []string
	for _, l := range list {
		names = append(names, stated(l))
	}
	if n := len(names) - 1; n > 0 {
		return strings.Join(names[:n], ", ") + " and " + names[n]
	}
	return strings.Join(names, "")
}

// oneOf says which child of a family an answer is for; nothing for a child without a label.
func oneOf(label string, of int) string {
	switch {
	case label == "":
		return ""
	case of < 2:
		return stated(label)
	}
	return stated(label) + ", one of " + children(of)
}

// named is an outline that says, under its first heading, which child of a family it is for.
func named(out outline, label string, of int) outline {
	if who := oneOf(label, of); who != "" && len(out) > 0 {
		out[0].items = slices.Insert(out[0].items, 0, item{tone: strong, text: who + "."})
	}
	return out
}

// forWhom says which children something is for: "for baby and 6", or "for all three children".
func (p *familyPage) forWhom(of family.Of) string {
	n := len(p.Rows)
	switch {
	case !of.All || n < 2:
		return "for " + labels(of.Children)
	case n == 2:
		return "for both children"
	}
	return "for all " + children(n)
}

// marked puts before an item which children it is for, unless it is for all.
func (p *familyPage) marked(of family.Of, it item) item {
	if !of.All {
		it.text = upperFirst(p.forWhom(of)) + ": " + it.text
	}
	return it
}

// noted puts after a name which children it is for, unless it is for all.
func (p *familyPage) noted(of family.Of, it item) item {
	if !of.All {
		it.text = bracketed(it.text, labels(of.Children))
	}
	return it
}
