package casefile_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/casefile"
)

var update = flag.Bool("update", false, "write the golden files anew")

// readFamily reads a case that must be sound.
func readFamily(t testing.TB, r casefile.Reader, text string) map[string]*casefile.Case {
	t.Helper()
	f, list := r.ReadFamily("case.yaml", []byte(text))
	if f == nil {
		t.Fatalf("%s", list)
	}
	out := map[string]*casefile.Case{}
	for _, c := range f.Children {
		out[c.Label] = c.Case
		if c.Case.Child != c.Label {
			t.Errorf("the case of %q is that of %q", c.Label, c.Case.Child)
		}
	}
	return out
}

const withoutAsOf = "no as_of, said once"

const asOf = "as_of: 2020-03-02T14:10:00Z\n"

func TestWhatIsWrongWithACaseAboutSeveralChildren(t *testing.T) {
	r := reader(t)
	many := strings.Builder{}
	for i := range 21 {
		fmt.Fprintf(&many, "  c%d: {child: {age: %d}}\n", i, i%18)
	}
	var words strings.Builder
	for _, tt := range []struct{ name, text string }{
		// Labels.
		{"no label", "children: {\"\": {child: {age: 0}}}"},
		{"a child before whose colon there is nothing", "children:\n  : {child: {age: 0}}"},
		{"a list of children", "children: [{child: {age: 0}}, {child: {age: 3}}]"},
		{"a label of two capitalised words", "children: {Anna Maria: {child: {age: 0}}}"},
		{"a label of two capitalised words with a hyphen", "children: {Anna-Maria: {child: {age: 0}}}"},
		{"a label that repeats but for case", "children: {baby: {child: {age: 0}}, BABY: {child: {age: 3}}}"},
		{"a label that repeats", "children: {baby: {child: {age: 0}}, baby: {child: {age: 3}}}"},
		{"a label that is too long", "children: {the girl of eleven who lives with him: {}}"},
		{"a label with a dot", "children: {c.1: {}}"},
		{"a label that ends in a space", "children: {\"baby \": {}}"},
		{"a child that is a word", "children: {baby: 4}"},
		{"a child that is a list", "children: {baby: [child]}"},
		// How many.
		{"no children", "children: {}"},
		{"children without a value", "children:"},
		{"more than 20 children", "children:\n" + many.String()},
		{"each without children", "each: {learning: {attendance: good}}"},
		{"each that is a list", "each: [learning]\nchildren: {baby: {}}"},
		{"each without a value and without children", "each:"},
		// Where facts stand.
		{"a child's fact at the top", "harm: {physical_injury: unexplained}\nchildren: {baby: {}, older girl: {}}"},
		{"a child's fact beside a home's", "home: {domestic_abuse: serious, child_present: true}\nchildren: {baby: {}}"},
		{"a case's fact under a child", "children: {baby: {referral: {source: [school]}}}"},
		{"a case's fact under each", "each: {referral: {made_at: 2020-03-02T10:00}}\nchildren: {baby: {}}"},
		{"a young person's answer at the top", "consent: {given: {young_person: agreed, mother: agreed}}\nchildren: {\"15\": {}}"},
		{"as_of, id, policy and reader under a child",
			"children:\n  baby:\n    as_of: 2020-03-02T14:10\n    id: demo\n    policy: bexley-2020\n    reader: referrer"},
		{"as_of under each", "each: {as_of: 2020-03-02T14:10}\nchildren: {baby: {}}"},
		{"children under a child", "children: {baby: {children: {twin: {}}, each: {}}}"},
		{"children under each", "each: {children: {twin: {}}}\nchildren: {baby: {}}"},
		{"an unknown domain under a child", "children: {baby: {hoem: {domestic_abuse: serious}}}"},
		{"an unknown domain at the top", "hoem: {domestic_abuse: serious}\nchildren: {baby: {}, twin: {}}"},
		{"a value off its scale under each, said once", "each: {child: {age: 99}}\nchildren: {baby: {}, twin: {}}"},
		{withoutAsOf, "home: {domestic_abuse: none}\nchildren: {baby: {}, twin: {}}\n"},
		// What was gone through, evidence, what was done, judgement.
		{"all explored at the top", "explored: all\nchildren: {baby: {}}"},
		{"all explored in a list at the top", "explored: [all]\nchildren: {baby: {}}"},
		{"a domain without facts of the home explored at the top", "explored: [learning]\nchildren: {baby: {}}"},
		{"a child's fact explored at the top", "explored: [care.left_alone]\nchildren: {baby: {}}"},
		{"evidence for a child's fact at the top",
			"evidence: {harm.physical_injury: [{value: unexplained, source: school}]}\nchildren: {baby: {}}"},
		{"evidence for a case's fact under a child",
			"children: {baby: {evidence: {referral.source: [{value: [school], source: school}]}}}"},
		{"something done after as_of under a child", "children: {baby: {done: {told_police: {at: 2020-03-03, by: school}}}}"},
		{"a judgement of a child without a reason", "children: {baby: {judgement: {level: 3, by: team manager}}}"},
		{"a judgement at the top without a reason, said once", "judgement: {level: 3, by: team manager}\nchildren: {baby: {}, twin: {}}"},
		{"a fact that comes from the other children at the top", "harm: {another_child: true}\nchildren: {baby: {}}"},
		{"what cannot be true of one child", "children: {baby: {child: {age: 3, date_of_birth: 2010-01-01}}, twin: {}}"},
	} {
		text := asOf + tt.text + "\n"
		if tt.name == withoutAsOf {
			text = tt.text
		}
		f, list := r.ReadFamily("case.yaml", []byte(text))
		if f != nil || !list.HasErrors() {
			t.Errorf("%s is not refused", tt.name)
		}
		for _, d := range list {
			if d.Start.IsZero() || d.Remedy == "" || !d.Private {
				t.Errorf("%s: no place, no remedy, or not private: %+v", tt.name, d)
			}
		}
		fmt.Fprintf(&words, "--- %s\n%s\n\n", tt.name, list)
	}
	if *update {
		if err := os.WriteFile("testdata/family.txt", []byte(words.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/family.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), words.String()); diff != "" {
		t.Errorf("not as before (-before +now):\n%s", diff)
	}
}

func TestWhatEachChildOfAFamilyHas(t *testing.T) {
	r := reader(t)
	const abuse, attendance = "home.domestic_abuse", "learning.attendance"
	const head = asOf + "home: {domestic_abuse: serious}\n"
	none, serious := value{"No sign of it", casefile.Stated}, value{seriousAbuse, casefile.Stated}
	unknown := value{"not known", casefile.NotStated}
	for _, tt := range []struct {
		name, text, fact string
		baby, girl       value
	}{
		{"a fact of the home is every child's", head + "children: {baby: {}, girl: {}}", abuse, serious, serious},
		{"a child without a value has what the top says", head + "children:\n  baby:\n  girl:\n", abuse, serious, serious},
		{"a child may say otherwise of the home", head + "children: {baby: {}, girl: {home: {domestic_abuse: none}}}",
			abuse, serious, none},
		{"each goes before the top", head + "each: {home: {domestic_abuse: none}}\nchildren: {baby: {}, girl: {}}", abuse, none, none},
		{"a child goes before each",
			head + "each: {home: {domestic_abuse: none}}\nchildren: {baby: {}, girl: {home: {domestic_abuse: serious}}}",
			abuse, none, serious},
		{"children may stand before each and the top",
			"children: {baby: {}, girl: {home: {domestic_abuse: none}}}\neach: {home: {domestic_abuse: {at_least: serious}}}\n" + head,
			abuse, value{seriousAbuse + ", or worse", casefile.Stated}, none},
		{"a child may take back what the top says", head + "children: {baby: {}, girl: {home: {domestic_abuse: unknown}}}",
			abuse, serious, value{"not known", casefile.SaidUnknown}},
		{"what was gone through of the home closes it for all", asOf + "explored: [home]\nchildren: {baby: {}, girl: {}}",
			abuse, value{"No sign of it", casefile.Explored}, value{"No sign of it", casefile.Explored}},
		{"what was gone through of the home closes no fact of a child",
			asOf + "explored: [harm]\nchildren: {baby: {}, girl: {explored: [harm]}}",
			"harm.physical_injury", unknown, value{"No injury", casefile.Explored}},
		{"a child that was gone through closes only what is of it", asOf + "children: {baby: {}, girl: {explored: all}}",
			abuse, unknown, value{"No sign of it", casefile.Explored}},
		{"each that was gone through is every child", asOf + "each: {explored: [home]}\nchildren: {baby: {}, girl: {}}",
			abuse, value{"No sign of it", casefile.Explored}, value{"No sign of it", casefile.Explored}},
		{"evidence stands with its child",
			asOf + "children: {baby: {}, girl: {evidence: {home.domestic_abuse: [{value: serious, source: police}]}}}",
			abuse, unknown, serious},
		{"evidence for the home is for every child", asOf + "evidence: {home.domestic_abuse: [{value: serious, source: police}]}\n" +
			"children: {baby: {}, girl: {home: {domestic_abuse: none}}}", abuse, serious, none},
		{"an age of one child says nothing of another",
			asOf + "children: {baby: {child: {date_of_birth: 2019-11-02}}, girl: {child: {age: 11}}}",
			"child.age", value{"under 1 year", casefile.Derived}, value{"11 years", casefile.Stated}},
		{"a fact of the case is the same for all", asOf + "referral: {made_at: 2020-03-02T10:00}\nchildren: {baby: {}, girl: {}}",
			"referral.made_at", value{"2 March 2020, 10:00", casefile.Stated}, value{"2 March 2020, 10:00", casefile.Stated}},
		{"a judgement is no fact", asOf + "judgement: {level: 3, by: team manager, reason: x}\nchildren: {baby: {}, girl: {}}",
			attendance, unknown, unknown},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := readFamily(t, r, tt.text)
			got := map[string]value{"baby": known(r, c["baby"], tt.fact), "girl": known(r, c["girl"], tt.fact)}
			if diff := cmp.Diff(map[string]value{"baby": tt.baby, "girl": tt.girl}, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.fact, diff)
			}
		})
	}
}

