package scenariofile

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/parallel"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// TestOneChildUnderChildrenIsTheSameCase holds some cases of the fixtures, as aFew says, against the same
// case with its one child under children, the facts of the home at the top or with the child. All
// that is known is the same and, for some, so is the whole recommendation.
func TestOneChildUnderChildrenIsTheSameCase(t *testing.T) {
	if testing.Short() {
		t.Skip("to read every case of the fixtures takes long")
	}
	r, all := fixtures(t)
	cases, ids := aFew(t, all), r.Catalogue.IDs()
	const explained = 12 // one case in so many
	parallel.Each(len(cases), func(i int) {
		plain := cases[i].Canonical(r.Reader.Vocabulary, r.Reader.London)
		if plain["policy"] == "" {
			delete(plain, "policy") // the file names it
		}
		want := readOne(t, r.Reader, plain)
		form := func(c *casefile.Case) any { return c.Canonical(r.Reader.Vocabulary, r.Reader.London) }
		for _, homeAtTop := range []bool{false, true} {
			got := readOne(t, r.Reader, underChildren(t, r.Reader.Vocabulary, plain, homeAtTop))
			if want == nil || got == nil {
				continue
			}
			for name, pair := range map[string][2]any{
				"values": {want.Values, got.Values}, "origins": {want.Origins, got.Origins}, "explored": {want.Explored, got.Explored},
				"in canonical form": {form(want), form(got)},
			} {
				// Most are equal, and finding that out is quicker without cmp.
				if !reflect.DeepEqual(pair[0], pair[1]) {
					t.Errorf("%s, the home at the top %v: other %s (-alone +under children):\n%s", cases[i].Name, homeAtTop, name,
						cmp.Diff(pair[0], pair[1]))
				}
			}
			if len(got.Otherwise) > 0 {
				t.Errorf("%s: the child says otherwise of the home", cases[i].Name)
			}
			if i%explained != 0 {
				continue
			}
			id := want.Policy
			if id == "" {
				id = ids[i/explained%len(ids)]
			}
			unit, err := r.Catalogue.Policy(id)
			if err != nil {
				t.Error(err)
				continue
			}
			alone, err := unit.Maker.Recommend(want)
			if err != nil {
				t.Error(err)
			}
			under, err := unit.Maker.Recommend(got)
			if err != nil {
				t.Error(err)
			}
			if d := cmp.Diff(alone, under); d != "" {
				t.Errorf("%s, the home at the top %v: another recommendation (-alone +under children):\n%s", cases[i].Name, homeAtTop, d)
			}
		}
	})
}

// readOne reads a case of one child from plain data.
func readOne(t *testing.T, r casefile.Reader, plain map[string]any) *casefile.Case {
	data, err := json.Marshal(plain)
	if err != nil {
		t.Error(err)
		return nil
	}
	f, list := r.ReadFamily("case.json", data)
	if f == nil || len(f.Children) != 1 {
		t.Errorf("%s\n%s", list, data)
		return nil
	}
	return f.Children[0].Case
}

// underChildren is a case with its one child under children. What can only stand at the top does
// and, where wanted, what is of the home, what was done, and the judgement.
func underChildren(t *testing.T, v *vocabulary.Vocabulary, plain map[string]any, homeAtTop bool) map[string]any {
	atTop := func(path string) bool {
		f := v.Fact(path)
		return f.Of == term.OfCase || homeAtTop && f.Of == term.OfHome
	}
	top, child := map[string]any{}, map[string]any{}
	put := func(under, key, path string, value any) {
		to := child
		if atTop(path) {
			to = top
		}
		within, ok := to[under].(map[string]any)
		if !ok {
			within = map[string]any{}
			to[under] = within
		}
		within[key] = value
	}
	entries := func(of any) map[string]any {
		m, ok := of.(map[string]any)
		if !ok {
			t.Errorf("%v is no mapping", of)
		}
		return m
	}
	for key, value := range plain {
		switch key {
		case "as_of", "policy", "id", "reader":
			top[key] = value
		case "explored":
			child[key] = value
		case "done", "judgement":
			if homeAtTop {
				top[key] = value
			} else {
				child[key] = value
			}
		case "evidence":
			for path, list := range entries(value) {
				put(key, path, path, list)
			}
		default:
			if v.Domain(key) == nil {
				t.Errorf("a case has a key %s", key)
			}
			for name, fact := range entries(value) {
				put(key, name, key+"."+name, fact)
			}
		}
	}
	top[casefile.KeyChildren] = map[string]any{"the child": child}
	return top
}
