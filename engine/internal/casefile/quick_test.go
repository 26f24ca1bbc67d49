package casefile_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// slots is what the rules see of a case, and where from.
type slots struct {
	Values    []vocabulary.Value
	Origins   []casefile.Origin
	AsOf      int64
	Policy    string
	Judgement lang.Judgement
}

func slotsOf(c *casefile.Case) slots {
	s := slots{Values: c.Values, Origins: c.Origins, AsOf: c.AsOf.Unix(), Policy: c.Policy}
	if c.Judgement != nil {
		s.Judgement = lang.Judgement{Recorded: true, Level: c.Judgement.Level}
	}
	return s
}

// same fails unless what a Quick takes is a case to the strict reader, and the same
// one. It reports whether the Quick takes it.
func same(t interface{ Fatalf(string, ...any) }, r casefile.Reader, q *casefile.Quick, data []byte) bool {
	if !q.Read(data) {
		return false
	}
	c, list := r.Read("case.json", data)
	if c == nil {
		t.Fatalf("read at once, but the strict reader refuses it: %s\n%s", list, data)
	}
	got := slots{q.Values, q.Origins, q.AsOf, string(q.Policy), q.Judgement}
	if d := cmp.Diff(slotsOf(c), got); d != "" {
		t.Fatalf("strictly (-) and at once (+) differ on %s:\n%s", data, d)
	}
	return true
}

// drawText draws a case as JSON, sometimes indented, with evidence and a judgement.
func drawText(t *rapid.T, r casefile.Reader, p *policy.Policy) []byte {
	in := evaluatetest.Knowledge(t, p, rapid.SampledFrom([]int{5, 20, 50, 100}).Draw(t, "share"))
	c := &casefile.Case{
		Policy:   p.ID,
		AsOf:     evaluatetest.AsOf.In(r.London),
		Values:   in.Values,
		Origins:  make([]casefile.Origin, len(in.Values)),
		Evidence: map[int][]casefile.Evidence{},
	}
	for _, f := range r.Vocabulary.Facts {
		v := &c.Values[f.Index]
		if f.IsUnknown(*v) {
			continue
		}
		c.Origins[f.Index] = casefile.Stated
		switch {
		case f.YearsSince != nil && rapid.IntRange(0, 9).Draw(t, "in keeping") > 0: // with the date, if there is one
			c.Values[f.Index], c.Origins[f.Index] = f.Unknown(), casefile.NotStated
		case rapid.IntRange(0, 9).Draw(t, "evidence") == 0:
			c.Evidence[f.Index] = []casefile.Evidence{{Value: v, Source: "school", On: "2020-02-28"}, {Source: "police"}}
		}
	}
	if in.Judgement.Recorded {
		c.Judgement = &casefile.Judgement{Level: in.Judgement.Level, By: "team manager", Reason: "made up"}
	}
	c.Explored = drawExplored(t, r.Vocabulary)
	var text any = c.Canonical(r.Vocabulary, r.London)
	if rapid.Bool().Draw(t, "in any order") {
		text = jumbled{t, text}
	}
	data, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	if rapid.Bool().Draw(t, "indented") {
		var b bytes.Buffer
		if err := json.Indent(&b, data, "", "\t"); err != nil {
			t.Fatal(err)
		}
		data = b.Bytes()
	}
	return data
}

func TestACaseIsReadAtOnceAsItIsReadStrictly(t *testing.T) {
	for name, root := range map[string]*catalogue.Whole{"shipped": shipped(t), "supplied": supplied(t)} {
		t.Run(name, func(t *testing.T) { alike(t, root) })
	}
}

// alike draws cases, and holds that both readers read them alike.
func alike(t *testing.T, root *catalogue.Whole) {
	r := casefile.NewReader(root.Vocabulary)
	q := casefile.NewQuickIndex(r).New()
	p := root.Policies[0]
	slips := []string{"", "0", "1", "-", ",", ":", "\"", "{", "}", "[", "]", " ", "\\", "é", "\x80", "true", "null", "\"unknown\""}
	rapid.Check(t, func(t *rapid.T) {
		data := drawText(t, r, p)
		if c, _ := r.Read("case.json", data); !same(t, r, q, data) && c != nil {
			t.Fatalf("an ordinary case is left to the strict reader:\n%s", data)
		}
		// And with a slip or two, which nearly always makes it something to refuse.
		for range rapid.IntRange(1, 3).Draw(t, "slips") {
			at := rapid.IntRange(0, len(data)-1).Draw(t, "at")
			with := rapid.SampledFrom(slips).Draw(t, "with")
			cut := rapid.IntRange(0, min(3, len(data)-at)).Draw(t, "cut")
			data = append(append(bytes.Clone(data[:at]), with...), data[at+cut:]...)
			if len(data) == 0 {
				break
			}
		}
		same(t, r, q, data)
	})
}

