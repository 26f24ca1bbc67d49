package render

import (
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
)

// labels names children: "baby, 6 and 11".
func labels(list []string) string {
	var names []string
	for _, l := range list {
		names = append(names, stated(l))
	}
	return english.And(names)
}

// oneOf says which child of a family an answer is for; nothing for a child without a label.
func oneOf(label string, of int) string {
	switch {
	case label == "":
		return ""
	case of < 2:
		return stated(label)
	}
	return stated(label) + ", one of " + english.Numbered(of, "child")
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
	return "for all " + english.Numbered(n, "child")
}

// marked puts before an item which children it is for, unless it is for all.
func (p *familyPage) marked(of family.Of, it item) item {
	if !of.All {
		it.text = english.UpperFirst(p.forWhom(of)) + ": " + it.text
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
