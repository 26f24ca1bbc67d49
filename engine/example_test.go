package engine_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/term"
	"windscreen/rules"
)

func Example() {
	e, err := engine.Open(rules.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := e.ReadCase("case.yaml", []byte(`
policy: bexley-2020
as_of: 2020-03-02T14:10:00Z
child: {age: 6}
care: {physical_chastisement: with_mark}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := e.Evaluate(c)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("Level %d, %s\n", r.Level.Recommended, r.Level.Name)
	for _, g := range r.Grounds {
		if g.State == term.Holds {
			fmt.Println("Ground:", g.ID, g.Cite)
		}
	}
	fmt.Println("Agreement:", r.Consent.Agreement)
	// Output:
	// Level 4, Specialist
	// Ground: s47 [BEX-L4-HEALTH-11 BEX-S47-04 BEX-S47-06 ENG-CA89-S31-9 ENG-CA89-S47-1-B ENG-READING-CAUSE]
	// Agreement: not_required
}

// What is wrong with a case is a list of diagnostics, each with its place.
func ExampleEngine_ReadCase() {
	e, err := engine.Open(rules.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = e.ReadCase("case.yaml", []byte("as_of: 2020-03-02T14:10:00Z\nhome: {domestic_abus: present}\n"))
	var failure *diagnostic.Failure
	if errors.As(err, &failure) {
		for _, d := range failure.Diagnostics {
			fmt.Println(d.Place(), d.Code, "-", d.Message)
			fmt.Println(d.Remedy)
		}
	}
	// Output:
	// case.yaml:2:8 unknown-name - there is no fact called home.domestic_abus
	// did you mean home.domestic_abuse or home.domestic_abuse_suspected?
}

// What holds and what is due come with their clauses. A start that nobody stated is
// assumed to be the moment of the case, and says so.
func ExampleEngine_Evaluate_due() {
	e, err := engine.Open(rules.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := e.ReadCase("case.yaml", []byte(`
policy: bexley-2020
as_of: 2020-03-02T14:10
child: {age: 6}
care: {physical_chastisement: with_mark}
referral: {made_at: 2020-03-02T13:30}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := e.Evaluate(c)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range r.Grounds {
		if g.State == term.Holds {
			fmt.Println("Ground:", g.Title)
		}
	}
	for _, x := range r.Escalations {
		if x.State != term.NowDue {
			continue // possible: x.WaitsOn says what would decide it
		}
		fmt.Println(x.Title)
		for _, d := range x.Due {
			switch {
			case d.AtOnce:
				fmt.Println("  now", d.Clause)
			case d.Problem != "":
				fmt.Println("  no date:", d.Problem)
			default:
				fmt.Println("  by", d.At, d.Clause, "start assumed:", d.Assumed)
			}
		}
	}
	// Output:
	// Ground: Section 47: enquiries where significant harm is suspected
	// Suspected significant harm goes to the MASH
	//   now BEX-ESC-03
	// Whether and when an injury is examined is settled at once
	// An injury that may have been inflicted is examined while the marks last
	// A strategy discussion settles what is done about suspected significant harm
	// When the MASH decides and replies
	//   by 2020-03-03T13:30:00Z BEX-APP2-04 start assumed: false
	//   by 2020-03-03T13:30:00Z BEX-APP2-13 start assumed: false
	//   by 2020-03-03T17:00:00Z BEX-APP2-07 start assumed: false
	//   by 2020-03-03T17:00:00Z BEX-APP2-10 start assumed: false
	//   by 2020-03-03T17:00:00Z ENG-WT-ONE-DAY start assumed: false
	// When the child is seen
	//   by 2020-03-05T17:00:00Z BEX-APP2-15 start assumed: false
	// When the child is assessed
	//   by 2020-05-06T17:00:00+01:00 BEX-APP2-20 start assumed: false
	// The day team knows what was done at night, and what is still to be done
	// The night team knows what is still to be done
}

// A case may be sound and still be worth a second look. Warnings stop nothing.
func ExampleCase_Warnings() {
	e, err := engine.Open(rules.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := e.ReadCase("case.yaml", []byte("policy: bexley-2020\nas_of: 2019-03-02T14:10\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range c.Warnings() {
		fmt.Println(d.Place(), d.Severity, d.Code, "-", d.Message)
		fmt.Println(d.Remedy)
	}
	// Output:
	// case.yaml:1:9 warning not-in-force - bexley-2020 was not in force on 2019-03-02; it was in force from 2020-02-01
	// check as_of, or name bexley as the policy, for the edition in force on that day, bexley-2017
}

// A thin case has a floor and a ceiling, and questions that would settle it.
func ExampleEngine_Evaluate() {
	e, err := engine.Open(rules.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := e.ReadCase("case.yaml", []byte("policy: bexley-2020\nas_of: 2020-03-02T14:10:00Z\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := e.Evaluate(c)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("at least", r.Level.Recommended, "at most", r.Level.AtMost, "settled", r.Level.Settled)
	fmt.Println("first to find out:", r.Questions[0].Domain)
	// Output:
	// at least 1 at most 4 settled false
	// first to find out: harm
}

// A verdict is the answer without the explanation. One buffer serves case after case.
func ExamplePolicy_VerdictJSON() {
	e, err := engine.Open(rules.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := e.Policy("bexley-2020")
	if err != nil {
		fmt.Println(err)
		return
	}
	var v engine.Verdict
	for _, text := range []string{
		`{"as_of": "2020-03-02T14:10:00Z"}`,
		`{"as_of": "2020-03-02T14:10:00Z", "child": {"age": 6}, "care": {"physical_chastisement": "with_mark"}}`,
	} {
		if err := p.VerdictJSON([]byte(text), &v); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("at least", v.Recommended, "at most", v.AtMost, v.Grounds)
	}
	// Output:
	// at least 1 at most 4 []
	// at least 4 at most 4 [s47]
}

// Many cases are decided side by side, on every core.
func ExamplePolicy_VerdictsJSON() {
	e, err := engine.Open(rules.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := e.Policy("bexley-2020")
	if err != nil {
		fmt.Println(err)
		return
	}
	const n = 1000
	var atLeastThree, wrong atomic.Int64
	err = p.VerdictsJSON(context.Background(), n, func(i int, room []byte) ([]byte, error) {
		const text = `{"as_of": "2020-03-02T14:10:00Z", "child": {"age": %d}, "care": {"physical_chastisement": "with_mark"}}`
		return fmt.Appendf(room, text, i%18), nil
	}, func(_ int, v *engine.Verdict, err error) {
		switch {
		case err != nil:
			wrong.Add(1)
		case v.Recommended >= 3:
			atLeastThree.Add(1)
		}
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(atLeastThree.Load(), "of", n, "at level 3 or above;", wrong.Load(), "could not be read")
	// Output:
	// 1000 of 1000 at level 3 or above; 0 could not be read
}

// A referral about several children is one case. The family is answered first, then each child.
func ExampleEngine_EvaluateFamily() {
	e, err := engine.Open(rules.FS)
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := e.ReadCase("case.yaml", []byte(`
policy: bexley-2020
as_of: 2020-03-02T14:10
home: {domestic_abuse: serious}
children:
  baby: {child: {age: {months: 4}}, home: {child_present: true}}
  older boy: {child: {age: 8}}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	answer, err := e.EvaluateFamily(c)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("Highest level:", answer.Family.Level.Recommended, answer.Family.Level.Children)
	for _, child := range answer.Children {
		fmt.Println(child.Child, child.Level.Recommended)
	}
	// Output:
	// Highest level: 4 [baby]
	// baby 4
	// older boy 3
}
