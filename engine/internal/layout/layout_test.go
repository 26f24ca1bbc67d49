package layout_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/layout"
)

var update = flag.Bool("update", false, "write the golden files anew")

// examples are files as somebody may have typed them; testdata/examples.golden has the layout of each.
var examples = []struct{ name, text string }{
	{"space", "a:   1\nb:  [ x,y ,  z ]\nc:  { d: 1,e:   {f: g}}\n\n\n\nh:\n      - i\n      -   j: 1\n          k: 2\n"},
	{"a list beneath its key", "a:\n- b\n- c: 1\n  d:\n  - e\n"},
	{"lists in lists", "- - a\n  - b\n-\n  - c\n- {d: e}\n-\n"},
	{"comments", "# top\n\n#second\na: 1   # of a\nb:   # of b\n      # of c\n      c: 1\n      # last of b\n# of d\n" +
		"d: [1, 2]  # of d\n# end\n\n"},
	{"a comment behind a block", "a:\n    b: |\n        text\n    # of c\n    c: 1\n"},
	{"texts", "a: one\n     two\nb: 'it''s\n  so'\nc: \"q\n      r\"\nd:\n   on its own line\n"},
	{"a long text", "a: " + strings.Repeat("word ", 40) + "\n   end\n"},
	{"a long text in quotation marks", "a: \"" + strings.Repeat("word: ", 40) + "end\"\n"},
	{"a long list", "cite: [" + strings.Repeat("BEX-ONE-01, ", 20) + "\n  BEX-TWO-02]\n"},
	{"a list over lines", "a: [b,\n        c, {d: 1,\n   e: 2}]\nf: [\n   g,\n   h\n   ]\n"},
	{"blocks", "a: >-\n      folded\n      text\n\n\nb: |+\n    kept\n\nc: |   # why\n   d\n     e\n"},
	{"comments behind the mark of a block", "says: | # 2024\n  text\nwhy: >-   #of 1+1\n  text\n\nwhen: |#2\n    a\n"},
	{"conditions", "when: child.age<13&&home.domestic_abuse.atLeast( \"present\" )\n"},
	{"a condition over lines", "- when: |\n        a &&\n        (b || c) &&\n        d\n"},
	{"a condition that goes on beneath its key", "when: a\n  || b\n"},
	{"a condition in quotation marks", "when: '\"x\" in y.z'\n"},
	{"a condition in quotation marks with space", "when: '\"x\"   in y.z'\n"},
	{"a folded condition", "when: >\n  a\n  || b\nid: x\n"},
	{"a condition set off in brackets", "when: |\n  a && (\n      b\n      || c\n      )\n"},
	{"a long condition", "when: aaaa.bbbbbbbbbbbbbbbb && (" + strings.Repeat("cccc.dddddddddddddddd || ", 12) + "e) && ffff.ggggggggggg\n"},
	{"a condition with a comparison", "when: |\n  as_of-a.b>=days( 3 ) && x.y in [ \"p\",\"q\" ] && !( c ) && n > -1 ? d : e\n"},
	{"a condition that cannot be read", "when: |\n    a &&& b   \n"},
	{"a key that is no condition", "says: a&&b\n"},
	{"line ends of another system", "a: 1\r\nb:\r\n    - c\r\n"},
	{"a document that is marked", "---\na: 1\n"},
}

func TestExamples(t *testing.T) {
	var b strings.Builder
	for _, e := range examples {
		out, faults := layout.Format("x.yaml", []byte(e.text))
		b.WriteString("## " + e.name + "\n\n" + string(out) + faults.String() + "\n")
		if out == nil {
			continue
		}
		if again, _ := layout.Format("x.yaml", out); string(again) != string(out) {
			t.Errorf("%s: laid out again, it changes:\n%s", e.name, cmp.Diff(string(out), string(again)))
		}
		for line := range strings.Lines(string(out)) {
			if len(strings.TrimSuffix(line, "\n")) > layout.Width {
				t.Errorf("%s: a line is too long: %s", e.name, line)
			}
		}
	}
	golden(t, "testdata/examples.golden", b.String())
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// FuzzFormat lays out any text. What it gives says the same, and laid out again stays the same.
func FuzzFormat(f *testing.F) {
	for _, e := range examples {
		f.Add(e.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		out, faults := layout.Format("x.yaml", []byte(text))
		if (out == nil) != faults.HasErrors() {
			t.Fatal("neither laid out nor refused")
		}
		if out == nil {
			return
		}
		sameTree(t, "x.yaml", []byte(text), out)
		again, faults := layout.Format("x.yaml", out)
		if string(again) != string(out) {
			t.Errorf("laid out again, %q becomes %q (%s)", out, again, faults)
		}
	})
}
