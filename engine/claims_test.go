package engine_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/recommendation"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// claimsRoot is the sound root with what may have been done, and steps that it takes care of.
func claimsRoot(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := engine.Load(t.Context(), testroot.With(
		txtar.File{Name: "vocabulary/care.yaml", Data: []byte(`domain: care
title: Care
ask: Have you gone through care?
of: child
facts:
  asked_at: {title: When help was asked for, ask: When was help asked for, type: time}
  noise: {title: Noise, ask: How loud is it, scale: {none: None, much: Much}, nothing: none}
done:
  told_hub: The hub was told
  told_family: The family was told
conflicts:
  - {when: home.abuse.atMost("none") && home.child_present, says: The child saw what there was not, severity: note}
`)},
		txtar.File{Name: testroot.Policy + "steps.yaml", Data: []byte(`escalations:
  - id: tell
    title: Tell the hub
    cite: [MU-1]
    action: Tell the hub of the child
    who: Whoever knows
    done_by: [told_hub]
    when: home.abuse.atLeast("present")
    due:
      - {clause: MU-1, within: 2 hours, from: care.asked_at, basis: Two hours from when help was asked for}
      - {clause: MU-2, within: 24 hours, from: care.asked_at, basis: A day from when help was asked for}
  - id: look
    title: Look again
    cite: [MU-1]
    action: Look again
    who: Whoever knows
    when: home.child_present
pathway:
  - {id: door, title: The way in, cite: [MU-1], part: front_door, force: expected, says: Ask the hub, done_by: [told_hub]}
`)}))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestWhatWasDoneIsNoLongerDue(t *testing.T) {
	e := claimsRoot(t)
	const done = `, done: {told_hub: {at: 2020-03-02T13:00, by: school}, told_family: {at: 2020-03-02T12:00, by: school}}`
	const facts = `policy: made-up, as_of: 2020-03-02T14:10, home: {abuse: serious}, care: {asked_at: 2020-03-02T10:00}`
	before := evaluate(t, e, "before.yaml", []byte("{"+facts+"}"))
	after := evaluate(t, e, "after.yaml", []byte("{"+facts+done+"}"))
	ids := func(r *recommendation.Recommendation) (out []string) {
		for _, x := range r.Escalations {
			out = append(out, x.ID+" "+string(x.State))
		}
		for _, s := range r.Pathway {
			out = append(out, s.ID)
		}
		return out
	}
	if diff := cmp.Diff([]string{"tell now_due", "look possible", "door"}, ids(before)); diff != "" {
		t.Errorf("before it was done (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"look possible"}, ids(after)); diff != "" {
		t.Errorf("after it was done (-want +got):\n%s", diff)
	}
	var got []string
	for _, d := range after.Done {
		got = append(got, fmt.Sprintf("%s, %s, by %s", d.Title, d.At.Format("15:04"), d.By))
		for _, s := range d.Steps {
			got = append(got, fmt.Sprintf("  %s %s %s", s.Kind, s.ID, s.State))
			for _, due := range s.Due {
				got = append(got, fmt.Sprintf("    %s missed: %t", due.Clause, due.Missed))
			}
		}
	}
	want := []string{"The family was told, 12:00, by school", "The hub was told, 13:00, by school",
		"  escalation tell now_due", "    MU-1 missed: true", "    MU-2 missed: false", "  pathway door now_due"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("what was done (-want +got):\n%s", diff)
	}
}

// A day or no time is enough for a step to be done; whether it was in time may then not be known.
func TestWhatWasDoneOnADayOrAtATimeNotKnown(t *testing.T) {
	e := claimsRoot(t)
	for when, want := range map[string]string{
		"":               "MU-1 false true, MU-2 false true",
		"at: 2020-03-02": "MU-1 false true, MU-2 false false",
		"at: 2020-03-01": "MU-1 false false, MU-2 false false",
	} {
		r := evaluate(t, e, "case.yaml", []byte("{policy: made-up, as_of: 2020-03-02T14:10, home: {abuse: serious}, "+
			"care: {asked_at: 2020-03-02T10:00}, done: {told_hub: {by: school"+strings.TrimSuffix(", "+when, ", ")+"}}}"))
		if slices.ContainsFunc(r.Escalations, func(e recommendation.Escalation) bool { return e.ID == "tell" }) {
			t.Errorf("%q: it is still due", when)
		}
		var got []string
		for _, due := range r.Done[0].Steps[0].Due {
			got = append(got, fmt.Sprintf("%s %t %t", due.Clause, due.Missed, due.Unclear))
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%q: got %s, want %s", when, got, want)
		}
	}
}

// What is possible can have been done too, by the id of its rule.
func TestWhatIsPossibleCanHaveBeenDoneByItsID(t *testing.T) {
	r := evaluate(t, claimsRoot(t), "case.yaml",
		[]byte("{policy: made-up, as_of: 2020-03-02T14:10, done: {look: {at: 2020-03-02T13:00, by: school}}}"))
	if len(r.Done) != 1 || len(r.Done[0].Steps) != 1 || r.Done[0].Title != "Look again" || r.Done[0].Steps[0].State != term.Possible {
		t.Errorf("done is %+v", r.Done)
	}
	if slices.ContainsFunc(r.Escalations, func(e recommendation.Escalation) bool { return e.ID == "look" }) {
		t.Error("it is still among what may have to be done")
	}
}

func TestAVerdictLeavesOutWhatWasDone(t *testing.T) {
	e := claimsRoot(t)
	p, err := e.Policy("made-up")
	if err != nil {
		t.Fatal(err)
	}
	const head = `{"as_of": "2020-03-02T14:10", "home": {"abuse": "serious", "child_present": true}`
	data := []string{head + `}`, head + `, "done": {"told_hub": {"at": "2020-03-02T13:00", "by": "school"}}}`}
	want := [][]string{{"look", "tell"}, {"look"}}
	for i := range data {
		var v engine.Verdict
		if err := p.VerdictJSON([]byte(data[i]), &v); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[i], v.Escalations); diff != "" {
			t.Errorf("%s (-want +got):\n%s", data[i], diff)
		}
	}
	got := make([][]string, len(data))
	err = p.VerdictsJSON(t.Context(), len(data), func(i int, room []byte) ([]byte, error) { return append(room, data[i]...), nil },
		func(i int, v *engine.Verdict, err error) {
			if err == nil {
				got[i] = slices.Clone(v.Escalations)
			}
		})
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, in bulk (-want +got):\n%s", err, diff)
	}
}

