package engine_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// dangerRules has steps of which some count from a contact that lies in the past.
const dangerRules = `
escalations:
  - id: a-hub
    title: The hub hears
    cite: [MU-1]
    when: home.child_present
    immediate: true
    action: Ring the hub.
    who: Whoever heard
    due: [{clause: MU-1, within: at once, from: child.seen_at, basis: Without delay}]
  - id: b-form
    title: The form
    cite: [MU-1]
    when: home.child_present
    action: Send the form.
    who: Whoever heard
    due: [{clause: MU-1, within: 24 hours, from: child.seen_at, basis: A day}]
  - id: z-help
    title: Emergency services
    cite: [MU-1]
    when: home.child_present
    immediate: true
    first: true
    action: Call for help.
    who: Whoever is there
    due: [{clause: MU-1, within: at once, basis: Before anything else}]
`

func TestWhatComesFirstIsFirstAndAtOnceIsNowWheneverItBegan(t *testing.T) {
	e, err := engine.Load(t.Context(), testroot.With(txtar.File{Name: "authorities/made/up/extra.yaml", Data: []byte(dangerRules)}))
	if err != nil {
		t.Fatal(err)
	}
	for name, known := range map[string]string{
		"the contact was ten minutes before":  "child: {seen_at: 2020-03-02T14:00}\n",
		"the contact was at the same moment":  "child: {seen_at: 2020-03-02T14:10}\n",
		"when the contact was, is not known":  "",
		"the contact was the day before that": "child: {seen_at: 2020-03-01T14:10}\n",
	} {
		t.Run(name, func(t *testing.T) {
			r := evaluate(t, e, "case.yaml", []byte("policy: made-up\nas_of: 2020-03-02T14:10\nhome: {child_present: true}\n"+known))
			var ids []string
			for _, x := range r.Escalations {
				if x.State != term.NowDue {
					t.Errorf("%s is %s", x.ID, x.State)
				}
				for _, d := range x.Due {
					if d.AtOnce != (x.ID != "b-form") {
						t.Errorf("%s: at once %t", x.ID, d.AtOnce)
					}
				}
				ids = append(ids, x.ID)
			}
			if diff := cmp.Diff([]string{"z-help", "a-hub", "b-form"}, ids); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			var text bytes.Buffer
			if err := render.Recommendation(&text, render.Text, r, render.Options{Full: true}); err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{"Now – Before anything else [MU-1]", "Now – Without delay [MU-1]"} {
				if !strings.Contains(text.String(), want) {
					t.Errorf("no %q in\n%s", want, text.String())
				}
			}
			if strings.Index(text.String(), "Emergency services") > strings.Index(text.String(), "The hub hears") {
				t.Errorf("help is not called first:\n%s", text.String())
			}
		})
	}
}
