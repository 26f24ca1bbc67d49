package render

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"windscreen/engine/family"
	"windscreen/engine/internal/columns"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
)

// drawn renders r or fails the test.
func drawn(t rapid.TB, f Format, r *recommendation.Recommendation, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Recommendation(&b, f, r, o); err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return b.String()
}

func TestTheEmptyRecommendationRenders(t *testing.T) {
	for _, f := range KindRecommendation.Formats() {
		if got := drawn(t, f, &recommendation.Recommendation{}, Options{Full: true, Rules: true}); !strings.HasSuffix(got, "\n") {
			t.Errorf("%s: no newline at the end of %q", f, got)
		}
	}
	const screen = `No level is recommended. Find out more.

Do next
  Nothing is due.

Why level 0
  The level follows from the criterion alone.

How sure this is
  Level      Not settled. What is known so far makes it level 0.

For professionals. Not legal advice; professional judgement has the last word.
`
	const rest = `
No level is recommended.

Read beside this
  - This is not legal advice. The published criteria are a guide to discuss, not
    a test to pass; professional judgement has the last word.
`
	for full, want := range map[bool]string{false: screen, true: screen + rest} {
		if diff := cmp.Diff(want, drawn(t, Text, &recommendation.Recommendation{}, Options{Full: full})); diff != "" {
			t.Error(diff)
		}
	}
}

// mark is what may stand before the one word: a bullet, a number, or the label of a row.
var mark = regexp.MustCompile(`^ *(- |[0-9]+\. |[A-Z][a-z ]{1,9} {2,})?`)

func TestNoLineOfTextIsWiderThanAskedUnlessItIsOneWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.SampledFrom([]int{0, 40, 80, 120}).Draw(t, "width")
		got := drawn(t, Text, arbitrary.Draw(t, "r"), Options{Width: width, Full: true, Rules: rapid.Bool().Draw(t, "rules")})
		if width == 0 {
			width = DefaultWidth
		}
		for line := range strings.Lines(got) {
			line = strings.TrimSuffix(line, "\n")
			if columns.Count(line) > width && strings.Contains(mark.ReplaceAllString(line, ""), " ") {
				t.Fatalf("%d columns of %d: %q", columns.Count(line), width, line)
			}
			if strings.TrimRight(line, " ") != line {
				t.Fatalf("space at the end: %q", line)
			}
		}
	})
}

func TestTextHoldsNothingThatATerminalObeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := drawn(t, Text, arbitrary.Draw(t, "r"), Options{Full: true, Rules: true})
		for _, c := range got {
			if c != '\n' && (unicode.IsControl(c) || unicode.Is(unicode.Cf, c)) {
				t.Fatalf("%U in %q", c, got)
			}
		}
	})
}

func TestColourAddsNothingButColour(t *testing.T) {
	colour := regexp.MustCompile("\x1b\\[[0-9;]*m")
	rapid.Check(t, func(t *rapid.T) {
		r := arbitrary.Draw(t, "r")
		without := drawn(t, Text, r, Options{Full: true})
		with := drawn(t, Text, r, Options{Full: true, Colour: true})
		if !strings.Contains(with, "\x1b[1m") {
			t.Fatal("no colour")
		}
		if diff := cmp.Diff(without, colour.ReplaceAllString(with, "")); diff != "" {
			t.Fatalf("(-without +with):\n%s", diff)
		}
	})
}

func TestYAMLHoldsTheSameDataAsJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, o := arbitrary.Draw(t, "r"), Options{Full: rapid.Bool().Draw(t, "full")}
		var fromJSON, fromYAML any
		if err := json.Unmarshal([]byte(drawn(t, JSON, r, o)), &fromJSON); err != nil {
			t.Fatal(err)
		}
		text := drawn(t, YAML, r, o)
		if err := yaml.Unmarshal([]byte(text), &fromYAML); err != nil {
			t.Fatalf("%v in:\n%s", err, text)
		}
		if diff := cmp.Diff(asJSON(t, fromJSON), asJSON(t, fromYAML)); diff != "" {
			t.Fatalf("(-json +yaml):\n%s", diff)
		}
	})
}

