package engine

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/source"
	"windscreen/engine/recommendation"
)

// Evaluate gives the explained recommendation for a case about one child, under the policy that
// the case names or the council's edition in force on its date. Under chooses another. A
// judgement recorded in the case uses the levels of the policy that the case names. Under any
// other policy it is left out. Child chooses one child of a case about several; the answer then
// takes account of the others. EvaluateFamily answers all of them.
//
// The error is a *diagnostic.Failure if no policy is named, if there is none of that name or
// none in force, if the policy has faults, if the case records a judgement of a level that the
// policy does not have, or if the case is about several children and Child names none of them.
// Any other error is misuse, or a fault of the engine.
func (e *Engine) Evaluate(c *Case, options ...Option) (*recommendation.Recommendation, error) {
	q, unit, council, err := e.asked(c, options)
	if err != nil {
		return nil, err
	}
	child, err := c.child(q.child)
	if err != nil {
		return nil, err
	}
	own, err := e.owned(unit, c, council)
	if err != nil {
		return nil, err
	}
	return unit.Maker.RecommendWith(q.read(own[child]), q.Options)
}

// EvaluateFamily answers every child of a case, and the family: what is to be done first, for
// whom, and whether the family may be told. A case about one child gives a family of one. The
// options and errors are those of Evaluate; Child is misuse.
func (e *Engine) EvaluateFamily(c *Case, options ...Option) (*family.Answer, error) {
	q, unit, council, err := e.asked(c, options)
	if err != nil {
		return nil, err
	}
	if q.child != nil {
		return nil, errOneOfFamily
	}
	own, err := e.owned(unit, c, council)
	if err != nil {
		return nil, err
	}
	var children []family.Child
	for _, of := range own {
		r, err := unit.Maker.RecommendWith(q.read(of), q.Options)
		if err != nil {
			return nil, err
		}
		children = append(children, family.Child{Child: of.Child, Otherwise: unit.Maker.Otherwise(of), Recommendation: r})
	}
	return family.Together(children), nil
}

// asked is what is asked of a case, the policy to answer it under, and the council where the
// edition was chosen by date.
func (e *Engine) asked(c *Case, options []Option) (q request, unit *catalogue.Policy, council string, err error) {
	if err := e.takes(c); err != nil {
		return q, nil, "", err
	}
	if q, err = requestOf(options); err != nil {
		return q, nil, "", err
	}
	name, council := c.c.Policy, c.c.Council
	if q.under != nil {
		choice, faults := e.catalogue.Choose(*q.under, c.c.AsOf, c.c.Whole())
		if err := faults.Err(); err != nil {
			return q, nil, "", err
		}
		name, council = choice.ID, choice.Council
	}
	if name == "" {
		d := c.c.Whole()
		d.Severity, d.Code, d.Pointer = diagnostic.Error, diagnostic.MissingKey, source.Pointer("policy")
		d.Message, d.Remedy = casefile.NoPolicy, "name the policy in the case; "+e.catalogue.Listed()
		return q, nil, "", diagnostic.List{d}.Err()
	}
	unit, err = e.catalogue.Policy(name)
	return q, unit, council, err
}

// owned are the children's cases, in their order, as a policy answers them. Council is set where
// the edition was chosen by date.
func (e *Engine) owned(unit *catalogue.Policy, c *Case, council string) ([]*casefile.Case, error) {
	cases := []*casefile.Case{c.c}
	if c.children != nil {
		cases = nil
		for _, child := range c.children {
			cases = append(cases, child.Case)
		}
	}
	for i := range cases {
		own, faults := recommend.Own(unit.Policy, cases[i])
		if err := faults.Err(); err != nil {
			return nil, err
		}
		if council != "" {
			chosen := *own
			chosen.Policy, chosen.Council = unit.Policy.ID, council
			own = &chosen
		}
		cases[i] = own
	}
	return recommend.Together(unit.Policy, unit.Maker.Evaluator, e.reader, cases)
}

// read is a case for the reader that was asked for, if one was.
func (q request) read(c *casefile.Case) *casefile.Case {
	if q.reader == nil {
		return c
	}
	own := *c
	own.Reader = *q.reader
	return &own
}

// child is the place of the child asked for; if none is named, that of the only one.
func (c *Case) child(label *string) (int, error) {
	labels := c.Children()
	d := c.c.Whole()
	d.Severity, d.Code = diagnostic.Error, diagnostic.UnknownName
	switch {
	case label == nil && len(labels) == 0:
		return 0, nil
	case label == nil:
		d.Code = diagnostic.Misplaced
		d.Message = "the case is about several children"
		d.Remedy = "name one of them, " + strings.Join(labels, ", ") + ", or ask for the answer for the family"
	case len(labels) == 0:
		d.Message, d.Remedy = "the case is about one child, without a label", "name no child"
	default:
		if i := slices.Index(labels, *label); i >= 0 {
			return i, nil
		}
		d.Message = fmt.Sprintf("there is no child called %q in the case", *label)
		d.Remedy = "name one of " + strings.Join(labels, ", ")
	}
	return 0, diagnostic.List{d}.Err()
}
