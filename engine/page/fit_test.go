package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// full is an answer with something under every heading, and more or less of it.
func full(t *testing.T, long, steps int) []change {
	t.Helper()
	text := strings.TrimSpace(strings.Repeat("word ", long))
	changes := []change{inform(term.InformAdviceFirst), func(r *recommendation.Recommendation) {
		r.Presumed = []recommendation.Fact{{Presumed: text, Decides: true}}
		r.Areas.Of = 12
		r.TakenAsAbsent, r.Titles["harm"] = []string{"harm"}, "Harm"
	}}
	for i := range 5 {
		changes = append(changes, question(fmt.Sprint("q", i), nil, "school"),
			sign(fmt.Sprint("s", i), 2, term.StrengthCounts, fact(fmt.Sprint(text, i))),
			act(fmt.Sprint("n", i), "", byWhom(term.DoerOthers),
				limit("Latest to "+text, "C", at(t, fmt.Sprintf("%d 17:00", i+3)), at(t, "2 13:30"))))
	}
	for i := range steps {
		changes = append(changes, act(fmt.Sprint("d", i), text))
	}
	return changes
}

func TestAPageFitsTheScreenByLeavingOutWholeEntries(t *testing.T) {
	short := Of(alone(full(t, 2, 2)...))
	for _, long := range []int{10, 14, 18, 22, 26} {
		p := Of(alone(full(t, long, 4)...))
		if n := Lines(p); n > Height {
			t.Errorf("with %d words %d lines", long, n)
		}
		if len(p.FindOut.Entries) < leastQuestions || len(p.Why[0].Entries) < leastReasons || len(p.Family.Entries) == 0 {
			t.Errorf("with %d words too little is left", long)
		}
		if !slices.ContainsFunc(p.Steps.Entries, func(e Entry) bool { return e.Text == doNotTell }) {
			t.Errorf("with %d words the family may be told", long)
		}
		for _, label := range []string{"Assumed", "Not raised"} {
			if !slices.ContainsFunc(p.Sure.Entries, func(e Entry) bool { return e.Label == label }) {
				t.Errorf("with %d words %s is left out", long, label)
			}
		}
		if len(p.Next.Entries) > len(short.Next.Entries) {
			t.Errorf("with %d words more happens next", long)
		}
	}
	if Lines(short) > Height || len(short.FindOut.Entries) != 5 || len(short.Next.Entries) != mostNext ||
		len(short.Why[0].Entries) != mostReasons {
		t.Errorf("a short page of %d lines leaves something out", Lines(short))
	}
}

func TestTheStepThatForbidsTellingStaysOnAFullPage(t *testing.T) {
	changes := full(t, 60, 2)
	for i := range 6 {
		changes = append(changes, act(fmt.Sprint("now", i), strings.Repeat("word ", 60), immediate))
	}
	p := Of(alone(changes...))
	if !slices.ContainsFunc(p.Steps.Entries, func(e Entry) bool { return e.Text == doNotTell }) {
		t.Errorf("%q", lines(p.Steps))
	}
}

func TestChildrenOnAFullPage(t *testing.T) {
	children := map[string][]change{}
	for i := range 8 {
		own := sign(fmt.Sprint("own", i), 2, term.StrengthDecides, fact(fmt.Sprint("own", i, strings.Repeat(" word", 24))))
		children[fmt.Sprint(i)] = append(full(t, 24, 3), own)
	}
	p := Of(several(children))
	if n := len(p.Why[0].Entries); n < leastRows || n == 8 || p.Why[0].Left == "" {
		t.Errorf("%d rows, left %q", n, p.Why[0].Left)
	}
	s := Section{Entries: []Entry{{Label: "Level"}}}
	if s.remove("Level"); s.Entries != nil {
		t.Errorf("%+v", s)
	}
}

func TestAFullPageKeepsWhatTheRowOnAgreementBeginsWith(t *testing.T) {
	changes := full(t, 60, 2)
	for i := range 6 {
		changes = append(changes, act(fmt.Sprint("now", i), strings.Repeat("word ", 60), immediate))
	}
	changes = append(changes, answeredWith("Not asked yet", ""))
	got := Of(alone(changes...)).Family.Entries[0]
	if got.Label != "Agreement" || got.Text != "Needed, and not asked yet." {
		t.Errorf("%s: %s", got.Label, got.Text)
	}
	if got := Of(alone(answeredWith("Not asked yet", ""))).Family.Entries[0].Text; got != "Needed, and not asked yet. Help is voluntary." {
		t.Errorf("on a page with room: %s", got)
	}
}

func TestAStepThatPassesTheFamilyOnGoesAfterTheQuestions(t *testing.T) {
	changes := full(t, 40, 4)
	changes = append(changes, way("hub", "Pass the family on to the hub", term.PartFrontDoor, term.ForceExpected))
	p := Of(alone(changes...))
	if !slices.ContainsFunc(p.Steps.Entries, func(e Entry) bool { return e.Rule == "hub" }) {
		t.Errorf("%q, and %d questions", lines(p.Steps), len(p.FindOut.Entries))
	}
}
