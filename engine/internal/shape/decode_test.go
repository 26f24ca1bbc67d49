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
	got, list := decode(t, "r.yaml", whole)
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
		say("sign %s id %s cite %d %s when %s %s strength %s", place(s.Place.Node), text(s.ID), len(s.Cite), text(s.Cite[len(s.Cite)-1]), s.When.Node.Value, place(s.When.Node), text(s.Strength.Text()))
		if s.When.Bool != nil {
			say("  always %v", *s.When.Bool)
		}
		say("  tags %d order %d %s urgent %v %s shown %v title %q parts %d", len(s.Tags), s.Order.Value, place(s.Order.Node), s.Urgent.Value, place(s.Urgent.Node), s.Shown, s.Title, len(s.Parts))
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

// sign puts lines into the one entry of an otherwise right file, which they are
// the fourth and following lines of.
func sign(lines string) string {
	return "signs:\n  - id: a\n    cite: [b]\n    " + lines + "\n"
}

// wrong are files with something wrong, and where. What is said about each is in
// testdata/faults.golden.
var wrong = []struct {
	name string
	text string
	want []string
}{
	{"an unknown key near a known one", sign("strenght: counts"), []string{"unknown-key 4:5-4:13"}},
	{"an unknown key near none", sign("weather: fine"), []string{"unknown-key 4:5-4:12"}},
	{"a capital in a key", sign("Title: x"), []string{"unknown-key 4:5-4:10"}},
	{"a key that belongs elsewhere", "level: 1\nsigns: [{id: a, cite: [b]}]\nid: a\n", []string{"unknown-key 3:1-3:3"}},
	{"a field without a key", "signs: [{id: a, cite: [b]}]\nhidden: a\nHidden: b\n-: c\n", []string{"unknown-key 2:1-2:7", "unknown-key 3:1-3:7", "unknown-key 4:1-4:2"}},
	{"text with a comma in braces", "signs: [{id: a, cite: [b]}]\nparams:\n  q: {value: 2, why: no number, none at all}\n", []string{"unknown-key 3:33-3:44"}},
	{"missing keys", "signs:\n  - title: a\n", []string{"missing-key 2:5-2:13", "missing-key 2:5-2:13"}},
	{"a missing key in braces", "signs: [{id: a, cite: [b], parts: [{}]}]\n", []string{"missing-key 1:36-1:38"}},
	{"an empty value", sign("strength:"), []string{"no-value 4:5-4:13"}},
	{"an empty value that is needed", "signs:\n  - id:\n    cite: [b]\n", []string{"no-value 2:5-2:7"}},
	{"an empty entry of a list", "signs:\n  - id: a\n    cite:\n      -\n      - b\n", []string{"no-value 4:8-4:8"}},
	{"empty quotes", sign("title: ''"), []string{"no-value 4:12-4:14"}},
	{"blank text", sign("strength: ' '"), []string{"no-value 4:15-4:18"}},
	{"null", sign("strength: null"), []string{"no-value 4:15-4:19"}},
	{"a tilde", "signs: ~\n", []string{"no-value 1:8-1:9"}},
	{"an empty list that is needed", "signs: []\n", []string{"no-value 1:8-1:10"}},
	{"an empty name in a mapping", "signs: [{id: a, cite: [b]}]\nscale: {'': a}\n", []string{"no-value 2:9-2:11"}},
	{"nothing where any value will do", "signs: [{id: a, cite: [b]}]\nparams: {q: {value: , why: w}}\n", []string{"no-value 2:14-2:19"}},
	{"a list for text", sign("strength: [counts]"), []string{"wrong-shape 4:15-4:23"}},
	{"a mapping for text", sign("title: {a: b}"), []string{"wrong-shape 4:12-4:18"}},
	{"true for text", sign("title: true"), []string{"wrong-type 4:12-4:16"}},
	{"text for a list", "signs:\n  - id: a\n    cite: A-1\n", []string{"wrong-shape 3:11-3:14"}},
	{"a mapping for a list", "signs: {id: a}\n", []string{"wrong-shape 1:8-1:15"}},
	{"a list for a mapping", "- a\n", []string{"wrong-shape 1:1-1:4"}},
	{"text for a mapping", "signs: [a]\nparams: b\nwhole: c\n", []string{"wrong-shape 1:9-1:10", "wrong-shape 2:9-2:10", "wrong-shape 3:8-3:9"}},
	{"a word that is not allowed, near one that is", sign("strength: cuonts"), []string{"not-one-of 4:15-4:21"}},
	{"a word that is not allowed, near none", sign("strength: weighty"), []string{"not-one-of 4:15-4:22"}},
	{"a word that is not allowed in a list", sign("tags: [new, ancient]"), []string{"not-one-of 4:17-4:24"}},
	{"a number in quotes", "level: '3'\nsigns: [{id: a, cite: [b]}]\n", []string{"wrong-type 1:8-1:11"}},
	{"a number that YAML takes for octal", "level: 03\nsigns: [{id: a, cite: [b]}]\n", []string{"wrong-type 1:8-1:10"}},
	{"a number in hexadecimal", sign("order: 0x1F"), []string{"wrong-type 4:12-4:16"}},
	{"a number with a plus", sign("order: +3"), []string{"wrong-type 4:12-4:14"}},
	{"a number with a fraction", sign("order: 3.0"), []string{"wrong-type 4:12-4:15"}},
	{"text for a number", sign("order: three"), []string{"wrong-type 4:12-4:17"}},
	{"true for a number", sign("order: true"), []string{"wrong-type 4:12-4:16"}},
	{"a list for a number", sign("order: [3]"), []string{"wrong-shape 4:12-4:15"}},
	{"a number too large", sign("order: 99999999999999999999"), []string{"wrong-type 4:12-4:32"}},
	{"a number below the least", sign("order: -1"), []string{"wrong-type 4:12-4:14"}},
	{"a number above the most", "level: 5\nsigns: [{id: a, cite: [b]}]\nwhole: {min: 0, max: 131}\n", []string{"wrong-type 1:8-1:9", "wrong-type 3:22-3:25"}},
	{"yes for true", sign("urgent: yes"), []string{"wrong-type 4:13-4:16"}},
	{"True for true", sign("shown: True"), []string{"wrong-type 4:12-4:16"}},
	{"true in quotes", sign("shown: 'true'"), []string{"wrong-type 4:12-4:18"}},
	{"a list for true", sign("shown: [true]"), []string{"wrong-shape 4:12-4:18"}},
	{"an empty expression", sign("when:"), []string{"no-value 4:5-4:9"}},
	{"a blank expression", sign("when: |\n\n    title: x"), []string{"no-value 4:11-4:12"}},
	{"a number for an expression", sign("when: 3"), []string{"wrong-type 4:11-4:12"}},
	{"a date for an expression", sign("when: 2020-01-01"), []string{"wrong-type 4:11-4:21"}},
	{"a list for an expression", sign("when: [a, b]"), []string{"wrong-shape 4:11-4:17"}},
	{"null for an expression", sign("when: null"), []string{"no-value 4:11-4:15"}},
	{"True for an expression", sign("when: True"), []string{"wrong-type 4:11-4:15"}},
	{"an expression cut short by a comment", sign("when: a # && b"), []string{"cut-short 4:11-4:12"}},
	{"true cut short by a comment", sign("when: true # && b"), []string{"cut-short 4:11-4:15"}},
	{"everything at once", "level: x\nsigns:\n  - cite: []\n    strength: c\n    when: 3\n    weather: d\nparams:\n  q: {}\n  r: [1]\nscale: [a]\n", []string{
		"wrong-type 1:8-1:9", "missing-key 3:5-3:13", "no-value 3:11-3:13", "not-one-of 4:15-4:16", "wrong-type 5:11-5:12",
		"unknown-key 6:5-6:12", "missing-key 8:6-8:8", "wrong-shape 9:6-9:9", "wrong-shape 10:8-10:11",
	}},
}