func TestWhatIsReadAtOnce(t *testing.T) {
	r := reader(t)
	q := casefile.NewQuickIndex(r).New()
	const head, date = `{"as_of":"2020-03-02T14:10:00Z"`, `{"as_of":`
	for _, test := range []struct {
		name, text string
		taken      bool
	}{
		{"nothing but the moment", head + `}`, true},
		{"space everywhere", " { \"as_of\" :\t\"2020-03-02T14:10\" , \"child\" : { \"age\" : 6 } } \n", true},
		{"a moment in London time", date + `"2020-07-02T14:10"}`, true},
		{"a moment to the second", date + `"2020-07-02T14:10:59"}`, true},
		{"a moment with an offset", date + `"2020-07-02T14:10+01:00"}`, true},
		{"a moment behind UTC", date + `"2020-07-02T00:10:00-11:30"}`, true},
		{"a moment that comes twice when the clocks go back", date + `"2020-10-25T01:30"}`, false},
		{"a moment that the clocks skip", date + `"2020-03-29T01:30"}`, false},
		{"a moment at an hour that there is not", date + `"2020-03-02T24:10"}`, false},
		{"a day that there is not", date + `"2021-02-29T14:10"}`, false},
		{"the leap day of a century", head + `,"child":{"date_of_birth":"2000-02-29"}}`, true},
		{"no moment", `{"child":{"age":6}}`, false},
		{"a day for a moment", date + `"2020-03-02"}`, false},
		{"a fact partly known", head + `,"home":{"domestic_abuse":{"at_least":"present","at_most":"serious"}}}`, true},
		{"bounds the wrong way round", head + `,"home":{"domestic_abuse":{"at_least":"serious","at_most":"present"}}}`, false},
		{"bounds that say nothing", head + `,"home":{"domestic_abuse":{"at_least":"none"}}}`, false},
		{"no bound", head + `,"home":{"domestic_abuse":{}}}`, false},
		{"a fact said to be unknown", head + `,"explored":["home"],"home":{"domestic_abuse":"unknown"}}`, true},
		{"a set that names what is known", head + `,"involved":{"agencies":["gp","school"]}}`, true},
		{"a set that names all", head + `,"involved":{"agencies":{"only":["gp","school"]}}}`, true},
		{"a set that says what is in it and what is not", head +
			`,"involved":{"agencies":{"includes":["gp"],"excludes":["police"]}}}`, true},
		{"a set with a word in and out", head + `,"involved":{"agencies":{"includes":["gp"],"excludes":["gp"]}}}`, false},
		{"a set that says all, and more", head + `,"involved":{"agencies":{"only":["gp"],"excludes":["police"]}}}`, false},
		{"a set that includes nothing", head + `,"involved":{"agencies":{"includes":[]}}}`, false},
		{"a set that was gone through", head + `,"explored":["involved"],"involved":{"agencies":["gp"]}}`, true},
		{"a month of birth", head + `,"child":{"date_of_birth":"2013-03"}}`, true},
		{"a year of birth", head + `,"child":{"date_of_birth":"2013"}}`, true},
		{"a year of birth and an age", head + `,"child":{"date_of_birth":"2013","age":{"at_least":7}}}`, true},
		{"a year of birth and an age that it cannot be", head + `,"child":{"date_of_birth":"2013","age":8}}`, false},
		{"a month that there is not", head + `,"child":{"date_of_birth":"2013-13"}}`, false},
		{"a month to come", head + `,"child":{"date_of_birth":"2020-04"}}`, false},
		{"a referral on a day", head + `,"referral":{"made_at":"2020-03-02"}}`, true},
		{"a referral on a day to come", head + `,"referral":{"made_at":"2020-03-03"}}`, false},
		{"an age in months", head + `,"child":{"age":{"months":7}}}`, true},
		{"an age in too many months", head + `,"child":{"age":{"months":24}}}`, false},
		{"an age in months and a bound", head + `,"child":{"age":{"at_least":0,"months":7}}}`, false},
		{"a number in months that is no age", head + `,"needs":{"agencies":{"months":7}}}`, false},
		{"a birth that is expected", head + `,"child":{"expected_on":"2020-05-01"}}`, true},
		{"a birth that was expected", head + `,"child":{"expected_on":"2020-02"}}`, true},
		{"a domain gone through", head + `,"explored":["home","health"]}`, true},
		{"a domain gone through twice", head + `,"explored":["home","home"]}`, false},
		{"a fact gone through", head + `,"explored":["home","harm.immediate_danger"]}`, true},
		{"a fact gone through twice", head + `,"explored":["harm.immediate_danger","harm.immediate_danger"]}`, false},
		{"a fact that silence does not close", head + `,"explored":["child.age"]}`, false},
		{"everything gone through", head + `,"explored":"all"}`, true},
		{"everything gone through, in a list", head + `,"explored":["all"]}`, true},
		{"everything gone through, and more", head + `,"explored":["all","home"]}`, false},
		{"another word for what was gone through", head + `,"explored":"home"}`, false},
		{"a yes in a word", head + `,"home":{"child_present":"yes"}}`, true},
		{"an age by a date of birth", head + `,"child":{"date_of_birth":"2013-03-02"}}`, true},
		{"an age that a date of birth contradicts", head + `,"child":{"date_of_birth":"2013-03-02","age":6}}`, false},
		{"a date of birth to come", head + `,"child":{"date_of_birth":"2021-03-02"}}`, false},
		{"evidence before what it is for", `{"evidence":{"home.domestic_abuse":[{"value":"serious","source":"police",` +
			`"on":"2020-02-28","note":"Third – \"call\"\u0021"}]},` +
			`"as_of":"2020-03-02T14:10","home":{"domestic_abuse":"serious"}}`, true},
		{"evidence for what is not stated", head + `,"evidence":{"home.domestic_abuse":[{"source":"police"}]}}`, false},
		{"evidence without a source", head + `,"home":{"domestic_abuse":"serious"},` +
			`"evidence":{"home.domestic_abuse":[{"value":"serious"}]}}`, false},
		{"evidence of tomorrow", head + `,"home":{"domestic_abuse":"serious"},` +
			`"evidence":{"home.domestic_abuse":[{"source":"police","on":"2020-03-03"}]}}`, false},
		{"a judgement", head + `,"judgement":{"level":4,"by":"team manager","reason":"made up"}}`, true},
		{"a judgement without a reason", head + `,"judgement":{"level":4,"by":"team manager"}}`, false},
		{"a number with a nought before it", head + `,"child":{"age":06}}`, false},
		{"a number below nought", head + `,"child":{"age":-0}}`, false},
		{"a number with a fraction", head + `,"child":{"age":6.0}}`, false},
		{"a number in quotes", head + `,"child":{"age":"6"}}`, false},
		{"a number off its scale", head + `,"child":{"age":600}}`, false},
		{"null", head + `,"child":{"age":null}}`, false},
		{"a fact that there is not", head + `,"child":{"shoe_size":6}}`, false},
		{"a fact twice", head + `,"child":{"age":6,"age":6}}`, false},
		{"a domain twice", head + `,"child":{"age":6},"child":{"age":6}}`, false},
		{"the moment twice", head + `,"as_of":"2020-03-02T14:10:00Z"}`, false},
		{"a key in escapes that is there already", head + `,"child":{"age":6,"\u0061ge":6}}`, false},
		{"a comma too many", head + `,}`, false},
		{"a comma too few", head + `"child":{}}`, false},
		{"more after the end", head + `}{`, false},
		{"an end too soon", head, false},
		{"a control character in a note", head + `,"judgement":{"level":4,"by":"x","reason":"` + "\u0085" + `"}}`, false},
		{"a list", `[]`, false},
		{"nothing", ``, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if taken := same(t, r, q, []byte(test.text)); taken != test.taken {
				t.Errorf("taken: %v", taken)
			}
		})
	}
}

