package workbench

import (
	"context"
	"net/url"
	"reflect"
	"slices"
	"testing"

	"windscreen/engine"
	"windscreen/engine/facts"
	"windscreen/rules"
)

// waysToFill are forms that state a fact in every way that the form of its type has.
func waysToFill(f facts.Fact, key string) []url.Values {
	form := func(pair ...string) url.Values {
		out := url.Values{}
		for i := 0; i+1 < len(pair); i += 2 {
			out.Add(key+"."+pair[i], pair[i+1])
		}
		return out
	}
	ways := []url.Values{form("how", "unknown")}
	switch f.Type {
	case typeYesNo:
		ways = append(ways, form("how", "is:true"), form("how", "is:false"))
	case typeScale, typeChoice:
		for _, w := range f.Values {
			ways = append(ways, form("how", "is:"+w.Name))
		}
	case typeNumber:
		ways = append(ways, form("how", "is", "number", "1"), form("how", "partly", "at_least", "1", "at_most", "2"))
	case typeDate:
		ways = append(ways, form("day", "2", "month", "3", "year", "2020"))
	case typeTime:
		ways = append(ways, form("day", "2", "month", "3", "year", "2020"),
			form("day", "2", "month", "3", "year", "2020", "clock", "13:05"))
	case typeSet:
		ways[0] = form("words", "!unknown")
		one, two := f.Values[0].Name, f.Values[1].Name
		ways = append(ways, form("words", "!none"), form("words", one), form("words", one, "words", two, "only", "yes"),
			form("words", one, "not", two), form("not", two))
	}
	if takesPartly(f) && len(f.Values) > 1 {
		ways = append(ways, form("how", "partly", "at_least", f.Values[1].Name), form("how", "partly", "at_most", f.Values[0].Name))
	}
	if takesMonths(f) {
		ways = append(ways, form("how", "months", "months", "7"))
	}
	return ways
}

func TestEveryFactCanBeStatedByItsFormAndIsShownAsItWasStated(t *testing.T) {
	e, err := engine.Open(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	types := map[string]int{}
	for _, f := range e.Facts().Facts {
		for _, form := range waysToFill(f, "k") {
			types[f.Type]++
			g := posted(f, "k", form)
			n, problem := g.node(f)
			if problem != "" || n == nil {
				t.Errorf("%s: %v gives %q", f.Path, form, problem)
				continue
			}
			_, file, err := readCase(e, "as_of: 2020-03-02T14:10\n")
			if err != nil {
				t.Fatal(err)
			}
			file.state(f, everyChild, n)
			text, err := file.text()
			if err != nil {
				t.Fatal(err)
			}
			_, file, err = readCase(e, text)
			if err != nil {
				t.Errorf("%s: %v gives\n%s\n%v", f.Path, form, text, err)
				continue
			}
			if got := stated(f, file.fact(f, everyChild)); !reflect.DeepEqual(normal(got), normal(g)) {
				t.Errorf("%s: %v is shown as %+v, want %+v", f.Path, form, normal(got), normal(g))
			}
			if inWords(f, g) == "" {
				t.Errorf("%s: %v has no words", f.Path, form)
			}
			file.state(f, everyChild, nil)
			if text, err := file.text(); err != nil || text != "as_of: 2020-03-02T14:10\n" {
				t.Errorf("%s: after its statement was taken away, the case is\n%s", f.Path, text)
			}
		}
	}
	for _, name := range []string{typeYesNo, typeScale, typeChoice, typeSet, typeNumber, typeDate, typeTime} {
		if types[name] == 0 {
			t.Errorf("no fact is a %s", name)
		}
	}
}

func TestWhatNoFormShowsStaysAsTheCaseWritesIt(t *testing.T) {
	e, err := engine.Load(context.Background(), rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	const text = `# A comment
policy: bexley-2020
as_of: 2020-03-02T14:10
consent:
  given: {mother: agreed, father: refused} # person by person
judgement: {level: 4, by: team manager, reason: Seen before}
`
	_, file, err := readCase(e, text)
	if err != nil {
		t.Fatal(err)
	}
	all := e.Facts().Facts
	given := all[slices.IndexFunc(all, func(f facts.Fact) bool { return f.Path == "consent.given" })]
	g := stated(given, file.fact(given, everyChild))
	if g.How != isKept {
		t.Fatalf("it is shown as %+v", g)
	}
	n, problem := g.node(given)
	if problem != "" {
		t.Fatal(problem)
	}
	file.state(given, everyChild, n)
	if got, err := file.text(); err != nil || got != text {
		t.Errorf("the case is now\n%s", got)
	}
}

func TestWhatIsSaidOfEachChildMovesToTheChildrenWhenOneIsChanged(t *testing.T) {
	e, err := engine.Open(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	_, file, err := readCase(e, "as_of: 2020-03-02T14:10\neach: {harm: {immediate_danger: false}}\nchildren: {a: {}, b: {}}\n")
	if err != nil {
		t.Fatal(err)
	}
	all := e.Facts().Facts
	danger := all[slices.IndexFunc(all, func(f facts.Fact) bool { return f.Path == "harm.immediate_danger" })]
	file.state(danger, 1, nil)
	if file.fact(danger, 0) == nil || file.fact(danger, 1) != nil {
		text, _ := file.text() // it is only shown
		t.Errorf("the case is\n%s", text)
	}
}