func TestWhatWasDoneAndJudgedForAllAndForOne(t *testing.T) {
	c := readFamily(t, reader(t), asOf+`
done: {told_police: {by: school}}
judgement: {level: 3, by: team manager, reason: x}
each: {done: {told_family: {by: school}}}
children:
  baby: {}
  girl:
    done: {told_police: {by: GP, at: 2020-03-02}, called_999: {by: GP}}
    judgement: {level: 4, by: GP, reason: y}
`)
	says := func(c *casefile.Case) string {
		var out []string
		for _, d := range c.Done {
			out = append(out, d.Name+" by "+d.By)
		}
		return fmt.Sprintf("%s; level %d", strings.Join(out, ", "), c.Judgement.Level)
	}
	want := map[string]string{
		"baby": "told_family by school, told_police by school; level 3",
		"girl": "called_999 by GP, told_family by school, told_police by GP; level 4",
	}
	if diff := cmp.Diff(want, map[string]string{"baby": says(c["baby"]), "girl": says(c["girl"])}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAChildSaysOtherwise: only a fact of the home that the top states can be said otherwise,
// and only by another value.
func TestAChildSaysOtherwise(t *testing.T) {
	r := reader(t)
	c := readFamily(t, r, asOf+`
home: {domestic_abuse: serious, people: [mother]}
each: {child: {age: 4}}
children:
  same: {home: {domestic_abuse: serious}}
  same list: {home: {people: [mother]}, explored: [home]}
  less: {home: {domestic_abuse: none}, child: {age: 5}}
  open: {home: {domestic_abuse: unknown}}
  more: {living: {money: debt}}
`)
	got := map[string]string{}
	for label, of := range c {
		for _, o := range of.Otherwise {
			got[label] += o.Fact.Path + " at home: " + o.Fact.Says(o.Home, r.London)
		}
	}
	const atHome = "home.domestic_abuse at home: " + seriousAbuse
	want := map[string]string{"less": atHome, "open": atHome}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLabelsThatAreNoNames can all stand in one case.
func TestLabelsThatAreNoNames(t *testing.T) {
	c := readFamily(t, reader(t), asOf+"children: {11: {}, baby: {}, older girl: {}, Twin 2: {}, É: {}, A: {}, "+
		"\"6-year-old\": {}, no: {}, null: {}, 123456789012345678901234567890: {}}")
	if len(c) != 10 {
		t.Errorf("%d children", len(c))
	}
}

// TestAReaderOfOneChildRefusesSeveral says what to do instead, and the quick reader leaves it
// to the strict one.
func TestAReaderOfOneChildRefusesSeveral(t *testing.T) {
	r := reader(t)
	q := casefile.NewQuickIndex(r).New()
	for _, text := range []string{
		`{"as_of": "2020-03-02T14:10", "children": {"baby": {"child": {"age": 0}}}}`,
		`{"as_of": "2020-03-02T14:10", "each": {}, "children": {"baby": {}}}`,
	} {
		if c, list := r.Read("case.json", []byte(text)); c != nil || !strings.Contains(list.String(), "several children") {
			t.Errorf("%s is read as about one child: %s", text, list)
		}
		if q.Read([]byte(text)) {
			t.Errorf("%s is read quickly", text)
		}
	}
	if q.Read([]byte(`{"as_of": "2020-03-02T14:10", "each": {}}`)) || q.Read([]byte(`{"as_of": "2020-03-02T14:10", "children": {}}`)) {
		t.Error("a case that names no child is read quickly")
	}
}

// TestAHostileFamilyIsReadInAMoment has much at the top, which is read for every child: misspelt
// names, each compared with every fact, and evidence.
func TestAHostileFamilyIsReadInAMoment(t *testing.T) {
	r := reader(t)
	var misspelt, evidence, children strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&misspelt, "domestic_abyse_%d: serious, ", i)
		fmt.Fprintf(&evidence, "{value: serious, source: police}, ")
	}
	for i := range 20 {
		fmt.Fprintf(&children, "c%d: {}, ", i)
	}
	for _, top := range []string{"home: {" + misspelt.String() + "}", "evidence: {home.domestic_abuse: [" + evidence.String() + "]}",
		"each: {home: {" + misspelt.String() + "}}"} {
		start := time.Now()
		_, list := r.ReadFamily("case.yaml", []byte(asOf+top+"\nchildren: {"+children.String()+"}\n"))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s… took %v", top[:20], took)
		} else {
			t.Logf("%s… took %v: %d faults", top[:20], took, len(list))
		}
	}
}