func TestReadingAtOnceAllocatesNothing(t *testing.T) {
	r := reader(t)
	q := casefile.NewQuickIndex(r).New()
	data := []byte(`{"as_of":"2020-03-02T14:10","policy":"bexley-2020","id":"demo",` +
		`"explored":["home","harm.significant_harm"],` +
		`"child":{"date_of_birth":"2013-03-02"},"involved":{"agencies":["school"]},"home":{"domestic_abuse":{"at_least":"present"}},` +
		`"evidence":{"home.domestic_abuse":[{"source":"police","note":"made – up"}]}}`)
	if !same(t, r, q, data) {
		t.Fatal("an ordinary case is left to the strict reader")
	}
	if n := testing.AllocsPerRun(100, func() { q.Read(data) }); n != 0 {
		t.Errorf("reading a case allocates %v times", n)
	}
}

// FuzzQuick holds that what is read at once is a case to the strict reader, and the
// same one, whatever the bytes.
func FuzzQuick(f *testing.F) {
	for _, seed := range []string{
		`{"as_of":"2020-03-02T14:10:00Z","child":{"date_of_birth":"2014-05-17","age":5},"explored":["home"]}`,
		`{"policy":"bexley-2020","id":"x","as_of":"2020-03-02T14:10",` +
			`"home":{"domestic_abuse":{"at_least":"present"},"child_present":true},` +
			`"evidence":{"home.domestic_abuse":[{"value":"serious","source":"police","on":"2020-02-28","note":"\ud83d\ude00 é"}]},` +
			`"judgement":{"level":4,"by":"manager","reason":"x"}}`,
		`{"as_of":"2020-03-02T14:10","explored":"all"}`,
		`{"as_of":"2020-03-02T14:10","explored":["home","child.caring_role"],"child":{"age":{"at_least":16}}}`,
		`{"involved":{"agencies":{"includes":["gp"],"excludes":["police"]}},"child":{"age":{"months":7}},"as_of":"2020-03-02T14:10"}`,
		` { "child" : { "expected_on" : "2020-05" } ,"reader":"child","referral":{"made_at":"2020-03-01"},"as_of":"2020-03-02T14:10"}`,
		`{"as_of":"1968-10-27T00:30-11:30","care":{"physical_chastisement":"with_mark"},"involved":{"agencies":["school","police"]}}`,
	} {
		f.Add([]byte(seed))
	}
	r := reader(f)
	q := casefile.NewQuickIndex(r).New()
	f.Fuzz(func(t *testing.T, data []byte) { same(t, r, q, data) })
}
