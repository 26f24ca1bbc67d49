package scenariofile

import (
	"slices"
	"testing"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// lookWith is a look at an environment in which little is known; change makes it differ.
func lookWith(number int, change func(*lang.Env)) look {
	some := func() logic.Range { return logic.Range{Lo: 1, Hi: 3} }
	e := &lang.Env{
		Values:   []vocabulary.Value{vocabulary.Exactly(0), {Lo: 1, Hi: 3}},
		AsOf:     1_583_158_200,
		Grounds:  []logic.Truth{logic.False, logic.False},
		Decisive: []logic.Truth{logic.False, logic.False},
		Tally:    []logic.Range{some(), some()}, Domains: []logic.Range{some(), some()}, Level: some(),
		Judgement: lang.Judgement{Recorded: true, Level: 1},
	}
	change(e)
	return look{number: number, env: e}
}

// TestLooksThatDifferInWhatIsReadAreOfTwoKinds has two looks that differ in one thing, which a condition reads or not.
func TestLooksThatDifferInWhatIsReadAreOfTwoKinds(t *testing.T) {
	fact := &vocabulary.Fact{Index: 1}
	count := func(c lang.Counter) *lang.Node { return &lang.Node{Op: lang.CountIn, Counter: c, N: 1, Lo: 2, Hi: 9} }
	ground, tally := &lang.Node{Op: lang.Ground, N: 1}, count(lang.Tally)
	conditions := []struct {
		name  string
		root  *lang.Node
		reads []string
	}{
		{"a fact in a range", &lang.Node{Op: lang.FactIn, Fact: fact, Lo: 2, Hi: 9}, []string{"fact"}},
		{"a fact that is one of several words", &lang.Node{Op: lang.OneOf, Fact: fact}, []string{"fact"}},
		{"a word in a set", &lang.Node{Op: lang.Member, Fact: fact}, []string{"fact"}},
		{"a fact that is open", &lang.Node{Op: lang.OpenFact, Fact: fact}, []string{"fact"}},
		{"a time from a fact to the moment", &lang.Node{Op: lang.TimeIn, To: lang.Moment{Fact: fact}}, []string{"fact", "moment"}},
		{"a ground", ground, []string{"ground"}},
		{"a sign that decides", &lang.Node{Op: lang.Decisive, N: 1}, []string{"decisive"}},
		{"the tally", tally, []string{"tally"}},
		{"the domains", count(lang.Domains), []string{"domains"}},
		{"the level", count(lang.Level), []string{"level"}},
		{"the level judged", count(lang.JudgedLevel), nil},
		{"whether a judgement is recorded", &lang.Node{Op: lang.Judged}, nil},
		{"whether it is another level", &lang.Node{Op: lang.JudgedOtherwise}, []string{"level"}},
		{"a ground or not enough signs", &lang.Node{Op: lang.Or, Args: []*lang.Node{ground,
			{Op: lang.Not, Args: []*lang.Node{tally}}}}, []string{"ground", "tally"}},
		{"nothing", &lang.Node{Op: lang.Const, Value: logic.True}, nil},
	}
	differences := []struct {
		in     string
		change func(*lang.Env)
	}{
		{"fact", func(e *lang.Env) { e.Values[1].Lo = 2 }},
		{"fact", func(e *lang.Env) { e.Values[1].Hi = 2 }},
		{"another fact", func(e *lang.Env) { e.Values[0] = vocabulary.Exactly(1) }},
		{"moment", func(e *lang.Env) { e.AsOf++ }},
		{"ground", func(e *lang.Env) { e.Grounds[1] = logic.Unknown }},
		{"another ground", func(e *lang.Env) { e.Grounds[0] = logic.True }},
		{"decisive", func(e *lang.Env) { e.Decisive[1] = logic.Unknown }},
		{"what decides at another level", func(e *lang.Env) { e.Decisive[0] = logic.True }},
		{"tally", func(e *lang.Env) { e.Tally[1].Lo = 2 }},
		{"tally", func(e *lang.Env) { e.Tally[1].Hi = 2 }},
		{"the tally of another level", func(e *lang.Env) { e.Tally[0].Lo = 2 }},
		{"domains", func(e *lang.Env) { e.Domains[1].Lo = 2 }},
		{"domains", func(e *lang.Env) { e.Domains[1].Hi = 2 }},
		{"the domains of another level", func(e *lang.Env) { e.Domains[0].Lo = 2 }},
		{"level", func(e *lang.Env) { e.Level.Lo = 2 }},
		{"level", func(e *lang.Env) { e.Level.Hi = 2 }},
		{"judgement", func(e *lang.Env) { e.Judgement = lang.Judgement{} }},
		{"judgement", func(e *lang.Env) { e.Judgement.Level = 2 }},
		{"nothing", func(*lang.Env) {}},
	}
	for _, c := range conditions {
		for _, d := range differences {
			looks := []look{lookWith(0, func(*lang.Env) {}), lookWith(1, d.change)}
			k := newKinds([]*trial{{looks: looks}}, len(looks), readsOf(c.root))
			want := 1
			if d.in == "judgement" || slices.Contains(c.reads, d.in) { // a judgement is always told apart
				want = 2
			}
			if k.count != want || (k.of[0] != k.of[1]) != (want == 2) {
				t.Errorf("%s: looks that differ in %s are of %d kinds (%v), want %d", c.name, d.in, k.count, k.of, want)
			}
		}
	}
}