func TestAStepOfAnotherPolicyIsLeftOut(t *testing.T) {
	e := claimsRoot(t)
	c, err := e.ReadCase("case.yaml", []byte("{as_of: 2020-03-02T14:10, done: {nowhere: {at: 2020-03-02T13:00, by: school}}}"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Evaluate(c, engine.Under("made-up")); err == nil {
		t.Error("a step that no policy has is passed over in silence")
	}
}

func TestEvidenceThatSaysWorseIsNeverPassedOver(t *testing.T) {
	e := claimsRoot(t)
	const head = "{policy: made-up, as_of: 2020-03-02T14:10, reader: front_door, "
	for _, test := range []struct {
		name, text string
		// want are the facts and sources; rests is whether the level rests on them.
		want  []string
		rests bool
	}{
		{"evidence that says worse", "home: {abuse: none, child_present: no}, child: {status: none}, " +
			"evidence: {home.abuse: [{value: serious, source: police, standing: reported}, {value: none, source: school}, {source: GP}]}",
			[]string{"home.abuse police reported"}, true},
		{"even where it is alleged", "home: {abuse: past}, child: {status: none}, " +
			"evidence: {home.abuse: [{value: present, source: aunt, standing: alleged}]}",
			[]string{"home.abuse aunt alleged"}, true},
		{"of a fact that decides no level", "home: {abuse: none}, child: {status: none}, care: {noise: none}, " +
			"evidence: {care.noise: [{value: much, source: police}]}",
			[]string{"care.noise police "}, false},
		{"evidence that says less is not shown", "home: {abuse: serious}, " +
			"evidence: {home.abuse: [{value: none, source: police}]}", nil, false},
		{"evidence within what is partly known is not shown", "home: {abuse: {at_least: past}}, " +
			"evidence: {home.abuse: [{value: serious, source: police}]}", nil, false},
		{"a choice that cannot be so", "child: {status: none}, evidence: {child.status: [{value: looked_after, source: police}]}",
			[]string{"child.status police "}, false},
		{"evidence that says by itself what a fact is", "evidence: {home.abuse: [{value: serious, source: police}]}", nil, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := evaluate(t, e, "case.yaml", []byte(head+test.text+"}"))
			var got []string
			for _, c := range r.Contradictions {
				got = append(got, c.Fact+" "+c.Evidence.Source+" "+string(c.Evidence.Standing))
			}
			if diff := cmp.Diff(test.want, got); diff != "" || r.Level.RestsOnContradicted != test.rests {
				t.Errorf("the level rests on them: %t (-want +got):\n%s", r.Level.RestsOnContradicted, diff)
			}
			if r.Reader != term.ReaderFrontDoor {
				t.Errorf("the reader is %q", r.Reader)
			}
		})
	}
}

func TestWhoseWordEvidenceGoesAgainstIsSaid(t *testing.T) {
	e := claimsRoot(t)
	const evidence = "evidence: {home.abuse: [{value: past, source: police, standing: observed}, " +
		"{value: serious, source: aunt, standing: alleged}]}}"
	const head = "{policy: made-up, as_of: 2020-03-02T14:10, "
	for text, want := range map[string]string{
		head + evidence: "other evidence says",
		head + "home: {abuse: past}, " + evidence: "the case says",
	} {
		r := evaluate(t, e, "case.yaml", []byte(text))
		if len(r.Contradictions) != 1 || r.Contradictions[0].FromEvidence != (want == "other evidence says") {
			t.Errorf("%s: the contradictions are %+v", text, r.Contradictions)
		}
		var out bytes.Buffer
		if err := render.Recommendation(&out, render.Text, r, render.Options{Width: 1000, Full: true}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), want+" “") {
			t.Errorf("%s: %q is not said:\n%s", text, want, out.String())
		}
	}
}

