package evaluatetest

import (
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"

	"pgregory.net/rapid"

	"windscreen/rules"
)

// vocabularyText is a made-up vocabulary with a few facts of every kind.
const vocabularyText = `domain: made_up
title: Made up
ask: Have you gone through what is made up?
of: child
facts:
  yes_a: {title: A, ask: A, type: yes_no, nothing: "no"}
  yes_b: {title: B, ask: B, type: yes_no, silence: It is asked}
  yes_c: {title: C, ask: C, type: yes_no, silence: It is asked}
  scale_a: {title: S, ask: S, scale: {none: None, some: Some, much: Much, most: Most}, nothing: none}
  scale_b: {title: T, ask: T, scale: {low: Low, middle: Middle, high: High}, silence: It is asked}
  choice_a: {title: X, ask: X, choice: {red: Red, green: Green, blue: Blue}, silence: It is asked}
  choice_b: {title: Y, ask: Y, choice: {left: Left, right: Right}, silence: It is asked}
  set_a: {title: Z, ask: Z, choices: {sun: Sun, moon: Moon, star: Star}, silence: It is asked}
  number_a: {title: N, ask: N, whole: {min: 0, max: 17}, silence: It is asked}
  number_b: {title: M, ask: M, whole: {min: 0, max: 5}, silence: It is asked}
  time_a: {title: P, ask: P, type: time}
  date_a: {title: Q, ask: Q, type: date}
`

const policyText = `title: A made-up document
publisher: Nobody
edition: First
files: [clauses.yaml, rules.yaml]
domains: {north: North, south: South, east: East}
`

const clausesText = `document: A made-up document
clauses:
  - {id: M-1, section: "1", says: Something}
`

// Policy draws a whole rule root: a made-up vocabulary, and rules of every kind
// with random conditions.
func Policy(t *rapid.T) fstest.MapFS { return Root(Rules(t)) }

// Root is a whole rule root with the made-up vocabulary and these rules.
func Root(rules string) fstest.MapFS {
	return fstest.MapFS{
		"vocabulary/made-up.yaml":          {Data: []byte(vocabularyText)},
		"authorities/made/up/policy.yaml":  {Data: []byte(policyText)},
		"authorities/made/up/clauses.yaml": {Data: []byte(clausesText)},
		"authorities/made/up/rules.yaml":   {Data: []byte(rules)},
	}
}

// Rules draws a file of rules for the made-up vocabulary.
func Rules(t *rapid.T) string {
	var b strings.Builder
	rule := func(id, when, more string) {
		fmt.Fprintf(&b, "  - id: %s\n    title: Rule\n    cite: [M-1]\n%s", id, more)
		if when != "" {
			fmt.Fprintf(&b, "    when: |\n      %s\n", when)
			b.WriteString(inForce(t))
		}
	}
	b.WriteString("parameters:\n  two: {value: 2, why: Because}\n")
	b.WriteString(namedConditions(t))
	b.WriteString("statutes:\n  - {name: one, section: s1, title: One}\n  - {name: other, section: s2, title: Other}\n")
	b.WriteString("indicators:\n")
	for i := range rapid.IntRange(1, 12).Draw(t, "indicators") {
		strength := rapid.SampledFrom([]string{"decides", "counts", "counts", "counts", "modifies", "context"}).Draw(t, "strength")
		more := fmt.Sprintf("    level: %d\n    domain: %s\n    concept: c%d\n    strength: %s\n",
			rapid.IntRange(1, 4).Draw(t, "level"), rapid.SampledFrom([]string{"north", "south", "east"}).Draw(t, "domain"),
			rapid.IntRange(0, 5).Draw(t, "concept"), strength)
		if strength == "decides" && rapid.Bool().Draw(t, "makes out a ground") {
			more += "    ground: one\n"
		}
		rule(fmt.Sprintf("indicator-%02d", i), condition(t, factAtom, 3), more)
	}
	b.WriteString("grounds:\n")
	for i := range rapid.IntRange(1, 3).Draw(t, "grounds") {
		statute := rapid.SampledFrom([]string{"one", "other"})
		rule(fmt.Sprintf("ground-%d", i), condition(t, factAtom, 3), "    ground: "+statute.Draw(t, "ground")+"\n")
	}
	b.WriteString("levels:\n")
	rule("level-1", "", "    level: 1\n    name: L1\n")
	for n := 2; n <= 4; n++ {
		rule(fmt.Sprintf("level-%d", n), condition(t, countAtom, 2), fmt.Sprintf("    level: %d\n    name: L%d\n", n, n))
	}
	b.WriteString("consent:\n")
	for _, answer := range []string{"agreement", "inform", "sharing"} {
		fmt.Fprintf(&b, " %s:\n", answer)
		first := "    value: not_applicable\n    says: Says\n"
		if answer != "agreement" {
			first = "    value: advice_first\n    says: Says\n" + unless(t, laterAtom)
		}
		rule(answer+"-1", condition(t, laterAtom, 2), first)
		rule(answer+"-2", "", "    value: not_applicable\n    says: Says\n")
	}
	b.WriteString("escalations:\n")
	rule("escalation", condition(t, laterAtom, 3), "    action: Act\n    who: Somebody\n"+
		"    due: [{clause: M-1, within: 24 hours, from: made_up.time_a, basis: A day}]\n"+unless(t, laterAtom))
	rule("standing", "", "    action: Act\n    who: Somebody\n    immediate: true\n"+unless(t, laterAtom))
	b.WriteString("pathway:\n")
	rule("step", condition(t, laterAtom, 2), "    part: front_door\n    force: expected\n    says: Says\n"+unless(t, laterAtom))
	b.WriteString("services:\n")
	rule("service", condition(t, laterAtom, 3), "    says: Says\n")
	b.WriteString("cautions:\n")
	rule("caution", condition(t, cautionAtom, 3), "    says: Says\n"+unless(t, cautionAtom))
	// Each is used at least once, because one that no rule uses is refused.
	for _, name := range []string{"fact", "count", "later"} {
		rule("caution-"+name, "named_"+name+" || named_"+name+"_too", "    says: Says\n")
	}
	return b.String()
}

