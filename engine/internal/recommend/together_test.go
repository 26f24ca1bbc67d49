package recommend_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// brothers draws a case about several children, each with facts of their own; what is about
// the case as a whole is drawn once. Two cases of a family with the children in another order
// differ in nothing else.
func (p practice) brothers(t *rapid.T) (children []string, write func(order []string) []byte) {
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	own := map[string]map[string]any{}
	top := map[string]any{}
	for i := range 2 + r.IntN(3) {
		data, err := draw.Text(r, p.policy, []int{3, 10, 30}[r.IntN(3)], false, p.reader.London)
		if err != nil {
			t.Fatal(err)
		}
		var c map[string]any
		if err := json.Unmarshal(data, &c); err != nil {
			t.Fatal(err)
		}
		child := map[string]any{}
		for _, d := range p.reader.Vocabulary.Domains {
			facts, _ := c[d.Name].(map[string]any)
			for _, f := range d.Facts {
				value, there := facts[f.Name]
				if !there || f.FromOthers != nil {
					continue
				}
				to := child
				if f.Of == term.OfCase {
					to = top
				}
				in, _ := to[d.Name].(map[string]any)
				if in == nil {
					in = map[string]any{}
					to[d.Name] = in
				}
				in[f.Name] = value
			}
		}
		if r.IntN(2) == 0 {
			child["explored"] = "all"
		}
		label := fmt.Sprintf("child %d", i+1)
		children = append(children, label)
		own[label] = child
		top["as_of"] = c["as_of"]
	}
	return children, func(order []string) []byte {
		data := []byte(`{"children": {`)
		for i, label := range order {
			if i > 0 {
				data = append(data, ',')
			}
			child, err := json.Marshal(own[label])
			if err != nil {
				panic(err)
			}
			data = append(data, fmt.Sprintf("%q: %s", label, child)...)
		}
		data = append(data, '}')
		for key, value := range top {
			v, err := json.Marshal(value)
			if err != nil {
				panic(err)
			}
			data = append(data, fmt.Sprintf(", %q: %s", key, v)...)
		}
		return append(data, '}')
	}
}

// together reads a case about several children: each by itself, and as part of the family.
func (p practice) together(t interface{ Fatalf(string, ...any) }, data []byte) (alone, cases []*casefile.Case) {
	f, list := p.reader.ReadFamily("case.json", data)
	if f == nil {
		t.Fatalf("%s\n%s", data, list)
	}
	for _, c := range f.Children {
		alone = append(alone, c.Case)
	}
	cases, err := recommend.Together(p.policy, p.maker.Evaluator, p.reader, alone)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return alone, cases
}

// family reads a case about several children, and answers each.
func (p practice) family(t *rapid.T, data []byte) ([]*casefile.Case, []family.Child) {
	alone, cases := p.together(t, data)
	var out []family.Child
	for _, c := range cases {
		out = append(out, family.Child{Child: c.Child, Otherwise: p.maker.Otherwise(c), Recommendation: p.explain(t, c)})
	}
	return alone, out
}

// tells reports whether an answer is to tell the family, with nothing to hold that up.
func tells(r *recommendation.Recommendation) bool { return r.Consent.Inform == term.InformExpected }

func asksAdvice(r *recommendation.Recommendation) bool {
	return r.Consent.Inform == term.InformAdviceFirst || r.Consent.Inform == term.InformNotBeforeAdvice
}

func TestAFamilyIsAnsweredAsCautiouslyAsAnyChild(t *testing.T) {
	all := practices(t)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(all).Draw(t, "policy")
		labels, write := p.brothers(t)
		alone, answers := p.family(t, write(labels))
		harmed := slices.ContainsFunc(answers, func(c family.Child) bool { return groundIs(c.Recommendation, "s47", term.Holds) })
		warned := slices.ContainsFunc(answers, func(c family.Child) bool { return asksAdvice(c.Recommendation) })
		for i, c := range answers {
			before := p.level(t, alone[i])
			if int64(c.Level.Recommended) < before.Lo || int64(c.Level.AtMost) < before.Hi {
				t.Errorf("%s is level %d to %d by itself, and %d to %d beside the others", c.Child, before.Lo, before.Hi,
					c.Level.Recommended, c.Level.AtMost)
			}
			if harmed && !groundIs(c.Recommendation, "s47", term.Holds) && !p.needNotBeAsked(alone[i]) &&
				!groundIs(c.Recommendation, "s47", term.Possible) {
				t.Errorf("another child is at section 47, and for %s it is ruled out", c.Child)
			}
			if warned && tells(c.Recommendation) {
				t.Errorf("%s: telling the family is %s, and another child's answer asks for advice, by %s", c.Child, c.Consent.Inform,
					c.Consent.Why[term.AnswerInform].ID)
			}
		}
		page := family.Together(answers).Family
		if warned && page.Telling.Value != term.InformAdviceFirst && page.Telling.Value != term.InformNotBeforeAdvice {
			t.Errorf("the page says of telling: %s", page.Telling.Value)
		}
		slices.Reverse(labels)
		_, reversed := p.family(t, write(labels))
		other := family.Together(reversed).Family
		if a, b := asText(page), asText(other); a != b {
			t.Errorf("the page depends on the order of the children:\n%s\n%s", a, b)
		}
	})
}

func asText(page family.Page) string {
	data, err := json.Marshal(page)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// needNotBeAsked reports whether a child's case says itself whether the child is at the same
// risk as another, or is about somebody of 18 or over.
func (p practice) needNotBeAsked(c *casefile.Case) bool {
	if age := p.reader.Vocabulary.Fact("child.age"); c.Values[age.Index].Lo >= 18 {
		return true
	}
	f := p.reader.Vocabulary.Fact("harm.same_risk")
	return c.Origins[f.Index] == casefile.Stated && c.Values[f.Index] != f.Unknown()
}

// groundIs reports whether a ground is in a state.
func groundIs(r *recommendation.Recommendation, name string, state term.State) bool {
	return slices.ContainsFunc(r.Grounds, func(g recommendation.Ground) bool { return g.Name == name && g.State == state })
}
