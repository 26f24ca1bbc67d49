package link

import (
	"fmt"
	"maps"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// grounds are the ways in which statutory bases hold.
var grounds = kind{
	stratum: lang.FactsOnly,
	read: func(k *linker, part *ruleroot.Draft, f ruleroot.RulesFile) {
		for e := range room.While(&k.Room, f.Shape.Grounds) {
			g := &policy.Ground{Rule: k.rule(part, f.File, term.KindGround, e.Head, "")}
			g.Statute = k.statute(f.File, e.Ground)
			k.p.Grounds = append(k.p.Grounds, g)
		}
	},
	list: func(k *linker) rules { return inOrderOfID(&k.p.Grounds) },
}

// statute finds a statutory basis by name.
func (k *linker) statute(f *source.File, t shape.Text) int {
	i, ok := k.statutes[t.Value]
	if !ok && t.Value != "" {
		k.At(f, t.Node, diagnostic.UnknownName, fmt.Sprintf("there is no statutory basis called %s", t.Value),
			source.DidYouMean(t.Value, slices.Sorted(maps.Keys(k.statutes))))
	}
	return i
}
