package casefile_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/internal/vocabulary"
)

// suppliedText is a vocabulary in which much follows from what is not said.
const suppliedText = `
domain: made
title: Made up
ask: Have you gone through what is made up?
of: child
facts:
  age: {title: Age, ask: How old, whole: {min: 0, max: 25, years_since: made.born},
    presumed: {at_most: 17, why: A child, says: No age is given}, silence: It is asked}
  born: {title: Born, ask: Born when, type: date}
  harm: {title: Harm, ask: Harm, scale: {none: None, some: Some, much: Much}, nothing: none, hidden: true}
  calls: {title: Calls, ask: How many, whole: {min: 0, max: 9}, nothing: "0"}
  danger: {title: Danger, ask: Danger, type: yes_no, nothing: "no", danger: true}
  belief: {title: Belief, ask: Belief, scale: {low: Low, middle: Middle, high: High}, nothing: low, only_if_nothing_found: true}
  works: {title: Works, ask: Works, type: yes_no, nothing: "no", applies: made.age >= 16}
  walks: {title: Walks, ask: Walks, type: yes_no, nothing: "no", applies: made.age < 2, otherwise: "yes"}
  paid: {title: Paid, ask: Paid, type: yes_no, silence: Pay is asked about, applies: made.works}
  feared: {title: Feared, ask: Feared, type: yes_no, nothing: "no", applies: made.belief.atLeast("high")}
  agencies: {title: Agencies, ask: Who, choices: {school: School, police: Police}, nothing: none, background: true}
  safe: {title: Safe, ask: Safe, type: yes_no, protective: true}
  other: {title: Other, ask: Other, type: yes_no, from_others: {ground: s47}, otherwise: "no"}
  telling: {title: Telling, ask: Telling, scale: {none: None, advice_first: Advice}, from_others: {answer: inform}, otherwise: none}
  same: {title: Same, ask: Same, type: yes_no, silence: It is asked, applies: made.other, otherwise: "no"}
`

// suppliedAbout is a domain about the case.
const suppliedAbout = `
domain: about
title: About the case
ask: Have you gone through the case?
of: child
about_the_case: true
facts:
  asked: {title: Asked, ask: Asked, type: yes_no, nothing: "no"}
`

// supplied loads that vocabulary.
func supplied(t testing.TB) *catalogue.Whole {
	t.Helper()
	return linked(t, testroot.With(
		txtar.File{Name: "vocabulary/made.yaml", Data: []byte(suppliedText)},
		txtar.File{Name: "vocabulary/about.yaml", Data: []byte(suppliedAbout)},
	))
}

// drawExplored draws what was gone through.
func drawExplored(t *rapid.T, v *vocabulary.Vocabulary) []string {
	if rapid.IntRange(0, 3).Draw(t, "everything gone through") == 0 {
		return []string{casefile.Everything}
	}
	var out []string
	for _, d := range v.DomainNames() {
		if rapid.IntRange(0, 3).Draw(t, d+" gone through") == 0 {
			out = append(out, d)
		}
	}
	for _, f := range v.Facts {
		if f.Nothing != nil && rapid.IntRange(0, 9).Draw(t, f.Path+" gone through") == 0 {
			out = append(out, f.Path)
		}
	}
	return out
}

var originNames = map[casefile.Origin]string{
	casefile.NotStated: "not stated", casefile.Stated: "stated", casefile.SaidUnknown: "said to be unknown",
	casefile.Explored: "explored", casefile.Derived: "derived", casefile.Presumed: "presumed",
	casefile.NotApplicable: "not applicable",
}