// namedConditions draws conditions with names: two for each stratum, of which the second
// may use the first.
func namedConditions(t *rapid.T) string {
	var b strings.Builder
	b.WriteString("conditions:\n")
	for _, c := range []struct {
		name string
		atom func(*rapid.T) string
	}{{"fact", factAtom}, {"count", countAtom}, {"later", laterAtom}} {
		fmt.Fprintf(&b, "  named_%s: {title: Named, when: '%s'}\n", c.name, condition(t, bare(c.atom), 2))
		fmt.Fprintf(&b, "  named_%[1]s_too: {title: Named too, when: 'named_%[1]s || %[2]s'}\n", c.name, condition(t, bare(c.atom), 1))
	}
	return b.String()
}

// bare draws an atom that names no condition.
func bare(atom func(*rapid.T) string) func(*rapid.T) string {
	return func(t *rapid.T) string {
		return rapid.Custom(atom).Filter(func(s string) bool { return !strings.Contains(s, "named_") }).Draw(t, "bare atom")
	}
}

// unless draws an "unless" for a rule. One rule in four has none.
func unless(t *rapid.T, atom func(*rapid.T) string) string {
	if rapid.IntRange(0, 3).Draw(t, "unless") == 0 {
		return ""
	}
	return "    unless:\n      says: something is so\n      when: |\n        " + condition(t, atom, 2) + "\n"
}

// inForce draws the days on which a rule is in force. One rule in eight has such days,
// and some of them begin or end about the day of random cases.
func inForce(t *rapid.T) string {
	if rapid.IntRange(0, 7).Draw(t, "dated") > 0 {
		return ""
	}
	days := rapid.SampledFrom([]string{
		"from: 2020-03-02", "from: 2020-03-03", "to: 2020-03-01", "to: 2020-03-02", "from: 2019-01-01, to: 2020-03-31",
	})
	return "    in_force: {" + days.Draw(t, "days") + "}\n"
}

// condition draws a condition from atoms and operators.
func condition(t *rapid.T, atom func(*rapid.T) string, depth int) string {
	sub := func() string { return condition(t, atom, depth-1) }
	if depth == 0 {
		return atom(t)
	}
	switch rapid.IntRange(0, 9).Draw(t, "operator") {
	case 0, 1:
		return "(" + sub() + " && " + sub() + ")"
	case 2, 3:
		return "(" + sub() + " || " + sub() + ")"
	case 4:
		return "!(" + sub() + ")"
	case 5:
		return "(" + sub() + " ? " + sub() + " : " + sub() + ")"
	case 6:
		return fmt.Sprintf("atLeastN(%d, %s, %s, %s)", rapid.IntRange(1, 3).Draw(t, "n"), sub(), sub(), sub())
	default:
		return atom(t)
	}
}

func oneOf(t *rapid.T, texts ...string) string { return rapid.SampledFrom(texts).Draw(t, "atom") }

