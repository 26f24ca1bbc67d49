package render

import (
	"fmt"
	"strings"

	"windscreen/engine/facts"
)

// family writes what a case about several children holds: the facts of the home and of the case,
// what holds of every child, and the children.
func (f *form) family() {
	f.domains("", ofHome)
	if f.has(ofHome, f.scale(ofHome).path) {
		f.evidence("", ofHome)
	}
	f.done("")
	f.each()
	f.line("")
	f.comment("", "", "The children, each by a short label of your own, such as baby, 6 or older girl; never a name. A child may "+
		"say otherwise of the home: what is said of one child comes before each, and that before what is said above.")
	f.line("children:")
	const indent = "    "
	for n := range f.Children {
		f.line(fmt.Sprintf("  child-%d:", n+1))
		if n > 0 {
			f.comment(indent, "", "The same facts as for child-1, with what is known of this child.")
			continue
		}
		f.comment(indent, "", "What someone has gone through for this child: domains, single facts, or all.")
		f.off(indent, "explored", "all")
		f.domains(indent, ofChild)
		if f.has(ofChild, f.scale(ofChild).path) {
			f.evidence(indent, ofChild)
		}
		f.done(indent)
		f.judgement(indent)
		f.line("")
	}
}

// each says how to write what holds of every child.
func (f *form) each() {
	f.line("")
	f.comment("", "", "What holds of every child, written once: facts of a child, explored, evidence, done and judgement. What "+
		"is said of one child below comes before it.")
	f.off("", "each", "{explored: ["+strings.Join(f.explored(ofChild), ", ")+"]}")
}

// has reports whether a fact that is wanted has a path.
func (f *form) has(wanted func(facts.Fact) bool, path string) bool {
	for _, fact := range f.List.Facts {
		if wanted(fact) && fact.Path == path {
			return true
		}
	}
	return false
}
