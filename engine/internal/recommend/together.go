package recommend

import (
	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// Together gives each child of a case about several what it takes from the others: the cases, in
// their order, as the policy is to answer them. Each child is first looked at by itself, so what
// a child takes from the others never goes back to them.
func Together(p *policy.Policy, e evaluate.Evaluator, r casefile.Reader, cases []*casefile.Case) ([]*casefile.Case, error) {
	if len(cases) < 2 {
		return cases, nil
	}
	alone := make([]*evaluate.Outcome, len(cases))
	for i, c := range cases {
		var err error
		if alone[i], err = evaluate.Decide(e, Input(c)); err != nil {
			return nil, err
		}
	}
	out := make([]*casefile.Case, len(cases))
	for i, c := range cases {
		others := map[*vocabulary.Fact]vocabulary.Value{}
		for _, f := range p.Vocabulary.Facts {
			if f.FromOthers == nil {
				continue
			}
			for j, o := range alone {
				if j == i {
					continue
				}
				v, there := takes(p, f, o)
				if before, set := others[f]; there && (!set || v.Lo > before.Lo) {
					others[f] = v
				}
			}
		}
		out[i] = r.WithOthers(c, others)
	}
	return out, nil
}

// takes is what a fact takes from the outcome for another child, if anything.
func takes(p *policy.Policy, f *vocabulary.Fact, o *evaluate.Outcome) (v vocabulary.Value, there bool) {
	if ground := f.FromOthers.Ground; ground != "" {
		for i, s := range p.Statutes {
			if s.Name == ground && o.Grounds[i] == logic.True {
				return vocabulary.YesOrNo(true), true
			}
		}
		return v, false
	}
	if rung := f.Word(answer(p, f.FromOthers.Answer, o)); rung > 0 {
		return vocabulary.Exactly(int64(rung)), true
	}
	return v, false
}

// answer is the value of a single answer of the consent position: that of its first line that holds.
func answer(p *policy.Policy, a term.Answer, o *evaluate.Outcome) string {
	for _, l := range p.Consent {
		if l.Answer == a && o.Truths[l.Index] == logic.True {
			return l.Value
		}
	}
	return ""
}

// Otherwise lists what single children say of the home that differs from what the case says of it.
func (m *Maker) Otherwise(c *casefile.Case) []family.Otherwise {
	out := []family.Otherwise{}
	for _, o := range c.Otherwise {
		f := o.Fact
		out = append(out, family.Otherwise{Fact: f.Path, Title: f.Title,
			Child: f.Says(c.Values[f.Index], m.London), Home: f.Says(o.Home, m.London)})
	}
	return out
}
