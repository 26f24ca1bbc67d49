package link

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// escalations are what must happen now or by a time.
var escalations = kind{
	stratum: lang.WithJudgement,
	read: func(k *linker, part *ruleroot.Draft, f ruleroot.RulesFile) {
		for e := range room.While(&k.Room, f.Shape.Escalations) {
			k.escalation(part, f, e)
		}
	},
	list: func(k *linker) rules { return inOrderOfID(&k.p.Escalations) },
}

// escalation links one escalation and its deadlines.
func (k *linker) escalation(part *ruleroot.Draft, f ruleroot.RulesFile, e rulefile.EscalationEntry) {
	x := &policy.Escalation{
		Rule:      k.rule(part, f.File, term.KindEscalation, e.Head, e.Action.Value),
		Immediate: e.Immediate,
		First:     e.First,
		Action:    e.Action.Value,
		Who:       e.Who.Value,
		Agreement: e.Agreement.Value,
		Contact:   k.contact(f.File, e.Contact),
		Doing:     whoDoes(e.Doing),
		DoneBy:    k.doneBy(f.File, e.DoneBy),
	}
	x.Does, x.SameCall = k.doing(f.File, x.Rule, "", e.Does), k.sameCall(f.File, x.Rule, e.SameCall)
	fits(k.Report, f.File, e.Action, e.Short, roomForStep)
	if x.First && !x.Immediate && e.ID.Node != nil {
		k.At(f.File, e.ID.Node, diagnostic.Misplaced, fmt.Sprintf("%s comes first but is not immediate", x.ID),
			"add immediate: true, or remove first")
	}
	k.needless(f.File, x, e.Needs)
	k.later(f.File, x.Rule, e.Doing)
	for _, d := range e.Due {
		x.Due = append(x.Due, k.due(x, f.File, d))
	}
	k.p.Escalations = append(k.p.Escalations, x)
}

// needless refuses to let an action wait for agreement if the rule says that it needs none.
func (k *linker) needless(f *source.File, x *policy.Escalation, needs []shape.Word[term.Awaits]) {
	switch x.Agreement {
	case term.AgreementNotRequired, term.AgreementNotApplicable:
	case "", term.AgreementRequired:
		return
	}
	for _, w := range needs {
		if w.Value == term.AwaitsAgreement {
			k.At(f, w.Node, diagnostic.Conflict,
				fmt.Sprintf("%s would wait for agreement, but its agreement is %s", x.ID, x.Agreement),
				"take out one of the two")
		}
	}
}

// due links one deadline.
func (k *linker) due(x *policy.Escalation, f *source.File, d rulefile.DueEntry) policy.Due {
	k.citations(citing(x.Rule), f, []shape.Text{d.Clause})
	due := policy.Due{Clause: d.Clause.Value, Basis: d.Basis.Value, Short: k.plain(f, d.Short)}
	fits(k.Report, f, d.Basis, d.Short, roomForLimit)
	limit, err := policy.ParseLimit(d.Within.Value)
	if err != nil && d.Within.Node != nil {
		k.At(f, d.Within.Node, diagnostic.WrongShape, err.Error(),
			"write for example 24 hours, 3 working days, 6 weeks, same working day, end of next working day, before or at once")
	}
	due.Limit = limit
	if limit.Unit.NeedsClock() && k.clockOf() == nil && d.Within.Node != nil && len(k.levels) > 0 {
		k.At(f, d.Within.Node, diagnostic.MissingKey, "the limit counts working days, but the policy does not say how",
			"add clock: to policy.yaml")
	}
	if limit.Unit == term.UnitBefore && d.From.Value == "" && d.Within.Node != nil {
		k.At(f, d.Within.Node, diagnostic.MissingKey, "the limit does not say before what", "add from: with a date or time fact")
	}
	if d.From.Value != "" {
		due.From = k.p.Vocabulary.Fact(d.From.Value)
		if due.From == nil || due.From.Kind != vocabulary.Date && due.From.Kind != vocabulary.Time {
			k.At(f, d.From.Node, diagnostic.UnknownName, fmt.Sprintf("%s is not a date or time fact", d.From.Value),
				source.DidYouMean(d.From.Value, times(k.p.Vocabulary)))
			due.From = nil
		}
	}
	return due
}

// times lists the paths of date and time facts.
func times(v *vocabulary.Vocabulary) []string {
	var paths []string
	for _, f := range v.Facts {
		if f.Kind == vocabulary.Date || f.Kind == vocabulary.Time {
			paths = append(paths, f.Path)
		}
	}
	return paths
}
