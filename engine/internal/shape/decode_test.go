package shape_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

const whole = `level: 3
signs:
  - id: home.abuse
    cite: [A-1, 3.10]
    when: home.abuse && !child.safe
    strength: counts
    tags: [new, old]
    order: 0
    urgent: true
    shown: true
    title: 2020-03-02
    parts:
      - name: a
        parts: [{name: b}]
  - id: "012"
    cite:
      - 012
    when: false
params:
  quorum: {value: 2, why: The document gives no number}
  words: {value: [a, b]}
  none: {value: null}
scale: {no: None, 2: Two}
whole: {min: 0, max: 18}
notes: [one, two]
`

func TestEverythingIsReadWithItsPlace(t *testing.T) {
	got, list := decode(t, whole)
	if len(list) > 0 {
		t.Fatal(list)
	}
	place := func(n *yaml.Node) string {
		if n == nil {
			return "nowhere"
		}
		return fmt.Sprintf("%d:%d", n.Line, n.Column)
	}
	text := func(x shape.Text) string { return x.Value + " " + place(x.Node) }
	var lines []string
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	say("file %s level %d notes %v whole %v", place(got.Here.Node), got.Level, got.Notes, *got.Whole)
	for _, s := range got.Signs {
		say("sign %s id %s cite %d %s when %s %s strength %s", place(s.Place.Node), text(s.ID), len(s.Cite), text(s.Cite[len(s.Cite)-1]),
			s.When.Node.Value, place(s.When.Node), text(s.Strength.Text()))
		if s.When.Bool != nil {
			say("  always %v", *s.When.Bool)
		}
		say("  tags %d order %d %s urgent %v %s shown %v title %q parts %d", len(s.Tags), s.Order.Value, place(s.Order.Node),
			s.Urgent.Value, place(s.Urgent.Node), s.Shown, s.Title, len(s.Parts))
		for _, p := range s.Parts {
			say("  part %s, in it %s", text(p.Name), text(p.Parts[0].Name))
		}
	}
	for _, e := range got.Params.Entries {
		say("param %s value %s why %s", text(e.Key), place(e.Value.Value.Node), text(e.Value.Why))
	}
	for _, e := range got.Scale.Entries {
		say("rung %s means %s", text(e.Key), text(e.Value))
	}
	want := []string{
		"file 1:1 level 3 notes [one two] whole {0 18}",
		"sign 3:5 id home.abuse 3:9 cite 2 3.10 4:17 when home.abuse && !child.safe 5:11 strength counts 6:15",
		"  tags 2 order 0 8:12 urgent true 9:13 shown true title \"2020-03-02\" parts 1",
		"  part a 13:15, in it b 14:24",
		"sign 15:5 id 012 15:9 cite 1 012 17:9 when false 18:11 strength  nowhere",
		"  always false",
		"  tags 0 order 0 nowhere urgent false nowhere shown false title \"\" parts 0",
		"param quorum 20:3 value 20:19 why The document gives no number 20:27",
		"param words 21:3 value 21:18 why  nowhere",
		"param none 22:3 value 22:17 why  nowhere",
		"rung no 23:9 means None 23:13",
		"rung 2 23:19 means Two 23:22",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if !got.Params.IsSet() || !got.Signs[0].When.IsSet() || got.Signs[1].Strength.IsSet() {
		t.Error("what is set is not known")
	}
	if p, ok := got.Params.Get("quorum"); !ok || p.Value.Node.Value != "2" {
		t.Error("an entry is not found by its key")
	}
	if _, ok := got.Params.Get("absent"); ok {
		t.Error("an absent entry is found")
	}
}

func TestTrueInQuotesIsAnExpression(t *testing.T) {
	got, _ := decode(t, sign("when: 'true'"))
	if when := got.Signs[0].When; when.Bool != nil || when.Node.Value != "true" {
		t.Errorf("got %+v", when)
	}
}

func TestAnAnyKnowsTrueAndFalse(t *testing.T) {
	got, _ := decode(t, "signs: [{id: a, cite: [b]}]\n"+
		"params: {a: {value: true}, b: {value: false}, c: {value: 'true'}, d: {value: True}, e: {value: []}}\n")
	want := [][2]bool{{true, true}, {false, true}, {false, false}, {false, false}, {false, false}, {false, false}}
	for i, e := range append(got.Params.Entries, shape.Entry[Param]{}) {
		value, ok := e.Value.Value.Bool()
		if value && ok != want[i][0] || ok != want[i][1] {
			t.Errorf("%s: %v %v", e.Key, value, ok)
		}
	}
}

func TestAMappingThatIsNeededHasAnEntry(t *testing.T) {
	type needy struct {
		Scale shape.Map[shape.Text] `yaml:"scale" need:"yes"`
	}
	for text, want := range map[string]string{
		"scale: {}":        "no-value",
		"scale:":           "no-value",
		"scale: null":      "no-value",
		"{}":               "missing-key",
		"scale: {a: b}":    "",
		"scale: {a: }":     "no-value",
		"scale: {a: null}": "no-value",
	} {
		var into needy
		doc, _ := source.Parse("r.yaml", []byte(text), source.RuleLimits())
		var got strings.Builder
		for _, d := range shape.Decode(doc.File, doc.Root, &into) {
			got.WriteString(string(d.Code))
		}
		if got.String() != want {
			t.Errorf("%s: got %q, want %q", text, got.String(), want)
		}
	}
}

func TestAnOuterFieldHidesAnInlinedOneWithItsKey(t *testing.T) {
	type inner struct {
		Title shape.Text `yaml:"title"`
		Order int        `yaml:"order"`
	}
	type before struct {
		Title int `yaml:"title"`
		inner `yaml:",inline"`
		//lint:ignore U1000 the reader passes it over
		hidden int
	}
	type after struct {
		inner
		Title int `yaml:"title"`
		Plain string
	}
	doc, _ := source.Parse("r.yaml", []byte("title: 3\norder: 4\n"), source.RuleLimits())
	var a before
	if list := shape.Decode(doc.File, doc.Root, &a); len(list) > 0 || a.Title != 3 || a.Order != 4 || a.inner.Title.IsSet() {
		t.Errorf("before: %+v %v", a, list)
	}
	doc, _ = source.Parse("r.yaml", []byte("title: 3\norder: 4\nplain: c\n"), source.RuleLimits())
	var b after
	list := shape.Decode(doc.File, doc.Root, &b)
	if len(list) > 0 || b.Title != 3 || b.Order != 4 || b.inner.Title.IsSet() || b.Plain != "c" {
		t.Errorf("after: %+v %v", b, list)
	}
}
