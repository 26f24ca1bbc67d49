package scenariofile

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/parallel"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// expected is all of an explained answer that a scenario can expect.
type expected struct {
	Cited   map[string]logic.Truth
	Answers map[term.Answer]string
	Open    []string
	Shown   []map[string]string
	Due     []recommendation.Due
	Asked   []string
	Alone   []bool
}

// canExpect is what a scenario can expect of some parts.
func (a *answer) canExpect(parts recommend.Parts) expected {
	var x expected
	if parts&recommend.PartAnswers != 0 {
		x.Answers = map[term.Answer]string{}
		for _, w := range term.SingleAnswers() {
			x.Answers[w.Code] = a.explained.Consent.Value(w.Code)
		}
	}
	if parts&recommend.PartConsent != 0 {
		for _, c := range a.explained.Consent.CouldBe {
			x.Open = append(x.Open, string(c.Answer)+" "+c.Value)
		}
	}
	if parts&recommend.PartActions != 0 {
		for _, r := range a.policy.Rules {
			x.Shown = append(x.Shown, a.shows(r))
		}
		for _, e := range a.policy.Escalations {
			x.Due = append(x.Due, a.due(e)...)
		}
	}
	if whole := recommend.PartConsent | recommend.PartActions | recommend.PartFindings; parts&whole == whole {
		x.Cited = cited(a.explained)
	}
	if parts&recommend.PartQuestions != 0 {
		x.Asked = a.asked()
		for _, name := range x.Asked {
			x.Alone = append(x.Alone, a.who(name).Alone())
		}
	}
	return x
}

// TestASketchHasAllThatAScenarioCanExpect holds sketches of each kind of part against whole answers, for one case in 100 under each
// policy, or one in 20 with -agree.all. Whoever runs scenarios is told too where a sketch fails what the whole answer meets.
func TestASketchHasAllThatAScenarioCanExpect(t *testing.T) {
	if testing.Short() {
		t.Skip("to read every case of the fixtures takes long")
	}
	r, cases := fixtures(t)
	kinds := []recommend.Parts{recommend.PartAnswers, recommend.PartAnswers | recommend.PartConsent, recommend.PartActions,
		parts[readsCites], recommend.PartQuestions}
	for _, id := range r.Catalogue.IDs() {
		unit, err := r.Catalogue.Policy(id)
		if err != nil {
			t.Fatal(err)
		}
		some := every(t, 4, aFew(t, cases))
		parallel.Each(len(some), func(i int) {
			c := some[i]
			a := &answer{maker: unit.Maker, policy: unit.Policy, c: c, input: recommend.Input(c)}
			whole, err := unit.Maker.Recommend(c)
			if err != nil {
				t.Error(err)
				return
			}
			for _, of := range kinds {
				a.explained = whole
				want := a.canExpect(of)
				if a.explained, err = unit.Maker.Sketch(c, of); err != nil {
					t.Error(err)
					return
				}
				if got := a.canExpect(of); !reflect.DeepEqual(want, got) {
					t.Errorf("%s, under %s: the whole answer (-) and the sketch %b (+) differ:\n%s", c.Name, id, of, cmp.Diff(want, got))
				}
			}
			a.explained = whole
			for _, d := range a.asksOtherwise(t, i) {
				t.Errorf("%s, under %s: %s", c.Name, id, d)
			}
		})
	}
}

// asksOtherwise are the facts and domains of which a sketch about them alone tells something else than the whole answer: some that
// are asked about, and some that may not be.
func (a *answer) asksOtherwise(t *testing.T, seed int) (out []string) {
	whole := *a
	v := a.policy.Vocabulary
	names := []string{v.Facts[seed%len(v.Facts)].Path, v.Facts[(7*seed+1)%len(v.Facts)].Path, v.Domains[seed%len(v.Domains)].Name}
	if asked := whole.asked(); len(asked) > 0 {
		names = append(names, asked[0], asked[seed%len(asked)])
	}
	for _, name := range names {
		var err error
		if a.explained, err = a.maker.Sketch(a.c, recommend.PartAsked, name); err != nil {
			t.Error(err)
			return nil
		}
		if slices.Contains(whole.asked(), name) != slices.Contains(a.asked(), name) || whole.who(name).Alone() != a.who(name).Alone() {
			out = append(out, name+" is asked about in only one of them, or of others")
		}
	}
	return out
}
