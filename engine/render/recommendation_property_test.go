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

	"windscreen/engine/internal/columns"
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
		if got := drawn(t, f, &recommendation.Recommendation{}, Options{Rules: true}); !strings.HasSuffix(got, "\n") {
			t.Errorf("%s: no newline at the end of %q", f, got)
		}
	}
	const want = `No level is recommended.

Read beside this
  - This is not legal advice. The published criteria are a guide to discuss, not
    a test to pass; professional judgement has the last word.
`
	if diff := cmp.Diff(want, drawn(t, Text, &recommendation.Recommendation{}, Options{})); diff != "" {
		t.Error(diff)
	}
}

var mark = regexp.MustCompile(`^ *(- |[0-9]+\. )?`)

func TestNoLineOfTextIsWiderThanAskedUnlessItIsOneWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.SampledFrom([]int{0, 40, 80, 120}).Draw(t, "width")
		got := drawn(t, Text, arbitrary.Draw(t, "r"), Options{Width: width, Rules: rapid.Bool().Draw(t, "rules")})
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
		got := drawn(t, Text, arbitrary.Draw(t, "r"), Options{Rules: true})
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
		without := drawn(t, Text, r, Options{})
		with := drawn(t, Text, r, Options{Colour: true})
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
		r := arbitrary.Draw(t, "r")
		var fromJSON, fromYAML any
		if err := json.Unmarshal([]byte(drawn(t, JSON, r, Options{})), &fromJSON); err != nil {
			t.Fatal(err)
		}
		text := drawn(t, YAML, r, Options{})
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

func TestJSONReadBackIsTheSameRecommendation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := drawn(t, JSON, arbitrary.Draw(t, "r"), Options{})
		var back recommendation.Recommendation
		if err := json.Unmarshal([]byte(first), &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, drawn(t, JSON, &back, Options{})); diff != "" {
			t.Fatalf("(-first +again):\n%s", diff)
		}
	})
}

func TestMarkdownNeverHoldsARawAngleBracket(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := drawn(t, Markdown, arbitrary.Draw(t, "r"), Options{Rules: true})
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
		return skeleton(drawn(t, Markdown, r, Options{}))
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
