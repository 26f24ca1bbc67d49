package link

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/source"
)

// consent is the consent position, line by line.
var consent = kind{
	stratum: lang.Levelled,
	read: func(k *linker, part *ruleroot.Draft, f ruleroot.RulesFile) {
		c := f.Shape.Consent
		for answer, lines := range [...][]rulefile.LineEntry{policy.AnswerAgreement: c.Agreement, policy.AnswerInform: c.Inform, policy.AnswerSharing: c.Sharing, policy.AnswerFrom: c.From, policy.AnswerRecord: c.Record, policy.AnswerRefused: c.Refused} {
			k.lines(part, f, policy.Answer(answer), lines)
		}
	},
	// Consent lines keep their order within an answer, because it decides; lines
	// without a condition go last.
	list: func(k *linker) rules {
		return listOf[*policy.Line]{&k.p.Consent, func(a, b *policy.Line) int {
			return cmp.Or(cmp.Compare(a.Answer, b.Answer), cmp.Compare(k.last(a), k.last(b)))
		}}
	},
}

// answers are the values that each single answer of the consent position can have.
var answers = map[policy.Answer][]string{
	policy.AnswerAgreement: {"required", "not_required", "not_applicable"},
	policy.AnswerInform:    {"expected", "advice_first", "not_before_advice", "not_a_precondition", "not_applicable"},
	policy.AnswerSharing:   {"with_agreement", "advice_first", "in_proportion", "not_applicable"},
}

// lines links the lines of one answer in one file. They answer in their order, so all
// lines of one answer stand in one file of a policy; those of a policy built on come
// first, because the law goes before local practice.
func (k *linker) lines(part *ruleroot.Draft, f ruleroot.RulesFile, a policy.Answer, lines []rulefile.LineEntry) {
	var last *policy.Line
	for e := range room.While(&k.Room, lines) {
		line := &policy.Line{Rule: k.rule(part, f.File, policy.KindConsent, e.Head, e.Says.Value), Answer: a, Value: e.Value.Value, Says: e.Says.Value}
		if other := k.elsewhere(line); other != nil {
			k.At(f.File, e.ID.Node, diagnostic.Misplaced, fmt.Sprintf("%s also has lines in %s, and the order of lines decides", a, other.File), "put all lines of "+a.String()+" into one file")
		}
		if a.Single() {
			k.consentValue(f.File, e, a)
			k.notFromLevel(f.File, e, line)
			if last != nil && last.Always {
				k.At(f.File, e.ID.Node, diagnostic.NeverReached, fmt.Sprintf("%s is never reached: %s always holds", line.ID, last.ID), "put the line without a condition last")
			}
		} else if e.Value.Value != "" {
			k.At(f.File, e.Value.Node, diagnostic.Misplaced, fmt.Sprintf("a line of %s cannot have a value", a),
				"remove value:, and write the answer in says:")
		}
		last = line
		k.p.Consent = append(k.p.Consent, line)
	}
}

// notFromLevel refuses "not required" by the level: what may be done without
// agreement follows from a statutory ground, never from a local number.
func (k *linker) notFromLevel(f *source.File, e rulefile.LineEntry, line *policy.Line) {
	if line.Answer != policy.AnswerAgreement || line.Value != "not_required" {
		return
	}
	line.When.Root.Walk(1, func(n *lang.Node, _ int) {
		if n.Op == lang.CountIn || n.Op == lang.Decisive {
			k.At(f, e.When.Node, diagnostic.Misplaced, "agreement cannot be not_required because of the level or a count", "name the statutory ground: ground.…")
		}
	})
}

// elsewhere finds a line of the same answer in another file of the same policy. The
// files of a policy are read one after another, so that the first line tells.
func (k *linker) elsewhere(line *policy.Line) *policy.Line {
	key := answered{line.Answer, line.Origin}
	if first := k.answered[key]; first == nil {
		k.answered[key] = line
	} else if first.File != line.File {
		return first
	}
	return nil
}

// answered is an answer of the consent position and the policy that gives it.
type answered struct {
	answer policy.Answer
	origin string
}

// consentValue checks the value of a single answer.
func (k *linker) consentValue(f *source.File, e rulefile.LineEntry, a policy.Answer) {
	if slices.Contains(answers[a], e.Value.Value) {
		return
	}
	node, remedy := e.Value.Node, nearest(e.Value.Value, answers[a])
	if node == nil {
		node = e.ID.Node
	}
	k.At(f, node, diagnostic.NotOneOf, fmt.Sprintf("%q is not an answer to %s", e.Value.Value, a), cmp.Or(remedy, "one of "+strings.Join(answers[a], ", ")))
}

// last puts a single answer's default behind every line with a condition,
// whichever policy it is from, and the policy's own default before a shared one.
func (k *linker) last(l *policy.Line) int {
	switch {
	case !l.Always || !l.Answer.Single():
		return 0
	case l.Origin == k.Draft.ID:
		return 1
	default:
		return 2
	}
}

// takePlace moves a consent line to where the line that it replaces stands.
func (k *linker) takePlace(r, old *policy.Rule) {
	if r.Kind != policy.KindConsent {
		return
	}
	at := func(rule *policy.Rule) int {
		return slices.IndexFunc(k.p.Consent, func(l *policy.Line) bool { return l.Rule == rule })
	}
	from, to := at(r), at(old)
	line := k.p.Consent[from]
	k.p.Consent = slices.Insert(slices.Delete(k.p.Consent, from, from+1), to, line)
}
