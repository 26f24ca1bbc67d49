package lang_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/lang"
)

// identical reports whether two trees are the same in everything but their texts and places.
func identical(a, b *lang.Node) bool {
	return a.Op == b.Op && a.Fact == b.Fact && a.Value == b.Value && a.Lo == b.Lo && a.Hi == b.Hi && a.Set == b.Set &&
		a.Counter == b.Counter && a.N == b.N && a.From == b.From && a.To == b.To && a.Length == b.Length &&
		a.Named == b.Named && slices.EqualFunc(a.Args, b.Args, identical)
}

// prints fails unless what a printer writes of a condition gives the same tree. It returns
// the texts: in the one form, and as far as can be as the author wrote them.
func prints(t interface{ Fatalf(string, ...any) }, parser *lang.Parser, scope *lang.Scope, root *lang.Node) (oneForm, asWritten string) {
	texts := make([]string, 2)
	for i := range texts {
		p := scope.Printer()
		p.AsWritten = i == 1
		texts[i] = p.Print(root)
		again, faults := parser.Condition(texts[i], scope)
		if again == nil {
			t.Fatalf("what is printed does not load: %s: %v", texts[i], faults)
		}
		if !identical(root, again.Root) {
			t.Fatalf("what is printed gives another tree: %s", texts[i])
		}
		if second := p.Print(again.Root); second != texts[i] {
			t.Fatalf("printed again, %s is %s", texts[i], second)
		}
	}
	return texts[0], texts[1]
}

func TestConditionsArePrintedInOneFormOrAsWritten(t *testing.T) {
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	scope := named(t, parser, testScope(), "either", "x.a || x.b")
	for _, c := range []struct{ text, oneForm, asWritten string }{
		{"((x.a))&&( x.b )", "x.a && x.b", ""},
		{"(x.a && x.b) && (x.a && x.b)", "x.a && x.b && x.a && x.b", ""},
		{"(x.a && x.b) || x.a", "x.a && x.b || x.a", ""},
		{"(x.a || x.b) && x.a", "(x.a || x.b) && x.a", ""},
		{"!(x.a) || !(!x.b) || !(x.a && x.b)", "!x.a || !(!x.b) || !(x.a && x.b)", ""},
		{"!(x.number < two)", "!(x.number < 2)", "!(x.number < two)"},
		{"!(x.number.between(1, two))", "!x.number.between(1, 2)", "!x.number.between(1, two)"},
		{"x.number > 3", "x.number >= 4", "x.number > 3"},
		{"x.number <=\n 3", "x.number < 4", "x.number <= 3"},
		{"(x.a ? x.b : x.a) ? (x.a || x.b) : (x.b ? x.a : always)", "(x.a ? x.b : x.a) ? x.a || x.b : x.b ? x.a : true",
			"(x.a ? x.b : x.a) ? x.a || x.b : x.b ? x.a : always"},
		{"x.a || (x.a ? x.b : x.a)", "x.a || (x.a ? x.b : x.a)", ""},
		{"atLeastN(two, (x.a || x.b), x.a ? x.b : x.a, false)", "atLeastN(2, x.a || x.b, x.a ? x.b : x.a, false)",
			"atLeastN(two, x.a || x.b, x.a ? x.b : x.a, false)"},
		{"x.scale.atLeast(rung) && either", `x.scale.atLeast("some") && either`, "x.scale.atLeast(rung) && either"},
		{`x.scale.between("some", "some") || x.scale.between("much", "much")`,
			`x.scale.between("some", "some") || x.scale.atLeast("much")`,
			`x.scale.between("some", "some") || x.scale.between("much", "much")`},
		{`x.choice in ["red"] || x.choice in ["red", "blue"]`, `x.choice == "red" || x.choice != "green"`,
			`x.choice in ["red"] || x.choice in ["red", "blue"]`},
		{`!("sun" in x.set)`, `!("sun" in x.set)`, ""},
		{"tally(two) >= two && domains(3) < 2 && decisive( 4 )", "tally(2) >= 2 && domains(3) < 2 && decisive(4)",
			"tally(two) >= two && domains(3) < 2 && decisive( 4 )"},
		{"level > 2 && level.between(two, 3) && judgement.level < 4 && judgement.differs || judgement.recorded",
			"level >= 3 && level.between(2, 3) && judgement.level < 4 && judgement.differs || judgement.recorded",
			"level > 2 && level.between(two, 3) && judgement.level < 4 && judgement.differs || judgement.recorded"},
		{"open((x.a)) || open(x.a && x.b) || certain(ground.s47) || open(x.at)",
			"open(x.a) || open(x.a && x.b) || certain(ground.s47) || open(x.at)",
			"open((x.a)) || open(x.a && x.b) || certain(ground.s47) || open(x.at)"},
		{"as_of - x.at > hours(two) || x.on < as_of || as_of - x.on <= days(14) || x.at - x.on >= years(1)",
			"as_of - x.at > hours(2) || x.on < as_of || as_of - x.on <= weeks(2) || x.at - x.on >= years(1)",
			"as_of - x.at > hours(two) || x.on < as_of || as_of - x.on <= days(14) || x.at - x.on >= years(1)"},
	} {
		condition, faults := parser.Condition(c.text, scope)
		if condition == nil {
			t.Fatalf("%s: %v", c.text, faults)
		}
		oneForm, asWritten := prints(t, parser, scope, condition.Root)
		if c.asWritten == "" {
			c.asWritten = c.oneForm
		}
		if oneForm != c.oneForm || asWritten != c.asWritten {
			t.Errorf("%s\nis printed as %s\nand %s,\nnot as     %s\nand %s", c.text, oneForm, asWritten, c.oneForm, c.asWritten)
		}
	}
}

