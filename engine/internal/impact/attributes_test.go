package impact

import (
	"reflect"
	"slices"
	"testing"

	"windscreen/engine/impact"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// TestEveryFieldOfARuleIsComparedOrLeftOut: a field that a rule gains must not be passed over in silence.
func TestEveryFieldOfARuleIsComparedOrLeftOut(t *testing.T) {
	used := map[string]bool{}
	var visit func(of reflect.Type)
	visit = func(of reflect.Type) {
		for i := range of.NumField() {
			f := of.Field(i)
			if f.Anonymous {
				inner := f.Type
				if inner.Kind() == reflect.Pointer {
					inner = inner.Elem()
				}
				visit(inner)
				continue
			}
			used[f.Name] = true
			if _, described := fields[f.Name]; !described && !slices.Contains(leftOut, f.Name) {
				t.Errorf("%s.%s is neither described nor left out", of.Name(), f.Name)
			}
		}
	}
	for _, kind := range []any{policy.Indicator{}, policy.Ground{}, policy.Level{}, policy.Line{}, policy.Escalation{}, policy.Step{},
		policy.Service{}, policy.Caution{}} {
		visit(reflect.TypeOf(kind))
	}
	for name := range fields {
		if !used[name] {
			t.Errorf("%s is described, and no rule has it", name)
		}
	}
}

func TestEveryKindOfRuleAndAnswerHasARespect(t *testing.T) {
	table := term.TableOf[impact.Respect]()
	has := func(r impact.Respect) bool { _, ok := table.Of(string(r)); return ok }
	for _, k := range term.TableOf[term.Kind]().Values() {
		if !has(respectOf[k]) {
			t.Errorf("rules of the kind %s have no respect", k)
		}
	}
	for _, a := range term.SingleAnswers() {
		if !has(answered(a.Code)) {
			t.Errorf("the answer %s has no respect", a.Code)
		}
	}
}

func TestAValueIsSpeltByWhatItSays(t *testing.T) {
	type inner struct{ A, B string }
	n := 3
	for _, x := range []struct {
		value any
		want  string
	}{
		{"", ""}, {"word", "word"}, {true, "yes"}, {false, ""}, {0, ""}, {7, "7"}, {[]string{"a", "b"}, "a; b"}, {inner{"x", ""}, "a x"},
		{map[string]int{"b": 2, "a": 1}, "a: 1; b: 2"}, {&n, "3"}, {(*int)(nil), ""}, {&policy.Contact{ID: "hub", Name: "The hub"}, "hub"},
		{&policy.Unless{Says: "it is over"}, "it is over"},
		{(*vocabulary.Value)(nil), ""}, {&vocabulary.Value{}, "0 to 0"}, {&vocabulary.Value{Lo: 1, Hi: 3}, "1 to 3"},
	} {
		if got := spell(reflect.ValueOf(x.value)); got != x.want {
			t.Errorf("%#v is %q, want %q", x.value, got, x.want)
		}
	}
}
