package render_test

import (
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"windscreen/engine"
	"windscreen/engine/page"
	"windscreen/engine/render"
	"windscreen/rules"
)

// These take what stands behind the lines out of a screen, and its tags.
var (
	folded = regexp.MustCompile(`(?s)<details.*?</details>`)
	tag    = regexp.MustCompile(`<[^>]*>`)
)

func TestAScreenWithinAPageSaysTheSameSentencesAsAPage(t *testing.T) {
	e, err := engine.Open(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../fixtures/cases/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	behind := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c, err := e.ReadCase(file, data)
		if err != nil {
			t.Fatal(err)
		}
		a, err := e.EvaluateFamily(c)
		if err != nil {
			t.Fatal(err)
		}
		for _, label := range append([]string{""}, c.Children()...) {
			var b strings.Builder
			if err := render.Screen(&b, a, label); err != nil {
				t.Fatal(err)
			}
			p := page.Of(a)
			for _, child := range a.Children {
				if label != "" && child.Child == label {
					p = page.OfChild(child)
				}
			}
			screen := b.String()
			behind += strings.Count(screen, "<details")
			if strings.Contains(screen, " id=") || strings.Contains(screen, "<style") || strings.Contains(screen, "<h1") {
				t.Errorf("%s: the screen holds what only a whole page may have", file)
			}
			rest := html.UnescapeString(tag.ReplaceAllString(folded.ReplaceAllString(screen, ""), ""))
			for _, want := range sentences(p) {
				_, after, found := strings.Cut(rest, want)
				if !found {
					t.Errorf("%s, %q: the screen lacks %q, or has it in another place", file, label, want)
					continue
				}
				rest = after
			}
		}
	}
	if behind == 0 {
		t.Error("nothing stands behind any line")
	}
}

// sentences are what a page says, from first to last.
func sentences(p *page.Page) []string {
	out := []string{page.HeadLine(p.Head)}
	for _, e := range p.Head.Under {
		out = append(out, e.Text)
	}
	out = append(append(out, page.Levels(p.Head)...), p.Head.Document)
	for _, e := range p.Head.Warnings {
		out = append(out, e.Text)
	}
	for _, s := range p.Sections() {
		out = append(out, s.Heading)
		for _, e := range s.Entries {
			out = append(out, e.Label, e.Text)
		}
		out = append(out, s.Left)
	}
	return append(out, p.Foot)
}

func TestAScreenFailsWithoutAnAnswerOrChild(t *testing.T) {
	if err := render.Screen(io.Discard, nil, ""); err == nil {
		t.Error("there is no answer, and no error")
	}
	if err := render.Screen(io.Discard, household(), "nobody"); err == nil {
		t.Error("there is no such child, and no error")
	}
	for _, c := range []*page.Copy{nil, {}} {
		if err := render.CopyScreen(io.Discard, c); err == nil {
			t.Error("there is no copy, and no error")
		}
	}
}

func TestALineSaysItsReasonTheFactsAndTheClause(t *testing.T) {
	e, err := engine.Open(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	c, err := e.ReadCase("case.yaml", []byte("policy: bexley-2020\nas_of: 2020-03-02T14:10\ncare: {physical_chastisement: with_mark}\n"+
		"evidence: {care.physical_chastisement: [{source: school, standing: observed}]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.EvaluateFamily(c)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := render.Screen(&b, a, ""); err != nil {
		t.Fatal(err)
	}
	for _, part := range folded.FindAllString(b.String(), -1) {
		if strings.Contains(part, "BEX-L4-HEALTH-11") && strings.Contains(part, "It rests on:") && strings.Contains(part, "school") &&
			strings.Contains(part, "<dd>") {
			return
		}
	}
	t.Errorf("no line says that it rests on what school observed:\n%s", b.String())
}