func TestWhatIsPrintedGivesTheSameTreeWithNoBracketTooMany(t *testing.T) {
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	scope := named(t, parser, testScope(), "either", "x.a || x.b", "both", "either && x.b")
	rapid.Check(t, func(t *rapid.T) {
		text := conditionText(t, 4)
		condition, faults := parser.Condition(text, scope)
		if condition == nil {
			t.Fatalf("%s: %v", text, faults)
		}
		printed, _ := prints(t, parser, scope, condition.Root)
		// A bracket after a letter belongs to a call.
		runes := []rune(printed)
		var open []int
		for i, r := range runes {
			switch r {
			case '(':
				open = append(open, i)
			case ')':
				start := open[len(open)-1]
				open = open[:len(open)-1]
				if start > 0 && (runes[start-1] >= 'a' && runes[start-1] <= 'z' || runes[start-1] == 'N') {
					continue
				}
				without := string(runes[:start]) + string(runes[start+1:i]) + string(runes[i+1:])
				if other, _ := parser.Condition(without, scope); other != nil && identical(other.Root, condition.Root) {
					t.Fatalf("%s has brackets that change nothing; without them it is %s", printed, without)
				}
			}
		}
	})
}

// conditionText draws the text of a condition, with more brackets than are needed.
func conditionText(t *rapid.T, depth int) string {
	atoms := []string{"x.a", "x.b", "true", "false", "either", "both", "always", `x.scale.atLeast("some")`, `x.scale.atLeast(rung)`,
		`x.scale.atMost("some")`, `x.choice == "red"`, `x.choice != "red"`, `x.choice in ["red", "green"]`, `"sun" in x.set`,
		"x.number < 3", "x.number > two", "x.number.between(2, 9)",
		"as_of - x.at > hours(5)", "as_of - x.on <= days(14)", "x.at < x.on", "x.at - x.on < years(2)",
		"ground.s47", "decisive(3)", "tally(3) >= two", "domains(2) < 4", "level >= 3", "level.between(2, 3)", "judgement.level >= 2",
		"judgement.recorded", "judgement.differs", "open(x.scale)", "open(x.a)"}
	sub := func() string { return conditionText(t, depth-1) }
	if depth == 0 || rapid.IntRange(0, 3).Draw(t, "atom") == 0 {
		return rapid.SampledFrom(atoms).Draw(t, "which")
	}
	switch rapid.IntRange(0, 7).Draw(t, "operator") {
	case 0, 1:
		return fmt.Sprintf("(%s && %s)", sub(), sub())
	case 2, 3:
		return fmt.Sprintf("(%s || %s)", sub(), sub())
	case 4:
		return fmt.Sprintf("!(%s)", sub())
	case 5:
		return fmt.Sprintf("(%s ? %s : %s)", sub(), sub(), sub())
	case 6:
		return fmt.Sprintf("atLeastN(%d, %s, %s)", rapid.IntRange(1, 2).Draw(t, "n"), sub(), sub())
	default:
		return fmt.Sprintf("%s(%s)", rapid.SampledFrom([]string{"open", "certain"}).Draw(t, "asks"), sub())
	}
}

func TestATreeThatWasTakenApartIsFlattened(t *testing.T) {
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	scope := testScope()
	of := func(text string) *lang.Node {
		c, faults := parser.Condition(text, scope)
		if c == nil {
			t.Fatalf("%s: %v", text, faults)
		}
		return c.Root
	}
	a, b := of("x.a"), of("x.b")
	both := &lang.Node{Op: lang.And, Args: []*lang.Node{a, b}}
	nested := &lang.Node{Op: lang.And, Args: []*lang.Node{both, {Op: lang.Or, Args: []*lang.Node{both}}, a}}
	if flat := nested.Flat(); !identical(flat, of("x.a && x.b && x.a && x.b && x.a")) {
		t.Errorf("it is %s", scope.Printer().Print(flat))
	}
	if within := of("!(x.a && x.b)"); within.Flat() != within {
		t.Error("a tree from a text is made anew")
	}
}
