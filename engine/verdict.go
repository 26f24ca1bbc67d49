package engine

import (
	"slices"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
)

// Verdict is the decision on a case, without the explanation. It says the same as a
// Recommendation and takes a small part of the time. For a case about several children it says
// the same as the page for the family, and as the Recommendation for each child.
//
// It belongs to the caller, who may use it for one case after another. Policy.Verdict and
// Policy.VerdictJSON fill it in and keep their working memory in it: with the plan they
// allocate nothing after a few cases of one policy, each about one child. The zero Verdict is
// ready for use. Use one Verdict on one goroutine. Its lists are valid until its next use.
type Verdict struct {
	Decision
	// Children are the decisions on the children of a case about several, in the order of the
	// case; empty for a case about one. The Decision above is then that on the family: the highest
	// levels of any child, what holds or is due for some child, what is possible for some and
	// holds for none, and of the lines on telling the family the most cautious.
	Children []ChildVerdict

	work *work
	// asOf is the moment of the case in Unix seconds.
	asOf int64
}

// ChildVerdict is the decision on one child of a case about several, as part of its family.
type ChildVerdict struct {
	// Child is the child's label.
	Child string `json:"child"`
	Decision
}

// Decision is what is decided.
type Decision struct {
	// Recommended is the highest level that is certain, and AtMost the highest that is not
	// ruled out. If they are the same, the level is settled.
	Recommended int `json:"recommended"`
	AtMost      int `json:"at_most"`
	// Grounds are the names of the statutory grounds that hold, and PossibleGrounds of those
	// that may hold, in order of name.
	Grounds         []string `json:"grounds"`
	PossibleGrounds []string `json:"possible_grounds"`
	// Consent holds the ids of the consent lines that answer, in the policy's order.
	Consent []string `json:"consent"`
	// Escalations are the ids of the escalations that are due, and PossibleEscalations of
	// those that may be, in order of id. Those that the case says were done are in neither.
	Escalations         []string `json:"escalations"`
	PossibleEscalations []string `json:"possible_escalations"`
}

// work is the room to decide cases of one policy.
type work struct {
	policy  *Policy
	quick   *casefile.Quick
	state   *plan.State // nil for the reference
	verdict plan.Verdict
}

// newWork makes it.
func (p *Policy) newWork() *work {
	w := &work{policy: p, quick: p.engine.quick.New()}
	if e, ok := p.unit.Maker.Evaluator.(*plan.Plan); ok {
		w.state = e.NewState()
	}
	return w
}

// room is the verdict's own, for this policy.
func (v *Verdict) room(p *Policy) *work {
	if v.work == nil || v.work.policy.unit != p.unit {
		v.work = p.newWork()
	}
	return v.work
}

// Verdict decides a case under this policy, whichever policy the case names. Use it if you
// need no explanation. Engine.Evaluate explains.
//
// The error is as for Engine.Evaluate. If there is one, the verdict means nothing.
func (p *Policy) Verdict(c *Case, v *Verdict) error {
	if err := p.usable(); err != nil {
		return err
	}
	if err := p.engine.takes(c); err != nil {
		return err
	}
	if v == nil {
		return errNoVerdict
	}
	if c.children != nil {
		return p.family(c, v)
	}
	own, faults := recommend.Own(p.unit.Policy, c.c)
	if err := faults.Err(); err != nil {
		return err
	}
	w := v.room(p)
	if err := w.decide(recommend.Input(own)); err != nil {
		return err
	}
	v.alone(p.unit.Policy, &w.verdict)
	v.leaveOut(recommend.DoneAlready(p.unit.Policy, own))
	v.asOf = c.c.AsOf.Unix()
	return nil
}

// VerdictJSON decides a case in JSON under this policy, whichever policy the case names. The
// answer and the errors are those of ReadCase and then Verdict; diagnostics call the file
// case.json. It is several times faster than those two for ordinary cases of up to 64 KiB
// about one child. It gives no warnings.
func (p *Policy) VerdictJSON(data []byte, v *Verdict) error {
	if err := p.usable(); err != nil {
		return err
	}
	if v == nil {
		return errNoVerdict
	}
	w := v.room(p)
	in, ok := w.read(data)
	if !ok {
		c, err := p.engine.ReadCase(jsonName, data)
		if err != nil {
			return err
		}
		return p.Verdict(c, v)
	}
	if err := w.decide(in); err != nil {
		return err
	}
	v.alone(p.unit.Policy, &w.verdict)
	v.asOf = in.AsOf
	return nil
}

