package engine

import (
	"slices"

	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/term"
)

// family decides a case about several children.
func (p *Policy) family(c *Case, v *Verdict) error {
	own, err := p.engine.owned(p.unit, c, "")
	if err != nil {
		return err
	}
	w := v.room(p)
	v.Children = v.Children[:0]
	for _, of := range own {
		if err := w.decide(recommend.Input(of)); err != nil {
			return err
		}
		child := ChildVerdict{Child: of.Child}
		child.take(p.unit.Policy, &w.verdict)
		child.leaveOut(recommend.DoneAlready(p.unit.Policy, of))
		v.Children = append(v.Children, child)
	}
	v.together(p.unit.Policy)
	v.asOf = c.c.AsOf.Unix()
	return nil
}

// together makes the decision on a family from those on its children.
func (v *Verdict) together(p *policy.Policy) {
	d := &v.Decision
	*d = Decision{}
	for _, c := range v.Children {
		d.Recommended, d.AtMost = max(d.Recommended, c.Recommended), max(d.AtMost, c.AtMost)
		d.Grounds = append(d.Grounds, c.Grounds...)
		d.PossibleGrounds = append(d.PossibleGrounds, c.PossibleGrounds...)
		d.Consent = append(d.Consent, c.Consent...)
		d.Escalations = append(d.Escalations, c.Escalations...)
		d.PossibleEscalations = append(d.PossibleEscalations, c.PossibleEscalations...)
	}
	d.Grounds, d.PossibleGrounds = eachOnce(d.Grounds, d.PossibleGrounds)
	d.Escalations, d.PossibleEscalations = eachOnce(d.Escalations, d.PossibleEscalations)
	d.Consent = linesTogether(p, d.Consent)
}

// eachOnce puts two lists in order, each name once. What is certain for one child is not only
// possible for the family.
func eachOnce(certain, possible []string) (_, _ []string) {
	slices.Sort(certain)
	slices.Sort(possible)
	possible = slices.DeleteFunc(slices.Compact(possible), func(name string) bool { return slices.Contains(certain, name) })
	return slices.Compact(certain), possible
}

// linesTogether are the consent lines that answer for a family, in the policy's order: those for
// any child, but of the lines on telling the family the most cautious.
func linesTogether(p *policy.Policy, ids []string) []string {
	told := ""
	var lines []*policy.Line
	for _, l := range p.Consent {
		if !slices.Contains(ids, l.ID) {
			continue
		}
		lines = append(lines, l)
		if l.Answer == term.AnswerInform && (told == "" || term.AnswerInform.AsCautious(l.Value, told)) {
			told = l.Value
		}
	}
	var out []string
	for _, l := range lines {
		if l.Answer != term.AnswerInform || l.Value == told {
			out = append(out, l.ID)
		}
	}
	return out
}
