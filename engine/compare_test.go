package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine"
	"windscreen/engine/comparison"
	"windscreen/engine/directory"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func compare(t *testing.T, e *engine.Engine, text string, names ...string) *comparison.Comparison {
	t.Helper()
	c, err := e.ReadCase("case.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	out, err := e.Compare(t.Context(), c, names...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestACaseIsComparedUnderEveryPolicyOrThoseAskedFor(t *testing.T) {
	e := editionsRoot(t)
	for _, x := range []struct {
		name, text string
		names      []string
		want       map[string]bool
	}{
		{"every policy, those of other days too", "policy: made\nas_of: 2020-06-02T14:10\n", nil,
			map[string]bool{"made-up": false, "made-second": true}},
		{"a council is its edition of the day", "as_of: 2020-06-02T14:10\n", []string{"made"}, map[string]bool{"made-second": false}},
		{"a policy counts once", "policy: made-second\nas_of: 2020-06-02T14:10\n", []string{"made-second", "made", "made-second"},
			map[string]bool{"made-second": true}},
	} {
		t.Run(x.name, func(t *testing.T) {
			got := map[string]bool{}
			for _, s := range compare(t, e, x.text, x.names...).Policies {
				got[s.Policy] = s.Named
			}
			if diff := cmp.Diff(x.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	c, err := e.ReadCase("case.yaml", []byte("as_of: 2020-06-02T14:10\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Compare(t.Context(), c, "made-second", "third"); err == nil {
		t.Error("a policy that does not exist is compared")
	}
	for _, s := range compare(t, e, "as_of: 2020-06-02T14:10\njudgement: {level: 3, by: nobody, reason: made up}\n").Policies {
		if s.Judgement != nil {
			t.Errorf("a judgement by the levels of no policy is given under %s", s.Policy)
		}
	}
	if _, err := shipped(t).Compare(t.Context(), c); err == nil {
		t.Error("another engine compares the case, and would misread its facts")
	}
}

func TestWhatAComparisonHoldsIsWhatEachPolicyRecommends(t *testing.T) {
	e := editionsRoot(t)
	const text = "policy: made-up\nas_of: 2020-03-02T14:10\nhome: {abuse: present}\njudgement: {level: 3, by: nobody, reason: made up}\n"
	c, err := e.ReadCase("case.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	got := compare(t, e, text)
	for _, s := range got.Policies {
		r, err := e.Evaluate(c, engine.Under(s.Policy))
		if err != nil {
			t.Fatal(err)
		}
		want := comparison.Side{
			Policy: r.Policy, Named: r.Policy == "made-up", Document: r.Document,
			Level: r.Level, Grounds: r.Grounds, Consent: r.Consent,
			Due: []recommendation.Escalation{}, FrontDoor: []recommendation.Step{}, Form: []recommendation.Step{},
			Services: []recommendation.Service{}, WhyNot: r.WhyNot, Judgement: r.Judgement, Titles: r.Titles, Clauses: r.Clauses,
		}
		if diff := cmp.Diff(want, s); diff != "" {
			t.Errorf("%s (-recommended +compared):\n%s", s.Policy, diff)
		}
		if (s.Judgement != nil) != s.Named {
			t.Errorf("%s, named by the case: %t, has the judgement %v", s.Policy, s.Named, s.Judgement)
		}
	}
	differs := map[term.Aspect]bool{}
	for _, a := range got.Aspects {
		differs[a.Name] = a.Differs
	}
	want := map[term.Aspect]bool{
		term.AspectLevel: true, term.AspectGrounds: true, term.AspectAgreement: false, term.AspectInform: false,
		term.AspectSharing: false, term.AspectDue: false, term.AspectFrontDoor: false, term.AspectServices: false,
	}
	if diff := cmp.Diff(want, differs); diff != "" {
		t.Errorf("what differs (-want +got):\n%s", diff)
	}
	if len(got.Readings) != 1 || got.Readings[0].Fact.Fact != "home.abuse" || !got.Readings[0].Differs {
		t.Fatalf("what is made of facts: %+v", got.Readings)
	}
	made := []comparison.Made{
		{Policy: "made-second", Signs: []comparison.Sign{}},
		{Policy: "made-up", Signs: []comparison.Sign{{
			Kind: "indicator", Title: "Abuse at home", Rules: []string{"abuse"},
			Level: 2, Strength: "counts", Counted: true, Cite: []string{"MU-1"},
		}}},
	}
	if diff := cmp.Diff(made, got.Readings[0].Under); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTheDirectoryHoldsEveryServiceAndThoseOfACaseAreItsRecommendations(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	e := shipped(t)
	all, err := e.Directory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(all.Policies) != len(e.IDs()) {
		t.Errorf("%d policies of %d", len(all.Policies), len(e.IDs()))
	}
	ids := func(d *directory.Directory, policy string) map[string]bool {
		out := map[string]bool{}
		for _, p := range d.Policies {
			for _, l := range p.Levels {
				for _, s := range l.Services {
					if p.ID == policy {
						out[s.ID] = true
					}
					if s.ListedAt != l.Level {
						t.Errorf("%s is listed at %d and stands under %d", s.ID, s.ListedAt, l.Level)
					}
					for _, id := range s.Cite {
						if p.Clauses[id].Says == "" {
							t.Errorf("%s cites %s, which is not told", s.ID, id)
						}
					}
				}
			}
		}
		return out
	}
	for name, data := range caseFiles(t) {
		r := evaluate(t, e, name, data)
		listed := ids(all, r.Policy)
		want := map[string]bool{}
		for _, s := range r.Services {
			want[s.ID] = true
			if !listed[s.ID] {
				t.Errorf("%s is not in the directory of %s", s.ID, r.Policy)
			}
		}
		if diff := cmp.Diff(want, ids(directory.Of(r), r.Policy)); diff != "" {
			t.Errorf("%s (-recommended +listed):\n%s", name, diff)
		}
	}
	if _, err := e.Directory(t.Context(), "nowhere"); err == nil {
		t.Error("the directory of a policy that does not exist is given")
	}
}
