package lang_test

import (
	"strings"
	"testing"
	"time"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// words makes the words of a scale or choice.
func words(names ...string) []vocabulary.Word {
	out := make([]vocabulary.Word, len(names))
	for i, n := range names {
		out[i] = vocabulary.Word{Name: n, Says: n}
	}
	return out
}

// testScope is a small made-up vocabulary and policy.
func testScope() *lang.Scope {
	fact := func(name string, kind vocabulary.Kind, w ...string) *vocabulary.Fact {
		return &vocabulary.Fact{Path: "x." + name, Domain: "x", Name: name, Kind: kind, Words: words(w...), Max: 17}
	}
	return &lang.Scope{
		Vocabulary: vocabulary.New([]*vocabulary.Domain{{Name: "x", Facts: []*vocabulary.Fact{
			fact("a", vocabulary.YesNo), fact("b", vocabulary.YesNo),
			fact("scale", vocabulary.Scale, "none", "some", "much"),
			fact("choice", vocabulary.Choice, "red", "green", "blue"),
			fact("set", vocabulary.Choices, "sun", "moon"),
			fact("number", vocabulary.Whole),
			fact("at", vocabulary.Time), fact("on", vocabulary.Date),
		}}}, time.UTC),
		Parameters: map[string]lang.Constant{
			"two":    {Kind: lang.WholeConstant, Int: 2},
			"always": {Kind: lang.YesNoConstant, Bool: true},
			"rung":   {Kind: lang.WordConstant, Word: "some"},
		},
		Grounds: []string{"s20", "s47"}, Levels: []int{1, 2, 3, 4}, Stratum: lang.WithJudgement,
	}
}

// named adds named conditions, given by name and text; each may use those before it.
func named(t *testing.T, p *lang.Parser, s *lang.Scope, conditions ...string) *lang.Scope {
	t.Helper()
	s.Conditions = map[string]*lang.NamedCondition{}
	for i := 0; i < len(conditions); i += 2 {
		name, text := conditions[i], conditions[i+1]
		c, faults := p.Condition(text, s)
		if c == nil {
			t.Fatalf("%s: %v", name, faults)
		}
		s.Conditions[name] = lang.Name(name, "Title of "+name, c)
	}
	return s
}

const asOf = 1_000_000

// testEnv is a case in which a is yes, b unknown, the scale at least some, the
// choice unknown, the set holds the sun and maybe the moon, the number from 3 to 8,
// at an hour before as_of and on unknown; s20 open, s47 made out.
func testEnv(s *lang.Scope) *lang.Env {
	e := &lang.Env{
		AsOf:    asOf,
		Grounds: []logic.Truth{logic.Unknown, logic.True}, Decisive: []logic.Truth{logic.True, logic.True, logic.Unknown, logic.False},
		Tally:   []logic.Range{{Lo: 3, Hi: 5}, {Lo: 2, Hi: 4}, {Lo: 1, Hi: 2}, {Lo: 0, Hi: 1}},
		Domains: []logic.Range{{Lo: 2, Hi: 3}, {Lo: 2, Hi: 2}, {Lo: 1, Hi: 1}, {Lo: 0, Hi: 1}},
		Level:   logic.Range{Lo: 2, Hi: 3}, Judgement: lang.Judgement{Recorded: true, Level: 3},
	}
	for _, f := range s.Vocabulary.Facts {
		e.Values = append(e.Values, f.Unknown())
	}
	set := func(name string, v vocabulary.Value) { e.Values[s.Vocabulary.Fact("x."+name).Index] = v }
	set("a", vocabulary.YesOrNo(true))
	set("scale", vocabulary.Value{Lo: 1, Hi: 2})
	set("set", vocabulary.Value{Lo: 1, Hi: 3})
	set("number", vocabulary.Value{Lo: 3, Hi: 8})
	set("at", vocabulary.Exactly(asOf-3600))
	return e
}

func TestConditionsAreTrueFalseOrUnknown(t *testing.T) {
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	scope := named(t, parser, testScope(), "either", "x.a || x.b", "both", "either && x.b")
	env := testEnv(scope)
	for text, want := range map[string]logic.Truth{
		"x.a": logic.True, "!x.a": logic.False, "x.b": logic.Unknown, "!x.b": logic.Unknown, "true": logic.True, "false": logic.False,
		"x.a && x.b": logic.Unknown, "x.b && false": logic.False, "x.a || x.b": logic.True, "x.b || false": logic.Unknown,
		"x.b && x.b && false": logic.False, "(x.b || x.a) && x.a": logic.True,
		"x.a ? x.a : x.b": logic.True, "x.a ? x.b : x.a": logic.Unknown, "x.b ? x.a : x.a": logic.Unknown, "!x.a ? x.b : x.a": logic.True,
		"atLeastN(2, x.a, x.b, true)": logic.True, "atLeastN(2, x.a, x.b, false)": logic.Unknown,
		"atLeastN(2, x.a, false, false)": logic.False,
		`x.scale.atLeast("some")`:        logic.True, `x.scale.atLeast("much")`: logic.Unknown, `x.scale.atMost("none")`: logic.False,
		`x.scale.between("none", "some")`: logic.Unknown, `x.scale.atLeast(rung)`: logic.True,
		"(x.a || x.b) && (x.b || x.a)": logic.True,
		`x.choice == "red"`:            logic.Unknown, `x.choice != "red"`: logic.Unknown, `x.choice in ["red", "green"]`: logic.Unknown,
		`"sun" in x.set`: logic.True, `"moon" in x.set`: logic.Unknown, `!("sun" in x.set)`: logic.False,
		"x.number >= 3": logic.True, "x.number > 8": logic.False, "x.number < 5": logic.Unknown, "x.number <= 8": logic.True,
		"x.number.between(3, 8)": logic.True, "x.number.between(9, 12)": logic.False, "x.number >= two": logic.True,
		"as_of - x.at > hours(1)": logic.False, "as_of - x.at >= hours(1)": logic.True, "as_of - x.at < days(1)": logic.True,
		"x.at < as_of": logic.True, "x.on < x.at": logic.Unknown, "as_of - x.on <= weeks(two)": logic.Unknown,
		"ground.s47": logic.True, "ground.s20": logic.Unknown,
		"decisive(2)": logic.True, "decisive(3)": logic.Unknown, "decisive(4)": logic.False,
		"tally(2) >= 2": logic.True, "tally(3) >= two": logic.Unknown, "tally(4) >= 2": logic.False, "tally(4) < 2": logic.True,
		"domains(3) >= 1": logic.True,
		"level >= 2":      logic.True, "level >= 3": logic.Unknown, "level >= 4": logic.False, "level < 4": logic.True,
		"level.between(2, 3)": logic.True,
		"open(x.a)":           logic.False, "open(x.b)": logic.True, "open(x.scale)": logic.True,
		"open(x.set)": logic.True, "open(x.at)": logic.False,
		"open(ground.s20)": logic.True, "open(ground.s47)": logic.False, "open(level >= 3)": logic.True,
		`open(x.scale.atLeast("some"))`: logic.False,
		"certain(x.a)":                  logic.True, "certain(x.b)": logic.False, "!certain(x.b)": logic.True, "certain(!x.a)": logic.False,
		"certain(level >= 2)": logic.True,
		"certain(level >= 3)": logic.False, `certain(x.scale.atLeast("some") && x.a)`: logic.True,
		"certain(open(x.b))": logic.True, "open(certain(x.b))": logic.False,
		"either": logic.True, "!either": logic.False, "both": logic.Unknown, "open(both)": logic.True,
		"certain(both)": logic.False, "both && false": logic.False,
		"judgement.recorded": logic.True, "judgement.differs": logic.True,
		"judgement.level >= 3": logic.True, "judgement.level > 3": logic.False,
	} {
		c, faults := parser.Condition(text, scope)
		if len(faults) > 0 {
			t.Errorf("%s does not load: %v", text, faults)
			continue
		}
		if got := c.Root.Truth(env); got != want {
			t.Errorf("%s is %v, want %v", text, got, want)
		}
	}
}

func TestEvaluatingAllocatesNothing(t *testing.T) {
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	scope := testScope()
	env := testEnv(scope)
	c, faults := parser.Condition(
		`atLeastN(2, x.a, x.b, x.number > 3) && (x.scale.atLeast("much") || tally(3) >= 2 ? open(x.b) : "sun" in x.set)`, scope)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if n := testing.AllocsPerRun(100, func() { c.Root.Truth(env) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestAPartOfAConditionKeepsItsText(t *testing.T) {
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	c, faults := parser.Condition(
		"ground.s47 ||\n (tally(3) >= two && x.scale.atLeast( \"some\" )) || !(\"sun\" in x.set) || atLeastN(1, x.a, (x.b))", testScope())
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	want := []string{"ground.s47", `tally(3) >= two && x.scale.atLeast( "some" )`, `!("sun" in x.set)`, "atLeastN(1, x.a, (x.b))"}
	for i, n := range c.Root.Args {
		if got := n.Text(); got != want[i] {
			t.Errorf("part %d is %q, want %q", i, got, want[i])
		}
	}
}

// FuzzCondition holds that any text either loads or is refused with a place inside
// it, and that what loads can be evaluated, and printed.
func FuzzCondition(f *testing.F) {
	for _, seed := range []string{
		`x.a && !x.b`, `x.scale.atLeast("some")`, `as_of - x.at > hours(24)`, `tally(3) >= two`, `atLeastN(2, x.a, x.b)`,
		`x.a ? x.b : "`, `has(x.a)`, `[1].all(i, i > 0)`, `x.a.b.c{d: 1}`, "((((", "x.a &&\n&& x.b", "“x”",
		strings.Repeat("!", 300) + "x.a", `open(open(x.a))`,
	} {
		f.Add(seed)
	}
	parser, err := lang.NewParser()
	if err != nil {
		f.Fatal(err)
	}
	scope := testScope()
	env := testEnv(scope)
	f.Fuzz(func(t *testing.T, text string) {
		c, faults := parser.Condition(text, scope)
		if (c == nil) == (len(faults) == 0) {
			t.Fatalf("neither loaded nor refused, or both: %v", faults)
		}
		for _, fault := range faults {
			if fault.Start < 0 || fault.End < fault.Start || fault.End > max(len([]rune(text)), 1) {
				t.Fatalf("a fault outside the text: %+v", fault)
			}
			if fault.Message == "" || fault.Code == "" {
				t.Fatalf("a fault that does not say what it is: %+v", fault)
			}
		}
		if c != nil {
			c.Root.Truth(env)
			prints(t, parser, scope, c.Root)
		}
	})
}
