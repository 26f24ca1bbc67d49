package check

import (
	"context"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/sat"
)

// compared is a comparison in the condition of an own rule, or in an own named condition that the rule uses.
type compared struct {
	*policy.Rule
	in   *lang.NamedCondition
	node *lang.Node
}

// neverMet remarks on comparisons that no case can meet, and gives them.
func (o *own) neverMet(ctx context.Context) (diagnostic.List, map[*lang.Node]bool, error) {
	all := o.comparisons()
	answers, err := o.never(ctx, len(all), func(c *allcases.Cases, i int) formula.Ref {
		if !all[i].InForce(c.AsOf().Unix()) {
			return formula.False
		}
		return c.InPlace(all[i].Rule, all[i].node).Is
	})
	if err != nil {
		return nil, nil, err
	}
	var list diagnostic.List
	unmet := map[*lang.Node]bool{}
	for i, x := range all {
		if answers[i] == sat.Satisfiable {
			continue
		}
		unmet[x.node] = answers[i] == sat.Unsatisfiable
		d := o.unmet(x, answers[i])
		said := func(e diagnostic.Diagnostic) bool { return e.File == d.File && e.Start == d.Start && e.Code == d.Code }
		if !slices.ContainsFunc(list, said) {
			list = append(list, d)
		}
	}
	return list, unmet, nil
}

// unmet says of a comparison that no case can meet it, or that this was not decided.
func (o *own) unmet(x compared, answer sat.Answer) diagnostic.Diagnostic {
	name, what := x.ID, quoted(x.node.Text())
	if x.in != nil {
		name = x.in.Name
	}
	code, message, remedy := diagnostic.NeverMet, "in "+name+", no case can meet "+what, "correct the comparison; or take it out"
	if answer == sat.GaveUp {
		code, message, remedy = diagnostic.Undecided, "whether any case can meet "+what+" in "+name+
			" was not decided within its bounds", "split the condition"
	}
	if x.in == nil {
		return o.remark(x.Rule, code, message, remedy)
	}
	at := o.Policy.Places[name]
	return warning(o.SourceFile(at.File).Diagnostic(code, at.Start, at.Start, message, remedy))
}

// comparisons are those in own conditions, each once.
func (o *own) comparisons() []compared {
	var list []compared
	seen := map[*lang.Node]bool{}
	var visit func(r *policy.Rule, in *lang.NamedCondition, n *lang.Node)
	visit = func(r *policy.Rule, in *lang.NamedCondition, n *lang.Node) {
		if n.Op == lang.Named {
			if in = n.Named; o.Policy.Places[in.Name].Origin != o.Policy.ID {
				return
			}
		}
		switch n.Op {
		case lang.FactIn, lang.OneOf, lang.Member, lang.TimeIn, lang.CountIn:
			if !seen[n] {
				list = append(list, compared{r, in, n})
			}
			seen[n] = true
		case lang.Const, lang.And, lang.Or, lang.Not, lang.If, lang.AtLeastN, lang.Ground, lang.Decisive, lang.OpenFact, lang.Open,
			lang.Certain, lang.Named, lang.Judged, lang.JudgedOtherwise:
		}
		for _, a := range n.Args {
			visit(r, in, a)
		}
	}
	for _, r := range o.Policy.Rules {
		if o.sound[r] && !r.Always {
			visit(r, nil, r.When.Root)
		}
	}
	return list
}
