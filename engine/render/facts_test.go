package render_test

import (
	"io"
	"strings"
	"testing"

	"windscreen/engine/facts"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// vocabulary is a made-up list of facts, one of each type.
func vocabulary() *facts.List {
	settled := "Not mentioned in a domain gone through: "
	return &facts.List{
		Format: facts.FormatVersion,
		Domains: []facts.Domain{{Name: "child", Title: "The child", Ask: "Have you gone through the child?"},
			{Name: "home", Title: "Home", Ask: "Have you gone through the home?"}},
		Facts: []facts.Fact{
			{Path: "child.age", Domain: "child", Name: "age", Title: "Age", Ask: "How old is the child?", Of: term.OfChild,
				Type: "whole number", Takes: "A whole number from 0 to 25 years.", Bounds: &facts.Bounds{Max: 25, Unit: "years"},
				Partly: "Partly known: {at_least: …, at_most: …}.", Silence: "Silence never settles it.", Example: "6",
				ThenAsk: []facts.ThenAsk{},
				Applies: "Taken as {at_most: 17} unless a case says otherwise: a referral is about a child."},
			{Path: "child.date_of_birth", Domain: "child", Name: "date_of_birth", Title: "Date of birth", Ask: "When was the child born?",
				Of: term.OfChild, Type: "date", Takes: "A date, such as 2020-03-02.",
				Silence: "Silence never settles it.", Example: "2020-03-02"},
			{Path: "home.noise", Domain: "home", Name: "noise", Title: "Noise",
				Ask: "How noisy is the home, by day and by night, on most days of the week?", Of: term.OfHome, Type: "scale",
				Takes: "One of, from the least to the most serious:",
				Values: []facts.Value{{Name: "none", Says: "No noise"}, {Name: "some", Says: "Some noise at times"},
					{Name: "constant", Says: "Noise at all hours"}},
				ThenAsk: []facts.ThenAsk{
					{Path: "child.age", Title: "Age", Words: []string{},
						Why: "It weighs more the younger the child is.", Source: "Guidance"},
					{Path: "child.unborn", Title: "Not yet born", Ask: "Is a baby expected?", From: "some", Words: []string{},
						Why: "Help differs before birth.", Source: "A-1"},
				},
				Nothing: "none", Silence: settled + "none.", Partly: "Partly known: {at_least: some}, {at_most: …} or both.",
				Example: "some",
				Applies: "Applies only if “Age” is at most 17 years; otherwise it is taken as none and not asked.",
				Rules: []facts.Rule{{Policy: "demo", ID: "home.noise", Title: "Noise at all hours."},
					{Policy: "law", ID: "law.untitled"}}},
			{Path: "home.pets", Domain: "home", Name: "pets", Title: "Pets", Ask: "Which pets make a noise?", Of: term.OfHome,
				Type:    "set of choices",
				Takes:   "A list of any of, empty for none:",
				Values:  []facts.Value{{Name: "dog", Says: "A dog"}, {Name: "cat", Says: "A cat"}},
				Nothing: "[]", Silence: settled + "none of these.", Example: "[dog]"},
			{Path: "home.seen_at", Domain: "home", Name: "seen_at", Title: "Last visit", Ask: "When was the home last seen?",
				Of: term.OfCase, Type: "time", Takes: "A time, such as 2020-03-02T14:10.",
				Silence: "Silence never settles it.", Example: "2020-03-02T14:10"},
			{Path: "home.warm", Domain: "home", Name: "warm", Title: "Warm", Ask: "Is the home warm?", Of: term.OfHome, Type: "yes or no",
				Takes: "true or false.", Nothing: "false", Silence: settled + "false.", Example: "true"},
		},
	}
}

func TestFactsLookAsTheyDidBefore(t *testing.T) {
	goldens(t, map[string]look{
		"facts/all.txt":     {of(render.Facts, vocabulary()), render.Text, render.Options{}},
		"facts/noise.txt":   {of(render.Facts, vocabulary().Find("noisy", "noise")), render.Text, render.Options{All: true}},
		"facts/brief.txt":   {of(render.Facts, vocabulary().Find("home")), render.Text, render.Options{}},
		"facts/found.txt":   {of(render.Facts, vocabulary().Find("home")), render.Text, render.Options{Width: 50, All: true}},
		"facts/child.txt":   {of(render.Facts, vocabulary().Find("child")), render.Text, render.Options{All: true}},
		"facts/nothing.txt": {of(render.Facts, vocabulary().Find("nois", "pets", "dgo", "zzzz")), render.Text, render.Options{}},
		"facts/found.json":  {of(render.Facts, vocabulary().Find("noise")), render.JSON, render.Options{}},
		"facts/found.yaml":  {of(render.Facts, vocabulary().Find("noise")), render.YAML, render.Options{}},
	})
}

func TestFormsLookAsTheyDidBefore(t *testing.T) {
	for file, f := range map[string]*facts.Form{
		"form/empty.yaml":  {List: vocabulary()},
		"form/family.yaml": {List: vocabulary(), Policy: "demo-1", AsOf: "2026-03-06T15:40", Children: 3},
		"form/dated.yaml":  {List: vocabulary(), Policy: "demo-1", AsOf: "2026-03-06T15:40"},
	} {
		golden(t, file, func(w io.Writer) error { return render.Form(w, f) })
	}
}

func TestAFormThatIsNotThereIsAnError(t *testing.T) {
	for _, f := range []*facts.Form{nil, {}} {
		if err := render.Form(io.Discard, f); err == nil {
			t.Errorf("%v: no error", f)
		}
	}
	if err := render.Form(broken{}, &facts.Form{List: vocabulary()}); err == nil {
		t.Error("a failure to write is not passed on")
	}
}

func TestNothingInAVocabularyCanLeaveItsComment(t *testing.T) {
	l := vocabulary()
	for i := range l.Facts {
		l.Facts[i].Ask += "\nchild: {age: 99}\r\u2028extra: yes"
		l.Facts[i].Title += "\nextra: yes"
	}
	var b strings.Builder
	for _, children := range []int{0, 2} {
		if err := render.Form(&b, &facts.Form{Children: children, List: l}); err != nil {
			t.Fatal(err)
		}
	}
	for line := range strings.Lines(b.String()) {
		switch text := strings.TrimSpace(line); {
		case text == "", strings.HasPrefix(text, "#"), text == "as_of:", text == "child:", text == "home:",
			text == "children:", text == "child-1:", text == "child-2:":
		default:
			t.Errorf("a line outside a comment: %q", line)
		}
	}
}
