package scenariofile_test

import (
	"fmt"
	"strings"
	"testing"
	"windscreen/engine/authoring"

	"github.com/google/go-cmp/cmp"
)

// head is the start of a file that is sound as far as it goes: four lines, with a
// shared case that is used by every scenario built by one.
const head = `policy: made-up
cases:
  monday: {as_of: 2020-03-02T14:10:00Z}
scenarios:
`

// one is a file with one scenario of these lines; the first is line 6.
func one(lines ...string) string {
	return head + "  - name: One\n" + indent(4, append(lines, "use: [monday]")...)
}

// expecting is a file with one scenario that expects this, from line 7.
func expecting(lines ...string) string {
	return head + "  - name: One\n    use: [monday]\n    expect:\n" + indent(6, lines...)
}

func indent(by int, lines ...string) string {
	margin := strings.Repeat(" ", by)
	return margin + strings.Join(lines, "\n"+margin) + "\n"
}

const sound = "expect: {rules: {open: [home.damp]}}"

var faults = []struct {
	name, text string
	// want is the place and code of each fault.
	want []string
}{
	// The file.
	{"a file that is not YAML", "scenarios: [", []string{"1:13 yaml-syntax"}},
	{"a file that holds nothing", "", []string{" empty"}},
	{"a file without the key scenarios", "policy: made-up\n", []string{"1:1 missing-key"}},
	{"a file without a scenario", "policy: made-up\nscenarios: []\n", []string{"2:12 no-value"}},
	{"a key that means nothing", one("because: it is so", sound), []string{"6:5 unknown-key"}},
	{"a scenario without a name", head + "  - use: [monday]\n    " + sound + "\n", []string{"5:5 missing-key"}},
	{"a scenario without an expectation", one("case: {child: {age: 3}}"), []string{"5:5 missing-key"}},
	{"two scenarios of one name", head + strings.Repeat("  - {name: One, use: [monday], "+sound+"}\n", 2), []string{"6:12 duplicate-id"}},
	{"a name of several lines", head + "  - name: |\n      One\n      Two\n    use: [monday]\n    " + sound + "\n",
		[]string{"6:7 wrong-shape"}},
	{"a name that would colour a terminal", head + `  - {name: "One \e[31m", use: [monday], ` + sound + "}\n",
		[]string{"5:12 wrong-shape"}},
	{"a name that is too long", head + "  - {name: " + strings.Repeat("long ", 41) + ", use: [monday], " + sound + "}\n",
		[]string{"5:12 too-large"}},

	// Policies.
	{"a file for a policy that does not exist", strings.Replace(one(sound), "made-up", "made-down", 1), []string{"1:9 unknown-policy"}},
	{"a case for a policy that does not exist", one("case: {policy: another}", sound), []string{"6:20 unknown-policy"}},
	{"no policy at all", strings.Replace(one(sound), "policy: made-up", "", 1), []string{"5:5 unknown-policy"}},

	// Cases.
	{"a shared case that does not exist",
		one("case: {child: {age: 3}}", sound) + "    \n" + "  - {name: Two, use: [munday], " + sound + "}\n",
		[]string{"10:23 unknown-name"}},
	{"a shared case that is used twice", head + "  - {name: One, use: [monday, monday], " + sound + "}\n", []string{"5:31 duplicate-key"}},
	{"a shared case that nothing uses", strings.Replace(one(sound), "monday: ", "tuesday: {home: {}}\n  monday: ", 1),
		[]string{"3:3 unused-case"}},
	{"no case at all", head + "  - {name: One, use: [monday], " + sound + "}\n  - {name: Two, " + sound + "}\n",
		[]string{"6:5 missing-key"}},
	{"a fault in a shared case, reported once",
		strings.Replace(one(sound), "{as_of", "{child: {age: 99}, as_of", 1) + "  - {name: Two, use: [monday], " + sound + "}\n",
		[]string{"3:25 off-scale"}},
	{"a shared case that is no mapping", strings.Replace(one(sound), "{as_of: 2020-03-02T14:10:00Z}", "Monday", 1),
		[]string{"3:11 wrong-shape"}},
	{"faults in a scenario's own case", one("case:", "  home: {noise: loud}", "  hoem: {damp: true}", sound),
		[]string{"7:21 off-scale", "8:7 unknown-name"}},
	{"a case without as_of", "policy: made-up\nscenarios:\n  - name: One\n    case: {child: {age: 3}}\n    " + sound + "\n",
		[]string{"4:11 missing-key"}},
	{"a judgement of a level that the policy lacks",
		one("case: {judgement: {level: 7, by: manager, reason: Made up.}}", sound), []string{"6:31 off-scale"}},

	// Clauses.
	{"a clause that no register holds", one("from: [M-01, M-0]", sound), []string{"6:18 unknown-clause"}},
	{"a clause that is named twice", one("from: [M-01, M-01]", sound), []string{"6:18 duplicate-key"}},
	{"a clause of another policy", one("from: [O-01]", sound), []string{"6:12 unknown-clause"}},

	{"a clause expected that no register holds", expecting("cites: {hold: [M-9]}"), []string{"8:22 unknown-clause"}},
	{"a clause expected that no rule cites", expecting("cites: {not: [M-05]}"), []string{"8:21 unknown-clause"}},
	{"a clause expected that a rule always cites", expecting("cites: {not: [M-01]}"), []string{"8:21 conflict"}},
	{"nothing expected but a clause that a rule always cites", expecting("cites: {hold: [M-01]}"), []string{"8:7 expects-nothing"}},
	{"a clause expected to be possible that a rule always cites", expecting("cites: {possible: [M-01]}"), []string{"8:26 conflict"}},
	{"a clause expected both ways", expecting("cites: {hold: [M-03], not: [M-03]}"), []string{"8:35 conflict"}},

	// The matrix.
	{"a matrix of a fact that does not exist", one("matrix: {home.nois: [none, much]}", sound), []string{"6:14 unknown-name"}},
	{"a matrix of a policy that does not exist", one("matrix: {policy: [made-up, mode-up]}", sound), []string{"6:32 unknown-policy"}},
	{"every policy, in brackets", one("matrix: {policy: [all]}", sound), []string{"6:23 unknown-policy"}},
	{"every policy, in the case", one("case: {policy: all}", sound), []string{"6:20 unknown-policy"}},
	{"every value of a fact", one("matrix: {home.noise: all}", sound), []string{"6:26 wrong-shape"}},
	{"every policy, where the case names one", one("matrix: {policy: all}", "case: {policy: made-up}", sound),
		[]string{"6:14 conflict", "8:29 unknown-name"}},
	{"a rule and a clause that one policy lacks, under every policy", strings.Replace(one("from: [M-01]", sound), "made-up", "all", 1),
		[]string{"6:12 unknown-clause", "7:29 unknown-name"}},
	{"a level and a ground that one policy lacks, under every policy",
		one("matrix: {policy: all}", "expect: {level: 2, grounds: {hold: [s47]}}"),
		[]string{"7:21 off-scale", "7:41 unknown-name"}},
	{"a matrix of policies where the case names one", one("matrix: {policy: [made-up, other-one]}", "case: {policy: other-one}", sound),
		[]string{"6:14 conflict", "8:29 unknown-name"}},
	{"a clause that only one policy of a matrix has", one("from: [M-01]", "matrix: {policy: [made-up, other-one]}", sound),
		[]string{"6:12 unknown-clause", "8:29 unknown-name"}},
	{"a matrix of a fact that the case states", one("matrix: {home.noise: [none, much]}", "case: {home: {noise: none}}", sound),
		[]string{"6:14 conflict"}},
	{"a value that the fact cannot have, reported once",
		one("matrix: {home.noise: [none, loud], child.age: [1, 2]}", sound), []string{"6:33 off-scale"}},
	{"a value that is listed twice", one("matrix: {home.noise: [none, {at_least: some}, {at_least: some}]}", sound),
		[]string{"6:51 duplicate-key"}},
	{"a matrix of no facts", one("matrix: {}", sound), []string{"6:13 expects-nothing"}},
	{"a fact without values", one("matrix: {home.noise: []}", sound), []string{"6:26 expects-nothing"}},
	{"a matrix with too many combinations",
		one("matrix:", "  child.age: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", "  home.noise: [none, some, much]",
			"  harm.injury: [none, explained, unexplained]", "  home.damp: [true, false, unknown]", sound), []string{"7:7 too-large"}},

	// Expecting too little.
	{"a scenario that expects a level only", expecting("level: 1", "at_most: 3", "settled: false"), []string{"8:7 expects-nothing"}},
	{"a scenario that expects what always holds",
		expecting("rules: {hold: [level.low]}", "cautions: {hold: [caution.guide]}"), []string{"8:7 expects-nothing"}},
	{"empty groups and lists", expecting("rules: {open: [home.damp], not: []}", "grounds: {}", "deadlines: []"),
		[]string{"8:39 expects-nothing", "9:16 expects-nothing", "10:18 expects-nothing"}},

	// Names.
	{"a rule that does not exist", expecting("rules: {open: [home.dampp]}"), []string{"8:22 unknown-name"}},
	{"a ground among the rules", expecting("rules: {hold: [ground.s47]}"), []string{"8:22 unknown-name"}},
	{"a rule under the group of another kind", expecting("services: {fit: [home.damp]}"), []string{"8:24 unknown-name"}},
	{"a ground that does not exist", expecting("grounds: {hold: [s48]}"), []string{"8:24 unknown-name"}},
	{"a ground as conditions write it", expecting("grounds: {hold: [ground.s47]}"), []string{"8:24 unknown-name"}},
	{"a ground like no other", expecting("grounds: {hold: [elsewhere]}"), []string{"8:24 unknown-name"}},
	{"a fact that does not exist", expecting("questions: {ask: [home.nois], first: [hom], not: [noise]}"),
		[]string{"8:25 unknown-name", "8:45 unknown-name", "8:57 unknown-name"}},
	{"an escalation that does not exist",
		expecting("escalations: {not: [escalate.dangers]}",
			"deadlines: [{at: 2020-03-02T14:10, clause: M-03, escalation: escalate.dangr}]"),
		[]string{"8:27 unknown-name", "9:68 unknown-name"}},
	{"a group that does not exist", expecting("grounds: {holds: [s47]}"), []string{"8:17 unknown-key"}},

	// What actions, services and steps say.
	{"an action without its id", expecting("escalations: {due: [{agreement: required}]}"), []string{"8:27 missing-key"}},
	{"an action that says too much", expecting("escalations: {due: [{id: escalate.danger, phone: '000'}]}"), []string{"8:49 unknown-key"}},
	{"an action that says something and does not exist",
		expecting("escalations: {due: [{id: escalate.dangr, first: true}]}"), []string{"8:32 unknown-name"}},
	{"an agreement that no action can have", expecting("escalations: {due: [{id: escalate.danger, agreement: optional}]}"),
		[]string{"8:60 not-one-of"}},
	{"an action that comes first and yet waits",
		expecting("escalations: {due: [{id: escalate.danger, first: true, immediate: false}]}"), []string{"8:73 conflict"}},
	{"a contact that does not exist", expecting("escalations: {possible: [{id: escalate.danger, contact: hubb}]}"),
		[]string{"8:63 unknown-name"}},
	{"a contact of a policy that has none", one("case: {policy: other-one}", "expect: {pathway: {hold: [{id: path.pets, contact: hub}]}}"),
		[]string{"7:56 unknown-name"}},
	{"a force that no step can have", expecting("pathway: {hold: [{id: path.form, force: certain}]}"), []string{"8:47 not-one-of"}},
	{"something said of what is ruled out", expecting("escalations: {not: [{id: escalate.danger, first: true}]}"),
		[]string{"8:27 wrong-shape"}},
	{"one action twice, once with more", expecting("escalations: {due: [escalate.danger, {id: escalate.danger, first: true}]}"),
		[]string{"8:49 duplicate-key"}},
	{"a list of lists of services", expecting("services: {fit: [[service.dry]]}"), []string{"8:24 wrong-shape"}},

	// The level.
	{"a level that the policy lacks", expecting("level: 0", "at_most: 4", "rules: {open: [home.damp]}"),
		[]string{"8:14 off-scale", "9:16 off-scale"}},
	{"a level above at_most", expecting("level: 3", "at_most: 1", "rules: {open: [home.damp]}"), []string{"9:16 conflict"}},
	{"settled beside two levels", expecting("level: 1", "at_most: 2", "settled: true", "rules: {open: [home.damp]}"),
		[]string{"10:16 conflict"}},
	{"a level in quotes", expecting(`level: "1"`, "rules: {open: [home.damp]}"), []string{"8:14 wrong-type"}},

	// Consent.
	{"an answer that the policy never gives", expecting("consent: {agreement: optional, sharing: advice_first}"),
		[]string{"8:28 not-one-of", "8:47 not-one-of"}},
	{"an open answer to a question there is not",
		expecting("consent: {could_be: [{answer: from, value: required}]}"), []string{"8:37 not-one-of"}},
	{"an open answer that is the answer", expecting("consent: {agreement: required, could_be: [{answer: agreement, value: required}]}"),
		[]string{"8:76 conflict"}},
	{"an open answer twice",
		expecting("consent:", "  could_be:", "    - {answer: inform, value: expected}", "    - {answer: inform, value: expected}"),
		[]string{"11:37 duplicate-key"}},
	{"an open answer without a value", expecting("consent: {could_be: [{answer: inform}]}"), []string{"8:28 missing-key"}},

	// Deadlines.
	{"a deadline that is not a date and time", expecting("deadlines: [{at: tomorrow, clause: M-03}]"), []string{"8:24 unreadable-date"}},
	{"a deadline without a time of day", expecting("deadlines: [{at: 2020-03-04, clause: M-03}]"), []string{"8:24 unreadable-date"}},
	{"a deadline by a clause that sets none", expecting("deadlines: [{at: 2020-03-04T17:00, clause: M-02}]"),
		[]string{"8:50 unknown-clause"}},
	{"a deadline by a clause that sets one elsewhere",
		expecting("deadlines: [{at: 2020-03-04T17:00, clause: M-04, escalation: escalate.danger}]"), []string{"8:50 unknown-clause"}},
	{"a deadline without its clause", expecting("deadlines: [{at: 2020-03-04T17:00}]"), []string{"8:19 missing-key"}},
	{"a deadline of a service", expecting("deadlines: [{at: 2020-03-04T17:00, clause: M-02, escalation: service.dry}]"),
		[]string{"8:68 unknown-name"}},

	// What contradicts itself.
	{"one rule both true and false", expecting("rules: {hold: [home.damp], not: [home.damp]}"), []string{"8:40 conflict"}},
	{"one rule named twice", expecting("rules: {hold: [home.damp, home.damp]}"), []string{"8:33 duplicate-key"}},
	{"one rule differently in two groups", expecting("rules: {open: [service.dry]}", "services: {fit: [service.dry]}"),
		[]string{"9:24 conflict"}},
	{"one ground both possible and not", expecting("grounds: {possible: [s47], not: [s47]}"), []string{"8:40 conflict"}},
	{"a deadline of what is not due",
		expecting("escalations: {possible: [escalate.enquiry]}", "deadlines: [{at: 2020-03-04T17:00, clause: M-04}]"),
		[]string{"9:50 conflict"}},
	{"a question asked and not", expecting("questions: {ask: [home.damp], first: [home], not: [home.damp, home]}"),
		[]string{"8:58 conflict", "8:69 conflict"}},
	{"a question named twice", expecting("questions: {first: [home, home]}"), []string{"8:33 duplicate-key"}},
	// Several children.
	{"a child expected in a case about one", expecting("children: {baby: {rules: {open: [home.damp]}}}"), []string{"8:17 misplaced"}},
	{"a child that the case lacks", family("expect: {children: {bayb: {rules: {open: [home.damp]}}}}"), []string{"7:25 unknown-name"}},
	{"a child like no other", family("expect: {children: {twin: {rules: {open: [home.damp]}}}}"), []string{"7:25 unknown-name"}},
	{"nothing expected of a child", family("expect: {grounds: {possible: [s47]}, children: {baby: {}}}"), []string{"7:59 expects-nothing"}},
	{"no child expected", family("expect: {grounds: {possible: [s47]}, children: {}}"), []string{"7:52 expects-nothing"}},
	{"only levels expected of a family", family("expect: {level: 1, children: {baby: {at_most: 3}}}"), []string{"7:13 expects-nothing"}},
	{"what only a child can be expected", family("expect:", "  rules: {open: [home.damp]}", "  services: {not: [service.dry]}",
		"  pathway: {possible: [path.form]}", "  cautions: {not: [caution.another]}",
		"  consent: {agreement: required, sharing: with_agreement, could_be: [{answer: inform, value: expected}]}",
		"  questions: {ask: [home]}"),
		[]string{"8:7 misplaced", "9:7 misplaced", "10:7 misplaced", "11:7 misplaced", "12:17 misplaced", "12:38 misplaced",
			"12:63 misplaced"}},
	{"one ground of a child both possible and not",
		family("expect: {children: {baby: {grounds: {possible: [s47], not: [s47]}}, older girl: {grounds: {possible: [s47]}}}}"),
		[]string{"7:65 conflict"}},
	{"a settled family below its highest level", family("expect: {level: 1, at_most: 3, settled: true, grounds: {possible: [s47]}}"),
		[]string{"7:45 conflict"}},
	{"a matrix of a child's fact at the top", family("matrix: {harm.injury: [none, explained]}", "expect: {grounds: {possible: [s47]}}"),
		[]string{"7:14 misplaced"}},
	{"a matrix of a child that the case lacks",
		family("matrix: {children.twin.harm.injury: [none]}", "expect: {grounds: {possible: [s47]}}"), []string{"7:14 unknown-name"}},
	{"a matrix of a child's fact that does not exist",
		family("matrix: {children.baby.harm.injry: [none]}", "expect: {grounds: {possible: [s47]}}"), []string{"7:14 unknown-name"}},
	{"a matrix of a child and no fact", family("matrix: {children.baby: [none]}", "expect: {grounds: {possible: [s47]}}"),
		[]string{"7:14 unknown-name"}},
	{"a matrix of a child's fact that the case states",
		family("matrix: {children.baby.child.age: [1, 2]}", "expect: {grounds: {possible: [s47]}}"), []string{"7:14 conflict"}},
	{"a matrix of a child in a case about one", one("matrix: {children.baby.child.age: [1, 2]}", sound), []string{"6:14 unknown-name"}},
	{"a matrix of a fact of the home that each child states",
		family("matrix: {home.noise: [none, much]}", "use: [loud]", "expect: {grounds: {possible: [s47]}}") +
			"cases: {loud: {each: {home: {noise: some}}}}\n", []string{"7:14 conflict"}},
	{"a matrix of a fact of the home that the children state",
		family("matrix: {home.noise: [none, much]}", "use: [loud]", "expect: {grounds: {possible: [s47]}}") +
			"cases: {loud: {children: {baby: {home: {noise: some}}, older girl: {home: {noise: none}}}}}\n", []string{"7:14 conflict"}},
	{"a case of several that cannot be read", one("case: {harm: {danger: true}, children: {One Two: {}}}", sound),
		[]string{"6:45 bad-name"}},
	{"a judgement of a child of a level that the policy lacks",
		one("case: {children: {baby: {judgement: {level: 7, by: manager, reason: Made up.}}}}", "expect: {grounds: {possible: [s47]}}"),
		[]string{"6:49 off-scale"}},
	{"false of a rule that always holds", expecting("pathway: {not: [path.everyone]}"), []string{"8:23 conflict"}},
}

