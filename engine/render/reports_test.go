package render_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"windscreen/engine"
	"windscreen/engine/comparison"
	"windscreen/engine/directory"
	"windscreen/engine/facts"
	"windscreen/engine/family"
	"windscreen/engine/page"
	"windscreen/engine/render"
)

// writer writes one report that is made up already.
type writer func(w io.Writer, f render.Format, o render.Options) error

// of is the writer of a report by a function of package render.
func of[T any](write func(io.Writer, render.Format, T, render.Options) error, report T) writer {
	return func(w io.Writer, f render.Format, o render.Options) error { return write(w, f, report, o) }
}

// several is the writer of several answers; as HTML, which holds one page, it writes the first.
func several(answers ...render.Named) writer {
	return func(w io.Writer, f render.Format, o render.Options) error {
		if f == render.HTML {
			return render.Families(w, f, answers[:1], o)
		}
		return render.Families(w, f, answers, o)
	}
}

// in is a report in a format.
func in(t *testing.T, f render.Format, write writer, o render.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, f, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// samples are, for each kind of report, what writes one, several or none at all.
func samples() map[render.Kind]struct{ some, none []writer } {
	return map[render.Kind]struct{ some, none []writer }{
		render.KindPage: {
			[]writer{of(render.Page, markAfterPunishment()), of(render.Page, threeChildren())},
			[]writer{of(render.Page, nil)},
		},
		render.KindRecommendation: {
			[]writer{
				of(render.Recommendation, settled()),
				of(render.Family, household()),
				of(render.Families, []render.Named{{Answer: household(), Child: "baby"}}),
				several(render.Named{File: "a.yaml", Answer: alone(settled())}, render.Named{File: "b.yaml", Answer: household()}),
			},
			[]writer{
				of(render.Recommendation, nil),
				of(render.Family, nil),
				of(render.Family, &family.Answer{}),
				of(render.Family, alone(nil)),
				of(render.Families, []render.Named{{Answer: household(), Child: "uncle"}}),
				of(render.Families, []render.Named{{File: "a.yaml", Answer: household()}, {File: "b.yaml"}}),
			},
		},
		render.KindCopy: {
			[]writer{of(render.Copies, []render.NamedCopy{{File: "a.yaml", Copy: forFamily()}})},
			[]writer{
				of(render.Copies, []render.NamedCopy{{File: "a.yaml"}}),
				of(render.Copies, []render.NamedCopy{{Copy: &page.Copy{}}}),
			},
		},
		render.KindComparison: {
			[]writer{
				of(render.Comparison, compared()),
				of(render.ChildComparison, &comparison.Child{Comparison: compared()}),
				of(render.Comparisons, []comparison.Child{{Child: "6", OneOf: 2, Comparison: compared()},
					{Child: "baby", OneOf: 2, Comparison: compared()}}),
			},
			[]writer{of(render.Comparison, nil), of(render.ChildComparison, nil), of(render.Comparisons, []comparison.Child{{Child: "6"}})},
		},
		render.KindDirectory: {
			[]writer{
				of(render.Directory, fitting()),
				of(render.ChildDirectory, &directory.Child{Child: "6", OneOf: 2, Directory: fitting()}),
				of(render.Directories, []directory.Child{{Child: "6", OneOf: 1, Directory: fitting()}}),
			},
			[]writer{of(render.Directory, nil), of(render.ChildDirectory, nil), of(render.Directories, []directory.Child{{Child: "6"}})},
		},
		render.KindFacts: {[]writer{of(render.Facts, vocabulary())}, []writer{of(render.Facts, nil)}},
		render.KindQuestions: {
			[]writer{
				of(render.Questions, toAsk()), of(render.Questions, nil), of(render.FamilyQuestions, household()),
				of(render.ChildQuestions, &household().Children[0]),
			},
			[]writer{of(render.FamilyQuestions, nil), of(render.ChildQuestions, nil)},
		},
		render.KindPolicies:  {[]writer{of(render.Policies, editions())}, nil},
		render.KindScenarios: {[]writer{of(render.Scenarios, reports()["failed"])}, []writer{of(render.Scenarios, nil)}},
		render.KindCoverage:  {[]writer{of(render.Coverage, reportOf("word"))}, []writer{of(render.Coverage, nil)}},
		render.KindChecklist: {[]writer{of(render.Checklist, checklistOf("word"))}, []writer{of(render.Checklist, nil)}},
		render.KindDiagnostics: {
			[]writer{of(render.Diagnostics, checked()["faulty"]), of(render.Diagnostics, checked()["sound"])},
			[]writer{of(render.Diagnostics, nil)},
		},
		render.KindBenchmark:         {[]writer{of(render.Benchmark, measured())}, []writer{of(render.Benchmark, nil)}},
		render.KindQuestionBenchmark: {[]writer{of(render.QuestionBenchmark, questioned())}, []writer{of(render.QuestionBenchmark, nil)}},
		render.KindDocument:          {[]writer{of(render.Document, readable())}, []writer{of(render.Document, nil)}},
		render.KindPicks:             {[]writer{of(render.Picks, ranked())}, []writer{of(render.Picks, nil)}},
		render.KindVerdict: {[]writer{of(render.Verdict, &engine.Decided{Policy: "made-up-2020"})},
			[]writer{of(render.Verdict, nil)}},
		render.KindWhyNot: {[]writer{of(render.WhyNot, family.WhyNotOf(household(), "")),
			of(render.WhyNot, family.WhyNotOf(household(), "baby"))},
			[]writer{of(render.WhyNot, nil)}},
		render.KindProof:    {[]writer{of(render.Proof, provedAndNot("word"))}, []writer{of(render.Proof, nil)}},
		render.KindMutation: {[]writer{of(render.Mutation, changed(nil))}, []writer{of(render.Mutation, nil)}},
		render.KindImpact:   {[]writer{of(render.Impact, impactOfEach("word"))}, []writer{of(render.Impact, nil)}},
		render.KindCase: {[]writer{of(render.Case, &facts.Case{AsOf: "2020-03-02T14:10:00Z", Children: []facts.Labelled{{Label: "6"}}})},
			[]writer{of(render.Case, nil)}},
	}
}

// everyFormat are the formats that some kind has, and one that is none.
func everyFormat() []render.Format {
	all := []render.Format{"pdf"}
	for _, k := range render.Kinds() {
		for _, f := range k.Formats() {
			if !slices.Contains(all, f) {
				all = append(all, f)
			}
		}
	}
	return all
}

func TestEveryKindIsWrittenInItsFormatsAndInNoOther(t *testing.T) {
	withoutText := []render.Kind{render.KindCase, render.KindVerdict, render.KindWhyNot, render.KindDocument}
	for _, k := range render.Kinds() {
		some := samples()[k].some
		if len(some) == 0 || len(k.Formats()) == 0 || slices.Contains(k.Formats(), render.Text) == slices.Contains(withoutText, k) {
			t.Fatalf("%s: %d samples, formats %v", k, len(some), k.Formats())
		}
		for _, f := range everyFormat() {
			for i, write := range some {
				var b bytes.Buffer
				err := write(&b, f, render.Options{})
				switch {
				case slices.Contains(k.Formats(), f):
					if err != nil || !strings.HasSuffix(b.String(), "\n") {
						t.Errorf("%s %d as %s: error %v, output %q", k, i, f, err, b.String())
					}
				case err == nil || b.Len() > 0:
					t.Errorf("%s %d as %s: error %v, output %q", k, i, f, err, b.String())
				}
			}
		}
	}
}

func TestAFormatThatAKindLacksIsToldWhichThereAre(t *testing.T) {
	const want = `a recommendation cannot be written as "pdf"; its formats are text, json, yaml, markdown, html`
	if err := render.Recommendation(io.Discard, "pdf", settled(), render.Options{}); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestSeveralAnswersAreNotOneHTMLFile(t *testing.T) {
	const want = "an HTML file holds the page of one case: write each case to a file of its own"
	answers := []render.Named{{File: "a.yaml", Answer: alone(settled())}, {File: "b.yaml", Answer: household()}}
	if err := render.Families(io.Discard, render.HTML, answers, render.Options{}); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestNoReportIsAnError(t *testing.T) {
	for k, s := range samples() {
		for _, f := range k.Formats() {
			for i, write := range s.none {
				if err := write(io.Discard, f, render.Options{}); err == nil || err.Error() != fmt.Sprintf("there is no %s to write", k) {
					t.Errorf("%s %d as %s: %v", k, i, f, err)
				}
			}
		}
	}
}

type broken struct{}

var errBroken = errors.New("the pipe is broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestAFailureToWriteIsPassedOn(t *testing.T) {
	for k, s := range samples() {
		for _, f := range k.Formats() {
			for i, write := range s.some {
				if err := write(broken{}, f, render.Options{}); !errors.Is(err, errBroken) {
					t.Errorf("%s %d as %s: %v", k, i, f, err)
				}
			}
		}
	}
}

func TestTheFormatsOfAKindCannotBeChanged(t *testing.T) {
	render.KindComparison.Formats()[0] = "pdf"
	if f := render.KindComparison.Formats()[0]; f != render.Text {
		t.Errorf("the first format is now %s", f)
	}
}
