package link

import (
	"fmt"
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
	list: func(k *linker) rules { return listOf[*policy.Level]{&k.p.Levels, byNumber} },
}

// levelNumbers lists the levels in ascending order.
func levelNumbers(levels map[int]int) []int {
	var numbers []int
	for n := range levels {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	return numbers
}

// listedAt is the level at which a directory lists a service, or 0.
func (k *linker) listedAt(f *source.File, at shape.Int) int {
	if _, ok := k.levels[at.Value]; at.IsSet() && !ok && len(k.levels) > 0 {
		k.At(f, at.Node, diagnostic.OffScale, fmt.Sprintf("there is no level %d", at.Value), fmt.Sprintf("the levels are %v", levelNumbers(k.levels)))
	}
	return at.Value
}
