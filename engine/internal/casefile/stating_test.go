package casefile_test

import (
	"testing"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/vocabulary"
)

// That a case made of values is the one that is read of them is tested with cases of every kind, in
// package generate.
func TestValuesThatContradictEachOtherMakeNoCase(t *testing.T) {
	root := shippedroot.Rules(t)
	v := root.Vocabulary
	asOf := time.Date(2020, 3, 2, 14, 10, 0, 0, time.UTC)
	born := vocabulary.Exactly(time.Date(2014, 3, 3, 0, 0, 0, 0, root.London).Unix())
	for name, stated := range map[string]map[string]vocabulary.Value{
		"an age that the date of birth rules out": {"child.age": vocabulary.Exactly(7), "child.date_of_birth": born},
		"a conflict of the vocabulary":            {"child.age": vocabulary.Exactly(7), "child.unborn": vocabulary.YesOrNo(true)},
		"a date after the case":                   {"referral.made_at": vocabulary.Exactly(asOf.Unix() + 1)},
	} {
		values := make([]vocabulary.Value, len(v.Facts))
		for _, f := range v.Facts {
			values[f.Index] = f.Unknown()
		}
		for path, value := range stated {
			values[v.Fact(path).Index] = value
		}
		for _, child := range []string{"", "6"} {
			if c, list := casefile.NewReader(v).Stating(child, asOf, values); c != nil || !list.HasErrors() {
				t.Errorf("%s makes a case: %s", name, list)
			}
		}
	}
}
