package link

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// placed is a text and the file that it stands in.
type placed struct {
	file *source.File
	node *yaml.Node
}

// unless reads the exception that ends a rule.
func (k *linker) unless(f *source.File, r *policy.Rule, h rulefile.Head) {
	if h.Unless == nil {
		return
	}
	r.Unless = &policy.Unless{Says: h.Unless.Says.Value, When: k.condition(f, r, h.Unless.When), Own: r.When}
	r.When, r.Always = r.Unless.Join(r.When), false
	k.unlesses[r] = placed{f, h.Unless.Here.Node}
}

// unlessMisplaced refuses unless on rules that set the level, and on rules whose kind, part or
// value says that they have to wait while the exception is open. An escalation that does not
// require agreement, a step of the front door and a caution may have one. Only the author can
// see that an escalation or a step tells, asks or offers something: that is in its words.
func (k *linker) unlessMisplaced() {
	refuse := func(r *policy.Rule, message string) {
		if at, ok := k.unlesses[r]; ok {
			k.At(at.file, at.node, diagnostic.Misplaced, message, "write the opposite in when: && !(…)")
		}
	}
	waits := func(r *policy.Rule, what string) {
		refuse(r, what+" cannot have unless: it has to wait while the exception is open")
	}
	for _, r := range k.all {
		switch r.Kind {
		case term.KindIndicator, term.KindGround, term.KindLevel:
			refuse(r, fmt.Sprintf("%s %s cannot have unless: rules that set the level never ask what is certain", article(r.Kind), r.Kind))
		case term.KindService:
			waits(r, "a service")
		case term.KindConsent, term.KindEscalation, term.KindPathway, term.KindCaution:
			// Consent lines, escalations and steps are looked at below. A caution may always have one.
		}
	}
	for _, l := range k.p.Consent {
		switch {
		case l.Answer != term.AnswerInform && l.Answer != term.AnswerSharing:
			waits(l.Rule, "a line of "+string(l.Answer))
		case !waitsForAdvice(l):
			waits(l.Rule, fmt.Sprintf("a line of %s whose value is %s", l.Answer, l.Value))
		}
	}
	for _, e := range k.p.Escalations {
		if e.Agreement == term.AgreementRequired {
			waits(e.Rule, "an action that needs agreement")
		}
	}
	for _, s := range k.p.Pathway {
		if s.Part != term.PartFrontDoor {
			waits(s.Rule, "a step of "+string(s.Part))
		}
	}
}

// article is the article before the name of a kind.
func article(k term.Kind) string {
	if k == term.KindIndicator {
		return "an"
	}
	return "a"
}
