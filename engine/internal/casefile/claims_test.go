package casefile_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/testroot"
)

// claimed is a made-up vocabulary with facts that can be alleged, and with conflicts.
const claimed = `domain: care
title: Care
ask: Have you gone through care?
of: child
facts:
  neglect:
    title: Neglect
    ask: What is known of neglect?
    scale: {none: No sign of it, concern: A concern, present: Some, serious: Serious}
    nothing: none
    suspicion: care.neglect_suspected
    alleged_at_least: concern
  dirty:
    title: Dirt
    ask: How dirty is it?
    scale: {none: Not, some: Some, much: Much}
    nothing: none
    suspicion: care.neglect_suspected
  warmth: {title: Warmth, ask: How warm are they, scale: {none: None, some: Some, much: Much}, protective: true}
  neglect_suspected: {title: Neglect is suspected, ask: Is neglect suspected, type: yes_no, nothing: "no"}
  safe: {title: A safe place, ask: Is there a safe place, type: yes_no, protective: true}
  alleged: {title: Something is alleged, ask: Is anything alleged, type: yes_no, nothing: "no", of_allegations: true}
  unborn: {title: Not yet born, ask: Is the child not yet born, type: yes_no, nothing: "no"}
  visits: {title: Visits, ask: How many visits, whole: {min: 0, max: 9}, nothing: "0"}
done:
  told_police: The police were told
conflicts:
  - {when: care.unborn && child.age > 0, says: A child who is not yet born has no age., severity: error}
  - {when: care.neglect.atMost("none") && care.neglect_suspected, says: Neglect is suspected and none is known., severity: note}
`

// elsewhere is a made-up domain beside it, with a harm that hides.
const elsewhere = `domain: harm
title: Harm
ask: Have you gone through harm?
of: child
facts:
  abuse:
    title: Abuse
    ask: What is known of abuse?
    scale: {none: No sign of it, serious: Serious}
    nothing: none
    hidden: true
    suspicion: harm.abuse_suspected
  abuse_suspected: {title: Abuse is suspected, ask: Is abuse suspected, type: yes_no, nothing: "no"}
  noise: {title: Noise, ask: Is it loud, type: yes_no, nothing: "no", hidden: true}
  late: {title: Late, ask: How often are they late, scale: {never: Never, often: Often}, nothing: never}
`

// claims reads cases under the made-up vocabulary.
func claims(t testing.TB) casefile.Reader {
	t.Helper()
	return casefile.NewReader(linked(t, testroot.With(
		txtar.File{Name: "vocabulary/care.yaml", Data: []byte(claimed)},
		txtar.File{Name: "vocabulary/harm.yaml", Data: []byte(elsewhere)},
	)).Vocabulary)
}