func TestWhatIsSuppliedWhereACaseSaysNothing(t *testing.T) {
	root := supplied(t)
	r := casefile.NewReader(root.Vocabulary)
	q := casefile.NewQuickIndex(r).New()
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a case that says nothing is about a child", ``, []string{"age: 17, or less (presumed)", "harm: not known (not stated)"}},
		{"an age that is said to be unknown is presumed", `"made":{"age":"unknown"}`, []string{"age: 17, or less (presumed)"}},
		{"a partly known age is cut to it", `"made":{"age":{"at_least":14}}`, []string{"age: from 14 to 17 (stated)"}},
		{"a partly known age beyond it stands", `"made":{"age":{"at_least":18}}`, []string{"age: 18, or more (stated)"}},
		{"an age beyond it stands", `"made":{"age":20}`, []string{"age: 20 (stated)", "works: not known (not stated)"}},
		{"a date of birth makes the age exact", `"made":{"born":"2000-03-02"}`, []string{"age: 20 (derived)"}},
		{"a date of birth beside a partly known age", `"made":{"born":"2000-03-02","age":{"at_least":16}}`, []string{"age: 20 (stated)"}},

		{"a domain closes what silence about it closes", `"explored":["made"]`,
			[]string{"harm: None (explored)", "calls: 0 (explored)", "danger: not known (not stated)", "belief: Low (explored)",
				"age: 17, or less (presumed)", "safe: not known (not stated)"}},
		{"a fact closes by its name", `"explored":["made.harm","made.danger"]`,
			[]string{"harm: None (explored)", "danger: no (explored)", "calls: not known (not stated)", "belief: not known (not stated)"}},
		{"all closes everything but what is about the case", `"explored":"all"`,
			[]string{"harm: None (explored)", "danger: no (explored)", "belief: Low (explored)", "asked: not known (not stated)"}},
		{"what is about the case closes by name", `"explored":["about.asked"]`, []string{"asked: no (explored)"}},
		{"unknown stays unknown", `"explored":"all","made":{"harm":"unknown"}`, []string{"harm: not known (said to be unknown)"}},

		{"something found keeps the belief open", `"explored":"all","made":{"harm":"some"}`, []string{"belief: not known (not stated)"}},
		{"something that may have been found keeps it open", `"explored":["made.belief"],"made":{"harm":{"at_most":"some"}}`,
			[]string{"belief: not known (not stated)"}},
		{"what is said to be unknown may be something", `"explored":"all","made":{"harm":"unknown"}`,
			[]string{"belief: not known (not stated)"}},
		{"what is denied is nothing found", `"explored":"all","made":{"harm":"none","calls":0}`, []string{"belief: Low (explored)"}},
		{"neither an age nor who is involved nor a strength nor agreement is something found",
			`"explored":"all","made":{"age":6,"agencies":["school"],"safe":true,"born":"2013-05-01"},"about":{"asked":true}`,
			[]string{"belief: Low (explored)"}},

		{"what cannot apply is what it is otherwise", `"made":{"age":6}`,
			[]string{"works: no (not applicable)", "walks: yes (not applicable)", "paid: not known (not applicable)"}},
		{"that wins over what silence means", `"explored":["made"],"made":{"age":6}`, []string{"walks: yes (not applicable)"}},
		{"what is said to be unknown stays so", `"made":{"age":6,"works":"unknown"}`, []string{"works: not known (said to be unknown)"}},
		{"what is stated stands", `"made":{"age":6,"works":true}`, []string{"works: yes (stated)", "paid: not known (not stated)"}},
		{"what may apply is open", `"made":{"age":{"at_least":15}}`,
			[]string{"works: not known (not stated)", "walks: yes (not applicable)"}},
		{"silence closes what may apply if it is the same either way", `"explored":["made"]`,
			[]string{"works: no (explored)", "walks: not known (not stated)", "paid: not known (not applicable)"}},
		{"what no other child gives is what it is otherwise", ``,
			[]string{"other: no (not applicable)", "telling: None (not applicable)", "same: no (not applicable)"}},
		{"a case of one child may state it", `"made":{"other":true,"telling":"advice_first"}`,
			[]string{"other: yes (stated)", "telling: Advice (stated)", "same: not known (not stated)"}},
		{"and it is nothing found", `"explored":"all","made":{"other":true,"telling":"advice_first"}`,
			[]string{"belief: Low (explored)", "same: not known (not stated)"}},
		{"what applies with it is something found", `"explored":"all","made":{"other":true,"same":true}`,
			[]string{"belief: not known (not stated)"}},
		{"where another child is said to be unknown it stays open", `"explored":"all","made":{"other":"unknown"}`,
			[]string{"other: not known (said to be unknown)", "same: not known (not stated)", "belief: Low (explored)"}},
		{"the belief that silence gave decides what applies", `"explored":["made.belief"]`, []string{"feared: no (not applicable)"}},
		{"and a belief that stays open leaves it open", `"explored":["made.belief"],"made":{"harm":"much"}`,
			[]string{"feared: not known (not stated)"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			data := `{"as_of":"2020-03-02T14:10"` + strings.TrimSuffix(","+test.text, ",") + `}`
			if !same(t, r, q, []byte(data)) {
				t.Error("an ordinary case is left to the strict reader")
			}
			c := read(t, r, data)
			var got []string
			for _, w := range test.want {
				name, _, _ := strings.Cut(w, ":")
				f := r.Vocabulary.Facts[slices.IndexFunc(r.Vocabulary.Facts, func(f *vocabulary.Fact) bool {
					return f.Name == name && (f.Domain == "made" || f.Domain == "about")
				})]
				got = append(got, fmt.Sprintf("%s: %s (%s)", name, f.Says(c.Values[f.Index], r.London), originNames[c.Origins[f.Index]]))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatCannotHaveBeenGoneThroughIsRefused(t *testing.T) {
	root := supplied(t)
	r := casefile.NewReader(root.Vocabulary)
	for text, want := range map[string]string{
		"[all, made]":              "all covers every domain except those about the case",
		"made":                     "explored is a list of domains and facts, or all",
		"{made: true}":             "explored is a list of domains and facts, or all",
		"[made.age]":               "silence settles nothing about made.age",
		"[made.safe]":              "silence settles nothing about made.safe",
		"[made.harms]":             "there is no domain or fact called made.harms",
		"[made.harm, made.harm]":   "made.harm is named twice",
		"[[made]]":                 "there is no domain or fact called",
		"[made.paid, made.belief]": "silence settles nothing about made.paid",
		"[made.other]":             "silence settles nothing about made.other",
	} {
		_, list := r.Read("case.yaml", []byte("as_of: 2020-03-02T14:10\nexplored: "+text+"\n"))
		if !strings.Contains(list.String(), want) {
			t.Errorf("%s: %s", text, list)
		}
	}
}

// A vocabulary need not say what silence means for a fact that says that another is suspected.
func TestASuspicionThatSilenceNeverSettlesKeepsItsFactOpen(t *testing.T) {
	root := linked(t, testroot.With(txtar.File{Name: "vocabulary/made.yaml", Data: []byte(`
domain: made
title: Made up
ask: Have you gone through what is made up?
of: child
facts:
  harm: {title: Harm, ask: Harm, type: yes_no, nothing: "no", suspicion: made.suspected}
  suspected: {title: Suspected, ask: Suspected, type: yes_no, silence: It is asked}
`)}))
	r := casefile.NewReader(root.Vocabulary)
	q := casefile.NewQuickIndex(r).New()
	for text, want := range map[string]value{
		`"explored":["made.harm"]`:                            {"not known", casefile.NotStated},
		`"explored":["made"]`:                                 {"not known", casefile.NotStated},
		`"explored":["made.harm"],"made":{"suspected":"no"}`:  {"no", casefile.Explored},
		`"explored":["made.harm"],"made":{"suspected":"yes"}`: {"not known", casefile.NotStated},
	} {
		text = `{"as_of":"2020-03-02T14:10",` + text + `}`
		if !same(t, r, q, []byte(text)) {
			t.Errorf("an ordinary case is left to the strict reader: %s", text)
		}
		if got := known(r, read(t, r, text), "made.harm"); got != want {
			t.Errorf("%s: got %+v, want %+v", text, got, want)
		}
	}
}

func TestSupplyingAllocatesNothing(t *testing.T) {
	root := supplied(t)
	q := casefile.NewQuickIndex(casefile.NewReader(root.Vocabulary)).New()
	for _, text := range []string{
		`{"as_of":"2020-03-02T14:10","explored":"all"}`,
		`{"as_of":"2020-03-02T14:10","explored":["home","made.belief","made.harm"],"made":{"age":{"at_least":15}}}`,
	} {
		data := []byte(text)
		if !q.Read(data) {
			t.Fatalf("an ordinary case is left to the strict reader: %s", text)
		}
		if n := testing.AllocsPerRun(100, func() { q.Read(data) }); n != 0 {
			t.Errorf("reading %s allocates %v times", text, n)
		}
	}
}

// TestLearningNarrowsWhatIsSupplied is about values alone: what a case says of every fact, once
// something that was open is stated. A belief that silence gave while nothing was found is
// replaced by what is found, and so is what hung on it.
func TestLearningNarrowsWhatIsSupplied(t *testing.T) {
	root := supplied(t)
	r := casefile.NewReader(root.Vocabulary)
	belief := r.Vocabulary.Fact("made.belief")
	rapid.Check(t, func(t *rapid.T) {
		c := &casefile.Case{Policy: "made-up", AsOf: evaluatetest.AsOf.In(r.London), Explored: drawExplored(t, r.Vocabulary)}
		for _, f := range r.Vocabulary.Facts {
			c.Values, c.Origins = append(c.Values, f.Unknown()), append(c.Origins, casefile.NotStated)
			if f.Kind == vocabulary.Date || rapid.IntRange(0, 3).Draw(t, f.Path+" stated") > 0 {
				continue
			}
			if v := evaluatetest.Learn(t, f, f.Unknown()); !f.IsUnknown(v) {
				c.Values[f.Index], c.Origins[f.Index] = v, casefile.Stated
			}
		}
		before := again(t, r, c)
		f := rapid.SampledFrom(r.Vocabulary.Facts).Draw(t, "learnt")
		v := evaluatetest.Learn(t, f, before.Values[f.Index])
		known := before.Values[f.Index]
		if f.Kind == vocabulary.Date || known.Known() || f.IsUnknown(v) || f.Dated() && !f.IsUnknown(known) {
			return // a moment of a day that is known may be after as_of
		}
		c.Values[f.Index], c.Origins[f.Index] = v, casefile.Stated
		after := again(t, r, c)
		if before.Origins[belief.Index] == casefile.Explored && after.Origins[belief.Index] != casefile.Explored {
			return
		}
		for _, f := range r.Vocabulary.Facts {
			if was, is := before.Values[f.Index], after.Values[f.Index]; !f.Covers(was, is) {
				t.Fatalf("%s goes from %q to %q", f.Path, f.Says(was, r.London), f.Says(is, r.London))
			}
		}
	})
}
