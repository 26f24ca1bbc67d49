package impact

import (
	"reflect"
	"slices"
	"testing"

	"windscreen/engine/impact"
	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/lang"
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
	days, err := calendar.Load()
	if err != nil {
		t.Fatal(err)
	}
	nine, five := onClock(t, "09:00"), onClock(t, "17:30")
	clock, err := days.Clock(calendar.Rules{CountStartDay: true, DayEnds: five})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		value any
		want  string
	}{
		{"", ""}, {"word", "word"}, {true, "yes"}, {false, ""}, {0, ""}, {7, "7"}, {[]string{"a", "b"}, "a; b"}, {inner{"x", ""}, "a x"},
		{map[string]int{"b": 2, "a": 1}, "a: 1; b: 2"}, {&n, "3"}, {(*int)(nil), ""}, {&policy.Contact{ID: "hub", Name: "The hub"}, "hub"},
		{&policy.Unless{Says: "it is over"}, "it is over"}, {policy.Limit{Unit: term.UnitWorkingDays, N: 3}, "3 working days"},
		{vocabulary.Word{Name: "past", Says: "Ended"}, "past: Ended"}, {policy.ForFamily{Says: "x", NoCopy: true}, "says x, no copy yes"},
		{days.Hours([]calendar.Span{{Days: term.WorkingDays, From: nine, To: five}, {Days: term.Weekends}}),
			"days working_days, from 09:00, to 17:30; days weekends"},
		{days.Hours([]calendar.Span{{Days: term.WorkingDays, From: nine, To: five}}).Outside(), "all other hours"},
		{clock, "count_start_day true, cut_off none, day_ends 17:30"},
		{(*vocabulary.Value)(nil), ""}, {&vocabulary.Value{}, "0 to 0"}, {&vocabulary.Value{Lo: 1, Hi: 3}, "1 to 3"},
	} {
		if got := spell(reflect.ValueOf(x.value)); got != x.want {
			t.Errorf("%#v is %q, want %q", x.value, got, x.want)
		}
	}
}

func onClock(t *testing.T, text string) calendar.TimeOfDay {
	t.Helper()
	time, err := calendar.ParseTimeOfDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return time
}

// TestNothingOfTheProgramIsSpelt looks at every type that is compared as data: a field that its author did not write, or a kind
// without a text, would be printed as it stands in the program.
func TestNothingOfTheProgramIsSpelt(t *testing.T) {
	named := []reflect.Type{reflect.TypeFor[vocabulary.Fact](), reflect.TypeFor[lang.Condition](), reflect.TypeFor[policy.Contact](),
		reflect.TypeFor[policy.Unless](), reflect.TypeFor[calendar.Hours](), reflect.TypeFor[calendar.Clock](),
		reflect.TypeFor[policy.Limit](), reflect.TypeFor[vocabulary.Word](), reflect.TypeFor[vocabulary.Value]()}
	// These of a fact are spelt by hand.
	byHand := []reflect.Type{reflect.TypeFor[vocabulary.ThenAsk](), reflect.TypeFor[vocabulary.Each]()}
	left := []string{"Index", "File", "Start", "Lowers"}
	seen := map[reflect.Type]bool{}
	var visit func(of reflect.Type, where string)
	visit = func(of reflect.Type, where string) {
		if slices.Contains(named, of) || slices.Contains(byHand, of) || seen[of] {
			return
		}
		seen[of] = true
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			visit(of.Elem(), where)
		case reflect.Map:
			visit(of.Key(), where)
			visit(of.Elem(), where)
		case reflect.Struct:
			for i := range of.NumField() {
				f := of.Field(i)
				if slices.Contains(left, f.Name) {
					continue
				}
				if !f.IsExported() && !f.Anonymous {
					t.Errorf("%s.%s is of the program", where, f.Name)
				}
				visit(f.Type, where+"."+f.Name)
			}
		case reflect.Interface:
			if !of.Implements(reflect.TypeFor[interface{ String() string }]()) {
				t.Errorf("%s has no text", where)
			}
		case reflect.Func, reflect.Chan, reflect.UnsafePointer, reflect.Invalid, reflect.Uintptr:
			t.Errorf("%s has no text", where)
		}
	}
	for _, of := range []reflect.Type{reflect.TypeFor[policy.Indicator](), reflect.TypeFor[policy.Ground](),
		reflect.TypeFor[policy.Level](), reflect.TypeFor[policy.Line](), reflect.TypeFor[policy.Escalation](),
		reflect.TypeFor[policy.Step](),
		reflect.TypeFor[policy.Service](), reflect.TypeFor[policy.Caution](), reflect.TypeFor[policy.Clause](),
		reflect.TypeFor[policy.Statute](), reflect.TypeFor[policy.Choice](), reflect.TypeFor[vocabulary.People]()} {
		visit(of, of.Name())
	}
	for _, of := range []reflect.Type{reflect.TypeFor[policy.Contact](), reflect.TypeFor[vocabulary.Fact]()} {
		for i := range of.NumField() {
			visit(of.Field(i).Type, of.Name()+"."+of.Field(i).Name)
		}
	}
}

// TestRungsAndWordsOfAFactAreSpeltByName: their places in a scale are of the program.
func TestRungsAndWordsOfAFactAreSpeltByName(t *testing.T) {
	value := func(n int64) *vocabulary.Value { v := vocabulary.Exactly(n); return &v }
	next := &vocabulary.Fact{Path: "home.noise"}
	scale := &vocabulary.Fact{Path: "home.abuse", Kind: vocabulary.Scale, Nothing: value(0), Otherwise: value(1), Alleged: 1,
		SeriousIfAlleged: true, Words: []vocabulary.Word{{Name: "none"}, {Name: "past"}},
		ThenAsk: []vocabulary.ThenAsk{{Fact: next, Why: "It often goes with it", From: 1, Source: "Guidance"}}}
	set := &vocabulary.Fact{Path: "child.agencies", Kind: vocabulary.Choices, Words: []vocabulary.Word{{Name: "school"}, {Name: "police"}},
		ThenAsk: []vocabulary.ThenAsk{{Fact: next, Why: "They know", Words: 2, Cite: []string{"MU-1"}}}}
	for _, x := range []struct {
		fact        *vocabulary.Fact
		field, want string
	}{
		{scale, "Nothing", "none"}, {scale, "Otherwise", "past"}, {scale, "Presumed", ""}, {scale, "Alleged", "past"},
		{scale, "ThenAsk", "fact home.noise, from past, why It often goes with it, source Guidance"},
		{set, "Nothing", ""}, {set, "Alleged", ""},
		{set, "ThenAsk", "fact home.noise, words [police], why They know, cite MU-1"},
	} {
		list := ofFact(x.fact)
		i := slices.IndexFunc(list, func(a attribute) bool { return a.field == x.field })
		if i < 0 || list[i].value != x.want {
			t.Errorf("%s of %s is %q, want %q", x.field, x.fact.Path, list[i].value, x.want)
		}
	}
}