func TestFaultsAreFoundAtTheirExactPlaces(t *testing.T) {
	for _, tt := range wrong {
		t.Run(tt.name, func(t *testing.T) {
			_, list := decode(t, "r.yaml", tt.text)
			var got []string
			for _, d := range list {
				got = append(got, fmt.Sprintf("%s %d:%d-%d:%d", d.Code, d.Start.Line, d.Start.Column, d.End.Line, d.End.Column))
				if d.Remedy == "" || strings.HasSuffix(d.Message, ".") {
					t.Errorf("no remedy, or a full stop: %v", d)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s\n%s", diff, list)
			}
		})
	}
}

func TestFaultsReadAsTheyShould(t *testing.T) {
	var b strings.Builder
	for _, tt := range wrong {
		_, list := decode(t, "r.yaml", tt.text)
		fmt.Fprintf(&b, "## %s\n\n%s\n\n", tt.name, list)
	}
	golden(t, "testdata/faults.golden", b.String())
}

func TestACommentAfterQuotesOrABlockCutsNothingShort(t *testing.T) {
	for _, line := range []string{"when: 'a' # b", "when: | # b\n      a # c", "when: a#b", "when: >-\n      a\n    # b"} {
		if got, list := decode(t, "r.yaml", sign(line)); len(list) > 0 || !got.Signs[0].When.IsSet() {
			t.Errorf("%s: %v", line, list)
		}
	}
}

func TestTrueInQuotesIsAnExpression(t *testing.T) {
	got, _ := decode(t, "r.yaml", sign("when: 'true'"))
	if when := got.Signs[0].When; when.Bool != nil || when.Node.Value != "true" {
		t.Errorf("got %+v", when)
	}
}

func TestWhatIsRefusedIsLeftOut(t *testing.T) {
	got, list := decode(t, "r.yaml", "level: 9\nsigns:\n  - a\n  - id: [b]\n    cite: [c, [d], '']\n    when: 3\n    urgent: no\nwhole: e\nscale: {f: [g]}\n")
	if !list.HasErrors() {
		t.Fatal("no errors")
	}
	if got.Level != 0 || got.Whole != nil || len(got.Signs) != 1 {
		t.Fatalf("got %+v", got)
	}
	s := got.Signs[0]
	if s.ID.IsSet() || s.When.IsSet() || s.Urgent.IsSet() || len(s.Cite) != 1 || s.Cite[0].Value != "c" {
		t.Errorf("got %+v", s)
	}
	if e := got.Scale.Entries; len(e) != 1 || e[0].Key.Value != "f" || e[0].Value.IsSet() {
		t.Errorf("got %+v", e)
	}
}

// What source.Parse has reported is not reported a second time in other words.
func TestWhatParseRefusesIsPassedOver(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a tag", sign("when: !child.safe"), "tag"},
		{"a tag before a list", sign("tags: !x [new]"), "tag"},
		{"an alias", "signs:\n  - id: a\n    cite: [&x b]\n    title: *x\n", "alias alias"},
		{"an alias in a list", "signs:\n  - id: &x a\n    cite: [*x]\n", "alias alias"},
		{"a merge key", sign("<<: {title: b}"), "alias"},
		{"the same key twice", sign("title: b\n    title: [c]"), "duplicate-key"},
		{"the same name twice", "signs: [{id: a, cite: [b]}]\nscale: {a: b, a: []}\n", "duplicate-key"},
		{"a list for a key", sign("? [a]\n    : b"), "wrong-shape"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, list := decode(t, "r.yaml", tt.text)
			var codes []string
			for _, d := range list {
				codes = append(codes, string(d.Code))
			}
			if got := strings.Join(codes, " "); got != tt.want {
				t.Errorf("got %s\n%s", got, list)
			}
		})
	}
}

