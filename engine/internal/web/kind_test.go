package web_test

import (
	"reflect"
	"testing"

	"windscreen/engine/internal/typedoc"
	"windscreen/engine/internal/web"
)

func TestEachKindOfProblemHasAMeaningAndATitleOfItsOwn(t *testing.T) {
	codes := typedoc.Codes(reflect.TypeFor[web.Kind]())
	if len(codes) < 10 {
		t.Fatalf("only %d kinds: is this looking in the right place?", len(codes))
	}
	titles := map[string]web.Kind{}
	for _, c := range codes {
		k := web.Kind(c.Code)
		if other, taken := titles[k.Title()]; taken || k.Title() == "" || c.Means == "" {
			t.Errorf("%s: the title is %q, as of %q, and it means %q", k, k.Title(), other, c.Means)
		}
		titles[k.Title()] = k
		if p := web.NewProblem(422, k, ""); p.Title != k.Title() || web.NewProblem(400, k, "").Title != p.Title {
			t.Errorf("%s: the title depends on the status", k)
		}
	}
}
