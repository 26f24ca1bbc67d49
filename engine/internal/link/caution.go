package link

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/term"
)

// cautions are warnings to read beside the answer.
var cautions = kind{
	stratum: lang.WithJudgement,
	read: func(k *linker, part *ruleroot.Draft, f ruleroot.RulesFile) {
		for e := range room.While(&k.Room, f.Shape.Cautions) {
			k.p.Cautions = append(k.p.Cautions,
				&policy.Caution{Rule: k.rule(part, f.File, term.KindCaution, e.Head, e.Says.Value), Says: e.Says.Value})
		}
	},
	list: func(k *linker) rules { return inOrderOfID(&k.p.Cautions) },
}