func TestNoMoreFaultsAreListedThanAnyoneCouldRead(t *testing.T) {
	_, list := decode(t, "r.yaml", "signs:\n"+strings.Repeat("  - b: c\n", 1000))
	if len(list) != source.MaxFaults+1 {
		t.Errorf("%d faults listed", len(list))
	}
}

func TestNothingAtAllIsAFault(t *testing.T) {
	var into File
	if list := shape.Decode(source.NewFile("x", nil), nil, &into); !list.HasErrors() {
		t.Error("no fault")
	}
}

func TestAGoTypeThatCannotBeReadIsReported(t *testing.T) {
	var into struct {
		Rate float64 `yaml:"rate"`
	}
	doc, _ := source.Parse("r.yaml", []byte("rate: 1\n"), source.RuleLimits())
	if list := shape.Decode(doc.File, doc.Root, &into); len(list) != 1 || list[0].Code != "engine-fault" {
		t.Errorf("got %v", list)
	}
}

func TestAnAnyKnowsTrueAndFalse(t *testing.T) {
	got, _ := decode(t, "r.yaml", "signs: [{id: a, cite: [b]}]\nparams: {a: {value: true}, b: {value: false}, c: {value: 'true'}, d: {value: True}, e: {value: []}}\n")
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
		got := ""
		for _, d := range shape.Decode(doc.File, doc.Root, &into) {
			got += string(d.Code)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
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
	if list := shape.Decode(doc.File, doc.Root, &b); len(list) > 0 || b.Title != 3 || b.Order != 4 || b.inner.Title.IsSet() || b.Plain != "c" {
		t.Errorf("after: %+v %v", b, list)
	}
}
