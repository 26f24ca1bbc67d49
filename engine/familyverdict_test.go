package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/family"
	"windscreen/engine/term"
)

// familyOf is a case about several children, made of cases about one in JSON. What is the same
// for every child comes from the first.
func familyOf(t testing.TB, p *Policy, texts ...[]byte) []byte {
	t.Helper()
	top, children := map[string]any{}, map[string]any{}
	for i, text := range texts {
		var c map[string]any
		if err := json.Unmarshal(text, &c); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"as_of", "policy", "id", "reader"} {
			if v, there := c[key]; there && i == 0 {
				top[key] = v
			}
			delete(c, key)
		}
		for _, f := range p.unit.Policy.Vocabulary.Facts {
			if facts, ok := c[f.Domain].(map[string]any); ok && f.Of == term.OfCase {
				delete(facts, f.Name)
			}
			if evidence, ok := c["evidence"].(map[string]any); ok && f.Of == term.OfCase {
				delete(evidence, f.Path)
			}
		}
		children[fmt.Sprintf("child %d", i+1)] = c
	}
	top["children"] = children
	data, err := json.Marshal(top)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// families draws cases about several children.
func families(t testing.TB, p *Policy, n int) [][]byte {
	t.Helper()
	drawn := texts(t, p, 4*n)
	out := make([][]byte, n)
	for i := range out {
		out[i] = familyOf(t, p, drawn[4*i:4*i+1+i%4]...)
	}
	return out
}

// saidOfFamily is what an answer for a family says of what a verdict says.
func saidOfFamily(a *family.Answer) *Verdict {
	v := &Verdict{Decision: Decision{Recommended: a.Family.Level.Recommended, AtMost: a.Family.Level.AtMost}}
	for _, row := range a.Family.Rows {
		for _, g := range row.Grounds {
			v.Grounds = append(v.Grounds, g.Name)
		}
		for _, g := range row.Possible {
			v.PossibleGrounds = append(v.PossibleGrounds, g.Name)
		}
	}
	for _, x := range a.Family.Actions {
		if x.State == term.NowDue {
			v.Escalations = append(v.Escalations, x.ID)
		} else {
			v.PossibleEscalations = append(v.PossibleEscalations, x.ID)
		}
	}
	for _, lists := range [][2]*[]string{{&v.Grounds, &v.PossibleGrounds}, {&v.Escalations, &v.PossibleEscalations}} {
		certain, possible := *lists[0], *lists[1]
		*lists[0] = slices.Compact(slices.Sorted(slices.Values(certain)))
		possible = slices.DeleteFunc(possible, func(name string) bool { return slices.Contains(certain, name) })
		*lists[1] = slices.Compact(slices.Sorted(slices.Values(possible)))
	}
	for _, x := range slices.Concat(a.Family.Agreement, a.Family.Sharing) {
		v.Consent = append(v.Consent, x.Why.ID)
	}
	for _, x := range a.Family.Lines {
		v.Consent = append(v.Consent, x.ID)
	}
	for _, c := range a.Children {
		if c.Consent.Inform == a.Family.Telling.Value {
			v.Consent = append(v.Consent, c.Consent.Why[term.AnswerInform].ID)
		}
		v.Children = append(v.Children, ChildVerdict{Child: c.Child, Decision: said(c.Recommendation).Decision})
	}
	slices.Sort(v.Consent)
	v.Consent = slices.Compact(v.Consent)
	return v
}

func TestAVerdictOfAFamilySaysWhatTheAnswerForTheFamilySays(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	verdictsAgree(t, func(p *Policy) [][]byte { return families(t, p, 8) }, func(e *Engine, c *Case, id string) (*Verdict, error) {
		a, err := e.EvaluateFamily(c, Under(id))
		if err != nil {
			return nil, err
		}
		return saidOfFamily(a), nil
	})
}

// TestAVerdictIsUsedForAFamilyAndThenForAChild: nothing of the family stays in it.
func TestAVerdictIsUsedForAFamilyAndThenForAChild(t *testing.T) {
	p := policiesOf(t, loaded(t, Plan))[0]
	one, several := texts(t, p, 3), families(t, p, 4)
	var used Verdict
	for i, data := range [][]byte{several[3], one[0], several[1], one[1], several[2]} {
		var fresh Verdict
		if err := errors.Join(p.VerdictJSON(data, &used), p.VerdictJSON(data, &fresh)); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(&fresh, &used, sameVerdict); d != "" || (len(used.Children) > 0) != (i%2 == 0) {
			t.Errorf("case %d (-fresh +used):\n%s", i, d)
		}
	}
}

func TestVerdictsOfManyHaveFamiliesAmongThem(t *testing.T) {
	for evaluator, n := range map[Evaluator]int{Plan: 100, CEL: 55} { // CEL takes long
		p := policiesOf(t, loaded(t, evaluator))[0]
		data := texts(t, p, n)
		for i, f := range families(t, p, n/10) {
			data[9*i+3] = f
		}
		data[50] = []byte(`{"as_of":"2020-03-02T14:10","children":{"One Two":{}}}`)
		data[51] = []byte(`{"as_of":"2020-03-02T14:10","children":{"a":{"judgement":{"level":9,"by":"x","reason":"made up"}}}}`)
		err := p.VerdictsJSON(t.Context(), len(data), func(i int, room []byte) ([]byte, error) {
			return append(room, data[i]...), nil
		}, func(i int, v *Verdict, err error) {
			var want Verdict
			if wantErr := p.VerdictJSON(data[i], &want); fmt.Sprint(wantErr) != fmt.Sprint(err) || (i == 50 || i == 51) != (err != nil) {
				t.Errorf("%s, case %d: the error is %v, and alone %v", evaluator, i, err, wantErr)
			}
			if err == nil {
				if d := cmp.Diff(&want, v, sameVerdict); d != "" {
					t.Errorf("%s, case %d (-alone +among many):\n%s", evaluator, i, d)
				}
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
