package crosscheck

import (
	"encoding/json"
	"math"
	"slices"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// disagreement makes the error.
func (e *Evaluator) disagreement(in evaluate.Input, d *difference) error {
	out := &diagnostic.Disagreement{Policy: e.policy.ID, On: d.on, Text: d.text, Evaluators: d.by, Say: d.say, Case: e.caseText(in)}
	if d.by[0] == "" {
		out.Evaluators = [2]string{e.by[0].Name(), e.by[1].Name()}
	}
	if d.rule != nil {
		out.Parts = e.parts(in, d.rule)
	}
	return out
}

// caseText is what is known of the case, as a case file has it.
func (e *Evaluator) caseText(in evaluate.Input) string {
	voc := e.policy.Vocabulary
	out := map[string]any{"policy": e.policy.ID, "as_of": time.Unix(in.AsOf, 0).In(voc.London).Format(time.RFC3339)}
	for _, f := range voc.Facts {
		value := f.Plain(in.Values[f.Index], voc.London)
		if value == nil {
			continue
		}
		domain, ok := out[f.Domain].(map[string]any)
		if !ok {
			domain = map[string]any{}
			out[f.Domain] = domain
		}
		domain[f.Name] = value
	}
	if in.Judgement.Recorded {
		out["judgement"] = map[string]any{"level": in.Judgement.Level, "by": "left out", "reason": "left out"}
	}
	data, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// mostParts is how many parts of a rule are shown.
const mostParts = 64

// parts are what the parts of a rule come to by each evaluator: the tests of single facts and
// findings, named conditions and the exception.
func (e *Evaluator) parts(in evaluate.Input, r *policy.Rule) []diagnostic.DisagreementPart {
	var nodes []*lang.Node
	r.When.Root.Walk(1, func(n *lang.Node, _ int) {
		leaf := len(n.Args) == 0 || n.Op == lang.Named || n.Op == lang.Open
		there := slices.ContainsFunc(nodes, func(o *lang.Node) bool { return o.Text() == n.Text() })
		if leaf && !there && n.Text() != "" && len(nodes) < mostParts {
			nodes = append(nodes, n)
		}
	})
	list := make([]diagnostic.DisagreementPart, len(nodes))
	for i, n := range nodes {
		list[i].Text = n.Text()
		for by, build := range e.build {
			list[i].Say[by] = e.part(in, r, n, build)
		}
	}
	return list
}

// part is what one part comes to: the truth that the rule would have if the part were its
// whole condition.
func (e *Evaluator) part(in evaluate.Input, r *policy.Rule, n *lang.Node, build Make) string {
	p, alone := withCondition(e.policy, r, &lang.Condition{Text: n.Text(), Root: n})
	by, err := build(p)
	if err != nil {
		return err.Error()
	}
	session := by.Start(in)
	defer session.End()
	if r.Index < p.FindingsEnd {
		t, err := session.Rule(alone, evaluate.Kleene)
		if err != nil {
			return err.Error()
		}
		return t.String()
	}
	o, err := session.Outcome()
	if err != nil {
		return err.Error()
	}
	return o.Truths[r.Index].String()
}

// withCondition is a policy in which one rule has another condition and nothing else that
// would decide it.
func withCondition(p *policy.Policy, r *policy.Rule, when *lang.Condition) (*policy.Policy, *policy.Rule) {
	other, rule := *p, *r
	rule.When, rule.Always, rule.Unless, rule.From, rule.To = when, false, nil, math.MinInt64, math.MaxInt64
	other.Rules = slices.Clone(p.Rules)
	other.Rules[r.Index] = &rule
	switch r.Kind {
	case term.KindIndicator:
		other.Indicators = slices.Clone(p.Indicators)
		for i, x := range p.Indicators {
			if x.Rule == r {
				y := *x
				y.Rule, other.Indicators[i] = &rule, &y
			}
		}
	case term.KindGround:
		other.Grounds = slices.Clone(p.Grounds)
		for i, x := range p.Grounds {
			if x.Rule == r {
				y := *x
				y.Rule, other.Grounds[i] = &rule, &y
			}
		}
	case term.KindLevel:
		other.Levels = slices.Clone(p.Levels)
		for i, x := range p.Levels {
			if x.Rule == r {
				y := *x
				y.Rule, other.Levels[i] = &rule, &y
			}
		}
	case term.KindConsent, term.KindEscalation, term.KindPathway, term.KindService, term.KindCaution:
		// Evaluators find these among Rules alone.
	}
	return &other, &rule
}
