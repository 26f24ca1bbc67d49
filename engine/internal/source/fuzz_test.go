package source_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/source"
)

// FuzzParse checks that any bytes at all give a document or an error, the same
// each time, and that everything in them is where it is said to be.
func FuzzParse(f *testing.F) {
	for _, tt := range faulty {
		f.Add([]byte(tt.text), strings.HasSuffix(tt.file, ".json"))
	}
	f.Add([]byte("a: |2-\n    b\r\n  c\rd: >+ # e\n\n f\n\n  g\n"), false)
	f.Add([]byte("a: \"b\\\n  c\\x20 \\\"\n\n d\"\ne: 'f''\n g'\nh: [i, {j: k}]\n"), false)
	f.Add([]byte("{\"a\": [1, -2.5e3, true, null, \"\\ud83d\\ude00\\/\"],\r\n \"b\": {}}"), true)
	f.Fuzz(func(t *testing.T, data []byte, isJSON bool) {
		name := "x.yaml"
		if isJSON {
			name = "x.json"
		}
		lim := source.Limits{Bytes: 1 << 16, Depth: 16, Nodes: 1000}
		doc, list := source.Parse(name, data, lim)
		if doc == nil && !list.HasErrors() {
			t.Fatal("no document and no error")
		}
		again, listAgain := source.Parse(name, data, lim)
		if diff := cmp.Diff(list, listAgain); diff != "" || (doc == nil) != (again == nil) {
			t.Fatalf("different the second time:\n%s", diff)
		}
		file := source.NewFile(name, []byte(strings.TrimPrefix(string(data), "\uFEFF")))
		for _, d := range list {
			if d.Start.IsZero() {
				continue
			}
			if !inside(file, d.Start) || !inside(file, d.End) || before(d.End, d.Start) {
				t.Fatalf("fault from %v to %v: %s", d.Start, d.End, d.Message)
			}
		}
		if doc != nil {
			checkPlaces(t, doc)
		}
	})
}

// FuzzSnippet writes a text in each style that can hold any text, and checks that
// it is read back and that each of its characters is found.
func FuzzSnippet(f *testing.F) {
	f.Add("home.domestic_abuse.atLeast(\"present\") && !child.x", uint8(0))
	f.Add("a ||\n  'b' in [\"c\"]\n\n&& é == 😀", uint8(3))
	f.Add("\\\t\u00a0\u0301#: ''", uint8(9))
	f.Fuzz(func(t *testing.T, text string, how uint8) {
		styles := []func(string) string{
			func(s string) string { return "a: '" + strings.ReplaceAll(s, "'", "''") + "'\n" },
			func(s string) string {
				return "a: \"" + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "e", `\x65`, "\t", `\t`, " ", "\\\n  \\ ").Replace(s) + "\"\n"
			},
			func(s string) string { return "a: |1-\n " + strings.ReplaceAll(s, "\n", "\n ") + "\nb: c\n" },
			func(s string) string { return "a: >1+ # b\n " + strings.ReplaceAll(s, "\n", "\n\n ") + "\n" },
			func(s string) string { return "a: " + s + "\n" },
			func(s string) string { return "{a: b, c: [" + s + ", d]}\n" },
		}
		file := styles[int(how)%len(styles)](text)
		if how >= 128 {
			file = strings.ReplaceAll(file, "\n", "\r\n")
		}
		doc, _ := source.Parse("x.yaml", []byte(file), source.RuleLimits())
		if doc != nil {
			checkPlaces(t, doc)
		}
	})
}

// FuzzNearest checks that odd words cost little and break nothing.
func FuzzNearest(f *testing.F) {
	f.Add("home.abuse", "home.domestic_abuse home.abus")
	f.Add("a..b", ". .. a.b")
	f.Fuzz(func(t *testing.T, word, candidates string) {
		near := source.Nearest(word, strings.Split(candidates, " "))
		if len(near) > 3 {
			t.Errorf("%d names", len(near))
		}
		for _, name := range near {
			if !strings.Contains(candidates, name) || name == "" {
				t.Errorf("%q is no candidate", name)
			}
		}
	})
}
