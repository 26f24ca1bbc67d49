package mutate

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// edit makes one changed policy.
type edit struct {
	parser *parser
	before *policy.Policy
	out    Changed
}

// clone is a copy of a policy whose lists can be changed. The rules in them are those of the policy.
func clone(p *policy.Policy) *policy.Policy {
	q := *p
	q.Levels, q.Indicators, q.Grounds = slices.Clone(p.Levels), slices.Clone(p.Indicators), slices.Clone(p.Grounds)
	q.Consent = slices.Clone(p.Consent)
	q.Escalations, q.Pathway, q.Services, q.Cautions = slices.Clone(p.Escalations), slices.Clone(p.Pathway), slices.Clone(p.Services),
		slices.Clone(p.Cautions)
	q.Rules, q.Conditions, q.Parameters = slices.Clone(p.Rules), slices.Clone(p.Conditions), maps.Clone(p.Parameters)
	return &q
}

// rule puts a copy of a rule in its place in the list of all rules, and notes that it is the
// one changed. The copy can be changed until the edit is done.
func (e *edit) rule(r *policy.Rule) *policy.Rule {
	s := *r
	e.out.Policy.Rules[r.Index] = &s
	if !slices.Contains(e.out.Rules, r.Index) {
		e.out.Rules = append(e.out.Rules, r.Index)
	}
	return &s
}

// copied is rule, with the copy in the list of its kind as well.
func (e *edit) copied(r *policy.Rule) (*policy.Rule, error) {
	s, q := e.rule(r), e.out.Policy
	var ok bool
	switch r.Kind {
	case term.KindIndicator:
		ok = put(q.Indicators, r, func(x policy.Indicator) *policy.Indicator { x.Rule = s; return &x })
	case term.KindGround:
		ok = put(q.Grounds, r, func(x policy.Ground) *policy.Ground { x.Rule = s; return &x })
	case term.KindLevel:
		ok = put(q.Levels, r, func(x policy.Level) *policy.Level { x.Rule = s; return &x })
	case term.KindConsent:
		ok = put(q.Consent, r, func(x policy.Line) *policy.Line { x.Rule = s; return &x })
	case term.KindEscalation:
		ok = put(q.Escalations, r, func(x policy.Escalation) *policy.Escalation { x.Rule = s; return &x })
	case term.KindPathway:
		ok = put(q.Pathway, r, func(x policy.Step) *policy.Step { x.Rule = s; return &x })
	case term.KindService:
		ok = put(q.Services, r, func(x policy.Service) *policy.Service { x.Rule = s; return &x })
	case term.KindCaution:
		ok = put(q.Cautions, r, func(x policy.Caution) *policy.Caution { x.Rule = s; return &x })
	}
	if !ok {
		return nil, fmt.Errorf("rule %s is in no list of its kind", r.ID)
	}
	return s, nil
}

// based is a rule of some kind.
type based[T any] interface {
	*T
	Base() *policy.Rule
}

// put puts a copy in place of a rule in the list of its kind.
func put[T any, P based[T]](list []P, r *policy.Rule, with func(T) P) bool {
	i := slices.IndexFunc(list, func(x P) bool { return x.Base().Index == r.Index })
	if i < 0 {
		return false
	}
	list[i] = with(*list[i])
	return true
}

// bind makes a condition of a changed tree: it prints the tree and binds the text, which must
// give the same tree.
func (e *edit) bind(root *lang.Node) (*lang.Condition, error) {
	scope := e.out.Policy.Scope()
	printer := scope.Printer()
	printer.AsWritten = true
	text := printer.Print(root)
	c, err := e.text(text, scope)
	if err == nil && !lang.Same(c.Root, root.Flat()) {
		err = fmt.Errorf("%q is read as another condition", text)
	}
	return c, err
}

// text binds a text.
func (e *edit) text(text string, scope *lang.Scope) (*lang.Condition, error) {
	c, faults := e.parser.Condition(text, scope)
	if c == nil {
		return nil, &refusedError{text, faults}
	}
	return c, nil
}

// refusedError is that a changed text does not load.
type refusedError struct {
	text   string
	faults []lang.Fault
}

func (r *refusedError) Error() string {
	return fmt.Sprintf("%q does not load: %s", r.text, r.faults[0].Message)
}

// when gives a rule another condition.
func (e *edit) when(r *policy.Rule, root *lang.Node) error {
	c, err := e.bind(root)
	if err != nil {
		return err
	}
	e.out.Conditions = true
	s, err := e.copied(r)
	if err != nil {
		return err
	}
	own(s, c)
	return nil
}

// own gives a rule another condition of its own, beside its unless.
func own(s *policy.Rule, c *lang.Condition) {
	s.When, s.Always = c, c.Text == ""
	if s.Unless != nil {
		u := *s.Unless
		u.Own = c
		s.Unless, s.When, s.Always = &u, u.Join(c), false
	}
}

// unless gives a rule another unless, or none.
func (e *edit) unless(r *policy.Rule, root *lang.Node) error {
	e.out.Conditions = true
	s, err := e.copied(r)
	if err != nil {
		return err
	}
	if root == nil {
		s.When, s.Unless = s.Unless.Own, nil
		s.Always = s.When.Text == ""
		return nil
	}
	c, err := e.bind(root)
	if err != nil {
		return err
	}
	u := *s.Unless
	u.When = c
	s.Unless, s.When = &u, u.Join(u.Own)
	return nil
}

// sortedNames are the names of parameters in order.
func sortedNames(m map[string]lang.Constant) []string { return slices.Sorted(maps.Keys(m)) }

// says is the value of a parameter as rule files write it.
func says(c lang.Constant) string {
	switch c.Kind {
	case lang.YesNoConstant:
		return strconv.FormatBool(c.Bool)
	case lang.WordConstant:
		return strconv.Quote(c.Word)
	case lang.WholeConstant:
	}
	return strconv.FormatInt(c.Int, 10)
}
