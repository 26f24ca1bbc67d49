package engine

import (
	"slices"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/recommendation"
)

// Decided is a verdict as data: of a case, or of one child of a case about several.
type Decided struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Kind is "verdict", which tells it from the other answers of evaluate.
	Kind string `json:"kind"`
	// Policy is the id of the policy that decided.
	Policy string `json:"policy"`
	// InForce says whether the edition was in force on the date of the case. A verdict under one that was not deserves a
	// second look.
	InForce bool `json:"in_force"`
	// Receipt says which rules decided, and on what.
	Receipt VerdictReceipt `json:"receipt"`
	// Child is the label of the child, if the decision is on one child of several.
	Child string `json:"child,omitempty"`
	Decision
	// Children are the decisions on each child of a case about several; empty otherwise.
	Children []ChildVerdict `json:"children"`
}

// KindVerdict is the Kind of a verdict.
const KindVerdict = "verdict"

// VerdictReceipt is what to keep of a verdict, to show later how it came about.
type VerdictReceipt struct {
	// Engine is the version of the engine.
	Engine string `json:"engine"`
	// RulesSHA256 is the hash of the rules that decided, in hexadecimal, as in the receipt of a recommendation.
	RulesSHA256 string `json:"rules_sha256"`
	// TextSHA256 is the SHA-256 of the bytes of the case as they were sent, in hexadecimal; empty where the verdict does not
	// come from a text. The case_sha256 of a recommendation is that of another text.
	TextSHA256 string `json:"text_sha256"`
}

// Decided is the verdict as data: for the child with a label or, without one, for the whole case. It is not
// there if the verdict was not filled in, or if no child has the label. Its lists are valid until the next
// use of the verdict.
func (v *Verdict) Decided(child string) (d *Decided, there bool) {
	if v == nil || v.work == nil {
		return nil, false
	}
	p := v.work.policy
	of := p.unit.Policy
	d = &Decided{Format: recommendation.FormatVersion, Kind: KindVerdict, Policy: of.ID, Decision: v.Decision, Children: v.Children,
		InForce: of.InForce(p.engine.catalogue.Day(time.Unix(v.asOf, 0))),
		Receipt: VerdictReceipt{Engine: Version(), RulesSHA256: of.FilesSHA256}}
	if child == "" {
		return d, true
	}
	i := slices.IndexFunc(v.Children, func(of ChildVerdict) bool { return of.Child == child })
	if i < 0 {
		return nil, false
	}
	d.Child, d.Decision, d.Children = child, v.Children[i].Decision, nil
	return d, true
}

// VerdictJSON decides a case in JSON under the policy that it names, or the one that Under chooses. The answer
// and the errors are those of ReadCase, or of ReadNamedCase without Under, and then, for the policy chosen,
// Policy.Verdict; diagnostics call the file case.json. Like Policy.VerdictJSON it reads ordinary cases quickly. Other
// options than Under are misuse.
func (e *Engine) VerdictJSON(data []byte, v *Verdict, options ...Option) error {
	if err := e.usable(); err != nil {
		return err
	}
	q, err := requestOf(options)
	switch {
	case err != nil:
		return err
	case v == nil:
		return errNoVerdict
	case q.child != nil || q.reader != nil || q.Brief || q.NoQuestions || q.NotCommenced || q.Higher != 0:
		return errOnlyUnder
	}
	quick := v.quick(e)
	if quick.Read(data) {
		if w := v.chosen(e, q, quick); w != nil {
			if in, ok := w.input(); ok {
				if err := w.decide(in); err != nil {
					return err
				}
				v.alone(w.policy.unit.Policy, &w.verdict)
				v.asOf = in.AsOf
				return nil
			}
		}
	}
	read := e.ReadCase
	if q.under == nil {
		read = e.ReadNamedCase
	}
	c, err := read(jsonName, data)
	if err != nil {
		return err
	}
	return e.Verdict(c, v, options...)
}

// Verdict decides a case under the policy that it names, or the one that Under chooses. The errors are as for
// Evaluate. Other options than Under change nothing.
func (e *Engine) Verdict(c *Case, v *Verdict, options ...Option) error {
	_, unit, _, err := e.asked(c, options)
	if err != nil {
		return err
	}
	return (&Policy{engine: e, unit: unit}).Verdict(c, v)
}

// quick is the verdict's own reader of cases, if it has one for this engine, or else a new one.
func (v *Verdict) quick(e *Engine) *casefile.Quick {
	if v.work != nil && v.work.policy.engine == e {
		return v.work.quick
	}
	return e.quick.New()
}

// chosen is the room to decide the case that was just read, under the policy that it names or that was asked for;
// nil if there is none such, or it is not in force.
func (v *Verdict) chosen(e *Engine, q request, quick *casefile.Quick) *work {
	name := string(quick.Policy)
	if q.under != nil {
		name = *q.under
	}
	if name == "" {
		return nil
	}
	choice, faults := e.catalogue.Choose(name, time.Unix(quick.AsOf, 0), diagnostic.Diagnostic{})
	if faults.HasErrors() {
		return nil
	}
	p, err := e.Policy(choice.ID)
	if err != nil {
		return nil // the strict way says so
	}
	w := v.room(p)
	w.quick = quick
	return w
}
