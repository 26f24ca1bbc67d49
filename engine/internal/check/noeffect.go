package check

import (
	"context"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/sat"
)

// dropped is an own condition with a part left out.
type dropped struct {
	*mutate.Change
	*mutate.Changed
}

// noEffect remarks on parts of own conditions without which every case comes to the same. First it is decided whether the
// rules that a part stands in come to the same by Kleene's rules. Most do not. Of the others it is decided whether they
// do so after looking both ways. Comparisons that no case can meet are left out: neverMet says that of them.
func (o *own) noEffect(ctx context.Context, unmet map[*lang.Node]bool) (diagnostic.List, error) {
	all, err := o.parts()
	if err != nil {
		return nil, err
	}
	idle, open, err := o.split(ctx, all, (*allcases.Cases).UnlikeInPlace)
	if err != nil {
		return nil, err
	}
	idle, more, err := o.split(ctx, idle, (*allcases.Cases).UnlikeAnyWay)
	if err != nil {
		return nil, err
	}
	open = append(open, more...)
	if slices.ContainsFunc(o.moments, func(c *allcases.Cases) bool { return !c.Whole() }) {
		// What the evaluator looks at then depends on the rules themselves.
		early := func(x *dropped) bool { return x.Rules[0] < o.Policy.FindingsEnd }
		for _, x := range idle {
			if early(x) {
				open = append(open, x)
			}
		}
		idle = slices.DeleteFunc(idle, early)
	}
	idle = slices.DeleteFunc(idle, func(x *dropped) bool { return unmet[x.Part] || x.Part.Op == lang.Not && unmet[x.Part.Args[0]] })
	return o.saidOf(idle, open), nil
}

// split gives the parts without which the rules that they stand in come to the same in every case, and those of which that was
// not decided.
func (o *own) split(ctx context.Context, parts []*dropped, unlike func(*allcases.Cases, *policy.Rule, *lang.Node, *lang.Node) formula.Ref,
) (idle, open []*dropped, err error) {
	answers, err := o.never(ctx, len(parts), func(c *allcases.Cases, i int) formula.Ref {
		var ways []formula.Ref
		for _, n := range parts[i].Rules {
			if r := o.Policy.Rules[n]; r.InForce(c.AsOf().Unix()) {
				ways = append(ways, unlike(c, r, r.When.Root, parts[i].Policy.Rules[n].When.Root))
			}
		}
		return c.Or(ways...)
	})
	if err != nil {
		return nil, nil, err
	}
	for i, x := range parts {
		switch answers[i] {
		case sat.Unsatisfiable:
			idle = append(idle, x)
		case sat.GaveUp:
			open = append(open, x)
		case sat.Satisfiable:
		}
	}
	return idle, open, nil
}

// parts are the own conditions with one part left out, those in use by sound rules only. Parts that read whether a sign
// decides are left out: a level reads that from the start, and signs that decide may come later.
func (o *own) parts() ([]*dropped, error) {
	parser, err := lang.NewParser()
	if err != nil {
		return nil, err
	}
	var list []*dropped
	for _, c := range mutate.Parts(parser, o.Policy, o.Policy.ID) {
		if decisive(c.Part) {
			continue
		}
		changed, err := c.Apply()
		if err != nil {
			return nil, err
		}
		sound := func(n int) bool { return o.sound[o.Policy.Rules[n]] }
		if len(changed.Rules) > 0 && !slices.ContainsFunc(changed.Rules, func(n int) bool { return !sound(n) }) {
			list = append(list, &dropped{Change: c, Changed: changed})
		}
	}
	return list, nil
}

// decisive is whether a part reads whether a sign decides.
func decisive(part *lang.Node) bool {
	reads := false
	part.Walk(1, func(n *lang.Node, _ int) { reads = reads || n.Op == lang.Decisive })
	return reads
}

// saidOf says it, once for each rule or named condition: which parts have no effect, those within another such part left
// out, or that this was not decided.
func (o *own) saidOf(idle, open []*dropped) diagnostic.List {
	var list diagnostic.List
	said := map[string]bool{}
	for _, first := range slices.Concat(idle, open) {
		key := first.Change.File + " " + first.ID
		if said[key] {
			continue
		}
		said[key] = true
		var parts []string
		for _, x := range idle {
			if x.Change.File+" "+x.ID != key || slices.ContainsFunc(idle, func(of *dropped) bool { return x.within(of) }) {
				continue
			}
			if text := quoted(x.From); !slices.Contains(parts, text) {
				parts = append(parts, text)
			}
		}
		switch {
		case len(parts) == 1:
			list = append(list, o.part(first, diagnostic.NoEffect, first.ID+" comes to the same in every case without "+parts[0],
				"correct the condition; or take that part out"))
		case len(parts) > 1:
			list = append(list, o.part(first, diagnostic.NoEffect, first.ID+" comes to the same in every case without any one of "+
				english.And(parts), "correct the condition; or take one part out and lint again"))
		default:
			list = append(list, o.part(first, diagnostic.Undecided, "whether each part of "+first.ID+
				" changes something was not decided within its bounds", "split the condition"))
		}
	}
	return list
}

// quoted is a text in one line, in quotation marks.
func quoted(text string) string { return "“" + strings.Join(strings.Fields(text), " ") + "”" }

// within is whether a part stands inside another.
func (x *dropped) within(of *dropped) bool {
	found := false
	if x != of && x.Change.File == of.Change.File && x.ID == of.ID {
		of.Part.Walk(1, func(n *lang.Node, _ int) { found = found || n == x.Part && n != of.Part })
	}
	return found
}

// part is a finding about the condition that a part stands in.
func (o *own) part(x *dropped, code diagnostic.Code, message, remedy string) diagnostic.Diagnostic {
	if x.Target == mutate.Rule {
		return o.remark(o.Policy.Rules[x.Rules[0]], code, message, remedy)
	}
	return warning(o.SourceFile(x.Change.File).Diagnostic(code, x.Start, x.Start, message, remedy))
}
