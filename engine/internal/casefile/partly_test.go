package casefile_test

import (
	"slices"
	"strings"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
)

func TestWhatACaseSaysInPart(t *testing.T) {
	r := reader(t)
	const head = "as_of: 2020-03-02T14:10:00Z\n"
	tests := []struct {
		name, text, fact string
		want             value
	}{
		{"a list names what is known", head + "involved: {plans: [early_help]}",
			"involved.plans", value{"At least: A plan for early help", casefile.Stated}},
		{"an empty list is whole", head + "involved: {plans: []}",
			"involved.plans", value{"none of these", casefile.Stated}},
		{"a list of all words is whole", head + "involved: {plans: [early_help, in_need, protection, court_order]}",
			"involved.plans", value{"A plan for early help; A child in need plan; A child protection plan; " +
				"A court order about the child, such as on care, guardianship or contact", casefile.Stated}},
		{"only says that there are no others", head + "involved: {plans: {only: [early_help]}}",
			"involved.plans", value{"A plan for early help; and no others", casefile.Stated}},
		{"only none", head + "involved: {plans: {only: []}}",
			"involved.plans", value{"none of these", casefile.Stated}},
		{"what is in a set and what is not", head + "involved: {plans: {includes: [early_help], excludes: [protection]}}",
			"involved.plans", value{"At least: A plan for early help. Not: A child protection plan", casefile.Stated}},
		{"what is not in a set", head + "involved: {plans: {excludes: [protection]}}",
			"involved.plans", value{"Not: A child protection plan", casefile.Stated}},
		{"a list is whole where its domain was gone through", head + "explored: [involved]\ninvolved: {plans: [early_help]}",
			"involved.plans", value{"A plan for early help; and no others", casefile.Stated}},
		{"a list of which a case names all is whole", head + "consent: {by: [mother]}",
			"consent.by", value{"The mother", casefile.Stated}},
		{"a month of birth", head + "child: {date_of_birth: 2013-03}",
			"child.date_of_birth", value{"March 2013, on a day that is not known", casefile.Stated}},
		{"an age by a month of birth", head + "child: {date_of_birth: 2013-03}",
			"child.age", value{"from 6 to 7 years", casefile.Derived}},
		{"an age by a month of birth that is over", head + "child: {date_of_birth: 2013-02}",
			"child.age", value{"7 years", casefile.Derived}},
		{"an age by a year of birth", head + "child: {date_of_birth: 2013}",
			"child.age", value{"from 6 to 7 years", casefile.Derived}},
		{"an age that narrows what the year of birth leaves", head + "child: {date_of_birth: 2013, age: {at_least: 7}}",
			"child.age", value{"7 years", casefile.Stated}},
		{"a year of birth that narrows an age", head + "child: {date_of_birth: 2013, age: {at_most: 12}}",
			"child.age", value{"from 6 to 7 years", casefile.Stated}},
		{"a year of birth by which the oldest is too old", head + "child: {date_of_birth: 1994}",
			"child.age", value{"25 years", casefile.Derived}},
		{"a birth in this year", head + "child: {date_of_birth: 2020}",
			"child.age", value{"under 1 year", casefile.Derived}},
		{"a contact on a day", head + "referral: {made_at: 2020-03-02}",
			"referral.made_at", value{"2 March 2020, at a time that is not known", casefile.Stated}},
		{"an age in months", head + "child: {age: {months: 11}}",
			"child.age", value{"under 1 year", casefile.Stated}},
		{"an age of twelve months", head + "child: {age: {months: 12}}",
			"child.age", value{"1 year", casefile.Stated}},
		{"a birth that is expected", head + "child: {expected_on: 2020-05}",
			"child.unborn", value{"yes", casefile.Derived}},
		{"a birth expected in this month", head + "child: {expected_on: 2020-03}",
			"child.unborn", value{"not known", casefile.NotStated}},
		{"a birth that was expected", head + "child: {expected_on: 2020-02-01}",
			"child.unborn", value{"not known", casefile.NotStated}},
		{"a birth before the expected day", head + "child: {expected_on: 2020-05-01, date_of_birth: 2020-02-20}",
			"child.unborn", value{"not known", casefile.NotStated}},
		{"what is said of the birth stands", head + "child: {expected_on: 2020-05-01, unborn: false}",
			"child.unborn", value{"no", casefile.Stated}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := known(r, read(t, r, test.text), test.fact); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

// TestAnHourThatComesTwice has an hour that comes twice in October: the first is taken for
// what is told, and nothing is refused that one of the two readings allows.
func TestAnHourThatComesTwice(t *testing.T) {
	r := reader(t)
	for name, test := range map[string]struct{ text, asOf, madeAt string }{
		"the first is taken": {"as_of: 2020-10-25T09:00\nreferral: {made_at: 2020-10-25T01:30}",
			"2020-10-25T09:00:00Z", "2020-10-25T01:30:00+01:00"},
		"a contact that only the first reading allows": {"as_of: 2020-10-25T01:10:00Z\nreferral: {made_at: 2020-10-25T01:50}",
			"2020-10-25T01:10:00Z", "2020-10-25T01:50:00+01:00"},
		"a case that only the second reading allows": {"as_of: 2020-10-25T01:50\nreferral: {made_at: 2020-10-25T01:10:00Z}",
			"2020-10-25T01:50:00Z", "2020-10-25T01:10:00Z"},
	} {
		t.Run(name, func(t *testing.T) {
			c, list := r.Read("case.yaml", []byte(test.text))
			if c == nil {
				t.Fatal(list)
			}
			if !slices.ContainsFunc(list, func(d diagnostic.Diagnostic) bool { return d.Code == diagnostic.ComesTwice }) {
				t.Errorf("nothing is said of the hour: %s", list)
			}
			f := r.Vocabulary.Fact("referral.made_at")
			if got, err := casefile.ParseMoment(test.madeAt, r.London); err != nil || got.Unix() != c.Values[f.Index].Lo {
				t.Errorf("the contact is %s", f.Says(c.Values[f.Index], r.London))
			}
			if got, err := casefile.ParseMoment(test.asOf, r.London); err != nil || !got.Equal(c.AsOf) {
				t.Errorf("as_of is %v", c.AsOf)
			}
		})
	}
}

func TestADateOfBirthAheadNamesWhatToWrite(t *testing.T) {
	for _, date := range []string{"2020-05-01", "2020-05", "2021"} {
		_, list := reader(t).Read("case.yaml", []byte("as_of: 2020-03-02T14:10\nchild: {date_of_birth: "+date+"}"))
		if !list.HasErrors() || !strings.Contains(list.String(), "write child.expected_on") {
			t.Errorf("%s: %s", date, list)
		}
	}
}

// TestDaysThatCannotBeInThisOrder holds the vocabulary's conflicts of dates against cases.
func TestDaysThatCannotBeInThisOrder(t *testing.T) {
	r := reader(t)
	for _, test := range []struct {
		text string
		want string
	}{
		{"child: {date_of_birth: 2020-03-01}\nreferral: {made_at: 2018-06-01}", "The contact was made before"},
		{"child: {date_of_birth: 2020-03-01}\nreferral: {made_at: 2019-12-01T10:00}", ""},
		{"child: {date_of_birth: 2020}\nreferral: {made_at: 2019-03-20T10:00}", ""},
		{"child: {date_of_birth: 2020-03-01}\nreferral: {strategy_meeting_at: 2017-01-20T10:00}",
			"The strategy discussion was held before the child"},
		{"referral: {made_at: 2020-02-01, strategy_meeting_at: 2020-01-20T10:00}", "The strategy discussion was held before the contact"},
		{"referral: {made_at: 2020-02-01, strategy_meeting_at: 2020-02-01T10:00}", ""},
		{"child: {date_of_birth: 2014-03-01}\nharm: {fgm_learnt_on: 2011-03-01}", "The mutilation was learnt of"},
		{"child: {date_of_birth: 2014-03}\nharm: {fgm_learnt_on: 2014-03-10}", ""},
	} {
		c, list := r.Read("case.yaml", []byte("as_of: 2020-03-02T14:10\n"+test.text))
		var says []string
		for _, d := range list {
			says = append(says, d.Message)
		}
		if c != nil {
			for _, note := range c.Notes {
				says = append(says, note.Says)
			}
		}
		said := strings.Join(says, " ")
		if (said == "") != (test.want == "") || !strings.HasPrefix(said, test.want) {
			t.Errorf("%s: %q", test.text, said)
		}
	}
}
