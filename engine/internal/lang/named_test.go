package lang_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// newParser returns a parser.
func newParser(t *testing.T) *lang.Parser {
	t.Helper()
	p, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestACommentIsRefusedAtItsPlace(t *testing.T) {
	p := newParser(t)
	for text, want := range map[string]string{
		"x.a // see BEX": "// see BEX", "// first\nx.a": "// first", "x.a\n&& x.b // and\n&& x.a": "// and", "x.a //": "//",
		`x.choice == "red" // "`: `// "`, `x.choice == 'red' // '`: `// '`, `x.choice == "r\"" // y`: "// y",
		// Words that end where they do not seem to.
		`x.choice == r"\" // "`: `// "`, `x.choice == """a " b""" // "`: `// "`,
	} {
		c, faults := p.Parse(text)
		if c != nil || len(faults) != 1 {
			t.Errorf("%s: %v", text, faults)
			continue
		}
		f := faults[0]
		if got := string([]rune(text)[f.Start:f.End]); got != want || f.Code != diagnostic.CutShort || f.Remedy == "" {
			t.Errorf("%s: the fault is at %q, want %q: %+v", text, got, want, f)
		}
	}
	for _, text := range []string{`x.choice == "a // b"`, `x.choice == 'a // b'`, `x.choice == "\" // b"`,
		`x.choice == """a " // b"""`, `x.choice == r"a // b\"`} {
		if _, faults := p.Parse(text); len(faults) > 0 {
			t.Errorf("%s holds no comment: %v", text, faults)
		}
	}
}

func TestTheBareNamesOfAConditionAreThoseItUses(t *testing.T) {
	p := newParser(t)
	for text, want := range map[string]string{
		"x.a": "", "two": "two", "x.number >= two && tally(two) >= 1": "two", `x.choice == "two"`: "", "x.two": "", "level >= 2": "level",
		"open(either) || !either": "either", "as_of - x.at > hours(two)": "as_of two", "x.scale.between(rung, other)": "rung other",
		`x.choice in ["two", word]`: "word", "x.a ? one : two": "one two", "atLeastN(two, x.a, one)": "two one",
	} {
		c, faults := p.Parse(text)
		if c == nil {
			t.Errorf("%s: %v", text, faults)
			continue
		}
		if got := strings.Join(c.Names(), " "); got != want {
			t.Errorf("%s uses %q, want %q", text, got, want)
		}
	}
}

func TestOneTextIsBoundManyTimesAtOnce(t *testing.T) {
	p := newParser(t)
	parsed, faults := p.Parse("x.number >= limit && either")
	if parsed == nil {
		t.Fatal(faults)
	}
	var wait sync.WaitGroup
	for limit := range 8 {
		scope := named(t, p, testScope(), "either", "x.a || x.b")
		scope.Parameters["limit"] = lang.Constant{Kind: lang.WholeConstant, Int: int64(limit + 1)}
		env := testEnv(scope)
		env.Values[scope.Vocabulary.Fact("x.number").Index] = vocabulary.Exactly(4)
		wait.Go(func() {
			for range 50 {
				c, faults := parsed.Bind(scope)
				if c == nil {
					t.Error(faults)
					return
				}
				if want := logic.Of(limit+1 <= 4); c.Root.Truth(env) != want {
					t.Errorf("with limit %d it is %v", limit+1, c.Root.Truth(env))
				}
			}
		})
	}
	wait.Wait()
}

func TestANamedConditionIsANodeWithItsOwnText(t *testing.T) {
	p := newParser(t)
	scope := named(t, p, testScope(), "either", "x.a || x.number >= two", "more", "either && !x.b")
	c, faults := p.Condition("level >= 3 && !more", scope)
	if c == nil {
		t.Fatal(faults)
	}
	var seen []string
	c.Root.Walk(1, func(n *lang.Node, sign int) { seen = append(seen, fmt.Sprintf("%s %+d", n.Text(), sign)) })
	want := []string{"level >= 3 && !more +1", "level >= 3 +1", "!more +1", "more -1", "either && !x.b -1", "either -1",
		"x.a || x.number >= two -1", "x.a -1", "x.number >= two -1", "!x.b -1", "x.b +1"}
	if !slices.Equal(seen, want) {
		t.Errorf("walked through\n%q, want\n%q", seen, want)
	}
	var facts []string
	c.Root.Facts(func(f *vocabulary.Fact) { facts = append(facts, f.Path) })
	if want := []string{"x.a", "x.number", "x.b"}; !slices.Equal(facts, want) {
		t.Errorf("reads %v, want %v", facts, want)
	}
}

func TestANamedConditionMayBeUsedWhereAllThatItReadsIsSettled(t *testing.T) {
	p := newParser(t)
	scope := named(t, p, testScope(),
		"fact", "x.a", "count", "tally(2) >= 2 && x.a", "levelled", "level >= 3", "opened", "x.a || open(x.b)",
		"certainly", "certain(x.a)", "judged", "judgement.recorded", "nested", "x.a && levelled", "deeper", "nested || fact")
	for name, want := range map[string]struct {
		stratum lang.Stratum
		says    string
	}{
		"fact": {lang.FactsOnly, ""}, "count": {lang.Counted, "count reads tally, which is settled only after this rule"},
		"levelled":  {lang.Levelled, "levelled reads level, which is settled only after this rule"},
		"opened":    {lang.Levelled, "opened asks open, which is not allowed in this rule"},
		"certainly": {lang.Levelled, "certainly asks certain, which is not allowed in this rule"},
		"judged":    {lang.WithJudgement, "judged reads judgement.recorded, which is settled only after this rule"},
		"nested":    {lang.Levelled, "nested uses levelled, and levelled reads level, which is settled only after this rule"},
		"deeper": {lang.Levelled, "deeper uses nested, nested uses levelled, and levelled reads level, " +
			"which is settled only after this rule"},
	} {
		for s := lang.FactsOnly; s <= lang.WithJudgement; s++ {
			scope.Stratum = s
			c, faults := p.Condition("x.b || "+name, scope)
			switch {
			case s >= want.stratum && c == nil:
				t.Errorf("%s in stratum %v: %v", name, s, faults)
			case s < want.stratum && (len(faults) != 1 || faults[0].Message != want.says || faults[0].Start != 7):
				t.Errorf("%s in stratum %v: %v, want %q", name, s, faults, want.says)
			}
		}
	}
}

// A few conditions that each use the one before twice come to billions of parts.
func TestNamedConditionsDoNotGrowWithoutBound(t *testing.T) {
	p := newParser(t)
	scope := named(t, p, testScope(), "n0", "x.a && x.b")
	for i := 1; i < 64; i++ {
		c, faults := p.Condition(fmt.Sprintf("n%d || n%d", i-1, i-1), scope)
		if c == nil {
			if faults[0].Code != diagnostic.TooComplex || i < 8 {
				t.Fatalf("after %d: %v", i, faults)
			}
			return
		}
		name := fmt.Sprintf("n%d", i)
		scope.Conditions[name] = lang.Name(name, name, c)
	}
	t.Fatal("nothing stops it")
}

// chained names n0, and then each condition in a row, until one does not load. It returns
// how many loaded, and the faults of the first that did not.
func chained(t *testing.T, first, next string) (int, []lang.Fault) {
	t.Helper()
	p := newParser(t)
	scope := named(t, p, testScope(), "n0", first)
	for i := 1; i <= 1000; i++ {
		c, faults := p.Condition(strings.ReplaceAll(next, "BEFORE", fmt.Sprintf("n%d", i-1)), scope)
		if c == nil {
			return i, faults
		}
		name := fmt.Sprintf("n%d", i)
		scope.Conditions[name] = lang.Name(name, name, c)
	}
	t.Fatal("nothing stops it")
	return 0, nil
}

// An explanation takes what stands before a ? twice. So a row of conditional conditions, each
// of which chooses by the one before, doubles with every step.
func TestConditionalConditionsDoNotGrowWithoutBound(t *testing.T) {
	loaded, faults := chained(t, "open(x.a)", "BEFORE ? x.a : x.b")
	// The last has at least 2 to the power of 8 parts, and would have more than 2 to the power of 12.
	if loaded < 8 || loaded > 12 || len(faults) != 1 || faults[0].Code != diagnostic.TooComplex {
		t.Errorf("%d load: %v", loaded, faults)
	}
	// What stands after a ? counts once, so that a ladder of them may be long.
	loaded, faults = chained(t, "x.a", "x.b ? x.a : BEFORE")
	if loaded != 65 || len(faults) != 1 || !strings.Contains(faults[0].Message, "inside one another") {
		t.Errorf("%d of a ladder load: %v", loaded, faults)
	}
	var long strings.Builder
	for range 20 {
		long.WriteString("(x.a ? x.b : ")
	}
	if c, faults := newParser(t).Condition(long.String()+"x.a"+strings.Repeat(")", 20), testScope()); c == nil {
		t.Error(faults)
	}
}

func TestNamedConditionsAreNotTooDeepInsideOneAnother(t *testing.T) {
	loaded, faults := chained(t, "x.a", "!BEFORE")
	want := "the condition has more than 64 named conditions inside one another"
	if loaded != 65 || len(faults) != 1 || faults[0].Message != want || faults[0].Remedy == "" {
		t.Errorf("%d load: %v", loaded, faults)
	}
}
