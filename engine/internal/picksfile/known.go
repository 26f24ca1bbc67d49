package picksfile

import (
	"slices"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/picks"
	"windscreen/engine/term"
)

// answered reports whether a case says already, and exactly, what a question asks: of each child whom it is about.
func answered(f *vocabulary.Fact, a *Ask, children []casefile.Child) bool {
	about := shape.Strings(a.Children)
	there := false
	for _, c := range children {
		if f.Of == term.OfChild && len(about) > 0 && !slices.Contains(about, c.Label) {
			continue
		}
		if there = c.Case.Origins[f.Index].Stands() && c.Case.Values[f.Index].Known(); !there {
			return false
		}
	}
	return there
}

// remark says that the case answers a question already.
func (p *reading) remark(n *yaml.Node, path string) {
	d := p.file.At(n, picks.AnsweredAlready, "the case says already what "+path+" is, so nobody is asked about it",
		"check that the case says no more than the referral; the question counts as missed unless another fact of it is asked")
	d.Severity = diagnostic.Warning
	p.faults.Add(d)
}
