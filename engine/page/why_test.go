package page

import (
	"strings"
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// sign is an indicator that counts, and the facts behind it. The level asks for two signs.
func sign(id string, n int, s term.Strength, because ...recommendation.Fact) change {
	return func(r *recommendation.Recommendation) {
		i := recommendation.Indicator{Rule: rule(id, ""), Level: n, Strength: s, Counted: true}
		i.Because = because
		r.Indicators = append(r.Indicators, i)
		met := recommendation.Part{Value: term.IsMet, Found: len(r.Indicators), Asked: 2}
		for _, x := range r.Indicators {
			met.Rules = append(met.Rules, x.ID)
		}
		r.Level.Criterion.Parts = []recommendation.Part{{Value: term.NotMet, Rules: []string{"other"}}, met}
	}
}

// fact is a fact that is so, with more said of it.
func fact(name string, more ...func(*recommendation.Fact)) recommendation.Fact {
	f := recommendation.Fact{Fact: name, Title: "Title of " + name, Says: "Yes"}
	for _, m := range more {
		m(&f)
	}
	return f
}

// saidBy is evidence for a fact.
func saidBy(source, day string, private bool) func(*recommendation.Fact) {
	return func(f *recommendation.Fact) {
		f.Evidence = append(f.Evidence, recommendation.Evidence{Source: source, On: recommendation.DayOf(day), Private: private})
	}
}

func TestReasonsAndTheirOrder(t *testing.T) {
	belief := func(f *recommendation.Fact) { f.Belief = true }
	silent := func(f *recommendation.Fact) { f.Explored = true }
	p := Of(alone(
		sign("third", 1, term.StrengthCounts, fact("late"), fact("age", func(f *recommendation.Fact) { f.Background = true })),
		sign("second", 2, term.StrengthCounts, fact("fear", belief), fact("mark"), fact("quiet", silent)),
		sign("first", 2, term.StrengthDecides, fact("harm"), fact("age", func(f *recommendation.Fact) { f.Background = true })),
		sign("both", 2, term.StrengthDecides, fact("mark"), fact("late")),
	))
	same(t, lines(p.Why[0]), "Title of harm. That is enough for level 2 by itself.", "Title of mark.", "Title of late.")
	if p.Why[0].Heading != "Why level 2: four signs, and these rules ask for two" ||
		p.Why[0].Left != "One more reason is in the full answer." {
		t.Errorf("%q, left %q", p.Why[0].Heading, p.Why[0].Left)
	}
	if e := p.Why[0].Entries[2]; e.Rule != "both" || e.Fact != "late" || e.Cite[0] != "C-both" {
		t.Errorf("%+v", e)
	}
}

func TestNoSourceIsNamedUnlessTheFamilyMayBeTold(t *testing.T) {
	mark := fact("mark", saidBy("school", "2020-03-02", false), saidBy("a neighbour", "2020-03-01", true))
	for name, telling := range map[string]change{
		"telling waits":                 inform(term.InformNotBeforeAdvice),
		"acting comes first":            inform(term.InformNotAPrecondition),
		"one answer could have it wait": couldBe(term.InformAdviceFirst, "risk"),
	} {
		p := Of(alone(sign("first", 2, term.StrengthDecides, mark), telling))
		if got := lines(p.Why[0])[0]; !strings.HasPrefix(got, "Title of mark (reported; someone says).") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestASourceThatSaysSomethingElseDoesNotStandBehindAReason(t *testing.T) {
	mark := fact("mark", saidBy("school", "2020-03-02", false), saidBy("father", "2020-03-03", false), saidBy("GP", "2020-03-04", false))
	mark.Value, mark.Evidence[0].Value = "suspected", "suspected"
	mark.Evidence[1].Standing = term.StandingDisputed
	mark.Evidence[2].Value = "none"
	p := Of(alone(sign("first", 2, term.StrengthDecides, mark)))
	if got := lines(p.Why[0])[0]; !strings.HasPrefix(got, "Title of mark (school, 2 March).") {
		t.Error(got)
	}
}

func TestAReasonSaysWhoSaysSoAndWhen(t *testing.T) {
	words := func(s string) func(*recommendation.Fact) { return func(f *recommendation.Fact) { f.Says = s } }
	for name, x := range map[string]struct {
		fact recommendation.Fact
		want string
	}{
		"nobody":           {fact("x"), "Title of x."},
		"a value":          {fact("x", words("Much of it.")), "Title of x: much of it."},
		"at least a value": {fact("x", words("at least: much of it.")), "Title of x: much of it."},
		"a long value":     {fact("x", words(strings.Repeat("much ", 20)+"of it")), "Much " + strings.Repeat("much ", 19) + "of it."},
		"alleged":          {fact("x", func(f *recommendation.Fact) { f.Alleged = true }), "Title of x, alleged and not established."},
		"an agency":        {fact("x", saidBy("school", "2020-03-02", false)), "Title of x (school, 2 March)."},
		"another year":     {fact("x", saidBy("school", "2019-03-02", false)), "Title of x (school, 2 March 2019)."},
		"a private person": {fact("x", saidBy("a neighbour", "2020-03-02", true)), "Title of x (a neighbour says, 2 March)."},
		"no day":           {fact("x", saidBy("school", "", false)), "Title of x (school)."},
		"no source":        {fact("x", saidBy("", "2020-03-02", false)), "Title of x (2 March)."},
		"the same twice":   {fact("x", saidBy("GP", "", false), saidBy("GP", "", false)), "Title of x (GP)."},
		"more than two sources": {fact("x", saidBy("GP", "", false), saidBy("school", "", false), saidBy("police", "", false)),
			"Title of x (GP; school; and 1 more)."},
	} {
		t.Run(name, func(t *testing.T) {
			same(t, lines(Of(alone(sign("s", 2, term.StrengthCounts, x.fact))).Why[0]), x.want)
		})
	}
}

func TestWithoutAReason(t *testing.T) {
	for name, x := range map[string]struct {
		changes       []change
		heading, want string
	}{
		"by the criterion alone": {nil, "Why level 2", "The level follows from the criterion alone."},
		"the lowest, so far": {[]change{level(1, 2)}, "Why the level is not settled",
			"No sign of need is known so far. There may be one."},
		"the lowest": {[]change{level(1, 1)}, "Why level 1", "No sign of need at a higher level was found."},
		"one that counts none": {[]change{func(r *recommendation.Recommendation) {
			r.Level.Criterion.Parts = []recommendation.Part{{Value: term.IsMet}}
		}}, "Why level 2", "The level follows from the criterion alone."},
		"one sign": {[]change{func(r *recommendation.Recommendation) {
			r.Level.Criterion.Parts = []recommendation.Part{{Value: term.IsMet, Found: 1, Asked: 1}}
		}}, "Why level 2: one sign, and these rules ask for one", "The level follows from the criterion alone."},
	} {
		t.Run(name, func(t *testing.T) {
			s := Of(alone(x.changes...)).Why[0]
			same(t, lines(s), x.want)
			if s.Heading != x.heading {
				t.Errorf("heading %q", s.Heading)
			}
		})
	}
}

func TestAGroundIsAReason(t *testing.T) {
	p := Of(alone(func(r *recommendation.Recommendation) {
		r.Grounds = []recommendation.Ground{{Name: "s47", Title: "Section 47", State: term.Holds,
			Because: []recommendation.Fact{fact("harm"), fact("mark")}}}
	}))
	same(t, lines(p.Why[0]), "Title of harm.", "Title of mark.")
}

func TestWhatTheNextLevelWouldTake(t *testing.T) {
	obstacles := func(r *recommendation.Recommendation) {
		r.WhyNot = []recommendation.Obstacle{{Level: 3, Rule: "a"},
			{Level: 3, Takes: "four signs, and two were found", Missing: 2, Rule: "b"},
			{Level: 3, Takes: "two signs, and one was found", Missing: 1, Rule: "c", Cite: []string{"C-c"}}}
	}
	s := Of(alone(obstacles)).Why[0]
	last := s.Entries[len(s.Entries)-1]
	const want = "Level 3 is not reached. It takes two signs, and one was found, or four signs, and two were found."
	if last.Text != want || last.Rule != "c" {
		t.Errorf("%+v", last)
	}
	same(t, lines(Of(alone(obstacles, level(2, 3))).Why[0]), "The level follows from the criterion alone.")
}

func TestAHigherJudgementHasItsReason(t *testing.T) {
	p := Of(alone(judged(3, "High")))
	if len(p.Why) != 2 || p.Why[0].Heading != "Why judged level 3" || p.Why[1].Heading != "Why level 2" {
		t.Fatalf("%+v", p.Why)
	}
	same(t, lines(p.Why[0]), "A manager: “the home visit.”")
	by := func(who, reason string) change {
		return func(r *recommendation.Recommendation) {
			judged(3, "High")(r)
			r.Judgement.By, r.Judgement.Reason = who, reason
		}
	}
	for _, x := range []struct{ by, reason, want string }{
		{"team manager", "They hide something", "The team manager: “They hide something.”"},
		{"Ms Bell", "He said “go”.", "Ms Bell: “He said ‘go’.”"},
		{"", "The visit", "Whoever judged it: “The visit.”"},
	} {
		same(t, lines(Of(alone(by(x.by, x.reason))).Why[0]), x.want)
	}
	same(t, lines(Of(alone(by("team manager", "She told"), inform(term.InformAdviceFirst))).Why[0]),
		"The team manager: the reason is in the full answer.")
	if n := len(Of(alone(judged(1, "Low"))).Why); n != 1 {
		t.Errorf("%d sections", n)
	}
}

func TestTheNumbersOfSignsAndReasonsAddUp(t *testing.T) {
	found := func(n int) change {
		return func(r *recommendation.Recommendation) {
			r.Level.Criterion.Parts = []recommendation.Part{{Value: term.IsMet, Found: n, Asked: 1, Rules: []string{"s"}}}
		}
	}
	two := sign("s", 2, term.StrengthCounts, fact("a"), fact("b"))
	for n, want := range map[int]string{
		1: "Why level 2: these rules ask for one sign", 2: "Why level 2: two signs, and these rules ask for one",
		3: "Why level 2: these rules ask for one sign, and more are known",
	} {
		if got := Of(alone(two, found(n))).Why[0].Heading; got != want {
			t.Errorf("%d signs and two reasons: %q", n, got)
		}
	}
	s := Section{Entries: []Entry{{Fact: "a"}, {Fact: "b"}, {Text: "Level 3 is not reached."}}}
	dropLast(&s, "reason")
	if s.Left != "" {
		t.Errorf("why level 3 is not reached is counted: %q", s.Left)
	}
	if dropLast(&s, "reason"); s.Left != "One more reason is in the full answer." {
		t.Error(s.Left)
	}
}

func TestSignsOfTheNextLevelItselfComeFirst(t *testing.T) {
	ways := func(r *recommendation.Recommendation) {
		r.WhyNot = []recommendation.Obstacle{{Level: 3, Takes: "one sign of level 4 (none known)", Missing: 1},
			{Level: 3, Takes: "2 different signs of level 3 or above (none known)", Missing: 2}}
	}
	s := Of(alone(ways)).Why[0]
	const want = "Level 3 is not reached. It takes 2 different signs of level 3 or above, or one sign of level 4; none is known."
	if got := s.Entries[len(s.Entries)-1].Text; got != want {
		t.Error(got)
	}
}
