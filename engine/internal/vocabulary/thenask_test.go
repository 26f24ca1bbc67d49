package vocabulary_test

import (
	"slices"
	"testing"

	"windscreen/engine/internal/vocabulary"
)

func TestWhatFollowsFromAFact(t *testing.T) {
	yes := &vocabulary.Fact{Path: "a.yes"}
	then := func(more ...vocabulary.ThenAsk) []vocabulary.ThenAsk {
		for i := range more {
			more[i].Fact = yes
		}
		return more
	}
	always, much := vocabulary.ThenAsk{Why: "always"}, vocabulary.ThenAsk{Why: "much", From: 2}
	scale := noise(vocabulary.Fact{ThenAsk: then(always, much)})
	words := []vocabulary.Word{{Name: "a"}, {Name: "b"}, {Name: "c"}}
	second := vocabulary.ThenAsk{Why: "second", Words: 1 << 1}
	set := &vocabulary.Fact{Kind: vocabulary.Choices, Words: words, ThenAsk: then(always, second)}
	none := vocabulary.Exactly(0)
	choice := &vocabulary.Fact{Kind: vocabulary.Choice, Words: words, Nothing: &none, ThenAsk: then(always, second)}
	yesNo := &vocabulary.Fact{Kind: vocabulary.YesNo, ThenAsk: then(always)}
	count := &vocabulary.Fact{Kind: vocabulary.Whole, Max: 9, ThenAsk: then(always)}
	for _, x := range []struct {
		what          string
		fact          *vocabulary.Fact
		v             vocabulary.Value
		known, feared []string
	}{
		{"a scale of which nothing is known", scale, scale.Unknown(), nil, []string{"always"}},
		{"the lowest rung", scale, vocabulary.Exactly(0), nil, []string{"always"}},
		{"the rung between", scale, vocabulary.Exactly(1), []string{"always"}, []string{"always"}},
		{"the rung between or worse", scale, vocabulary.Value{Lo: 1, Hi: 2}, []string{"always"}, []string{"always"}},
		{"the worst rung", scale, vocabulary.Exactly(2), []string{"always", "much"}, []string{"always", "much"}},
		{"no words", set, vocabulary.Exactly(0), nil, []string{"always"}},
		{"the first word at least", set, vocabulary.Value{Lo: 1, Hi: 7}, []string{"always"}, []string{"always"}},
		{"the second word", set, vocabulary.Exactly(2), []string{"always", "second"}, []string{"always", "second"}},
		{"the choice that is nothing", choice, none, nil, []string{"always"}},
		{"another choice", choice, vocabulary.Exactly(1), []string{"always", "second"}, []string{"always", "second"}},
		{"a choice that is not known", choice, choice.Unknown(), nil, []string{"always"}},
		{"no", yesNo, vocabulary.YesOrNo(false), nil, []string{"always"}},
		{"yes", yesNo, vocabulary.YesOrNo(true), []string{"always"}, []string{"always"}},
		{"none", count, vocabulary.Exactly(0), nil, []string{"always"}},
		{"one at least", count, vocabulary.Value{Lo: 1, Hi: 9}, []string{"always"}, []string{"always"}},
	} {
		for i, got := range [][]*vocabulary.ThenAsk{x.fact.Follows(x.v), x.fact.FollowsIfFeared(x.v)} {
			var why []string
			for _, a := range got {
				why = append(why, a.Why)
			}
			if want := [][]string{x.known, x.feared}[i]; !slices.Equal(why, want) {
				t.Errorf("%s, feared %v: %q follow, not %q", x.what, i == 1, why, want)
			}
		}
	}
}