func TestWhatIsAllegedAndWhatEvidenceSaysByItself(t *testing.T) {
	r := claims(t)
	open := value{"not known", casefile.Alleged}
	for _, test := range []struct {
		name, text, fact string
		want             value
	}{
		{"a scale is open from nothing to what is alleged", "care: {dirty: {alleged: some}}",
			"care.dirty", value{"Some, or less", casefile.Alleged}},
		{"a scale is open from what an allegation amounts to", "care: {neglect: {alleged: serious}}",
			"care.neglect", value{"A concern, or worse", casefile.Alleged}},
		{"no less is alleged than what an allegation amounts to", "care: {neglect: {alleged: concern}}",
			"care.neglect", value{"A concern", casefile.Alleged}},
		{"a yes that is alleged is open", "care: {unborn: {alleged: yes}}",
			"care.unborn", value{"not known", casefile.Alleged}},
		{"a no to a safeguard that is alleged is open", "care: {safe: {alleged: no}}",
			"care.safe", value{"not known", casefile.Alleged}},
		{"whether what is alleged is suspected is open", "care: {dirty: {alleged: some}}",
			"care.neglect_suspected", open},
		{"silence about the domain does not settle it", "care: {dirty: {alleged: some}}\nexplored: [care]",
			"care.neglect_suspected", open},
		{"nor does silence about everything", "care: {dirty: {alleged: some}, neglect: {alleged: serious}}\nexplored: all",
			"care.neglect_suspected", open},
		{"nor does silence about the fact by its name", "care: {dirty: {alleged: some}}\nexplored: [care.neglect_suspected]",
			"care.neglect_suspected", open},
		{"a suspicion that is only alleged itself is open",
			"care: {dirty: {alleged: some}, neglect_suspected: {alleged: yes}}",
			"care.neglect_suspected", open},
		{"silence does not settle what is alleged to be suspected", "care: {neglect_suspected: {alleged: yes}}\nexplored: all",
			"care.dirty", value{"not known", casefile.NotStated}},
		{"a suspicion that is stated stays so", "care: {dirty: {alleged: some}, neglect_suspected: yes}",
			"care.neglect_suspected", value{"yes", casefile.Stated}},
		{"one of the same domain is a serious allegation", "care: {dirty: {alleged: some}}\nexplored: all",
			"care.alleged", value{"yes", casefile.Derived}},
		{"so is a harm that hides", "harm: {abuse: {alleged: serious}}",
			"care.alleged", value{"yes", casefile.Derived}},
		{"so is that such a harm is suspected", "harm: {abuse_suspected: {alleged: yes}}",
			"care.alleged", value{"yes", casefile.Derived}},
		{"so is one of which the evidence is all alleged", "evidence: {harm.abuse: [{value: serious, source: aunt, standing: alleged}]}",
			"care.alleged", value{"yes", casefile.Derived}},
		{"another fact is none", "harm: {noise: {alleged: yes}, late: {alleged: often}}\nexplored: all",
			"care.alleged", value{"no", casefile.Explored}},
		{"what is established is none", "harm: {abuse: serious}",
			"care.alleged", value{"not known", casefile.NotStated}},
		{"silence says that nothing is alleged", "explored: [care]",
			"care.alleged", value{"no", casefile.Explored}},
		{"a case may say by itself that something is alleged", "care: {alleged: yes}",
			"care.alleged", value{"yes", casefile.Stated}},
		{"a case may deny it", "care: {alleged: no, dirty: {alleged: some}}",
			"care.alleged", value{"no", casefile.Stated}},
		{"a suspicion that is ruled out stays so", "care: {dirty: {alleged: some}, neglect_suspected: no}",
			"care.neglect_suspected", value{"no", casefile.Stated}},
		{"what is stated is not suspected", "care: {dirty: some}",
			"care.neglect_suspected", value{"not known", casefile.NotStated}},
		{"evidence that is all alleged or disputed is an allegation of the worst",
			"evidence: {care.dirty: [{value: some, source: aunt, standing: alleged}, {value: much, source: uncle, standing: disputed}]}",
			"care.dirty", value{"not known", casefile.Alleged}},
		{"evidence that is all alleged leaves open whether it is suspected",
			"evidence: {care.dirty: [{value: some, source: aunt, standing: alleged}]}",
			"care.neglect_suspected", open},
		{"evidence that agrees states the fact",
			"evidence: {care.dirty: [{value: some, source: school}, {value: some, source: GP, standing: observed}]}",
			"care.dirty", value{"Some", casefile.Stated}},
		{"evidence that differs states the range",
			"evidence: {care.neglect: [{value: present, source: school}, {value: serious, source: GP}]}",
			"care.neglect", value{"Some, or worse", casefile.Stated}},
		{"a denial that is reported undoes no disclosure",
			"evidence: {care.neglect: [{value: serious, source: child, standing: disclosed}, {value: none, source: mother}]}",
			"care.neglect", value{"Serious", casefile.Stated}},
		{"who saw nothing undoes no disclosure",
			"evidence: {care.neglect: [{value: none, source: GP, standing: observed}, " +
				"{value: serious, source: child, standing: disclosed}]}",
			"care.neglect", value{"Serious", casefile.Stated}},
		{"what is reported opens what was observed upwards",
			"evidence: {care.neglect: [{value: present, source: GP, standing: observed}, {value: serious, source: school}]}",
			"care.neglect", value{"Some, or worse", casefile.Stated}},
		{"a yes that was disclosed stays, whoever reports a no",
			"evidence: {care.unborn: [{value: yes, source: child, standing: disclosed}, {value: no, source: mother}]}",
			"care.unborn", value{"yes", casefile.Stated}},
		{"a yes that is reported opens a no that was observed",
			"evidence: {care.unborn: [{value: no, source: GP, standing: observed}, {value: yes, source: mother}]}",
			"care.unborn", value{"not known", casefile.Stated}},
		{"what is established states the fact, whatever is alleged besides",
			"evidence: {care.dirty: [{value: some, source: school, standing: reported}, {value: much, source: aunt, standing: alleged}]}",
			"care.dirty", value{"Some", casefile.Stated}},
		{"numbers state a range", "evidence: {care.visits: [{value: 2, source: school}, {value: 4, source: GP}, {source: police}]}",
			"care.visits", value{"from 2 to 4", casefile.Stated}},
		{"evidence that says both leaves the fact open", "evidence: {care.unborn: [{value: yes, source: school}, {value: no, source: GP}]}",
			"care.unborn", value{"not known", casefile.Stated}},
		{"what the case says stands against its evidence",
			"care: {dirty: none}\nevidence: {care.dirty: [{value: much, source: police}]}",
			"care.dirty", value{"Not", casefile.Stated}},
		{"unknown said outright wins over evidence",
			"care: {dirty: unknown}\nevidence: {care.dirty: [{value: much, source: police}]}",
			"care.dirty", value{"not known", casefile.SaidUnknown}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := read(t, r, "policy: made-up\nas_of: 2020-03-02T14:10:00Z\n"+test.text)
			if got := known(r, c, test.fact); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
			back := again(t, r, c)
			if diff := cmp.Diff(slotsOf(c), slotsOf(back)); diff != "" {
				t.Errorf("the canonical case is another (-first +read back):\n%s", diff)
			}
		})
	}
}

