package render

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"windscreen/engine"
	"windscreen/engine/benchmark"
	"windscreen/engine/comparison"
	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/directory"
	"windscreen/engine/document"
	"windscreen/engine/facts"
	"windscreen/engine/family"
	"windscreen/engine/impact"
	"windscreen/engine/mutation"
	"windscreen/engine/page"
	"windscreen/engine/picks"
	"windscreen/engine/proof"
	"windscreen/engine/recommendation"
	"windscreen/engine/scenario"
)

// Format is a format in which a report can be written.
type Format string

// The formats. Kind.Formats says which of them a report has.
const (
	Text     Format = "text"     // for people, on a terminal
	Markdown Format = "markdown" // for people: GitHub flavoured Markdown
	HTML     Format = "html"     // for people: one file for a browser or a printer
	JSON     Format = "json"     // for programs
	YAML     Format = "yaml"     // for programs: the same data as JSON
	JUnit    Format = "junit"    // for builds: XML, as they collect the results of tests
	GitHub   Format = "github"   // for builds: workflow commands, which GitHub shows beside lines of files
	TAP      Format = "tap"      // for builds: the Test Anything Protocol, a line for each result
	SARIF    Format = "sarif"    // for builds: the results of checks, as code hosts and editors read them
)

// Kind is a kind of report, as it is called within a sentence.
type Kind string

// The kinds of report. Each has a function of the same name, which writes it; copies for families have Copies.
const (
	KindPage           Kind = "first screen"
	KindRecommendation Kind = "recommendation"
	KindCopy           Kind = "copy for the family"
	KindComparison     Kind = "comparison"
	KindDirectory      Kind = "directory"
	KindFacts          Kind = "list of facts"
	KindQuestions      Kind = "list of questions"
	KindPolicies       Kind = "list of policies"
	KindScenarios      Kind = "scenario report"
	KindCoverage       Kind = "coverage report"
	KindChecklist      Kind = "checklist"
	KindDiagnostics    Kind = "list of diagnostics"
	KindBenchmark      Kind = "benchmark"
	// KindQuestionBenchmark is how many questions settle cases.
	KindQuestionBenchmark Kind = "benchmark of questions"
	KindCase              Kind = "case"
	KindPicks             Kind = "report on practice picks"
	KindDocument          Kind = "document"
	KindVerdict           Kind = "verdict"
	KindWhyNot            Kind = "list of what keeps a level away"
	KindProof             Kind = "report on invariants"
	KindMutation          Kind = "report on changes"
	KindImpact            Kind = "report on what a change does"
)

