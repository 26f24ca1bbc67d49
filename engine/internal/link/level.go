package link

import (
	"cmp"
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/term"
)

// levels are the criteria of each level.
var levels = kind{
	stratum: lang.Counted,
	read: func(k *linker, part *ruleroot.Draft, f ruleroot.RulesFile) {
		for e := range room.While(&k.Room, f.Shape.Levels) {
			l := &policy.Level{Rule: k.rule(part, f.File, term.KindLevel, e.Head, e.Name.Value), Number: e.Level, Name: e.Name.Value}
			if l.Number < 1 || l.Number > 99 {
				k.At(f.File, e.ID.Node, diagnostic.OffScale, fmt.Sprintf("a level cannot be %d", l.Number), "levels are numbered from 1")
			}
			k.p.Levels = append(k.p.Levels, l)
		}
	},
	list: func(k *linker) rules {
		return listOf[*policy.Level]{&k.p.Levels, func(a, b *policy.Level) int { return cmp.Compare(a.Number, b.Number) }}
	},
}
