package vocabulary_test

import (
	"strings"
	"testing"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// adults is a condition that is only text.
type adults struct{}

func (adults) Truth([]vocabulary.Value, int64) logic.Truth { return logic.Unknown }
func (adults) Facts(func(*vocabulary.Fact))                {}
func (adults) String() string                              { return "child.age\n  >= 18\n" }

func noise(f vocabulary.Fact) *vocabulary.Fact {
	f.Kind, f.Words = vocabulary.Scale, []vocabulary.Word{{Name: "none"}, {Name: "some"}, {Name: "much"}}
	return &f
}

func TestWhatSilenceMeansIsSaid(t *testing.T) {
	const gone = "Not mentioned in a domain gone through: "
	none := vocabulary.Exactly(0)
	for _, x := range []struct {
		fact *vocabulary.Fact
		want string
	}{
		{noise(vocabulary.Fact{Nothing: &none}), gone + "none."},
		{noise(vocabulary.Fact{Nothing: &none, Hidden: true}), gone + "none, and the answer says that nobody spoke of it."},
		{noise(vocabulary.Fact{Nothing: &none, OnlyIfNothingFound: true}), gone + "none, if nothing was found in any domain."},
		{noise(vocabulary.Fact{Nothing: &none, AboutTheCase: true}), gone + "none; but explored: all does not settle it."},
		{&vocabulary.Fact{Kind: vocabulary.YesNo, Nothing: &none, Danger: true},
			"Not mentioned: false, if explored is all or names this fact; it is still asked."},
		{&vocabulary.Fact{Kind: vocabulary.Choices, Nothing: &none}, gone + "none of these."},
		{&vocabulary.Fact{Kind: vocabulary.Whole, Nothing: &none}, gone + "0."},
		{noise(vocabulary.Fact{Silence: "noise hides."}), "Silence never settles it: noise hides."},
		{noise(vocabulary.Fact{Protective: true}), "Silence never confirms it."},
		{&vocabulary.Fact{Kind: vocabulary.Date}, "Silence never settles it."},
	} {
		if got := x.fact.OnSilence(); got != x.want {
			t.Errorf("%q, not %q", got, x.want)
		}
	}
}

func TestWhomAFactAppliesToIsSaid(t *testing.T) {
	some, upTo := vocabulary.Exactly(1), vocabulary.Value{Lo: 0, Hi: 17}
	for _, x := range []struct {
		fact *vocabulary.Fact
		want string
	}{
		{noise(vocabulary.Fact{}), ""},
		{noise(vocabulary.Fact{Applies: adults{}}), "Applies only if child.age >= 18."},
		{noise(vocabulary.Fact{Applies: adults{}, Otherwise: &some}),
			"Applies only if child.age >= 18; otherwise it is taken as some and not asked."},
		{&vocabulary.Fact{Kind: vocabulary.Whole, Max: 25, Presumed: &upTo, Presumption: "It is about a child."},
			"Taken as {at_most: 17} unless a case says otherwise: It is about a child."},
	} {
		if got := x.fact.Whom(); got != x.want {
			t.Errorf("%q, not %q", got, x.want)
		}
	}
}

func TestAnExampleIsAValueOfItsFact(t *testing.T) {
	words := []vocabulary.Word{{Name: "one"}, {Name: "two"}}
	for _, x := range []struct {
		fact  vocabulary.Fact
		want  string
		takes string
	}{
		{vocabulary.Fact{Kind: vocabulary.YesNo}, "true", "true or false"},
		{vocabulary.Fact{Kind: vocabulary.Scale, Words: words}, "two", "least to the most serious"},
		{vocabulary.Fact{Kind: vocabulary.Choice, Words: words}, "one", "One of"},
		{vocabulary.Fact{Kind: vocabulary.Choices, Words: words}, "[one]", "A list"},
		{vocabulary.Fact{Kind: vocabulary.Whole, Min: 4, Max: 6, Unit: "days"}, "4", "from 4 to 6 days."},
		{vocabulary.Fact{Kind: vocabulary.Date}, "2020-03-02", "A date"},
		{vocabulary.Fact{Kind: vocabulary.Time}, "2020-03-02T14:10", "A time"},
	} {
		if got := x.fact.Example(); got != x.want {
			t.Errorf("the example of a %s is %q, not %q", x.fact.Kind, got, x.want)
		}
		if got := x.fact.Takes(); !strings.Contains(got, x.takes) {
			t.Errorf("a %s takes %q, without %q", x.fact.Kind, got, x.takes)
		}
	}
}
