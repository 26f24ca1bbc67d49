package shape_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

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
	{"an unknown key near a known one", sign("strenght: counts"), //nolint:misspell // the misspelt key is what is tested
		[]string{"unknown-key 4:5-4:13"}},
	{"an unknown key near none", sign("weather: fine"), []string{"unknown-key 4:5-4:12"}},
	{"a capital in a key", sign("Title: x"), []string{"unknown-key 4:5-4:10"}},
	{"a key that belongs elsewhere", "level: 1\nsigns: [{id: a, cite: [b]}]\nid: a\n", []string{"unknown-key 3:1-3:3"}},
	{"a field without a key", "signs: [{id: a, cite: [b]}]\nhidden: a\nHidden: b\n-: c\n",
		[]string{"unknown-key 2:1-2:7", "unknown-key 3:1-3:7", "unknown-key 4:1-4:2"}},
	{"text with a comma in braces", "signs: [{id: a, cite: [b]}]\nparams:\n  q: {value: 2, why: no number, none at all}\n",
		[]string{"unknown-key 3:33-3:44"}},
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
	{"text for a mapping", "signs: [a]\nparams: b\nwhole: c\n",
		[]string{"wrong-shape 1:9-1:10", "wrong-shape 2:9-2:10", "wrong-shape 3:8-3:9"}},
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
	{"a number above the most", "level: 5\nsigns: [{id: a, cite: [b]}]\nwhole: {min: 0, max: 131}\n",
		[]string{"wrong-type 1:8-1:9", "wrong-type 3:22-3:25"}},
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
	{"everything at once",
		"level: x\nsigns:\n  - cite: []\n    strength: c\n    when: 3\n    weather: d\nparams:\n  q: {}\n  r: [1]\nscale: [a]\n", []string{
			"wrong-type 1:8-1:9", "missing-key 3:5-3:13", "no-value 3:11-3:13", "not-one-of 4:15-4:16", "wrong-type 5:11-5:12",
			"unknown-key 6:5-6:12", "missing-key 8:6-8:8", "wrong-shape 9:6-9:9", "wrong-shape 10:8-10:11",
		}},
}

func TestFaultsAreFoundAtTheirExactPlaces(t *testing.T) {
	for _, tt := range wrong {
		t.Run(tt.name, func(t *testing.T) {
			_, list := decode(t, tt.text)
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
		_, list := decode(t, tt.text)
		fmt.Fprintf(&b, "## %s\n\n%s\n\n", tt.name, list)
	}
	golden(t, "testdata/faults.golden", b.String())
}

func TestACommentAfterQuotesOrABlockCutsNothingShort(t *testing.T) {
	for _, line := range []string{"when: 'a' # b", "when: | # b\n      a # c", "when: a#b", "when: >-\n      a\n    # b"} {
		if got, list := decode(t, sign(line)); len(list) > 0 || !got.Signs[0].When.IsSet() {
			t.Errorf("%s: %v", line, list)
		}
	}
}

func TestWhatIsRefusedIsLeftOut(t *testing.T) {
	got, list := decode(t,
		"level: 9\nsigns:\n  - a\n  - id: [b]\n    cite: [c, [d], '']\n    when: 3\n    urgent: no\nwhole: e\nscale: {f: [g]}\n")
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
			_, list := decode(t, tt.text)
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
	_, list := decode(t, "signs:\n"+strings.Repeat("  - b: c\n", 1000))
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