func asJSON(t rapid.TB, v any) string {
	t.Helper()
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestJSONReadBackIsTheSameAnswer: what package page calls the data of an answer is what stands in the
// JSON, brief or full.
func TestJSONReadBackIsTheSameAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := Options{Full: rapid.Bool().Draw(t, "full")}
		r := arbitrary.Draw(t, "r")
		readBack(t, new(page.One), drawn(t, JSON, r, o))
		labelled := Named{Answer: &family.Answer{Children: []family.Child{{Child: "6", OneOf: 2, Recommendation: r}}}, Child: "6"}
		readBack(t, new(page.Child), familyAs(t, labelled, o))
		readBack(t, new(page.Family), familyAs(t, Named{Answer: arbitraryFamily.Draw(t, "family")}, o))
	})
}

// familyAs is the answer on a case as JSON.
func familyAs(t rapid.TB, n Named, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Families(&b, JSON, []Named{n}, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// readBack reads JSON into a value, and holds against it what is then written of that.
func readBack(t rapid.TB, into any, first string) {
	t.Helper()
	if err := json.Unmarshal([]byte(first), into); err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := inJSON(&again, into, Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, again.String()); diff != "" {
		t.Fatalf("(-first +again):\n%s", diff)
	}
}

func TestMarkdownNeverHoldsARawAngleBracket(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := drawn(t, Markdown, arbitrary.Draw(t, "r"), Options{Full: true, Rules: true})
		if strings.ContainsAny(got, "<>") {
			t.Fatalf("angle bracket in:\n%s", got)
		}
	})
}

// What a case gives in its own words must leave the build of the Markdown as it
// is with the most harmless of words.
func TestWordsOfACaseNeverChangeTheBuildOfTheMarkdown(t *testing.T) {
	build := func(t *rapid.T, words string) string {
		r := &recommendation.Recommendation{
			Case: words,
			Level: recommendation.Level{Recommended: 1, AtMost: 1, Settled: true, Name: "One",
				Because: []recommendation.Fact{{Title: "A fact", Says: "yes", Evidence: []recommendation.Evidence{{Source: words}}}}},
			Judgement: &recommendation.Judgement{Level: 2, By: words, Reason: words},
		}
		return skeleton(drawn(t, Markdown, r, Options{Full: true}))
	}
	rapid.Check(t, func(t *rapid.T) {
		words := "x" + anyText.Draw(t, "words")
		if diff := cmp.Diff(build(t, "harmless"), build(t, words)); diff != "" {
			t.Fatalf("%q changes the build (-harmless +now):\n%s", words, diff)
		}
	})
}

var (
	harmless = regexp.MustCompile(`\\[[:punct:]]|&(lt|gt|amp);`)
	acting   = regexp.MustCompile("(?i)\n|[`*_\\[\\]|~#$<>&@\\\\]|://|www\\.|(?m:^ *([-+=]|[0-9]+[.)]))")
)

// skeleton is what acts in a piece of Markdown, without the words.
func skeleton(markdown string) string {
	return strings.Join(acting.FindAllString(harmless.ReplaceAllString(markdown, "x"), -1), "")
}

func TestEscapingKeepsTheWordsAndTakesTheirForce(t *testing.T) {
	back := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")
	unescape := regexp.MustCompile(`\\([[:punct:]])`)
	rapid.Check(t, func(t *rapid.T) {
		s := stated(anyText.Draw(t, "s"))
		got := escape(s)
		if left := skeleton(got); left != "" {
			t.Fatalf("%q still acts in %q", left, got)
		}
		if again := back.Replace(unescape.ReplaceAllString(got, "$1")); again != s {
			t.Fatalf("%q became %q", s, again)
		}
	})
}
