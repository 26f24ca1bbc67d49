package engine_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/recommendation"
)

// changingLaw is the base root with cautions on law in force, superseded, not
// commenced and not enacted; the last two wait on a fact that nothing else reads.
func changingLaw(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := engine.Load(t.Context(), testroot.With(txtar.File{Name: "shared/law/clauses.yaml", Data: []byte(`
document: The law
clauses:
  - {id: LAW-47, section: section 47, says: Enquiries are made, status: in_force}
  - {id: LAW-OLD, section: section 1, says: As it was, status: superseded}
  - {id: LAW-ACT, section: section 2, says: As it will be, status: not_commenced}
  - {id: LAW-BILL, section: clause 3, says: As it may be, status: bill}
`)}, txtar.File{Name: "authorities/made/up/extra.yaml", Data: []byte(`
cautions:
  - {id: now, cite: [LAW-47], says: So it is}
  - {id: old, cite: [LAW-OLD], says: So it was}
  - {id: act, cite: [LAW-47, LAW-ACT], says: So it will be, when: '"school" in child.agencies || home.abuse.atLeast("past")'}
  - {id: bill, cite: [LAW-BILL], says: So it may be, when: '"police" in child.agencies || home.abuse.atLeast("past")'}
`)}))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func answer(t *testing.T, e *engine.Engine, text string, options ...engine.Option) *recommendation.Recommendation {
	t.Helper()
	c, err := e.ReadCase("case.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r, err := e.Evaluate(c, options...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCautionsOnLawNotInForceAreShownOnlyWhereAskedForAndChangeNothingElse(t *testing.T) {
	e := changingLaw(t)
	const text = "policy: made-up\nas_of: 2020-03-02T14:10\nhome: {abuse: present}\n"
	plain, more := answer(t, e, text), answer(t, e, text, engine.NotCommenced())
	given := func(r *recommendation.Recommendation) map[string]bool {
		out := map[string]bool{}
		for _, c := range r.Cautions {
			out[c.ID] = c.NotCommenced
		}
		return out
	}
	if diff := cmp.Diff(map[string]bool{"now": false, "old": false}, given(plain)); diff != "" {
		t.Errorf("by default (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]bool{"now": false, "old": false, "act": true, "bill": true}, given(more)); diff != "" {
		t.Errorf("where asked for (-want +got):\n%s", diff)
	}
	for _, id := range []string{"LAW-ACT", "LAW-BILL"} {
		if _, ok := plain.Clauses[id]; ok {
			t.Errorf("%s is among the clauses of the plain answer", id)
		}
		if more.Clauses[id].Status == "" {
			t.Errorf("%s has no status", id)
		}
		delete(more.Clauses, id)
	}
	more.Cautions = slices.DeleteFunc(more.Cautions, func(c recommendation.Caution) bool { return c.NotCommenced })
	if diff := cmp.Diff(asJSON(t, plain), asJSON(t, more)); diff != "" {
		t.Errorf("something else differs (-plain +asked for):\n%s", diff)
	}
}

func TestNothingIsAskedForTheSakeOfLawNotInForce(t *testing.T) {
	e := changingLaw(t)
	asked := func(options ...engine.Option) bool {
		r := answer(t, e, "policy: made-up\nas_of: 2020-03-02T14:10\nhome: {abuse: none}\n", options...)
		return slices.ContainsFunc(r.Questions, func(q recommendation.Question) bool { return q.Fact == "child.agencies" })
	}
	if asked() || !asked(engine.NotCommenced()) {
		t.Errorf("asked by default: %t; where asked for: %t", asked(), asked(engine.NotCommenced()))
	}
}