// factAtom draws a test of facts.
func factAtom(t *rapid.T) string {
	return oneOf(t, "made_up.yes_a", "made_up.yes_b", "made_up.yes_c", "true", "named_fact", "named_fact_too", "!named_fact",
		`made_up.scale_a.atLeast("some")`, `made_up.scale_a.atLeast("most")`, `made_up.scale_a.atMost("some")`,
		`made_up.scale_a.between("some", "much")`,
		`made_up.scale_b.atLeast("high")`, `made_up.scale_b.atMost("low")`,
		`made_up.choice_a == "red"`, `made_up.choice_a != "red"`, `made_up.choice_a in ["green", "blue"]`, `made_up.choice_b == "left"`,
		`"sun" in made_up.set_a`, `"moon" in made_up.set_a`,
		"made_up.number_a < 13", "made_up.number_a >= 13", "made_up.number_a.between(5, 12)",
		"made_up.number_b >= two", "made_up.number_b <= 3",
		"as_of - made_up.time_a > hours(24)", "made_up.date_a < made_up.time_a",
		"as_of - made_up.date_a <= days(28)", "as_of - made_up.time_a < weeks(10500)", "made_up.time_a - as_of >= days(0)",
		"as_of - made_up.date_a < years(1)", "made_up.time_a - made_up.date_a <= days(3)")
}

// countAtom draws what a level criterion may read as well.
func countAtom(t *rapid.T) string {
	if rapid.IntRange(0, 3).Draw(t, "fact") == 0 {
		return factAtom(t)
	}
	return oneOf(t, "ground.one", "ground.other", "!ground.one", "named_count", "named_count_too",
		"decisive(3)", "decisive(4)", "tally(2) >= two", "tally(3) >= 1", "tally(4) >= 1",
		"tally(1) >= 3", "tally(3) < 2", "domains(2) >= 2", "domains(3) <= 1")
}

// laterAtom draws what a rule after the level may read as well.
func laterAtom(t *rapid.T) string {
	if rapid.Bool().Draw(t, "earlier") {
		return countAtom(t)
	}
	if rapid.IntRange(0, 2).Draw(t, "asked first") == 0 {
		return askedFirst(t)
	}
	return oneOf(t, "level >= 3", "level.between(2, 3)", "level < 4",
		"open(made_up.scale_a)", "open(made_up.yes_a)", "open(made_up.set_a)", "open(made_up.time_a)",
		"named_later", "!named_later_too", "open(named_fact)", "certain(named_count_too)",
		"certain(made_up.yes_b)", "!certain(made_up.scale_a.atLeast(\"much\"))",
		"certain(ground.other && made_up.yes_a)", "!certain(level >= 3)",
		"open(made_up.choice_a)", "open(ground.one)", "open(level >= 3)", "open(made_up.number_a < 13)", "open(tally(3) >= 2)")
}

// askedFirst draws a condition that first asks whether something is open, and then reads
// the same thing or, as often, another.
func askedFirst(t *rapid.T) string {
	asked := []string{"made_up.yes_a", "made_up.scale_a", "made_up.choice_a", "made_up.set_a",
		"made_up.number_a", "made_up.time_a", "ground.one", "level >= 3"}
	reads := []string{"made_up.yes_a", `made_up.scale_a.atLeast("much")`, `made_up.choice_a == "red"`, `"sun" in made_up.set_a`,
		"made_up.number_a < 13", "as_of - made_up.time_a > hours(24)", "ground.one", "level >= 3"}
	i := rapid.IntRange(0, len(asked)-1).Draw(t, "asked")
	j := i
	if rapid.Bool().Draw(t, "of another") {
		j = rapid.IntRange(0, len(reads)-1).Draw(t, "read")
	}
	form := oneOf(t,
		"(!open(%[1]s) && %[2]s)", "(open(%[1]s) || %[2]s)", "(open(%[1]s) || !(%[2]s))",
		"(open(%[1]s) && %[2]s)", "(!open(%[1]s) || %[2]s)",
		"(%[2]s || %[3]s || open(%[2]s || %[3]s))", "(%[2]s && %[3]s && !open(%[2]s && %[3]s))",
		"(certain(%[2]s) && %[3]s)", "(!certain(%[2]s) || %[3]s)", "(certain(%[2]s && %[3]s) && %[3]s)",
		"(certain(%[2]s) || %[3]s)", "(!certain(%[2]s) && %[3]s)",
		"(%[2]s || open(%[2]s || %[3]s))", "(%[2]s && !open(%[2]s && %[3]s))")
	return fmt.Sprintf(form, asked[i], reads[j], reads[i])
}

// cautionAtom draws what a caution may read as well.
func cautionAtom(t *rapid.T) string {
	if rapid.Bool().Draw(t, "earlier still") {
		return laterAtom(t)
	}
	return oneOf(t, "judgement.recorded", "judgement.differs", "judgement.level >= 3")
}

// Beside is a rule root of the shipped vocabulary and these files.
func Beside(t interface{ Fatalf(string, ...any) }, files map[string][]byte) fstest.MapFS {
	root := fstest.MapFS{}
	names, err := fs.Glob(rules.FS, "vocabulary/*.yaml")
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(rules.FS, name)
		if err != nil {
			t.Fatalf("%v", err)
		}
		root[name] = &fstest.MapFile{Data: data}
	}
	for name, data := range files {
		root[name] = &fstest.MapFile{Data: data}
	}
	return root
}