func TestWhatFollowsFromAllegationsNamesThem(t *testing.T) {
	r := claims(t)
	c := read(t, r, "policy: made-up\nas_of: 2020-03-02T14:10:00Z\n"+
		"care: {dirty: {alleged: some}, neglect: {alleged: serious}}\nharm: {abuse: {alleged: serious}}")
	for path, want := range map[string]string{
		"care.alleged":           "care.dirty care.neglect harm.abuse",
		"care.neglect_suspected": "care.dirty care.neglect",
		"harm.abuse_suspected":   "harm.abuse",
	} {
		var from []string
		for _, f := range c.From[r.Vocabulary.Fact(path).Index] {
			from = append(from, f.Path)
		}
		if got := strings.Join(from, " "); got != want {
			t.Errorf("%s follows from %q, want %q", path, got, want)
		}
	}
}

func TestWhatIsUnlikelyIsNoted(t *testing.T) {
	r := claims(t)
	const both = ": [care.dirty care.neglect_suspected]"
	const none = "Neglect is suspected and none is known.: [care.neglect care.neglect_suspected]"
	for text, want := range map[string]string{
		"care: {dirty: {alleged: some}, neglect_suspected: no}": "" +
			"care.dirty is alleged, but care.neglect_suspected is stated as no" + both,
		"care: {dirty: {alleged: some}, alleged: no}": "" +
			"care.dirty is alleged, but care.alleged is stated as no: [care.dirty care.alleged]",
		"care: {neglect: none, neglect_suspected: yes}": none,
		// Neither silence, nor what is open, nor what is alleged contradicts anything.
		"care: {neglect_suspected: yes}\nexplored: [care]":                   "",
		"care: {neglect: {at_most: concern}, neglect_suspected: yes}":        "",
		"care: {neglect: unknown, neglect_suspected: yes}":                   "",
		"care: {dirty: {alleged: some}, neglect_suspected: unknown}":         "",
		"care: {neglect: none, dirty: {alleged: some}}":                      "",
		"care: {unborn: {alleged: yes}}\nchild: {age: 4}\nexplored: [child]": "",
	} {
		c := read(t, r, "as_of: 2020-03-02T14:10:00Z\n"+text)
		var got []string
		for _, n := range c.Notes {
			var facts []string
			for _, f := range n.Facts {
				facts = append(facts, f.Path)
			}
			got = append(got, fmt.Sprintf("%s: %v", n.Says, facts))
		}
		if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

func TestWhatCannotBeTrueNamesEveryPlace(t *testing.T) {
	_, list := claims(t).Read("case.yaml", []byte("as_of: 2020-03-02T14:10:00Z\ncare: {unborn: yes}\nchild: {age: 4}\n"))
	const want = "A child who is not yet born has no age (care.unborn on line 2; child.age on line 3)"
	if len(list) != 1 || list[0].Message != want {
		t.Errorf("got %s, want %q", list, want)
	}
}

func TestWhatWasDoneIsInTheCase(t *testing.T) {
	r := claims(t)
	c := read(t, r, "policy: made-up\nas_of: 2020-07-02T14:10\nreader: referrer\n"+
		"done: {told_police: {at: 2020-07-02T14:10, by: NHS 111}, another.step: {at: \"2020-07-01T09:00:00Z\", by: school}}")
	var got []string
	for _, d := range c.Done {
		got = append(got, d.Name+" "+d.From.Format(time.RFC3339)+" "+d.By)
	}
	want := []string{"another.step 2020-07-01T10:00:00+01:00 school", "told_police 2020-07-02T14:10:00+01:00 NHS 111"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	back := again(t, r, c)
	if len(back.Done) != 2 || !back.Done[1].From.Equal(c.Done[1].From) || back.Reader != "referrer" {
		t.Errorf("the canonical case reads back as %+v", back)
	}
}

func TestWhenItWasDoneMayBeADayOrNotBeKnown(t *testing.T) {
	r := claims(t)
	c := read(t, r, "policy: made-up\nas_of: 2020-07-02T14:10\n"+
		"done: {told_police: {by: neighbour}, a.step: {at: 2020-07-02, by: school}, b.step: {at: 2020-07-01T10:00, by: school}}")
	for _, c := range []*casefile.Case{c, again(t, r, c)} {
		var got []string
		for _, d := range c.Done {
			from, to := d.From.Format(time.DateTime), d.To.Format(time.DateTime)
			got = append(got, fmt.Sprintf("%s %s to %s, exactly %t", d.Name, from, to, d.Exactly()))
		}
		want := []string{"a.step 2020-07-02 00:00:00 to 2020-07-02 23:59:59, exactly false",
			"b.step 2020-07-01 10:00:00 to 2020-07-01 10:00:00, exactly true",
			"told_police 0001-01-01 00:00:00 to 0001-01-01 00:00:00, exactly false"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	for text, code := range map[string]diagnostic.Code{
		"{at: 2020-07-03, by: school}": diagnostic.InFuture,
		"{at: 2020-07, by: school}":    diagnostic.UnreadableDate,
		"{at: 2020-07-01}":             diagnostic.MissingKey,
	} {
		_, list := r.Read("case.yaml", []byte("{as_of: 2020-07-02T14:10, done: {told_police: "+text+"}}"))
		if len(list) != 1 || list[0].Code != code {
			t.Errorf("%s: got %s, want %s", text, list, code)
		}
	}
}

func TestWhoMaySaySo(t *testing.T) {
	r := claims(t)
	for source, fine := range map[string]bool{
		"NHS 111": true, "GP (out of hours)": true, "Year 6 teacher": true, "Year 10 and 11 tutor": true, "999 call handler": true,
		"Children's Services": true, "é": true,
		"a.b@school.example": false, "someone at school.example": false, "police@x": false, "020 7946 0000": false,
		"school (01632 960001)": false, "111": false, "+44": false, "A. Person": false, "(police)": false, "-": false, "x:y": false,
		strings.Repeat("a", 41): false,
	} {
		text := fmt.Sprintf(`{"as_of": "2020-03-02T14:10", "care": {"dirty": "some"},`+
			` "evidence": {"care.dirty": [{"source": %q}]}}`, source)
		if c, list := r.Read("case.json", []byte(text)); (c != nil) != fine {
			t.Errorf("%q: accepted: %v\n%s", source, c != nil, list)
		}
		if quick := casefile.NewQuickIndex(r).New().Read([]byte(text)); quick && !fine || !quick && fine && source != "é" {
			t.Errorf("%q is taken at once: %v", source, quick)
		}
	}
}

// What is alleged, what was done and what cannot be true are left to the strict reader. The
// rest of what a case can say of itself is taken at once.
func TestWhatIsReadAtOnceOfClaims(t *testing.T) {
	r := claims(t)
	q := casefile.NewQuickIndex(r).New()
	for text, taken := range map[string]bool{
		`"reader":"front_door"`: true,
		`"reader":"nobody"`:     false,
		`"care":{"dirty":"some"},"evidence":{"care.dirty":[{"value":"much","source":"NHS 111","standing":"alleged"}]}`: true,
		`"care":{"dirty":"some"},"evidence":{"care.dirty":[{"value":"much","source":"police","standing":"said"}]}`:     false,
		`"evidence":{"care.dirty":[{"value":"much","source":"police","standing":"observed"}]}`:                         false,
		`"evidence":{"care.dirty":[{"value":"much","source":"police","standing":"alleged"}]}`:                          false,
		`"care":{"dirty":{"alleged":"some"}}`:                                     false,
		`"care":{"unborn":{"alleged":"yes"}}`:                                     false,
		`"done":{"told_police":{"at":"2020-03-02T10:00","by":"school"}}`:          false,
		`"care":{"unborn":true},"child":{"age":4}`:                                false,
		`"care":{"unborn":true},"child":{"date_of_birth":"2014-01-01"}`:           false,
		`"care":{"unborn":true},"child":{"age":0}`:                                true,
		`"care":{"neglect":"none","neglect_suspected":true}`:                      true,
		`"care":{"neglect_suspected":true},"explored":["care"],"child":{"age":4}`: true,
	} {
		if got := same(t, r, q, []byte(`{"as_of":"2020-03-02T14:10",`+text+`}`)); got != taken {
			t.Errorf("%s is taken at once: %v", text, got)
		}
	}
}