func TestWhatIsWrongWithAScenarioFile(t *testing.T) {
	e := load(t)
	var words strings.Builder
	for _, tt := range faults {
		t.Run(tt.name, func(t *testing.T) {
			report := run(t, e, []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(tt.text)}})
			var got []string
			for _, d := range report.Faults {
				got = append(got, fmt.Sprintf("%s %s", strings.TrimPrefix(strings.TrimPrefix(d.Place(), "x.yaml"), ":"), d.Code))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("faults (-want +got):\n%s\n%s", diff, report.Faults)
			}
			if len(report.Results) > 0 || report.OK() {
				t.Errorf("%d scenarios of a faulty file were run", len(report.Results))
			}
			fmt.Fprintf(&words, "--- %s\n%s\n\n", tt.name, report.Faults)
		})
	}
	golden(t, "faults.txt", words.String())
}

// TestTheSoundPartsOfTheTableRun guards the table: a file that is faulty for another
// reason than the one named would pass for faulty.
func TestTheSoundPartsOfTheTableRun(t *testing.T) {
	for _, text := range []string{one(sound), expecting("rules: {open: [home.damp]}"), one("case: {child: {age: 3}}", sound)} {
		report := run(t, load(t), []authoring.ScenarioFile{{Name: "x.yaml", Data: []byte(text)}})
		if !report.OK() {
			t.Errorf("%s\n%s", text, inWords(t, report))
		}
	}
}
