package expr

import (
	"math"
	"strings"
	"testing"
	"time"

	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// made is a policy with one caution, whose condition is this.
func made(t *testing.T, when string) (*policy.Policy, *policy.Rule) {
	t.Helper()
	root, list := catalogue.Link(evaluatetest.Root(`levels:
  - {id: level-1, title: L1, cite: [M-1], level: 1, name: L1}
consent:
  agreement:
    - {id: agreement, title: Line, cite: [M-1], value: not_applicable, says: Says}
  inform:
    - {id: inform, title: Line, cite: [M-1], value: not_applicable, says: Says}
  sharing:
    - {id: sharing, title: Line, cite: [M-1], value: not_applicable, says: Says}
cautions:
  - id: caution
    title: Caution
    cite: [M-1]
    says: Says
    when: |
      ` + when + "\n"))
	if root == nil {
		t.Fatalf("%s", list)
	}
	return root.Policies[0], root.Policies[0].Cautions[0].Rule
}

// nothing is a case of which nothing is known.
func nothing(p *policy.Policy) evaluate.Input {
	in := evaluate.Input{AsOf: evaluatetest.AsOf.Unix(), Values: make([]vocabulary.Value, len(p.Vocabulary.Facts))}
	for _, f := range p.Vocabulary.Facts {
		in.Values[f.Index] = f.Unknown()
	}
	return in
}

func TestALengthOfTimeIsAddedAsTheCalendarHasIt(t *testing.T) {
	p, _ := made(t, "made_up.yes_a")
	london := p.Vocabulary.London
	at := func(text string) int {
		moment, err := time.ParseInLocation("2006-01-02 15:04", text, london)
		if err != nil {
			t.Fatal(err)
		}
		return int(moment.Unix())
	}
	for _, test := range []struct {
		from        string
		years, days int
		want        string
	}{
		{"2020-03-02 14:10", 0, 1, "2020-03-03 14:10"},
		{"2020-03-28 14:10", 0, 1, "2020-03-29 14:10"}, // a day of 23 hours
		{"2020-10-24 14:10", 0, 7, "2020-10-31 14:10"}, // one of 25
		{"2020-12-31 23:59", 0, 1, "2021-01-01 23:59"},
		{"2019-03-02 00:00", 1, 0, "2020-03-02 00:00"},
		{"2020-02-29 09:00", 1, 0, "2021-03-01 00:00"},
		{"2020-02-29 09:00", 4, 0, "2024-02-29 09:00"},
		{"2096-02-29 09:00", 4, 0, "2100-03-01 00:00"}, // 2100 is no leap year
		{"1996-02-29 09:00", 4, 0, "2000-02-29 09:00"}, // 2000 is one
	} {
		if got := later(at(test.from), test.years, test.days, london); got != at(test.want) {
			t.Errorf("%d years and %d days after %s is %s, want %s", test.years, test.days, test.from,
				time.Unix(int64(got), 0).In(london).Format("2006-01-02 15:04"), test.want)
		}
	}
	// The calendar of the other evaluators comes to the same at any hour.
	for at := at("2019-01-01 00:30"); at < int(time.Date(2021, 1, 1, 0, 0, 0, 0, london).Unix()); at += 3600 * 5 {
		for _, l := range []vocabulary.Length{{Days: 1}, {Days: 28}, {Years: 1}, {Years: 5}} {
			want := l.After(logic.Exactly(int64(at)), london).Lo
			if got := later(at, l.Years, l.Days, london); int64(got) != want {
				t.Fatalf("%+v after %d is %d, and by the calendar of the others %d", l, at, got, want)
			}
		}
	}
}

// What open(…) asks about is needed twice. It must not be copied each time: this would come to
// 2^30 nodes.
func TestOpenMayStandInOpen(t *testing.T) {
	p, r := made(t, strings.Repeat("open(", 30)+"made_up.yes_a && made_up.yes_b"+strings.Repeat(")", 30))
	e, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	o, err := evaluate.Decide(e, nothing(p))
	if err != nil {
		t.Fatal(err)
	}
	if got := o.Truths[r.Index]; got != logic.False {
		t.Errorf("whether it is open that it is open is %v", got)
	}
}

func TestWhatExprRefusesNamesTheRule(t *testing.T) {
	for name, test := range map[string]struct {
		when string
		bits int
		// planted takes the place of the condition: the reader of conditions refuses such a one first.
		planted *lang.Node
		says    string
	}{
		"a number that would wrap": {when: "tally(1) <= 3000000000", bits: 32,
			says: "the number 3000000000 has more than 32 bits"},
		"times where they would wrap": {when: "as_of - made_up.time_a > hours(1)", bits: 32,
			says: "times in seconds have more than 32 bits"},
		"a number of a fact that has none": {when: "made_up.yes_a", bits: 64,
			planted: &lang.Node{Op: lang.FactIn, Lo: 1, Hi: math.MaxInt64}, says: "unknown name"},
	} {
		t.Run(name, func(t *testing.T) {
			p, r := made(t, test.when)
			if test.planted != nil {
				test.planted.Fact = p.Vocabulary.Fact("made_up.choice_a")
				r.When = &lang.Condition{Root: test.planted}
			}
			_, err := newWith(p, test.bits)
			if err == nil || !strings.HasPrefix(err.Error(), "rule caution: expr refuses it: ") ||
				!strings.Contains(err.Error(), test.says) {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

func TestACertainContradictionIsAnError(t *testing.T) {
	p, r := made(t, "made_up.yes_a")
	e, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	e.rules[r.Index].isNot = e.rules[r.Index].is
	in := nothing(p)
	in.Values[p.Vocabulary.Fact("made_up.yes_a").Index] = vocabulary.YesOrNo(true)
	if _, err := evaluate.Decide(e, in); err == nil || !strings.Contains(err.Error(), "rule caution: ") {
		t.Errorf("the error is %v", err)
	}
}
