package lang_test

import (
	"testing"

	"windscreen/engine/internal/lang"
)

func TestWhatIsProvedNeverToBeUnknown(t *testing.T) {
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	scope := named(t, parser, testScope(), "either", "x.a || x.b", "known_a", "!open(x.a)")
	for text, want := range map[string]bool{
		// Without asking whether anything is open, only what reads nothing.
		"true": true, "false": true, "always": true, "judgement.recorded": true, "judgement.differs": true, "judgement.level >= 3": false,
		"x.a": false, `x.scale.atLeast("some")`: false, `x.choice == "red"`: false, `"sun" in x.set`: false, "x.number >= 3": false,
		"as_of - x.at > hours(1)": false, "ground.s47": false, "decisive(3)": false, "tally(3) >= 2": false, "level >= 3": false,
		"x.a && x.b": false, "x.a || !x.a": false, "!x.a": false,
		// What asks about ignorance, and what is made of it.
		"open(x.a)": true, "open(x.at)": true, "open(level >= 3)": true, "!open(x.a)": true, "open(x.a) && judgement.recorded": true,
		"open(x.a) || open(x.b)": true, "open(x.a) ? open(x.b) : true": true, "open(x.a) ? x.b : true": false,
		"x.a ? open(x.b) : true":                  false,
		"atLeastN(2, open(x.a), open(x.b), true)": true, "atLeastN(2, open(x.a), open(x.b), x.a)": false,
		// An "and" that is false while a fact is open.
		"!open(x.a) && x.a": true, "x.a && !open(x.a)": true, "!open(x.a) && !x.a": true,
		`!open(x.scale) && x.scale.atLeast("some") && !x.scale.atLeast("much")`: true,
		`!open(x.choice) && x.choice in ["red", "blue"]`:                        true,
		`!open(x.set) && "sun" in x.set`:                                        true, "!open(x.number) && x.number >= 3": true,
		// A time that is not open may be known to the day alone.
		"!open(x.at) && as_of - x.at > hours(1)": false,
		"!open(x.a) && x.b":                      false, "!open(x.a) && (x.a || x.b)": false,
		"!open(x.a) && !open(x.b) && (x.a || x.b)": true,
		"!open(x.a) && (!open(x.b) && x.b || x.a)": true,
		"!open(x.at) && x.on < x.at":               false, "!open(x.at) && !open(x.on) && x.on < x.at": false,
		"open(x.a) && x.a": false, "!open(x.a) || x.a": false, "(!open(x.a) && x.b) || x.a": false,
		// An "or" that is true while something is open.
		"open(x.a) || x.a": true, "open(x.a) || !x.a": true, "!(open(x.a) || x.a)": true, "open(x.a) || x.b": false,
		"open(ground.s47) || !ground.s47": true, "open(ground.s47) || !ground.s20": false,
		"open(level >= 3) || !(level >= 3)": true, "open(level >= 3) || level >= 4": false,
		"open(x.a && x.b) || (x.a && x.b)": true, "open(x.a && x.b) || x.a": false, "!open(tally(3) >= 2) && tally(3) >= two": true,
		`open("sun" in x.set) || "sun" in x.set`: true, `open("sun" in x.set) || "moon" in x.set`: false,
		// Something asked about whose parts are those of the whole.
		"x.a || x.b || open(x.a || x.b)": true, "level >= 3 || x.a || ground.s20 || open(x.a || level >= 3)": false,
		"level >= 3 || x.a || open(x.a || level >= 3)": true, "x.a || open(x.a || x.b)": false, "open(x.a && x.b) || x.a || x.b": false,
		"!open(x.a && x.b) && x.a && x.b": true, "!open(x.a && x.b) && x.a": false, "!open(x.a || x.b) && x.a && x.b": false,
		"open(x.a || x.b) && (x.a || x.b)": false,
		// What is certain is never unknown, and what it is certain of is known beside it.
		"certain(x.a)": true, "certain(level >= 3 || x.b)": true, "!certain(x.b)": true, "x.b && certain(x.a)": false,
		"certain(x.a) && x.a": true, "certain(x.a) && !x.a": true, "certain(x.a) || x.a": false, "!certain(x.a) && x.a": false,
		"!certain(x.a) || x.a": true, "!certain(x.a) || x.b": false,
		"certain(x.a && x.b) && (x.a || x.b)": true, "certain(x.a || x.b) && x.a": false,
		`certain(x.scale.atLeast("some")) && x.scale.atLeast("much")`: false,
		// A name is seen through.
		"known_a && x.a": true, "!open(either) && either": true, "!open(either) && (x.a || x.b)": true,
		"certain(either) && either": true, "either": false,
		// What is proved of a part alone.
		"(open(x.a) || !x.a) && level >= 2": false, "(open(x.a) || !x.a) && (open(level >= 2) || level >= 2)": true,
	} {
		c, faults := parser.Condition(text, scope)
		if len(faults) > 0 {
			t.Errorf("%s does not load: %v", text, faults)
			continue
		}
		if got := c.Root.NeverUnknown(); got != want {
			t.Errorf("%s: proved %v, want %v", text, got, want)
		}
	}
}
