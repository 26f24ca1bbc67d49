package mutate

import (
	"errors"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// conditions lists the changes of the conditions of a rule. A rule that always holds has one,
// but for a level and a line of the consent position: there has to be a lowest level, and a
// last line.
func (l *list) conditions(r *policy.Rule) {
	own := r.When
	if r.Unless != nil {
		own = r.Unless.Own
	}
	switch {
	case own.Text != "":
		for _, x := range l.variants(own.Root) {
			l.condition(r, x.kind, l.print(x.part), l.print(x.with), x.whole)
			l.part(x.part)
		}
	case r.Kind != term.KindLevel && r.Kind != term.KindConsent:
		l.condition(r, term.ChangeNever, "", "false", constant(false))
	}
	if r.Unless == nil {
		return
	}
	unless := r.Unless.When.Root
	for _, x := range l.variants(unless) {
		l.add(r, x.kind, l.print(x.part), l.print(x.with), func(e *edit) error { return e.unless(r, x.whole) })
		l.part(x.part)
		l.changes[len(l.changes)-1].Unless = true
	}
	l.add(r, term.ChangeDropped, "unless "+l.print(unless), "", func(e *edit) error { return e.unless(r, nil) })
}

// condition adds a change by which a rule has another condition.
func (l *list) condition(r *policy.Rule, kind term.Change, from, into string, root *lang.Node) {
	l.add(r, kind, from, into, func(e *edit) error { return e.when(r, root) })
}

// variants are all changes of a condition.
func (l *list) variants(root *lang.Node) []variant {
	out := variants(root, l.policy.Scope().Levels, l.print)
	for _, b := range []bool{true, false} {
		if root.Op == lang.Const {
			break
		}
		kind := term.ChangeNever
		if b {
			kind = term.ChangeAlways
		}
		out = append(out, variant{kind, root, constant(b), constant(b)})
	}
	return out
}

// print is the text of a node, or nothing where there is none.
func (l *list) print(n *lang.Node) string {
	if n == nil {
		return ""
	}
	return l.printer.Print(n)
}

// named lists the changes of a named condition.
func (l *list) named(c *lang.NamedCondition) {
	for _, x := range l.variants(c.Root) {
		l.at(Condition, c.Name, x.kind, l.print(x.part), l.print(x.with), func(e *edit) error { return e.named(c.Name, x.whole) })
		l.part(x.part)
	}
}

// at adds a change of a named condition or a parameter.
func (l *list) at(of Target, name string, kind term.Change, from, into string, by func(*edit) error) {
	at := l.policy.Places[name]
	l.changes = append(l.changes, &Change{Target: of, ID: name, Origin: at.Origin, Kind: kind, From: from, Into: into,
		File: at.File, Start: at.Start, policy: l.policy, parser: l.parser, make: by})
}

// parameters lists the changes of parameters: a number one higher or lower, a yes for a no. It
// leaves out values with which a condition does not load, as lint notices them.
func (l *list) parameters() {
	for _, name := range sortedNames(l.policy.Parameters) {
		c := l.policy.Parameters[name]
		add := func(kind term.Change, with lang.Constant) {
			l.at(Parameter, name, kind, says(c), says(with), func(e *edit) error { return e.parameter(name, with) })
			last := len(l.changes) - 1
			var refused *refusedError
			if _, err := l.changes[last].Apply(); errors.As(err, &refused) {
				l.changes = l.changes[:last]
			}
		}
		switch c.Kind {
		case lang.WholeConstant:
			for _, by := range []int64{-1, 1} {
				add(term.ChangeNumber, lang.Constant{Kind: c.Kind, Int: c.Int + by})
			}
		case lang.YesNoConstant:
			add(term.ChangeNegated, lang.Constant{Kind: c.Kind, Bool: !c.Bool})
		case lang.WordConstant:
			// Which other words there are depends on where it is used.
		}
	}
}
