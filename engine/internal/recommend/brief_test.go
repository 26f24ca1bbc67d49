package recommend_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
)

// answerOn is the answer on some cases together, with options.
func (p practice) answerOn(t *rapid.T, cases []*casefile.Case, o recommend.Options) *family.Answer {
	var children []family.Child
	for _, c := range cases {
		r, err := p.maker.RecommendWith(c, o)
		if err != nil {
			t.Fatalf("%v", err)
		}
		children = append(children, family.Child{Child: c.Child, Otherwise: p.maker.Otherwise(c), Recommendation: r})
	}
	return family.Together(children)
}

// drawn draws a case about one child or several: as programs give them or as people write them.
func (p practice) drawn(t *rapid.T) []*casefile.Case {
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	switch rapid.IntRange(0, 3).Draw(t, "kind of case") {
	case 0:
		return []*casefile.Case{draw.Case(r, p.policy, []int{5, 20, 60, 100}[r.IntN(4)], r.IntN(2) == 0, p.reader.London)}
	case 1:
		labels, write := p.brothers(t)
		_, cases := p.together(t, write(labels))
		return cases
	case 2:
		for {
			data, err := draw.Text(r, p.policy, []int{5, 20, 60}[r.IntN(3)], r.IntN(2) == 0, p.reader.London)
			if err != nil {
				t.Fatalf("%v", err)
			}
			if c, _ := p.reader.Read("case.json", data); c != nil {
				return []*casefile.Case{c}
			}
		}
	default:
		return []*casefile.Case{p.read(t, p.drawTold(t))}
	}
}

// sameScreen holds that two answers have the same first screen.
func sameScreen(t *rapid.T, whole, brief *page.Page) {
	if !reflect.DeepEqual(whole, brief) {
		sameData(t, whole, brief)
		t.Fatalf("the screens differ, but not as JSON")
	}
}

// sameData holds that something is the same as JSON, of the whole answer and of the brief one.
func sameData(t *rapid.T, whole, brief any) {
	var lines [2]string
	for i, v := range []any{whole, brief} {
		data, err := json.MarshalIndent(v, "", " ")
		if err != nil {
			t.Fatalf("%v", err)
		}
		lines[i] = string(data)
	}
	if lines[0] != lines[1] {
		t.Fatalf("of the whole answer (-) and of the brief one (+)\n%s", cmp.Diff(lines[0], lines[1]))
	}
}

// A brief answer has all that the first screen reads, and it reads the same there.
func TestTheScreenOfABriefAnswerIsThatOfTheWhole(t *testing.T) {
	all := practices(t)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(all).Draw(t, "policy")
		cases := p.drawn(t)
		notCommenced := rapid.Bool().Draw(t, "not commenced")
		whole := p.answerOn(t, cases, recommend.Options{NotCommenced: notCommenced})
		brief := p.answerOn(t, cases, recommend.Options{NotCommenced: notCommenced, Brief: true})
		sameScreen(t, page.Of(whole), page.Of(brief))
		for i := range whole.Children {
			sameScreen(t, page.OfChild(whole.Children[i]), page.OfChild(brief.Children[i]))
		}
	})
}

// The brief form of JSON is the same of an answer that holds no more than it reads, for the family and for each child.
func TestBriefDataIsThatOfTheWholeAnswer(t *testing.T) {
	all := practices(t)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(all).Draw(t, "policy")
		cases := p.drawn(t)
		o := recommend.Options{NotCommenced: rapid.Bool().Draw(t, "not commenced")}
		whole := p.answerOn(t, cases, o)
		o.Brief, o.BriefData = true, true
		brief := p.answerOn(t, cases, o)
		sameData(t, page.Whole(whole, true), page.Whole(brief, true))
		for i := range whole.Children {
			sameData(t, page.WholeChild(whole.Children[i], true), page.WholeChild(brief.Children[i], true))
		}
	})
}

// Questions are left out, and nothing else but what only they need.
func TestQuestionsCanBeLeftOut(t *testing.T) {
	all := practices(t)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(all).Draw(t, "policy")
		brief := rapid.Bool().Draw(t, "brief")
		for _, c := range p.drawn(t) {
			with, err := p.maker.RecommendWith(c, recommend.Options{Brief: brief})
			if err != nil {
				t.Fatalf("%v", err)
			}
			without, err := p.maker.RecommendWith(c, recommend.Options{Brief: brief, NoQuestions: true})
			if err != nil {
				t.Fatalf("%v", err)
			}
			with.Questions, with.CopyAsks, with.Partial = []recommendation.Question{}, nil, true
			with.ChangesIf, with.Titles, with.Clauses = []recommendation.ChangesIf{}, without.Titles, without.Clauses
			for i := range with.WhyNot {
				with.WhyNot[i].Sets = nil
			}
			if brief {
				with.Consent.CouldBe = without.Consent.CouldBe
			}
			if diff := cmp.Diff(with, without); diff != "" {
				t.Fatalf("with (-) and without questions (+)\n%s", diff)
			}
		}
	})
}

// Proofs, and explaining once what is explained the same way, change nothing of an answer.
func TestAShortWayGivesTheWholeAnswerThatThePlainOneDoes(t *testing.T) {
	all := practices(t)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(all).Draw(t, "policy")
		for _, c := range p.drawn(t) {
			short, err := p.maker.RecommendWith(c, recommend.Options{})
			if err != nil {
				t.Fatalf("%v", err)
			}
			plain, err := p.maker.RecommendPlainly(c, recommend.Options{})
			if err != nil {
				t.Fatalf("%v", err)
			}
			if diff := cmp.Diff(plain, short); diff != "" {
				t.Fatalf("evaluating everything (-) and the short way (+)\n%s", diff)
			}
		}
	})
}
