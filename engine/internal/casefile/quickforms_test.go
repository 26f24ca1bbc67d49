package casefile_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
)

// jumbled is plain data whose keys are written in any order.
type jumbled struct {
	t    *rapid.T
	data any
}

func (j jumbled) MarshalJSON() ([]byte, error) {
	all, ok := j.data.(map[string]any)
	if !ok {
		return json.Marshal(j.data)
	}
	b := []byte{'{'}
	for i, key := range rapid.Permutation(slices.Sorted(maps.Keys(all))).Draw(j.t, "order") {
		if i > 0 {
			b = append(b, ',')
		}
		value, err := jumbled{j.t, all[key]}.MarshalJSON()
		if err != nil {
			return nil, err
		}
		b = append(append(strconv.AppendQuote(b, key), ':'), value...)
	}
	return append(b, '}'), nil
}

// TestNoBeginningOfACaseIsReadAtOnce also holds that the reader does not look past the end, wherever that is.
func TestNoBeginningOfACaseIsReadAtOnce(t *testing.T) {
	r := reader(t)
	q := casefile.NewQuickIndex(r).New()
	whole := `{"policy":"bexley-2020","id":"x","explored":["home","harm.significant_harm"],"reader":"front_door",` +
		`"as_of":"2020-03-02T14:10:00+01:00","child":{"age":{"at_least":6},"date_of_birth":"2013-03"},` +
		`"home":{"domestic_abuse":"unknown","child_present":true},"involved":{"agencies":{"includes":["gp"],"excludes":["police"]}},` +
		`"evidence":{"home.domestic_abuse":[{"value":"serious","source":"police","standing":"alleged","on":"2020-02-28",` +
		`"note":"\ud83d\ude00 \u0021 é \""}]},"judgement":{"level":4,"by":"manager","reason":"x"}} `
	if !same(t, r, q, []byte(whole)) {
		t.Fatal("an ordinary case is left to the strict reader")
	}
	for end := range len(whole) - 1 {
		if q.Read([]byte(whole[:end])) {
			t.Errorf("read at once: %s", whole[:end])
		}
	}
}

// TestANameIsReadAtOnceAsItIsWritten holds that a name that is nearly one of those there are is none.
func TestANameIsReadAtOnceAsItIsWritten(t *testing.T) {
	r := reader(t)
	q := casefile.NewQuickIndex(r).New()
	for _, f := range r.Vocabulary.Facts {
		slipped := f.Name[:len(f.Name)-1] + "%"
		for name, there := range map[string]bool{f.Name: true, slipped: false, f.Name + "%": false, "%" + f.Name: false, "": false} {
			text := `{"as_of":"2020-03-02T14:10","` + f.Domain + `":{"` + name + `":"unknown"}}`
			if same(t, r, q, []byte(text)) != there {
				t.Errorf("taken: %v, of %s", !there, text)
			}
		}
		for i, word := range f.Words {
			stated := `"%"`
			if f.Kind == vocabulary.Choices {
				stated = `["%"]`
			}
			for _, name := range []string{word.Name, word.Name + "%", word.Name[1:] + "%"} {
				text := `{"as_of":"2020-03-02T14:10","` + f.Domain + `":{"` + f.Name + `":` + strings.Replace(stated, "%", name, 1) + `}}`
				taken := same(t, r, q, []byte(text))
				if there := name == word.Name; taken != there {
					t.Errorf("taken: %v, of %s", !there, text)
				}
				if at := int64(i); taken && f.Kind != vocabulary.Choices && q.Values[f.Index] != vocabulary.Exactly(at) {
					t.Errorf("%v, of %s", q.Values[f.Index], text)
				}
			}
		}
	}
}
