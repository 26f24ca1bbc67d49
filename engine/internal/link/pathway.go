package link

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/term"
)

// pathway is how help is reached, step by step.
var pathway = kind{
	stratum: lang.WithJudgement,
	read: func(k *linker, part *ruleroot.Draft, f ruleroot.RulesFile) {
		for e := range room.While(&k.Room, f.Shape.Pathway) {
			fits(k.Report, f.File, e.Says, e.Short, roomForStep)
			s := &policy.Step{Rule: k.rule(part, f.File, term.KindPathway, e.Head, e.Says.Value),
				Part: e.Part.Value, Force: e.Force.Value, Says: e.Says.Value, Contact: k.contact(f.File, e.Contact),
				Doing: whoDoes(e.Doing), DoneBy: k.doneBy(f.File, e.DoneBy)}
			s.Does, s.SameCall = k.doing(f.File, s.Rule, "", e.Does), k.sameCall(f.File, s.Rule, e.SameCall)
			k.later(f.File, s.Rule, e.Doing)
			k.p.Pathway = append(k.p.Pathway, s)
		}
	},
	list: func(k *linker) rules { return inOrderOfID(&k.p.Pathway) },
}