// The table of reports and formats: for each kind of report, the formats that it has, and
// what writes each. The first is what a command prints unless asked for another, and help
// texts name them in this order.
var (
	pages = renderings[*page.Page]{
		{Text, pageText},
		{JSON, inJSON[*page.Page]},
		{YAML, inYAML[*page.Page]},
		{Markdown, pageMarkdown},
		{HTML, pageHTML},
	}
	answers = renderings[answer]{
		{Text, answerText},
		{JSON, answerJSON},
		{YAML, answerYAML},
		{Markdown, answerMarkdown},
		{HTML, answerHTML},
	}
	copies = renderings[*page.Copy]{
		{Text, ofCopy(pageText)},
		{JSON, inJSON[*page.Copy]},
		{YAML, inYAML[*page.Copy]},
		{Markdown, ofCopy(pageMarkdown)},
		{HTML, ofCopy(pageHTML)},
	}
	severalParts = renderings[[]part]{
		{Text, oneByOne(Text, headingInText)},
		{JSON, listOf},
		{YAML, oneByOne(YAML, documentStart)},
		{Markdown, oneByOne(Markdown, headingInMarkdown)},
	}
	comparisons = renderings[*comparison.Comparison]{
		{Text, inText(comparisonInWords)},
		{JSON, inJSON[*comparison.Comparison]},
		{YAML, inYAML[*comparison.Comparison]},
		{Markdown, inMarkdown(comparisonInWords)},
	}
	childComparisons = renderings[*comparison.Child]{
		{Text, inText(comparisonOfChild)},
		{JSON, inJSON[*comparison.Child]},
		{YAML, inYAML[*comparison.Child]},
		{Markdown, inMarkdown(comparisonOfChild)},
	}
	directories = renderings[*directory.Directory]{
		{Text, inText(directoryInWords)},
		{JSON, inJSON[*directory.Directory]},
		{YAML, inYAML[*directory.Directory]},
		{Markdown, inMarkdown(directoryInWords)},
	}
	childDirectories = renderings[*directory.Child]{
		{Text, inText(directoryOfChild)},
		{JSON, inJSON[*directory.Child]},
		{YAML, inYAML[*directory.Child]},
		{Markdown, inMarkdown(directoryOfChild)},
	}
	factLists = renderings[*facts.List]{
		{Text, factsText},
		{JSON, inJSON[*facts.List]},
		{YAML, inYAML[*facts.List]},
	}
	questionLists = renderings[[]recommendation.Question]{
		{Text, questionsText},
		{JSON, inJSON[[]recommendation.Question]},
	}
	childQuestions = renderings[*family.Child]{
		{Text, childQuestionsText},
		{JSON, childQuestionsJSON},
	}
	familyQuestions = renderings[*family.Answer]{
		{Text, familyQuestionsText},
		{JSON, familyQuestionsJSON},
	}
	policyLists = renderings[[]engine.PolicyInfo]{
		{Text, policiesText},
		{JSON, policiesJSON},
	}
	scenarioReports = renderings[*scenario.Report]{
		{Text, scenariosText},
		{JSON, inJSON[*scenario.Report]},
		{TAP, scenariosTAP},
		{JUnit, scenariosJUnit},
		{GitHub, scenariosGitHub},
	}
	coverages = renderings[*coverage.Report]{
		{Text, coverageText},
		{JSON, inJSON[*coverage.Report]},
		{Markdown, coverageMarkdown},
	}
	checklists = renderings[*coverage.Checklist]{
		{Text, checklistText},
		{JSON, inJSON[*coverage.Checklist]},
		{Markdown, checklistMarkdown},
	}
	diagnosticReports = renderings[*diagnostic.Report]{
		{Text, diagnosticsText},
		{JSON, diagnosticsJSON},
		{SARIF, diagnosticsSARIF},
		{GitHub, diagnosticsGitHub},
	}
	benchmarks = renderings[*benchmark.Report]{
		{Text, benchmarkText},
		{JSON, benchmarkJSON},
	}
	questionBenchmarks = renderings[*benchmark.QuestionReport]{
		{Text, questionBenchmarkText},
		{JSON, questionBenchmarkJSON},
	}
	cases = renderings[*facts.Case]{
		{YAML, inYAML[*facts.Case]},
		{JSON, inJSON[*facts.Case]},
	}
	documents = renderings[*document.Document]{
		{HTML, documentHTML},
		{JSON, inJSON[*document.Document]},
	}
	pickReports = renderings[*picks.Report]{
		{Text, picksText},
		{JSON, inJSON[*picks.Report]},
	}
	verdicts = renderings[*engine.Decided]{
		{JSON, inJSON[*engine.Decided]},
		{YAML, inYAML[*engine.Decided]},
	}
	comparisonReports = renderings[*comparison.Report]{
		{JSON, inJSON[*comparison.Report]},
		{YAML, inYAML[*comparison.Report]},
	}
	directoryReports = renderings[*directory.Report]{
		{JSON, inJSON[*directory.Report]},
		{YAML, inYAML[*directory.Report]},
	}
	questionReports = renderings[*family.Questions]{
		{JSON, inJSON[*family.Questions]},
	}
	validations = renderings[*diagnostic.Validation]{
		{JSON, inJSON[*diagnostic.Validation]},
	}
	obstacles = renderings[*family.WhyNot]{
		{JSON, inJSON[*family.WhyNot]},
		{YAML, inYAML[*family.WhyNot]},
	}
	proofs = renderings[*proof.Report]{
		{Text, proofText},
		{JSON, inJSON[*proof.Report]},
	}
	mutations = renderings[*mutation.Report]{
		{Text, mutationText},
		{JSON, inJSON[*mutation.Report]},
		{GitHub, mutationGitHub},
	}
	impacts = renderings[*impact.Report]{
		{Text, impactText},
		{JSON, inJSON[*impact.Report]},
		{Markdown, impactMarkdown},
	}
)

// formats are the formats of each kind.
var formats = map[Kind][]Format{
	KindPage:              pages.formats(),
	KindRecommendation:    answers.formats(),
	KindCopy:              copies.formats(),
	KindComparison:        comparisons.formats(),
	KindDirectory:         directories.formats(),
	KindFacts:             factLists.formats(),
	KindQuestions:         questionLists.formats(),
	KindPolicies:          policyLists.formats(),
	KindScenarios:         scenarioReports.formats(),
	KindCoverage:          coverages.formats(),
	KindChecklist:         checklists.formats(),
	KindDiagnostics:       diagnosticReports.formats(),
	KindBenchmark:         benchmarks.formats(),
	KindQuestionBenchmark: questionBenchmarks.formats(),
	KindCase:              cases.formats(),
	KindPicks:             pickReports.formats(),
	KindDocument:          documents.formats(),
	KindVerdict:           verdicts.formats(),
	KindWhyNot:            obstacles.formats(),
	KindProof:             proofs.formats(),
	KindMutation:          mutations.formats(),
	KindImpact:            impacts.formats(),
}

// Formats returns the formats of the kind, in the order in which help texts name them.
func (k Kind) Formats() []Format { return slices.Clone(formats[k]) }

// rendering is one format of a kind of report, and what writes it.
type rendering[T any] struct {
	format Format
	write  func(w io.Writer, report T, o Options) error
}

// renderings are the formats of a kind of report.
type renderings[T any] []rendering[T]

func (all renderings[T]) formats() []Format {
	var out []Format
	for _, r := range all {
		out = append(out, r.format)
	}
	return out
}

// write writes a report in a format. Every function of this package that writes a report
// comes down to it, so that they all fail alike.
func (all renderings[T]) write(w io.Writer, k Kind, f Format, report T, o Options) error {
	if v := reflect.ValueOf(report); v.Kind() == reflect.Pointer && v.IsNil() {
		return none(k)
	}
	for _, r := range all {
		if r.format == f {
			return r.write(w, report, o)
		}
	}
	var names []string
	for _, own := range all.formats() {
		names = append(names, string(own))
	}
	return fmt.Errorf("a %s cannot be written as %q; its formats are %s", k, f, strings.Join(names, ", "))
}

// none is the misuse of writing a report that is not there.
func none(k Kind) error { return fmt.Errorf("there is no %s to write", k) }
