package mutate

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
)

// named gives a named condition another text, and binds anew whatever uses it.
func (e *edit) named(name string, root *lang.Node) error {
	c, err := e.bind(root)
	if err != nil {
		return err
	}
	return e.anew(name, c.Text)
}

// parameter gives a parameter another value, and binds anew whatever uses it.
func (e *edit) parameter(name string, value lang.Constant) error {
	e.out.Policy.Parameters[name] = value
	return e.anew(name, "")
}

// anew binds what uses something changed of a name, directly or through named conditions. Text
// is that of the named condition that was changed, if it is one.
func (e *edit) anew(name, text string) error {
	e.out.Conditions = true
	q := e.out.Policy
	touched := map[string]bool{name: true}
	texts := map[string]string{}
	for _, c := range q.Conditions {
		texts[c.Name] = c.Text
	}
	if text != "" {
		texts[name] = text
	}
	left, err := e.touch(touched, texts)
	if err != nil {
		return err
	}
	for len(left) > 0 {
		// Each is bound after those that it uses.
		ready := slices.IndexFunc(left, func(i int) bool {
			used, err := e.uses(texts[q.Conditions[i].Name], named(q, left))
			return err == nil && !used
		})
		if ready < 0 {
			return fmt.Errorf("the conditions that use %s use one another in a circle", name)
		}
		i := left[ready]
		left = slices.Delete(left, ready, ready+1)
		bound, err := e.text(texts[q.Conditions[i].Name], q.Scope())
		if err != nil {
			return err
		}
		q.Conditions[i] = lang.Name(q.Conditions[i].Name, q.Conditions[i].Title, bound)
	}
	scope := q.Scope()
	for _, r := range e.before.Rules {
		if err := e.rebind(r, scope, touched); err != nil {
			return err
		}
	}
	return nil
}

// touch adds to the names that were touched those of the conditions that use them. It gives
// the places of all conditions that have to be bound anew.
func (e *edit) touch(touched map[string]bool, texts map[string]string) ([]int, error) {
	var places []int
	for again := true; again; {
		again = false
		for i, c := range e.out.Policy.Conditions {
			used, err := e.uses(texts[c.Name], touched)
			if err != nil {
				return nil, err
			}
			if slices.Contains(places, i) || !used && !touched[c.Name] {
				continue
			}
			touched[c.Name], again = true, true
			places = append(places, i)
		}
	}
	return places, nil
}

// named are the names of the conditions at some places.
func named(p *policy.Policy, places []int) map[string]bool {
	out := map[string]bool{}
	for _, i := range places {
		out[p.Conditions[i].Name] = true
	}
	return out
}

// uses reports whether a text uses one of some names. Most hold none of them, and need not be parsed.
func (e *edit) uses(text string, names map[string]bool) (bool, error) {
	held := false
	for n := range names {
		held = held || strings.Contains(text, n)
	}
	if !held {
		return false, nil
	}
	used, err := e.parser.names(text)
	return slices.ContainsFunc(used, func(n string) bool { return names[n] }), err
}

// parser parses conditions, and remembers which names their texts use. It is safe for concurrent use.
type parser struct {
	*lang.Parser
	used sync.Map
}

// names are the names that a text uses.
func (p *parser) names(text string) ([]string, error) {
	if used, ok := p.used.Load(text); ok {
		list, _ := used.([]string)
		return list, nil
	}
	parsed, faults := p.Parse(text)
	if parsed == nil {
		return nil, &refusedError{text, faults}
	}
	used := parsed.Names()
	p.used.Store(text, used)
	return used, nil
}

// rebind binds the conditions of a rule that use one of some names.
func (e *edit) rebind(r *policy.Rule, scope *lang.Scope, touched map[string]bool) error {
	of := r.When
	if r.Unless != nil {
		of = r.Unless.Own
	}
	bound, err := e.ifUsed(of, scope, touched)
	if err != nil {
		return err
	}
	var unless *lang.Condition
	if r.Unless != nil {
		if unless, err = e.ifUsed(r.Unless.When, scope, touched); err != nil {
			return err
		}
	}
	if bound == nil && unless == nil {
		return nil
	}
	s, err := e.copied(r)
	if err != nil {
		return err
	}
	if unless != nil {
		u := *s.Unless
		u.When = unless
		s.Unless = &u
	}
	if bound == nil {
		bound = of
	}
	own(s, bound)
	return nil
}

// ifUsed binds a condition anew if it uses one of some names; otherwise it gives nil.
func (e *edit) ifUsed(c *lang.Condition, scope *lang.Scope, names map[string]bool) (*lang.Condition, error) {
	used, err := e.uses(c.Text, names)
	if err != nil || !used {
		return nil, err
	}
	return e.text(c.Text, scope)
}
