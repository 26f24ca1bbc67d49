package page

import (
	"slices"
	"strings"
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// harmed has a ground with a clause that does not fit its line, and another that does.
func harmed(r *recommendation.Recommendation) {
	r.Grounds = append(r.Grounds, recommendation.Ground{Name: "s47", State: term.Holds,
		Short: "Section 47: reasonable cause to suspect significant harm", Cite: []string{"C-" + strings.Repeat("LONG-", 5), "C-47"}})
}

func old(r *recommendation.Recommendation) { r.Document.YearsOld = 6 }

// worse is evidence that says worse than the case does.
func worse(fact, title, says string) change {
	return func(r *recommendation.Recommendation) {
		r.Contradictions = append(r.Contradictions, recommendation.Contradiction{Fact: fact, Title: title,
			Evidence: recommendation.Evidence{Says: says, Source: "police", On: recommendation.DayOf("2020-03-01")}})
	}
}

// headLines are the lines of the head.
func headLines(p *Page) []string {
	var out []string
	for _, b := range p.Blocks(Width) {
		if b.Kind != "" || b.Part == PartHeading {
			break
		}
		out = append(out, b.Lines...)
	}
	return out
}

func TestAFullHeadGetsShorterUntilTheFirstStepIsNearTheTop(t *testing.T) {
	long := worse("home.abuse", "Domestic abuse", "Serious, repeated, and of long standing in this home")
	danger := worse("harm.danger", "In danger now", "Yes")
	hangsOnDanger := act("call", "Call 999", func(e *recommendation.Escalation) {
		e.First, e.State, e.WaitsOn, e.Title = true, term.Possible, []string{"harm.danger"}, "Call 999"
		e.Does = []term.Deed{term.DeedCallsHelp}
	})
	unborn := func(r *recommendation.Recommendation) { r.Unborn = true }
	forReferrer := func(r *recommendation.Recommendation) { r.Reader = term.ReaderReferrer }
	for name, x := range map[string]struct {
		with []change
		want []string
	}{
		"the clause that fits the line stands behind the ground": {[]change{harmed}, []string{
			"Level 2, Middle. Nothing is due.", "Section 47: reasonable cause to suspect significant harm.                 [C-47]",
			"  1 Low   [2 Middle]   3 High", "Made up, March 2019. Mon 2 Mar 2020 at 14:10. case-1"}},
		"the warning about the document goes beside its name": {[]change{harmed, old, worse("a", "Abuse", "Yes")}, []string{
			"Level 2, Middle. Nothing is due.", "Section 47: reasonable cause to suspect significant harm.                 [C-47]",
			"  1 Low   [2 Middle]   3 High", "Made up, March 2019. Mon 2 Mar 2020 at 14:10. Old document. case-1",
			"Evidence says worse than the case: abuse (police, 1 March)."}},
		"a warning of evidence takes one line": {[]change{harmed, old, long}, []string{
			"Level 2, Middle. Nothing is due.", "Section 47: reasonable cause to suspect significant harm.                 [C-47]",
			"  1 Low   [2 Middle]   3 High", "Made up, March 2019. Mon 2 Mar 2020 at 14:10. Old document. case-1",
			"Evidence says worse: domestic abuse (police, 1 March)."}},
		"several warnings take one line, danger first": {[]change{harmed, old, long, danger, hangsOnDanger}, []string{
			"Level 2, Middle. Nothing is due.", "Section 47: reasonable cause to suspect significant harm.                 [C-47]",
			"  1 Low   [2 Middle]   3 High", "Made up, March 2019. Mon 2 Mar 2020 at 14:10. Old document. case-1",
			"Evidence says worse than the case: in danger now and domestic abuse."}},
		"the scale goes last": {[]change{harmed, old, long, danger, hangsOnDanger, judged(3, "High")}, []string{
			"Judged level 3, High, by a manager. Nothing is due.",
			"Recommended: level 2, Middle. Until that is settled, act on level 3.   [C-level]",
			"Section 47: reasonable cause to suspect significant harm.                 [C-47]",
			"Made up, March 2019. Mon 2 Mar 2020 at 14:10. Old document. case-1",
			"Evidence says worse than the case: in danger now and domestic abuse."}},
		"that a child is not yet born stands beside the document": {[]change{
			harmed, old, long, danger, hangsOnDanger, judged(3, "High"), unborn}, []string{
			"Judged level 3, High, by a manager. Nothing is due.",
			"Recommended: level 2, Middle. Until that is settled, act on level 3.   [C-level]",
			"Section 47: reasonable cause to suspect significant harm.                 [C-47]",
			"Made up, March 2019. Mon 2 Mar 2020 at 14:10. Old document. Not yet born. case-1",
			"Evidence says worse than the case: in danger now and domestic abuse."}},
		"whom the page is for gives way to it": {[]change{
			harmed, old, long, danger, hangsOnDanger, judged(3, "High"), unborn, forReferrer}, []string{
			"Judged level 3, High, by a manager. Nothing is due.",
			"Recommended: level 2, Middle. Until that is settled, act on level 3.   [C-level]",
			"Section 47: reasonable cause to suspect significant harm.                 [C-47]",
			"Made up, March 2019. Mon 2 Mar 2020 at 14:10. Old document. Not yet born.",
			"Evidence says worse than the case: in danger now and domestic abuse."}},
	} {
		t.Run(name, func(t *testing.T) {
			p := Of(alone(x.with...))
			same(t, headLines(p), x.want...)
			if n := FirstStep(p); n > NearTop {
				t.Errorf("the first step stands on line %d", n)
			}
		})
	}
}

func TestManyWarningsNameAsManyPointsAsOneLineHolds(t *testing.T) {
	with := []change{harmed, old}
	for _, n := range []string{"one", "two", "three", "four", "five"} {
		with = append(with, worse("home."+n, "A matter of number "+n, "Worse"))
	}
	p := Of(alone(with...))
	want := "Evidence says worse than the case: a matter of number one and four more."
	if n := len(p.Head.Warnings); n != 1 || p.Head.Warnings[0].Text != want {
		t.Errorf("%q", lines(Section{Entries: p.Head.Warnings}))
	}
}

func TestTheFirstLineStaysOneLine(t *testing.T) {
	scale := func(r *recommendation.Recommendation) {
		r.Level.Scale = append(r.Level.Scale, recommendation.Rung{Level: 4, Name: "Higher"}, recommendation.Rung{Level: 5, Name: "Highest"})
		level(2, 5)(r)
	}
	a := several(map[string][]change{"a": {scale, act("x", "Write it down")}, "b": {scale}})
	if got, want := headLines(Of(a))[0], "At least level 2, for both children. Levels 3 to 5 are possible. A step to take."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	children := map[string][]change{}
	for _, label := range []string{"a", "b", "c", "d", "e", "f", "g"} {
		children[label] = []change{scale, inform(term.InformAdviceFirst)}
	}
	if got, want := headLines(Of(several(children)))[0], "At least level 2, for all seven children. Take advice first."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAReportWithinDaysStandsBehindWhatMustNotBeDone(t *testing.T) {
	report := act("report", "Report it to the police yourself", before(at(t, "3 17:00")))
	p := Of(alone(inform(term.InformAdviceFirst), report))
	if got := p.Steps.Entries[0].Text; got != doNotTell {
		t.Errorf("the first step is %q", got)
	}
	p = Of(alone(inform(term.InformAdviceFirst), report, act("now", "Refer the child", immediate)))
	if i := slices.IndexFunc(p.Steps.Entries, func(e Entry) bool { return e.Text == doNotTell }); i != 0 {
		t.Errorf("not telling is step %d: %q", i+1, lines(p.Steps))
	}
}