func TestWhatIsUnlikelyIsInTheAnswer(t *testing.T) {
	r := evaluate(t, claimsRoot(t), "case.yaml",
		[]byte("{policy: made-up, as_of: 2020-03-02T14:10, home: {abuse: none, child_present: yes}}"))
	if len(r.Notes) != 1 || r.Notes[0].Says != "The child saw what there was not" || len(r.Notes[0].Facts) != 2 {
		t.Errorf("the notes are %+v", r.Notes)
	}
}

func TestWhatIsStatedBesideASuspicionOfMoreIsNoted(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	e := shipped(t)
	for text, want := range map[string]string{
		"care: {neglect: low, neglect_suspected: yes}":                             "write neglect: {at_least: low}",
		"care: {neglect: none, neglect_suspected: yes}":                            "leave neglect out",
		"home: {domestic_abuse: past, domestic_abuse_suspected: yes}":              "write domestic_abuse: {at_least: past}",
		"home: {domestic_abuse: none, domestic_abuse_suspected: yes}":              "leave domestic_abuse out",
		"child: {disability: none, disability_suspected: yes}":                     "leave disability out",
		"needs: {unknown_risk: yes}\nharm: {significant_harm: unlikely}":           "write significant_harm possible",
		"needs: {family_difficulties: []}\nhome: {domestic_abuse: present}":        "leaves out domestic abuse",
		"care: {neglect: {at_least: low}, neglect_suspected: yes}":                 "",
		"care: {neglect_suspected: yes}\nexplored: all":                            "",
		"home: {domestic_abuse: {at_least: past}}":                                 "",
		"home: {domestic_abuse_suspected: yes}\nexplored: [home]":                  "",
		"needs: {unknown_risk: yes}\nharm: {significant_harm: possible}":           "",
		"explored: all\nneeds: {unknown_risk: yes}":                                "",
		"needs: {family_difficulties: [housing]}\nhome: {domestic_abuse: present}": "",
		"explored: all\nhome: {domestic_abuse: present, child_present: no}":        "",
	} {
		r := evaluate(t, e, "case.yaml", []byte("policy: bexley-2020\nas_of: 2020-03-02T14:10\n"+text))
		switch {
		case want == "" && len(r.Notes) > 0:
			t.Errorf("%s: there is a note: %s", text, r.Notes[0].Says)
		case want != "" && (len(r.Notes) != 1 || !strings.Contains(r.Notes[0].Says, want)):
			t.Errorf("%s: no note says %q: %+v", text, want, r.Notes)
		}
	}
}
