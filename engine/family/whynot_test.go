package family_test

import (
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
)

func TestWhyNotIsOfEachChildOrOfTheOneThatIsNamed(t *testing.T) {
	one := &recommendation.Recommendation{WhyNot: []recommendation.Obstacle{{Level: 3}}}
	two := &recommendation.Recommendation{ChangesIf: []recommendation.ChangesIf{{Title: "a change"}}}
	a := family.Together([]family.Child{{Child: "baby", Recommendation: one}, {Child: "6", Recommendation: two}})
	all := family.WhyNotOf(a, "")
	if len(all.Children) != 2 || all.Children[0].WhyNot[0].Level != 3 || all.Children[1].ChangesIf[0].Title != "a change" {
		t.Errorf("of all: %+v", all)
	}
	if of := family.WhyNotOf(a, "6"); len(of.Children) != 1 || of.Children[0].Child != "6" {
		t.Errorf("of one: %+v", of)
	}
	if of := family.WhyNotOf(a, "nobody"); len(of.Children) != 0 {
		t.Errorf("of nobody: %+v", of)
	}
	if of := family.WhyNotOf(nil, ""); of.Format != family.FormatVersion || of.Children == nil {
		t.Errorf("of no answer: %+v", of)
	}
}
