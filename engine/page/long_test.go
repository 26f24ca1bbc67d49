package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// crowded has far more to do, and far more that others do, than the screen has room for.
func crowded(t *testing.T) []change {
	out := []change{readBy(term.ReaderReferrer)}
	for i := range 9 {
		due := before(at(t, fmt.Sprintf("%d 17:00", 3+i)))
		out = append(out, act(fmt.Sprintf("mine%d", i), fmt.Sprintf("Do thing number %d", i), due),
			act(fmt.Sprintf("theirs%d", i), fmt.Sprintf("See to thing number %d", i), byWhom(term.DoerOthers), due))
	}
	return out
}

func TestWhatTheScreenHasNoRoomForIsCountedAndTheLongPageHasIt(t *testing.T) {
	a := alone(crowded(t)...)
	p, long := Of(a), Long(a)
	if len(long.Steps.Entries) != 9 || long.Steps.Left != "" {
		t.Errorf("the long page has %d steps, left %q", len(long.Steps.Entries), long.Steps.Left)
	}
	if len(long.Next.Entries) != 9 || long.Next.Left != "" {
		t.Errorf("the long page has %d times, left %q", len(long.Next.Entries), long.Next.Left)
	}
	want := english.Number(9-len(p.Next.Entries)) + " more in the full answer"
	if len(p.Next.Entries) == 9 || !strings.HasSuffix(p.Next.Aside, want) {
		t.Errorf("the screen has %d times, beside the heading %q, want %q", len(p.Next.Entries), p.Next.Aside, want)
	}
	for _, s := range p.Sections() {
		for _, e := range s.Entries {
			there := func(o Entry) bool { return o.Rule == e.Rule && o.Label == e.Label }
			if !slices.ContainsFunc(long.Sections(), func(l Laid) bool { return slices.ContainsFunc(l.Entries, there) }) {
				t.Errorf("the long page lacks %q", e.Text)
			}
		}
	}
}

func TestTheStepsSayWhereWhatOthersDoHasNoRoomAtAll(t *testing.T) {
	with := crowded(t)
	for i := range 20 {
		with = append(with, act(fmt.Sprintf("now%d", i), "Do at once what is written here in so many words that they take two lines",
			immediate))
	}
	with = append(with, func(r *recommendation.Recommendation) { r.Consent.Inform = term.InformExpected })
	if p := Of(alone(with...)); len(p.Next.Entries) > 0 || p.Steps.Aside != nextElsewhere {
		t.Errorf("%d times, and the heading of the steps says %q", len(p.Next.Entries), p.Steps.Aside)
	}
}

// TestTheCopyAboutNineChildrenNamesEachAndFits has far more children than a page usually has, each with a time of its own.
func TestTheCopyAboutNineChildrenNamesEachAndFits(t *testing.T) {
	of, labels := map[string][]change{}, []string{}
	for i := range 9 {
		label := fmt.Sprintf("child %d", i+1)
		labels = append(labels, label)
		of[label] = []change{act(fmt.Sprintf("theirs%d", i), fmt.Sprintf("See to thing number %d", i), byWhom(term.DoerOthers),
			before(at(t, fmt.Sprintf("%d 17:00", 3+i))))}
	}
	p, err := ForFamily(several(of))
	if err != nil {
		t.Fatal(err)
	}
	got := slices.Sorted(slices.Values(p.Children))
	if !slices.Equal(got, labels) {
		t.Errorf("the copy is about %q", got)
	}
	if n := Lines(p); n > Height {
		t.Errorf("the copy has %d lines", n)
	}
}