// jsonName is what diagnostics call a case that was given as bytes.
const jsonName = "case.json"

// decide decides a case.
func (w *work) decide(in evaluate.Input) error {
	if w.state != nil {
		w.state.Verdict(in, &w.verdict)
		return nil
	}
	e := w.policy.unit.Maker.Evaluator
	o, err := evaluate.Decide(e, in)
	if err != nil {
		return err
	}
	w.verdict.Of(w.policy.unit.Policy, o)
	if by, ok := e.(evaluate.Checker); ok {
		var ids []string
		for _, l := range w.verdict.Consent {
			ids = append(ids, l.ID)
		}
		return by.CheckLines(in, ids)
	}
	return nil
}

// read reads a case quickly, as the policy sees it. If it is not ok, the strict reader must
// read the case. The input is valid until the next read.
func (w *work) read(data []byte) (in evaluate.Input, ok bool) {
	if !w.quick.Read(data) {
		return in, false
	}
	return w.input()
}

// input is the case that was just read quickly, as the policy sees it; otherwise as read.
func (w *work) input() (in evaluate.Input, ok bool) {
	q := w.quick
	own, ok := w.named()
	if !ok {
		return in, false
	}
	in = evaluate.Input{Values: q.Values, AsOf: q.AsOf, Judgement: q.Judgement}
	if !own {
		in.Judgement = lang.Judgement{} // it is by the levels of another policy
	}
	return in, !in.Judgement.Recorded || recommend.HasLevel(w.policy.unit.Policy, in.Judgement.Level)
}

// named reports whether the case just read names this policy, or none. It is not ok if the
// case names a policy that does not exist.
func (w *work) named() (own, ok bool) {
	name, id := w.quick.Policy, w.policy.unit.Policy.ID
	if len(name) == 0 || string(name) == id {
		return true, true
	}
	choice, faults := w.policy.engine.catalogue.Choose(string(name), time.Unix(w.quick.AsOf, 0), diagnostic.Diagnostic{})
	return choice.ID == id, !faults.HasErrors()
}

// alone fills the verdict in for a case about one child.
func (v *Verdict) alone(p *policy.Policy, from *plan.Verdict) {
	v.take(p, from)
	v.Children = v.Children[:0]
}

// take fills the decision in.
func (v *Decision) take(p *policy.Policy, from *plan.Verdict) {
	v.Recommended, v.AtMost = int(from.Level.Lo), int(from.Level.Hi)
	v.Grounds, v.PossibleGrounds = v.Grounds[:0], v.PossibleGrounds[:0]
	v.Consent, v.Escalations, v.PossibleEscalations = v.Consent[:0], v.Escalations[:0], v.PossibleEscalations[:0]
	for i, t := range from.Grounds {
		if t == logic.True {
			v.Grounds = append(v.Grounds, p.Statutes[i].Name)
		} else if t == logic.Unknown {
			v.PossibleGrounds = append(v.PossibleGrounds, p.Statutes[i].Name)
		}
	}
	for _, l := range from.Consent {
		v.Consent = append(v.Consent, l.ID)
	}
	for _, e := range from.Escalations {
		v.Escalations = append(v.Escalations, e.ID)
	}
	for _, e := range from.Possible {
		v.PossibleEscalations = append(v.PossibleEscalations, e.ID)
	}
}

// leaveOut takes away the escalations that were done already.
func (v *Decision) leaveOut(done map[string]bool) {
	if done == nil {
		return
	}
	v.Escalations = slices.DeleteFunc(v.Escalations, func(id string) bool { return done[id] })
	v.PossibleEscalations = slices.DeleteFunc(v.PossibleEscalations, func(id string) bool { return done[id] })
}
