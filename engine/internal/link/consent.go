package link

import (
	"cmp"
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// consent is the consent position, line by line.
var consent = kind{
	stratum: lang.Levelled,
	read: func(k *linker, part *ruleroot.Draft, f ruleroot.RulesFile) {
		c := f.Shape.Consent
		k.lines(part, f, term.AnswerAgreement, valued(c.Agreement))
		k.lines(part, f, term.AnswerAnswered, listed(c.Answered))
		k.lines(part, f, term.AnswerInform, valued(c.Inform))
		k.lines(part, f, term.AnswerSharing, valued(c.Sharing))
		k.lines(part, f, term.AnswerFrom, listed(c.From))
		k.lines(part, f, term.AnswerRecord, listed(c.Record))
		k.lines(part, f, term.AnswerRefused, listed(c.Refused))
		k.lines(part, f, term.AnswerCopy, listed(c.Copy))
	},
	// Consent lines keep their order within an answer, because it decides; lines
	// without a condition go last.
	list: func(k *linker) rules {
		return listOf[*policy.Line]{&k.p.Consent, func(a, b *policy.Line) int {
			return cmp.Or(cmp.Compare(term.Order(a.Answer), term.Order(b.Answer)), cmp.Compare(k.last(a), k.last(b)))
		}}
	},
}

// lineEntry is a line as a file has it, and its value where it is one of a single answer.
type lineEntry struct {
	rulefile.LineEntry
	value string
}

// valued are the lines of a single answer.
func valued[T term.Closed[T]](entries []rulefile.AnswerEntry[T]) []lineEntry {
	out := make([]lineEntry, len(entries))
	for i, e := range entries {
		out[i] = lineEntry{e.LineEntry, string(e.Value.Value)}
	}
	return out
}

// listed are the lines of an answer that is a list.
func listed(entries []rulefile.LineEntry) []lineEntry {
	out := make([]lineEntry, len(entries))
	for i, e := range entries {
		out[i] = lineEntry{LineEntry: e}
	}
	return out
}

// lines links the lines of one answer in one file. They answer in their order, so all
// lines of one answer stand in one file of a policy; those of a policy built on come
// first, because the law goes before local practice.
func (k *linker) lines(part *ruleroot.Draft, f ruleroot.RulesFile, a term.Answer, lines []lineEntry) {
	var last *policy.Line
	for e := range room.While(&k.Room, lines) {
		line := &policy.Line{
			Rule:   k.rule(part, f.File, term.KindConsent, e.Head, e.Says.Value),
			Answer: a,
			Value:  e.value,
			Says:   e.Says.Value,

			Outcome: e.Outcome.Value,
		}
		if line.Outcome != "" && a != term.AnswerAnswered {
			k.At(f.File, e.Outcome.Node, diagnostic.Misplaced, fmt.Sprintf("a line of %s says nothing of what the family answered", a),
				"write outcome in a line of answered, or take it out")
		}
		if other := k.elsewhere(line); other != nil {
			k.At(f.File, e.ID.Node, diagnostic.Misplaced,
				fmt.Sprintf("%s also has lines in %s, and the order of lines decides", a, other.File),
				"put all lines of "+string(a)+" into one file")
		}
		if a.Single() {
			k.notFromLevel(f.File, e, line)
			if last != nil && last.Always {
				k.At(f.File, e.ID.Node, diagnostic.NeverReached,
					fmt.Sprintf("%s is never reached: %s always holds", line.ID, last.ID),
					"put the line without a condition last")
			}
		}
		line.Does = k.doing(f.File, line.Rule, a, e.Does)
		k.waiting(f.File, line, e.Waiting)
		line.CopyTo = k.copyTo(f.File, line, e.ID, e.To)
		k.answeredTexts(f.File, line, e.Short, e.AnsweredTexts)
		fitsLine(k.Report, f.File, a, e.Says, e.Short)
		last = line
		k.p.Consent = append(k.p.Consent, line)
		if e.Before != nil && e.Before.Rule.IsSet() {
			k.aheads = append(k.aheads, ahead{line, f.File, e.Before.Rule})
		}
	}
}

// notFromLevel refuses "not required" by the level: what may be done without
// agreement follows from a statutory ground, never from a local number.
func (k *linker) notFromLevel(f *source.File, e lineEntry, line *policy.Line) {
	if line.Answer != term.AnswerAgreement || line.Value != string(term.AgreementNotRequired) {
		return
	}
	line.When.Root.Walk(1, func(n *lang.Node, _ int) {
		if n.Op == lang.CountIn || n.Op == lang.Decisive {
			k.At(f, e.When.Node, diagnostic.Misplaced, "agreement cannot be not_required because of the level or a count",
				"name the statutory ground: ground.…")
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
	answer term.Answer
	origin string
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
	if r.Kind == term.KindConsent {
		k.moveLine(r, old)
	}
}
