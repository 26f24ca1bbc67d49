package evaluate_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	specification "cel.dev/expr"
	_ "cel.dev/expr/conformance/proto2" // which the files speak of
	_ "cel.dev/expr/conformance/proto3"
	"cel.dev/expr/conformance/test"
	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/encoding/prototext"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/evaluate/expr"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// conformance is how the tests of the CEL specification come out. It is pinned, so
// that a change of the language, or of the version that is depended on, is noticed.
type conformance struct {
	// Tests is how many there are. Those NotInLanguage do not load as a condition.
	Tests, NotInLanguage int
	// Agree are the others, of which every evaluator comes to what the specification says; one
	// that does not fails.
	Agree int
	// Lifted is how many conditions come of those by putting unknown facts for literals.
	Lifted int
}

// TestTheSpecificationOfCEL runs the tests that come with the specification, as many
// as are conditions, through every evaluator. Then it puts facts that are not known for
// literals, one at a time and all at once: the evaluators must agree, and the answer must be
// unknown or what it was.
func TestTheSpecificationOfCEL(t *testing.T) {
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	base := load(t, evaluatetest.Root(conditionsAsRules(nil))).Policies[0]
	scope := &lang.Scope{Vocabulary: base.Vocabulary, Grounds: []string{"one"}, Levels: []int{1, 2}, Stratum: lang.WithJudgement}
	var got conformance
	var conditions []string
	var want []logic.Truth
	for _, s := range specified(t) {
		got.Tests++
		c, faults := parser.Condition(s.Expr, scope)
		if len(faults) > 0 {
			got.NotInLanguage++
			continue
		}
		answer, ok := expected(s)
		if !ok {
			t.Errorf("%s loads as a condition, and the specification expects %v", s.Expr, s.ResultMatcher)
			continue
		}
		for _, condition := range append([]string{s.Expr}, lifted(c)...) {
			conditions, want = append(conditions, condition), append(want, answer)
			if condition == s.Expr {
				got.Agree++
			} else {
				got.Lifted++
			}
		}
	}
	p := load(t, evaluatetest.Root(conditionsAsRules(conditions))).Policies[0]
	var agreed []logic.Truth
	for _, e := range evaluators(t, p) {
		by := answers(t, e, p)
		if agreed == nil {
			agreed = by
		}
		for i, condition := range conditions {
			unknown := strings.Contains(condition, "made_up.")
			if by[i] != agreed[i] || by[i] != want[i] && !(unknown && by[i] == logic.Unknown) {
				t.Errorf("%s: the specification says %v, the reference %v, and %s %v", condition, want[i], agreed[i], e.Name(), by[i])
			}
		}
	}
	namedAndCertain(t, conditions, agreed)
	pinned := conformance{Tests: 2344, NotInLanguage: 2325, Agree: 19, Lifted: 150}
	if d := cmp.Diff(pinned, got); d != "" {
		t.Errorf("the counts have changed (-pinned +now):\n%s", d)
	}
}

// evaluators are all evaluators of a policy, the reference first.
func evaluators(t *testing.T, p *policy.Policy) []evaluate.Evaluator {
	t.Helper()
	ref, err := reference.New(p)
	if err != nil {
		t.Fatal(err)
	}
	x, err := expr.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return []evaluate.Evaluator{ref, plan.New(p), x}
}

// namedAndCertain runs the same conditions by way of a name and under certain(…): a name
// changes nothing, and certain(…) what is unknown alone.
func namedAndCertain(t *testing.T, conditions []string, want []logic.Truth) {
	t.Helper()
	var uses []string
	var named strings.Builder
	named.WriteString("conditions:\n")
	for i, c := range conditions {
		quoted, _ := json.Marshal(c) // a text never fails
		fmt.Fprintf(&named, "  named_%d: {title: Named, when: %s}\n", i, quoted)
		uses = append(uses, fmt.Sprintf("named_%d", i), fmt.Sprintf("certain(%s)", c), fmt.Sprintf("!certain(named_%d)", i))
	}
	p := load(t, evaluatetest.Root(conditionsAsRules(uses)+named.String())).Policies[0]
	for _, e := range evaluators(t, p) {
		by := answers(t, e, p)
		for i, condition := range conditions {
			certain := logic.Of(want[i] == logic.True)
			expected := []logic.Truth{want[i], certain, certain.Not()}
			if got := by[3*i : 3*i+3]; !slices.Equal(got, expected) {
				t.Errorf("%s by name, certain and not certain: %s says %v, want %v", condition, e.Name(), got, expected)
			}
		}
	}
}

