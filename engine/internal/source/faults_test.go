package source_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// faulty are files with something wrong, and where: code, start and end of each
// fault. What is said about each is in testdata/faults.golden.
var faulty = []struct {
	name string
	file string
	text string
	want []string
}{
	{"an empty file", "r.yaml", "", []string{"empty"}},
	{"a file of comments", "r.yaml", "# nothing yet\n", []string{"empty"}},
	{"a document without content", "r.yaml", "---\n", []string{"empty"}},
	{"an empty JSON file", "r.json", " \n", []string{"empty"}},
	{"a byte that is not UTF-8", "r.yaml", "a: é\nb: \xff\n", []string{"not-text 2:4-2:5"}},
	{"a file in UTF-16", "r.yaml", "\xff\xfea\x00", []string{"not-text 1:1-1:2"}},
	{"a control character", "r.yaml", "a: é\x01\n", []string{"not-text 1:5-1:6"}},
	{"a line separator in YAML", "r.yaml", "a: b\u2028c\n", []string{"not-text 1:5-1:6"}},
	{"a byte order mark in the middle", "r.yaml", "a: b\n\uFEFFc: d\n", []string{"not-text 2:1-2:2"}},
	{"a control character in JSON", "r.json", "{\"a\": \"\u0092\"}", []string{"not-text 1:8-1:9"}},

	{"an expression that starts with a quote", "r.yaml", "id: x\nwhen: \"x\" in s\n", []string{"yaml-syntax 2:11-2:13"}},
	{"an expression that starts with a quote and goes on in the next line", "r.yaml",
		"when: \"a\" == s\n  || b\n", []string{"yaml-syntax 1:11-1:13"}},
	{"or after a quoted line", "r.yaml", "when: \"a\"\n  || b\nid: x\n", []string{"yaml-syntax 2:3-2:5"}},
	{"and after a quoted line", "r.yaml", "when: \"a\"\n  && b\nid: x\n", []string{"yaml-syntax 2:3-2:5"}},
	{"a quote in a quote", "r.yaml", "a: 'it's'\n", []string{"yaml-syntax 1:8-1:10"}},
	{"an expression that starts with a bracket", "r.yaml", "rules:\n  - id: x\n    when: [a] == b\n", []string{"yaml-syntax 3:15-3:17"}},
	{"an expression that starts with a brace", "r.yaml", "when: {a: 1} == b\n", []string{"yaml-syntax 1:14-1:16"}},
	{"a quoted start within brackets", "r.yaml", "who: [police, \"a\" b]\n", []string{"yaml-syntax 1:19-1:21"}},
	{"a conditional expression", "r.yaml", "id: x\nwhen: a ? b : c\n", []string{"yaml-syntax 2:13-2:14"}},
	{"a conditional expression over two lines", "r.yaml", "when: x ?\n  y : z\n", []string{"yaml-syntax 2:5-2:6"}},
	{"a colon in a title", "r.yaml", "title: Home: family life\n", []string{"yaml-syntax 1:12-1:13"}},
	{"an expression that starts with not", "r.yaml", "when: !child.x\nid: y\n", []string{"tag 1:7-1:15"}},
	{"not with a space after it", "r.yaml", "when: ! child.x\n", []string{"tag 1:7-1:8"}},
	{"not on its own", "r.yaml", "when: !\nid: x\n", []string{"tag 1:7-1:8"}},
	{"not before and", "r.yaml", "when: !child.x && y\n", []string{"tag 1:7-1:15"}},
	{"not before a bracket", "r.yaml", "- when: !(a || b)\n", []string{"tag 1:9-1:12"}},
	{"not twice", "r.yaml", "when: !!child.x\n", []string{"tag 1:7-1:16"}},
	{"not between names", "r.yaml", "when: !a!b\n", []string{"tag 1:7-1:11"}},
	{"a type tag", "r.yaml", "a: !!str 12\nb: !!set {c}\n", []string{"tag 1:4-1:9", "tag 2:4-2:9"}},
	{"a tag on a whole mapping", "r.yaml", "a: !b\n  c: d\n", []string{"tag 1:4-1:6"}},
	{"a value that starts with a percent sign", "r.yaml", "when: %x\n", []string{"yaml-syntax 1:7-1:9"}},
	{"a value that starts with an at sign", "r.yaml", "- @x\n", []string{"yaml-syntax 1:3-1:5"}},
	{"a value that starts with more than", "r.yaml", "when: >= 3\n", []string{"yaml-syntax 1:7-1:9"}},
	{"a value that starts with a dash", "r.yaml", "when: - 3\n", []string{"yaml-syntax 1:7-1:8"}},
	{"a value that starts with an ampersand", "r.yaml", "when: && b\n", []string{"yaml-syntax 1:7-1:9"}},
	{"a closing bracket alone", "r.yaml", "a: ]\n", []string{"yaml-syntax 1:4-1:5"}},
	{"a comment line within an expression", "r.yaml", "when: a &&\n  # c\n  b\nid: x\n", []string{"yaml-syntax 2:3-2:6"}},
	{"a comment at a line end within an expression, before or", "r.yaml",
		"when: a ||\n  b # c\n  || d\nid: x\n", []string{"yaml-syntax 2:5-2:8"}},
	{"a comment at a line end within an expression, before and", "r.yaml",
		"when: a ||\n  b # c\n  && d\nid: x\n", []string{"yaml-syntax 2:5-2:8"}},
	{"a tab for indentation", "r.yaml", "a:\n\tb: 1\n", []string{"yaml-syntax 2:1-2:2"}},
	{"a tab after spaces", "r.yaml", "a:\n  b: 1\n \tc: 2\n", []string{"yaml-syntax 3:2-3:3"}},
	{"a no-break space for indentation", "r.yaml", "a:\n\u00a0 b: b\n  c: d\n", []string{"yaml-syntax 2:1-2:2"}},
	{"an open quote", "r.yaml", "a: 1\nb: 'x y\nc: 1\n", []string{"yaml-syntax 2:4-2:6"}},
	{"an open bracket", "r.yaml", "a: [x, y\nb: 1\n", []string{"yaml-syntax 1:4-1:5"}},
	{"an open brace at the end", "r.yaml", "{a: b, c\n", []string{"yaml-syntax 1:1-1:2"}},
	{"brackets within braces", "r.yaml", "{when: x in [a, b]}\n", []string{"yaml-syntax 1:13-1:14"}},
	{"an unknown escape", "r.yaml", "a: \"b\\q\"\n", []string{"yaml-syntax 1:6-1:8"}},
	{"a short escape", "r.yaml", "a: \"b\\u12\"\n", []string{"yaml-syntax 1:6-1:8"}},
	{"a first line without a colon", "r.yaml", "id home\nb: 1\n", []string{"yaml-syntax 1:1-1:8"}},
	{"a line without a colon", "r.yaml", "b: 1\nid home\nc: 2\n", []string{"yaml-syntax 2:1-2:8"}},
	{"a colon without a space", "r.yaml", "a:b\nc: d\n", []string{"yaml-syntax 1:1-1:4"}},
	{"a dash without a space", "r.yaml", "- a\n-b\n", []string{"yaml-syntax 2:1-2:3"}},
	{"a key among list entries", "r.yaml", "  - id: a\n    when: b\n   title: c\n", []string{"yaml-syntax 3:4-3:12"}},
	{"a key indented too far", "r.yaml", "a: 1\n b: 2\n", []string{"yaml-syntax 2:2-2:3"}},
	{"a key that lines up with nothing", "r.yaml", "a:\n  b: 1\n c: 2\n", []string{"yaml-syntax 3:2-3:6"}},
	{"text after the end", "r.yaml", "a: b\n...\nfoo: c\n", []string{"yaml-syntax 3:1-3:5"}},
	{"a directive", "r.yaml", "%YAML 1.3\n---\na: b\n", []string{"yaml-syntax 1:1-1:6"}},
	{"nesting beyond the parser's own limit", "r.yaml", strings.Repeat("[", 10001), []string{"too-deep 1:10001-1:10002"}},

	{"two documents", "r.yaml", "a: b\n---\nc: d\n", []string{"many-documents 2:1-2:4"}},
	{"a second document that is not YAML", "r.yaml", "a: b\n---\nc: 'd\n", []string{"yaml-syntax 3:4-3:6"}},
	{"an anchor and its alias", "r.yaml", "a: &x 1\nb: *x\n", []string{"alias 1:4-1:6", "alias 2:4-2:6"}},
	{"an anchor on a whole mapping", "r.yaml", "a: &x\n  b: c\n", []string{"alias 1:4-1:6"}},
	{"an alias without an anchor", "r.yaml", "# *x\na: \"*x\"\nb: c*x\nd: *x\ne: *x\n", []string{"alias 4:4-4:6"}},
	{"a merge key", "r.yaml", "a: 1\n<<: {b: c}\n", []string{"alias 2:1-2:4"}},
	{"the same key twice", "r.yaml", "a: 1\nb:\n  c: 1\n  \"c\": 2\na: 3\n", []string{"duplicate-key 4:3-4:6", "duplicate-key 5:1-5:2"}},
	{"a list for a key", "r.yaml", "? [a, b]\n: c\n", []string{"wrong-shape 1:3-1:9"}},
	{"a mapping for a key", "r.yaml", "{a: b}: c\n", []string{"wrong-shape 1:1-1:7"}},

	{"the same key twice in JSON", "r.json", "{\n \"é\": 1,\n \"\\u00e9\": 2\n}", []string{"duplicate-key 3:2-3:10"}},
	{"a comma before a closing brace in JSON", "r.json", "{\"é\": 1,\n}", []string{"json-syntax 2:1-2:2"}},
	{"a missing comma in JSON", "r.json", "{\"é\": 1 \"b\": 2}", []string{"json-syntax 1:9-1:10"}},
	{"a missing colon in JSON", "r.json", "{\"a\" 1}", []string{"json-syntax 1:6-1:7"}},
	{"a missing value in JSON", "r.json", "{\"a\": }", []string{"json-syntax 1:7-1:8"}},
	{"single quotes in JSON", "r.json", "{'a': 1}", []string{"json-syntax 1:2-1:3"}},
	{"a bare key in JSON", "r.json", "{a: 1}", []string{"json-syntax 1:2-1:3"}},
	{"a comment in JSON", "r.json", "{\n  // no\n}", []string{"json-syntax 2:3-2:4"}},
	{"an unknown escape in JSON", "r.json", "{\"a\": \"\\x41\"}", []string{"json-syntax 1:9-1:10"}},
	{"a line end in JSON text", "r.json", "{\"a\": \"b\nc\"}", []string{"json-syntax 1:9-1:9"}},
	{"JSON that ends too soon", "r.json", "{\"a\": [1,\n", []string{"json-syntax 1:10-1:10"}},
	{"two JSON values", "r.json", "{\"a\": 1}\n{\"b\": 2}", []string{"json-syntax 2:1-2:2"}},
	{"nesting beyond the JSON parser's own limit", "r.json", strings.Repeat("[", 10001), []string{"too-deep 1:10001-1:10002"}},
	{"half of JSON without a name is read as YAML", "stdin", "{\"a\": 1", []string{"yaml-syntax 1:1-1:2"}},
}

