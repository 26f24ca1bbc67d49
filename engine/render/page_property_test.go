package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/internal/columns"
	"windscreen/engine/page"
)

// arbitraryPage draws a page with anything in every field.
var arbitraryPage = rapid.Custom(func(t *rapid.T) *page.Page {
	p := &page.Page{}
	draw(t, reflect.ValueOf(p).Elem())
	return p
})

// plainPage draws a page of plain sentences, with everything that a page can hold.
var plainPage = rapid.Custom(func(t *rapid.T) *page.Page {
	p := arbitraryPage.Draw(t, "p")
	word := rapid.StringMatching(`[A-Za-z]{1,9}`)
	return copied(p, func(string) string {
		words := rapid.SliceOfN(word, 1, 8).Draw(t, "words")
		return strings.Join(words, " ")
	})
})

func pageAs(t rapid.TB, f Format, p *page.Page, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Page(&b, f, p, o); err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return b.String()
}

// wordsOf are the words of what is written in a format, in order, without the numbers and marks of
// lists, and without who could answer a question, which the text shortens.
func wordsOf(f Format, s string) []string {
	switch f {
	case Text:
		s = regexp.MustCompile(`(?m)^ *[0-9]+\. |^  - `).ReplaceAllString(s, "")
	case Markdown:
		s = regexp.MustCompile(`(?m)^[0-9]+\. |^- |^#+ |\*\*|\\|\| --- \| --- \|`).ReplaceAllString(s, "")
	case HTML:
		_, s, _ = strings.Cut(s, "<body>")
		s, _, _ = strings.Cut(s, "<details>")
		s = html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(s, " "))
	case JSON, YAML, JUnit, TAP, SARIF, GitHub:
	}
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func TestTextMarkdownAndHTMLSayTheSameInTheSameOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plainPage.Draw(t, "p")
		// The one word over the sources stands elsewhere in each format.
		p.FindOut.Aside = ""
		for i := range p.FindOut.Entries {
			e := &p.FindOut.Entries[i]
			e.Who = e.Who[:min(1, len(e.Who))]
		}
		text := wordsOf(Text, pageAs(t, Text, p, Options{Width: 10_000}))
		for _, f := range []Format{Markdown, HTML} {
			if diff := cmp.Diff(text, wordsOf(f, pageAs(t, f, p, Options{}))); diff != "" {
				t.Fatalf("(-text +%s)\n%s\n%s\n%s", f, diff, pageAs(t, Text, p, Options{}), pageAs(t, f, p, Options{}))
			}
		}
	})
}

func TestNoWidthChangesWhatThePageSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plainPage.Draw(t, "p")
		for i := range p.FindOut.Entries {
			e := &p.FindOut.Entries[i]
			e.Who = e.Who[:min(1, len(e.Who))]
		}
		width := rapid.IntRange(1, 120).Draw(t, "width")
		wide, narrow := pageAs(t, Text, p, Options{Width: 10_000}), pageAs(t, Text, p, Options{Width: width})
		if diff := cmp.Diff(wordsOf(Text, wide), wordsOf(Text, narrow)); diff != "" {
			t.Fatalf("(-wide +narrow)\n%s", diff)
		}
	})
}

func TestAPageInTextHasNoLongLineAndNothingThatATerminalObeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := pageAs(t, Text, arbitraryPage.Draw(t, "p"), Options{})
		for line := range strings.Lines(got) {
			line = strings.TrimSuffix(line, "\n")
			if strings.TrimRight(line, " ") != line {
				t.Fatalf("space at the end: %q", line)
			}
			if longest := longestWord(line); columns.Count(line) > DefaultWidth && longest < DefaultWidth/2 {
				t.Fatalf("%d columns: %q", columns.Count(line), line)
			}
			for _, c := range line {
				if unicode.IsControl(c) || unicode.Is(unicode.Cf, c) {
					t.Fatalf("%U in %q", c, line)
				}
			}
		}
	})
}

func longestWord(line string) int {
	longest := 0
	for w := range strings.FieldsSeq(line) {
		longest = max(longest, columns.Count(w))
	}
	return longest
}

func TestThePageWithoutItsColoursIsTheSame(t *testing.T) {
	colour := regexp.MustCompile("\x1b\\[[0-9;]*m")
	rapid.Check(t, func(t *rapid.T) {
		p := arbitraryPage.Draw(t, "p")
		o := Options{Width: rapid.SampledFrom([]int{20, 80}).Draw(t, "width")}
		without := pageAs(t, Text, p, o)
		o.Colour = true
		if diff := cmp.Diff(without, colour.ReplaceAllString(pageAs(t, Text, p, o), "")); diff != "" {
			t.Fatalf("(-without +with)\n%s", diff)
		}
	})
}

// elements are those of the page in HTML, and their attributes.
var elements = map[string][]string{
	"html": {"lang"}, "head": nil, "meta": {"charset", "name", "content", "http-equiv"}, "title": nil, "style": nil, "body": nil,
	"main": nil, "h1": nil, "h2": nil, "span": {"class"}, "p": nil, "ul": {"class"}, "ol": nil, "li": {"class"}, "strong": nil,
	"section": nil, "table": nil, "tr": nil, "th": {"scope"}, "td": nil, "a": {"class", "href"}, "footer": nil, "details": nil,
	"summary": nil, "dl": nil, "dt": {"id"}, "dd": nil,
}

func TestNoTextBecomesHTML(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := pageAs(t, HTML, arbitraryPage.Draw(t, "p"), Options{})
		in := xml.NewDecoder(strings.NewReader(got))
		in.Strict, in.AutoClose, in.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
		for {
			token, err := in.Token()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatalf("%v in\n%s", err, got)
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			attributes, known := elements[start.Name.Local]
			if !known {
				t.Fatalf("<%s> in\n%s", start.Name.Local, got)
			}
			for _, a := range start.Attr {
				if !slices.Contains(attributes, a.Name.Local) {
					t.Fatalf("<%s %s> in\n%s", start.Name.Local, a.Name.Local, got)
				}
				if a.Name.Local == "href" && !regexp.MustCompile(`^(tel:\+?[0-9]+|#clause-[0-9]+)$`).MatchString(a.Value) {
					t.Fatalf("a link to %s", a.Value)
				}
			}
		}
	})
}

func TestNoTextOfAPageActsInMarkdown(t *testing.T) {
	outside := regexp.MustCompile("`[^`]*`|\\*\\*|\\\\.")
	rapid.Check(t, func(t *rapid.T) {
		p := arbitraryPage.Draw(t, "p")
		for line := range strings.Lines(pageAs(t, Markdown, p, Options{})) {
			rest := outside.ReplaceAllString(strings.TrimSuffix(line, "\n"), "")
			if table := strings.HasPrefix(rest, "|"); table && strings.Count(rest, "|") != 3 {
				t.Fatalf("a cell too many: %s", line)
			} else if !table && strings.Contains(rest, "|") {
				t.Fatalf("a cell: %s", line)
			}
			if strings.ContainsAny(rest, "<>`*_[]~$@") || strings.Contains(rest, "://") {
				t.Fatalf("it acts: %s", line)
			}
		}
	})
}

func TestTheEmptyPageIsWritten(t *testing.T) {
	for _, f := range KindPage.Formats() {
		if got := pageAs(t, f, &page.Page{}, Options{}); !strings.HasSuffix(got, "\n") {
			t.Errorf("%s: no newline at the end of %q", f, got)
		}
	}
}
