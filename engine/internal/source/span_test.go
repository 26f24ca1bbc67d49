package source_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

func TestSpansCoverANodesOwnText(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{"a plain word", "r.yaml", "a: bcd # e\n", "1:4-1:7"},
		{"plain text over lines", "r.yaml", "a: b\n  c\n", "1:4-2:4"},
		{"single quotes", "r.yaml", "a: 'it''s' # e\n", "1:4-1:11"},
		{"double quotes", "r.yaml", `a: "b\" c"` + "\n", "1:4-1:11"},
		{"double quotes with space at the end", "r.yaml", `a: "b\x20 "` + "\n", "1:4-1:12"},
		{"empty quotes", "r.yaml", "a: ''\n", "1:4-1:6"},
		{"a block", "r.yaml", "a: | # e\n\n  b c\n  d\n\ne: f\n", "3:3-4:4"},
		{"an empty block", "r.yaml", "a: |-\nb: c\n", "1:4-1:6"},
		{"nothing", "r.yaml", "a:\nb: c\n", "1:3-1:3"},
		{"a list of lines", "r.yaml", "a:\n  - b c  \n  - d\n", "2:3-2:8"},
		{"a list in brackets", "r.yaml", "a: [b, 'c' , ] # d\n", "1:4-1:15"},
		{"an empty list in brackets", "r.yaml", "a: [ ]\n", "1:4-1:7"},
		{"a list in brackets over lines", "r.yaml", "a: [b, # e ]\n  c\n  ]\n", "1:4-3:4"},
		{"a mapping in braces", "r.yaml", "a: {b: {c: d}, e: }\n", "1:4-1:20"},
		{"a list in brackets whose last value is quoted", "r.yaml", "a: [b, \"c]\"]\n", "1:4-1:13"},
		{"JSON text", "r.json", `{"a": "\u00e9"}`, "1:7-1:15"},
		{"a JSON number", "r.json", `{"a": -1.5e3 }`, "1:7-1:13"},
		{"a JSON list", "r.json", `{"a": [1, {"b": null}]}`, "1:7-1:23"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := mustParse(t, tt.file, tt.text)
			start, end := doc.File.Span(find(doc.Root, "a"))
			if got := place(start) + "-" + place(end); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestACommentThatCutsAValueShortIsSeen(t *testing.T) {
	for _, tt := range []struct {
		name string
		text string
		want bool
	}{
		{"on the same line", "a: b # c\n", true},
		{"after a tab", "a: b\t# c\n", true},
		{"on the last of several lines", "a: b\n  c # d\n", true},
		{"in brackets", "x: [{a: b # c\n  }]\n", true},
		{"on the next line", "a: b\n# c\n", false},
		{"after quotes", "a: 'b' # c\n", false},
		{"on the first line of a block", "a: | # c\n  b\n", false},
		{"within a block", "a: |\n  b # c\n", false},
		{"without a space before it", "a: b#c\n", false},
		{"after nothing", "a: # c\n", false},
		{"after a bracket", "x: {a: b} # c\n", false},
		{"after a list", "a: [b] # c\n", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := mustParse(t, "r.yaml", tt.text)
			if got := doc.File.CommentCut(find(doc.Root, "a")); got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestLinesAreCountedAsEditorsDo(t *testing.T) {
	f := source.NewFile("x", []byte("a\r\né\rc\n\nlast"))
	var got []string
	for n := 0; n <= 7; n++ {
		got = append(got, f.Line(n))
	}
	if diff := cmp.Diff([]string{"", "a", "é", "c", "", "last", "", ""}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestADiagnosticCarriesItsLine(t *testing.T) {
	doc := mustParse(t, "r.yaml", "a: 1\nb: [x, y]\n")
	got := doc.File.At(find(doc.Root, "b"), diagnostic.WrongShape, "no list is wanted here", "write one word")
	want := diagnostic.Diagnostic{
		File:     "r.yaml",
		Start:    diagnostic.Position{Line: 2, Column: 4},
		End:      diagnostic.Position{Line: 2, Column: 10},
		Pointer:  "/b",
		Severity: diagnostic.Error,
		Code:     diagnostic.WrongShape,
		Message:  "no list is wanted here",
		Remedy:   "write one word",
		Source:   "b: [x, y]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestALineOfAbsurdLengthIsNotRepeated(t *testing.T) {
	f := source.NewFile("x", make([]byte, 100_000))
	one := diagnostic.Position{Line: 1, Column: 1}
	if d := f.Diagnostic(diagnostic.NotText, one, one, "m", "r"); d.Source != "" {
		t.Errorf("%d bytes repeated", len(d.Source))
	}
}
