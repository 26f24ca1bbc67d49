package vocabulary_test

import (
	"math"
	"strings"
	"testing"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// over is a condition over facts.
type over struct {
	facts []*vocabulary.Fact
	truth func(v []vocabulary.Value) logic.Truth
}

func (o over) Truth(values []vocabulary.Value, _ int64) logic.Truth { return o.truth(values) }
func (o over) Facts(visit func(*vocabulary.Fact)) {
	for _, f := range o.facts {
		visit(f)
	}
}
func (o over) String() string { return "" }

func noise(f vocabulary.Fact) *vocabulary.Fact {
	f.Kind, f.Words = vocabulary.Scale, []vocabulary.Word{
		{Name: "none", Says: "No noise"}, {Name: "some", Says: "Some noise"}, {Name: "much", Says: "Much noise"}}
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
	some, upTo, no := vocabulary.Exactly(1), vocabulary.Value{Lo: 0, Hi: 17}, vocabulary.YesOrNo(false)
	age := &vocabulary.Fact{Title: "Age", Kind: vocabulary.Whole, Max: 25, Unit: "years"}
	unborn := &vocabulary.Fact{Index: 1, Title: "Not yet born", Kind: vocabulary.YesNo}
	loud := noise(vocabulary.Fact{Index: 2, Title: "Noise"})
	agencies := &vocabulary.Fact{Index: 3, Title: "Agencies", Kind: vocabulary.Choices,
		Words: []vocabulary.Word{{Says: "School"}, {Says: "A GP"}}}
	born := &vocabulary.Fact{Index: 4, Title: "Born", Kind: vocabulary.Date}
	from := func(f *vocabulary.Fact, n int64) func([]vocabulary.Value) logic.Truth {
		return func(v []vocabulary.Value) logic.Truth { return v[f.Index].Range().Within(n, math.MaxInt64) }
	}
	not := func(c func([]vocabulary.Value) logic.Truth) func([]vocabulary.Value) logic.Truth {
		return func(v []vocabulary.Value) logic.Truth { return c(v).Not() }
	}
	and := func(c, d func([]vocabulary.Value) logic.Truth) func([]vocabulary.Value) logic.Truth {
		return func(v []vocabulary.Value) logic.Truth { return logic.And(c(v), d(v)) }
	}
	or := func(c, d func([]vocabulary.Value) logic.Truth) func([]vocabulary.Value) logic.Truth {
		return func(v []vocabulary.Value) logic.Truth { return logic.Or(c(v), d(v)) }
	}
	isBorn := not(from(unborn, 1))
	for _, x := range []struct {
		truth func([]vocabulary.Value) logic.Truth
		want  string
	}{
		{from(age, 18), "if “Age” is at least 18 years"},
		{not(from(age, 5)), "if “Age” is at most 4 years"},
		{not(from(age, 1)), "if “Age” is under 1 year"},
		{and(from(age, 3), not(from(age, 6))), "if “Age” is from 3 years to 5 years"},
		{isBorn, "if “Not yet born” is no"},
		{and(isBorn, from(age, 4)), "if “Age” is at least 4 years, and “Not yet born” is no"},
		{or(from(unborn, 1), from(loud, 1)), "if “Not yet born” is yes or “Noise” is at least “Some noise”"},
		{and(isBorn, or(not(from(age, 2)), from(loud, 2))),
			"if “Not yet born” is no, and “Age” is at most 1 year or “Noise” is “Much noise”"},
		{func(v []vocabulary.Value) logic.Truth {
			if v[3].Lo&2 != 0 {
				return logic.True
			}
			return logic.Unknown
		}, "if “Agencies” names “A GP”"},
		{from(born, 0), "in some cases"},
	} {
		f := noise(vocabulary.Fact{Applies: over{[]*vocabulary.Fact{age, unborn, loud, agencies, born}, x.truth}})
		if got, want := f.Whom(), "Applies only "+x.want+"."; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	adults := over{[]*vocabulary.Fact{age}, from(age, 18)}
	for _, x := range []struct {
		fact *vocabulary.Fact
		want string
	}{
		{noise(vocabulary.Fact{}), ""},
		{noise(vocabulary.Fact{Applies: adults, Otherwise: &some}),
			"Applies only if “Age” is at least 18 years; otherwise it is taken as some and not asked."},
		{&vocabulary.Fact{Kind: vocabulary.YesNo, FromOthers: &vocabulary.FromOthers{Ground: "s47"}, Otherwise: &no},
			"In a case about several children it comes from the others; if none gives it, it is taken as false and not asked."},
		{&vocabulary.Fact{Kind: vocabulary.Whole, Max: 25, Presumed: &upTo, Presumption: "It is about a child."},
			"Taken as {at_most: 17} unless a case says otherwise: It is about a child."},
		{&vocabulary.Fact{Kind: vocabulary.YesNo, Presumed: &no, Presumption: "Whoever knows says so."},
			"Taken as false unless a case says otherwise: Whoever knows says so."},
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
