package link

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"windscreen/engine/internal/policy"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/source"
)

// answers are the values that each single answer of the consent position can have.
var answers = map[policy.Answer][]string{
	policy.AnswerAgreement: {"required", "not_required", "not_applicable"},
	policy.AnswerInform:    {"expected", "advice_first", "not_before_advice", "not_a_precondition", "not_applicable"},
	policy.AnswerSharing:   {"with_agreement", "advice_first", "in_proportion", "not_applicable"},
}

// consent reads the consent position of one file. Lines answer in their order, so
// all lines of one answer stand in one file of a policy; those of a policy built
// on come first, because the law goes before local practice.
func (k *linker) consent(part *draft, f rulesFile) {
	c := f.shape.Consent
	for answer, lines := range [...][]rulefile.LineEntry{policy.AnswerAgreement: c.Agreement, policy.AnswerInform: c.Inform, policy.AnswerSharing: c.Sharing, policy.AnswerFrom: c.From, policy.AnswerRecord: c.Record, policy.AnswerRefused: c.Refused} {
		a := policy.Answer(answer)
		var last *policy.Line
		for e := range whileRoom(k.loader, lines) {
			line := &policy.Line{Rule: k.rule(part, f.file, policy.KindConsent, e.Head, e.Says.Value), Answer: a, Value: e.Value.Value, Says: e.Says.Value}
			if other := k.elsewhere(line); other != nil {
				k.at(f.file, e.ID.Node, diagnostic.Misplaced, fmt.Sprintf("%s is answered in %s as well, and the order of lines decides", a, other.File), "put all lines of "+a.String()+" into one file")
			}
			if a.Single() {
				k.consentValue(f.file, e, a)
				k.notFromLevel(f.file, e, line)
				if last != nil && last.Always {
					k.at(f.file, e.ID.Node, diagnostic.NeverReached, fmt.Sprintf("%s is never reached: %s always holds", line.ID, last.ID), "put the line without a condition last")
				}
			} else if e.Value.Value != "" {
				k.at(f.file, e.Value.Node, diagnostic.Misplaced, fmt.Sprintf("a line of %s has no value", a), "say it in says")
			}
			last = line
			k.p.Consent = append(k.p.Consent, line)
		}
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
			k.at(f, e.When.Node, diagnostic.Misplaced, "agreement is never not_required because of the level or a count", "name the statutory ground: ground.…")
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
	node, remedy := e.Value.Node, source.DidYouMean(e.Value.Value, answers[a])
	if node == nil {
		node = e.ID.Node
	}
	k.at(f, node, diagnostic.NotOneOf, fmt.Sprintf("%q is not an answer to %s", e.Value.Value, a), cmp.Or(remedy, "one of "+strings.Join(answers[a], ", ")))
}

// replace takes out the rules that others stand in for. A consent line takes the
// place of the one that it replaces.
func (k *linker) replace() {
	for r := range whileRoom(k.loader, k.p.Rules) {
		if r.Replaces == "" {
			continue
		}
		old := k.ids[r.Replaces]
		file := k.sourceFile(r.File)
		switch {
		case old == nil || old.Origin == r.Origin:
			k.report(file.Diagnostic(diagnostic.ReplacesNothing, r.Start, r.Start, fmt.Sprintf("%s replaces %s, which no policy built on has", r.ID, r.Replaces), source.DidYouMean(r.Replaces, k.shared(r))))
		case old.Kind != r.Kind:
			k.report(file.Diagnostic(diagnostic.ReplacesNothing, r.Start, r.Start, fmt.Sprintf("%s is a rule of another kind than %s", r.ID, old.ID), "replace a rule by one of its own kind"))
		case k.replaced[old.ID]:
			k.report(file.Diagnostic(diagnostic.DuplicateID, r.Start, r.Start, fmt.Sprintf("%s is replaced by another rule already", old.ID), "keep one of the two"))
		default:
			k.replaced[old.ID] = true
			k.takePlace(r, old)
		}
	}
	gone := func(r *policy.Rule) bool { return k.replaced[r.ID] }
	p := k.p
	p.Rules = slices.DeleteFunc(p.Rules, gone)
	p.Indicators = slices.DeleteFunc(p.Indicators, func(x *policy.Indicator) bool { return gone(x.Rule) })
	p.Grounds = slices.DeleteFunc(p.Grounds, func(x *policy.Ground) bool { return gone(x.Rule) })
	p.Levels = slices.DeleteFunc(p.Levels, func(x *policy.Level) bool { return gone(x.Rule) })
	p.Consent = slices.DeleteFunc(p.Consent, func(x *policy.Line) bool { return gone(x.Rule) })
	p.Escalations = slices.DeleteFunc(p.Escalations, func(x *policy.Escalation) bool { return gone(x.Rule) })
	p.Pathway = slices.DeleteFunc(p.Pathway, func(x *policy.Step) bool { return gone(x.Rule) })
	p.Services = slices.DeleteFunc(p.Services, func(x *policy.Service) bool { return gone(x.Rule) })
	p.Cautions = slices.DeleteFunc(p.Cautions, func(x *policy.Caution) bool { return gone(x.Rule) })
}

// shared lists the rules of the policies built on, of the same kind as r.
func (k *linker) shared(r *policy.Rule) []string {
	var ids []string
	for _, id := range sortedKeys(k.ids) {
		if o := k.ids[id]; o.Origin != r.Origin && o.Kind == r.Kind {
			ids = append(ids, id)
		}
	}
	return ids
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

// sourceFile finds a file of this policy by name.
func (k *linker) sourceFile(name string) *source.File {
	for _, part := range k.parts {
		for _, f := range part.rules {
			if f.file.Name == name {
				return f.file
			}
		}
	}
	return k.draft.file
}

// order puts the rules of each kind in the order of their ids and numbers them,
// so that where a rule stands changes nothing. Consent lines keep their order
// within an answer, because it decides; lines without a condition go last.
func (k *linker) order() {
	p := k.p
	slices.SortFunc(p.Indicators, func(a, b *policy.Indicator) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Grounds, func(a, b *policy.Ground) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Levels, func(a, b *policy.Level) int { return cmp.Compare(a.Number, b.Number) })
	slices.SortFunc(p.Escalations, func(a, b *policy.Escalation) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Pathway, func(a, b *policy.Step) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Services, func(a, b *policy.Service) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Listed, func(a, b *policy.Service) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Cautions, func(a, b *policy.Caution) int { return strings.Compare(a.ID, b.ID) })
	slices.SortStableFunc(p.Consent, func(a, b *policy.Line) int {
		return cmp.Or(cmp.Compare(a.Answer, b.Answer), cmp.Compare(k.last(a), k.last(b)))
	})
	p.Rules = p.Rules[:0]
	add := func(r *policy.Rule) {
		r.Index = len(p.Rules)
		p.Rules = append(p.Rules, r)
	}
	for _, x := range p.Indicators {
		add(x.Rule)
	}
	for _, x := range p.Grounds {
		add(x.Rule)
	}
	for _, x := range p.Levels {
		add(x.Rule)
	}
	p.FindingsEnd = len(p.Rules)
	for _, x := range p.Consent {
		add(x.Rule)
	}
	for _, x := range p.Escalations {
		add(x.Rule)
	}
	for _, x := range p.Pathway {
		add(x.Rule)
	}
	for _, x := range p.Services {
		add(x.Rule)
	}
	for _, x := range p.Cautions {
		add(x.Rule)
	}
}

// last puts a single answer's default behind every line with a condition,
// whichever policy it is from, and the policy's own default before a shared one.
func (k *linker) last(l *policy.Line) int {
	switch {
	case !l.Always || !l.Answer.Single():
		return 0
	case l.Origin == k.draft.folder:
		return 1
	default:
		return 2
	}
}

// wholeness checks what a policy as a whole must have. A shared policy need not.
func (k *linker) wholeness() {
	k.unused()
	if k.draft.policy.Shared {
		return
	}
	k.worse()
	f := k.draft.file
	at := k.draft.policy.ID.Node
	if len(k.p.Levels) == 0 {
		k.at(f, at, diagnostic.MissingKey, "the policy has no levels", "write a file with levels:")
		return
	}
	if low := k.p.Levels[0]; !low.Always {
		k.report(k.sourceFile(low.File).Diagnostic(diagnostic.NoDefault, low.Start, low.Start, fmt.Sprintf("level %d is the lowest but has a condition", low.Number), "every case has a level: leave out its when"))
	}
	for _, l := range k.p.Levels[1:] {
		if l.Always && l.When.Text == "" {
			k.report(k.sourceFile(l.File).Diagnostic(diagnostic.MissingKey, l.Start, l.Start, fmt.Sprintf("level %d has no condition, so every child would be at it", l.Number), "write when:"))
		}
	}
	for _, a := range []policy.Answer{policy.AnswerAgreement, policy.AnswerInform, policy.AnswerSharing} {
		if !slices.ContainsFunc(k.p.Consent, func(l *policy.Line) bool { return l.Answer == a && l.Always }) {
			k.at(f, at, diagnostic.NoDefault, fmt.Sprintf("the consent position has no default for %s", a), "add a last line without a condition")
		}
	}
}

// unused warns of parameters that no condition reads.
func (k *linker) unused() {
	if k.draft.policy.Shared {
		return
	}
	for _, part := range k.parts {
		for _, f := range part.rules {
			for _, e := range f.shape.Parameters.Entries {
				if k.used[e.Key.Value] {
					continue
				}
				d := f.file.At(e.Key.Node, diagnostic.UnusedParameter, fmt.Sprintf("no condition reads the parameter %s", e.Key.Value), "use it, or take it out")
				d.Severity = diagnostic.Warning
				k.report(d)
			}
		}
	}
}
