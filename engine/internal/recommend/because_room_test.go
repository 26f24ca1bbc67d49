package recommend_test

import (
	"slices"
	"testing"

	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
)

// The third fact takes the room in which the evaluator would try another both ways, as it does where more facts are open than it tries.
func TestAReasonThatIsNeededOnlyBesideOthersIsDroppedWithThem(t *testing.T) {
	p := practices(t)[0]
	c, list := p.reader.Read("case.json", []byte(`{"as_of": "2020-03-02T14:10", "child": {"age": 6}, "care": {"neglect": "low"},
		"home": {"domestic_abuse": "past"}}`))
	if c == nil {
		t.Fatal(list)
	}
	var facts []*vocabulary.Fact
	for _, path := range []string{"child.age", "care.neglect", "home.domestic_abuse"} {
		facts = append(facts, p.policy.Vocabulary.Fact(path))
	}
	got, err := recommend.Minimal(p.maker, c, facts, func(known []bool) bool { return known[1] && (known[0] || !known[2]) })
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"care.neglect"}; !slices.Equal(got, want) {
		t.Errorf("it rests on %v, want %v", got, want)
	}
}