// To cel-go some names are those of types and the like.
func TestANamedConditionMayBeCalledWhatCELKnows(t *testing.T) {
	var rules []string
	var named strings.Builder
	named.WriteString("conditions:\n")
	for _, name := range []string{"bool", "int", "uint", "double", "string", "bytes", "list", "map", "type",
		"null_type", "dyn", "duration", "timestamp", "has", "all", "size", "google", "optional_type", "made_upper"} {
		rules = append(rules, name)
		fmt.Fprintf(&named, "  %s: {title: Named, when: made_up.yes_a || true}\n", name)
	}
	p := load(t, evaluatetest.Root(conditionsAsRules(rules)+named.String())).Policies[0]
	for _, e := range evaluators(t, p) {
		for i, truth := range answers(t, e, p) {
			if truth != logic.True {
				t.Errorf("%s comes to %v by %s", rules[i], truth, e.Name())
			}
		}
	}
}

// answers are the truths of conditions with nothing known.
func answers(t *testing.T, e evaluate.Evaluator, p *policy.Policy) []logic.Truth {
	t.Helper()
	o, err := evaluate.Decide(e, nothingKnown(p))
	if err != nil {
		t.Fatal(err)
	}
	truths := make([]logic.Truth, len(p.Cautions))
	for i, c := range p.Cautions {
		truths[i] = o.Truths[c.Index]
	}
	return truths
}

// conditionsAsRules makes a caution of each condition, in order of id.
func conditionsAsRules(conditions []string) string {
	var b strings.Builder
	b.WriteString("statutes:\n  - {name: one, section: s1, title: One}\n" +
		"levels:\n  - {id: level-1, title: L1, cite: [M-1], level: 1, name: L1}\n" +
		"consent:\n")
	for _, answer := range []string{"agreement", "inform", "sharing"} {
		fmt.Fprintf(&b, "  %[1]s:\n    - {id: %[1]s, title: Line, cite: [M-1], value: not_applicable, says: Says}\n", answer)
	}
	for i, c := range conditions {
		if i == 0 {
			b.WriteString("cautions:\n")
		}
		quoted, _ := json.Marshal(c) // a text never fails
		fmt.Fprintf(&b, "  - {id: condition-%05d, title: Condition, cite: [M-1], says: Says, when: %s}\n", i, quoted)
	}
	return b.String()
}

// lifted are the conditions that come of one by putting unknown facts for its
// literals: for each alone, and for all.
func lifted(c *lang.Condition) []string {
	facts := []string{"made_up.yes_a", "made_up.yes_b", "made_up.yes_c"}
	var literals []*lang.Node
	c.Root.Walk(1, func(n *lang.Node, _ int) {
		if n.Op == lang.Const {
			literals = append(literals, n)
		}
	})
	slices.SortFunc(literals, func(a, b *lang.Node) int { return b.Start - a.Start }) // the last first
	text := []rune(c.Text)
	all := slices.Clone(text)
	var out []string
	for i, n := range literals {
		fact := []rune(facts[i%len(facts)])
		out = append(out, string(slices.Concat(text[:n.Start], fact, text[n.End:])))
		all = slices.Concat(all[:n.Start], fact, all[n.End:])
	}
	if len(literals) > 1 {
		out = append(out, string(all))
	}
	return out
}

// expected is the truth that the specification expects; not ok where it is something
// else. A test that says nothing expects true.
func expected(s *test.SimpleTest) (logic.Truth, bool) {
	switch {
	case s.CheckOnly:
		return logic.Unknown, false
	case s.ResultMatcher == nil:
		return logic.True, true
	}
	value := s.GetValue()
	if value == nil {
		value = s.GetTypedResult().GetResult()
	}
	b, ok := value.GetKind().(*specification.Value_BoolValue)
	if !ok {
		return logic.Unknown, false
	}
	return logic.Of(b.BoolValue), true
}

// specified reads the tests of the specification from the module that it comes in, at
// the version depended on.
func specified(t *testing.T) []*test.SimpleTest {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "cel.dev/expr").Output()
	if err != nil {
		t.Fatalf("the module with the tests of CEL cannot be found: %v", err)
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "tests/simple/testdata/*.textproto"))
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no tests of CEL in %s: %v", out, err)
	}
	var tests []*test.SimpleTest
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file test.SimpleTestFile
		if err := prototext.Unmarshal(data, &file); err != nil {
			t.Fatalf("%s: %v", filepath.Base(name), err)
		}
		for _, section := range file.Section {
			tests = append(tests, section.Test...)
		}
	}
	return tests
}
