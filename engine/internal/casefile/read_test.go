package casefile_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/vocabulary"
)

// shipped loads the shipped rules.
// seriousAbuse is what the rung serious of home.domestic_abuse means.
const seriousAbuse = "Repeated, or with injury, fear or control, a weapon, strangulation or a threat to kill"

func TestWhatACaseSaysOfAFact(t *testing.T) {
	r := reader(t)
	const head = "as_of: 2020-03-02T14:10:00Z\n"
	tests := []struct {
		name, text, fact string
		want             value
	}{
		{"a fact not stated is unknown",
			head,
			"home.domestic_abuse", value{"not known", casefile.NotStated}},
		{"a domain in which nothing was filled in states nothing",
			head + "home:\nchild: {age: 6}",
			"home.domestic_abuse", value{"not known", casefile.NotStated}},
		{"a stated fact is what it says",
			head + "home: {domestic_abuse: serious}",
			"home.domestic_abuse", value{seriousAbuse, casefile.Stated}},
		{"a scale can be partly known",
			head + "home: {domestic_abuse: {at_least: serious}}",
			"home.domestic_abuse", value{seriousAbuse + ", or worse", casefile.Stated}},
		{"a number can be partly known",
			head + "child: {age: {at_least: 14, at_most: 15}}",
			"child.age", value{"from 14 to 15 years", casefile.Stated}},
		{"a domain gone through closes what silence closes",
			head + "explored: [home]",
			"home.domestic_abuse", value{"No sign of it", casefile.Explored}},
		{"unknown said outright wins over a domain gone through",
			head + "explored: [home]\nhome: {domestic_abuse: unknown}",
			"home.domestic_abuse", value{"not known", casefile.SaidUnknown}},
		{"a domain gone through does not close immediate danger",
			head + "explored: [harm]",
			"harm.immediate_danger", value{"not known", casefile.NotStated}},
		{"a domain gone through does not close an age",
			head + "explored: [child]",
			"child.age", value{"17 years, or less", casefile.Presumed}},
		{"an age follows from a date of birth",
			head + "child: {date_of_birth: 2013-03-02}",
			"child.age", value{"7 years", casefile.Derived}},
		{"the day before the birthday is a year less",
			head + "child: {date_of_birth: 2013-03-03}",
			"child.age", value{"6 years", casefile.Derived}},
		{"a date of birth makes a partly known age exact",
			head + "child: {date_of_birth: 2013-03-02, age: {at_least: 5}}",
			"child.age", value{"7 years", casefile.Stated}},
		{"no is a value, not a word that YAML takes away",
			head + "home: {child_present: no}",
			"home.child_present", value{"no", casefile.Stated}},
		{"a time without a zone is London time",
			"as_of: 2020-07-02T14:10\nreferral: {made_at: 2020-07-02T13:10}",
			"referral.made_at", value{"2 July 2020, 13:10", casefile.Stated}},
		{"a time with a zone is the same moment",
			"as_of: 2020-07-02T14:10\nreferral: {made_at: \"2020-07-02T12:10:00+00:00\"}",
			"referral.made_at", value{"2 July 2020, 13:10", casefile.Stated}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := known(r, read(t, r, test.text), test.fact); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

func TestATimeThatTheClocksSkippedIsRefused(t *testing.T) {
	_, list := reader(t).Read("case.yaml", []byte("as_of: 2020-03-29T01:30\n"))
	if !strings.Contains(list.String(), "there was no 2020-03-29T01:30 in London") {
		t.Errorf("got %s", list)
	}
}

func TestALaterLayerReplacesWhatAnEarlierOneSays(t *testing.T) {
	r := reader(t)
	c, list := r.ReadLayers(layers(t,
		"as_of: 2020-03-02T14:10:00Z\nhome: {domestic_abuse: serious, child_present: true}\n"+
			"evidence: {home.domestic_abuse: [{source: police}]}",
		"home: {domestic_abuse: none}"))
	if c == nil {
		t.Fatalf("%s", list)
	}
	f := r.Vocabulary.Fact("home.domestic_abuse")
	if got := f.Says(c.Values[f.Index], r.London); got != "No sign of it" {
		t.Errorf("got %q", got)
	}
	if len(c.Evidence[f.Index]) > 0 {
		t.Error("evidence for the value replaced is kept")
	}
	_, list = r.ReadLayers(layers(t, "child: {date_of_birth: 2031-01-01}", "as_of: 2020-03-02T14:10:00Z"))
	if !list.HasErrors() {
		t.Error("a date is not held against the as_of of a later layer")
	}
}

func TestACanonicalCaseReadsBackToTheSameCase(t *testing.T) {
	r := reader(t)
	p := shipped(t).Policies[0]
	rapid.Check(t, func(t *rapid.T) {
		in := evaluatetest.Knowledge(t, p, 50)
		c := &casefile.Case{
			Policy:  p.ID,
			AsOf:    evaluatetest.AsOf.In(r.London),
			Values:  in.Values,
			Origins: make([]casefile.Origin, len(in.Values)),
		}
		for _, f := range r.Vocabulary.Facts {
			// Facts bound to one another could contradict here; a case cannot.
			if f.YearsSince != nil || f.Kind == vocabulary.Date || f.IsUnknown(in.Values[f.Index]) {
				c.Values[f.Index] = f.Unknown()
				continue
			}
			c.Origins[f.Index] = casefile.Stated
		}
		c.Explored = drawExplored(t, r.Vocabulary)
		first := again(t, r, c)
		back := again(t, r, first)
		if diff := cmp.Diff(first.Values, back.Values); diff != "" {
			t.Fatalf("(-first +read back):\n%s", diff)
		}
		if !back.AsOf.Equal(c.AsOf) {
			t.Fatalf("as_of was %v and is %v", c.AsOf, back.AsOf)
		}
	})
}

// FuzzRead holds that any bytes are either a case, about one child or several, or refused with a
// reason.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"policy: bexley-2020\nas_of: 2020-03-02T14:10:00Z\nchild: {age: 6}\nexplored: [home]\n",
		"as_of: 2020-03-02T14:10\nexplored: all\nchild: {age: {at_least: 16}}\n",
		"as_of: 2020-03-02T14:10\nhome: {domestic_abuse: {at_least: present}}\n" +
			"evidence: {home.domestic_abuse: [{value: serious, source: police, on: 2020-02-28, note: x}]}\n" +
			"judgement: {level: 4, by: manager, reason: x}",
		`{"as_of": "2020-03-02T14:10:00Z", "child": {"date_of_birth": "2014-05-17", "age": 5}}`,
		"as_of: 2020-03-02T14:10\nhome: {domestic_abuse: serious}\nexplored: [home, adults]\neach: {done: {told_police: {by: school}}}\n" +
			"children: {baby: {child: {age: {months: 4}}, explored: all}, \"11\": {home: {domestic_abuse: none}}}",
		"as_of: 2020-03-02T14:10\nchildren: {Anna Maria: {}, baby: {as_of: 3, children: {}}, BABY: 4}\neach: []\nharm: {control: []}",
		"each: {}", "children:", "children: {a: {each: {}}}", `{"as_of": "2020-03-02T14:10", "children": {"": null, "a": null}}`,
		"- a", "child: {age: 012}", "home: [", "\xff", "consent: {by: [mother]}",
	} {
		f.Add([]byte(seed))
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		start := time.Now()
		c, _ := r.Read("case.yaml", data)
		f, list := r.ReadFamily("case.yaml", data)
		if (f == nil) != list.HasErrors() {
			t.Fatalf("neither read nor refused, or both: %s", list)
		}
		if one := f != nil && f.Children[0].Label == ""; one != (c != nil) {
			t.Fatalf("about one child: %v, and read as that: %v", one, c != nil)
		}
		for _, d := range list {
			if d.Message == "" || d.Code == "" || d.File != "case.yaml" || !d.Private {
				t.Fatalf("a diagnostic that says too little, or might reach a log: %+v", d)
			}
			_ = d.String()
		}
		if f != nil {
			if len(f.Children) == 0 || len(f.Children) > casefile.MaxChildren {
				t.Fatalf("%d children", len(f.Children))
			}
			for _, child := range f.Children {
				child.Case.Canonical(r.Vocabulary, r.London)
			}
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Fatalf("%d bytes took %v", len(data), took)
		}
	})
}