func TestFaultsAreFoundAtTheirExactPlaces(t *testing.T) {
	for _, tt := range faulty {
		t.Run(tt.name, func(t *testing.T) {
			_, list := source.Parse(tt.file, []byte(tt.text), source.RuleLimits())
			var got []string
			for _, d := range list {
				place := string(d.Code)
				if !d.Start.IsZero() {
					place += fmt.Sprintf(" %d:%d-%d:%d", d.Start.Line, d.Start.Column, d.End.Line, d.End.Column)
				}
				got = append(got, place)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s\n%s", diff, list)
			}
		})
	}
}

func TestFaultsReadAsTheyShould(t *testing.T) {
	var b strings.Builder
	for _, tt := range faulty {
		_, list := source.Parse(tt.file, []byte(tt.text), source.RuleLimits())
		fmt.Fprintf(&b, "## %s\n\n%s\n\n", tt.name, list)
	}
	golden(t, "testdata/faults.golden", visible(b.String()))
}

func TestEveryFaultButAnEmptyFileHasARemedyAndALine(t *testing.T) {
	for _, tt := range faulty {
		_, list := source.Parse(tt.file, []byte(tt.text), source.RuleLimits())
		for _, d := range list {
			if d.Remedy == "" || d.File != tt.file || d.Severity != "error" || strings.HasSuffix(d.Message, ".") {
				t.Errorf("%s: %+v", tt.name, d)
			}
		}
	}
}

// visible spells out what an editor would not show.
func visible(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\n' || r >= ' ' && r < 0x7F || r > 0xA0 && r != 0x2028 && r != 0xFEFF {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "<%04X>", r)
		}
	}
	return b.String()
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
