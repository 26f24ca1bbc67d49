package page

import (
	"fmt"
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

func TestHowSureTheLevelIs(t *testing.T) {
	for name, x := range map[string]struct {
		c    change
		want string
	}{
		"settled":     {level(2, 2), "2, unless something is so that was not asked about by name."},
		"the highest": {level(3, 3), "3, if what was reported is right. Other facts cannot lower it."},
		"open":        {level(1, 2), "Not settled. What is known so far makes it level 1."},
		"contradicted": {func(r *recommendation.Recommendation) { r.Level.RestsOnContradicted = true },
			"2, on what the case states. Some evidence says worse."},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(alone(x.c)).Sure), "Level: "+x.want) })
	}
}

func TestWhatWasCheckedAssumedAndNotRaised(t *testing.T) {
	areas := func(of int, checked ...string) change {
		return func(r *recommendation.Recommendation) { r.Areas = recommendation.Areas{Of: of, Checked: checked} }
	}
	silent := func(n int) change {
		return func(r *recommendation.Recommendation) {
			for i := range n {
				f := fmt.Sprint("f", i)
				r.TakenAsAbsent, r.Titles[f] = append(r.TakenAsAbsent, f), fmt.Sprintf("Harm %d", i)
			}
			r.TakenAsAbsent = append(r.TakenAsAbsent, "without a title")
		}
	}
	for name, x := range map[string]struct {
		c    change
		want []string
	}{
		"no area":    {areas(12), []string{"Checked: None of the 12 areas. There may be more."}},
		"two areas":  {areas(12, "Health", "Learning"), []string{"Checked: Health and learning: 2 of 12 areas. There may be more."}},
		"four areas": {areas(12, "a", "b", "c", "d"), []string{"Checked: 4 of 12 areas. There may be more."}},
		"all areas":  {areas(2, "a", "b"), []string{"Checked: All 2 areas."}},
		"assumed": {func(r *recommendation.Recommendation) {
			r.Presumed = []recommendation.Fact{{Presumed: "No council placed the child."}}
		},
			[]string{"Assumed: No council placed the child."}},
		"two harms": {silent(2), []string{"Not raised: Harm 0 and harm 1. Each is taken as absent. If you did not ask by name, ask."}},
		"nine harms": {silent(9), []string{"Not raised: Harm 0, harm 1, harm 2, harm 3, harm 4, harm 5, harm 6, harm 7, " +
			"and 1 more. Each is taken as absent. If you did not ask by name, ask."}},
		"no harm with a title": {silent(0), nil},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(alone(x.c)).Sure)[1:], x.want...) })
	}
}

func TestWhatOneAnswerWouldChange(t *testing.T) {
	brings := func(name string, c recommendation.Change) change {
		return func(r *recommendation.Recommendation) {
			question(name, nil, "school")(r)
			r.Questions[len(r.Questions)-1].Changes = []recommendation.Change{c}
		}
	}
	calls := func(fact string) change {
		return act("call", "Call 999 first. Then ring", func(e *recommendation.Escalation) {
			e.Title, e.First, e.State, e.WaitsOn = "Call 999 first", true, term.Possible, []string{fact}
		})
	}
	for name, x := range map[string]struct {
		changes []change
		want    []string
	}{
		"nothing": {[]change{question("a", nil, "school")}, nil},
		"a level": {[]change{brings("a", recommendation.Change{Value: true, Says: "Yes", Level: 3})},
			[]string{"Changes if: 1 is yes: level 3."}},
		"with no": {[]change{brings("a", recommendation.Change{Value: false, Says: "No", Level: 3})},
			[]string{"Changes if: 1 is no: level 3."}},
		"a word": {[]change{brings("a", recommendation.Change{Value: "much", Says: "Much.", Level: 3})},
			[]string{"Changes if: 1 is “much”: level 3."}},
		"a ground": {[]change{brings("a", recommendation.Change{Value: true, Level: 3,
			Grounds: []string{"s47", "s17_need", "s17_other", "notify"}})},
			[]string{"Changes if: 1 is yes: level 3, section 47, section 17."}},
		"a call, before a level": {[]change{brings("a", recommendation.Change{Value: true, Level: 3}), question("b", nil, "school"),
			calls("b")},
			[]string{"Changes if: 2 is yes: call 999 first. 1 is yes: level 3."}},
		"two at most": {[]change{brings("a", recommendation.Change{Value: true, Level: 3}),
			brings("b", recommendation.Change{Value: true, Level: 3}),
			brings("c", recommendation.Change{Value: true, Level: 3})}, []string{"Changes if: 1 is yes: level 3. 2 is yes: level 3."}},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(alone(x.changes...)).Sure)[1:], x.want...) })
	}
	p := Of(several(map[string][]change{"a": nil, "b": nil}))
	if p.Sure.Heading != "" {
		t.Errorf("on a page for several: %+v", p.Sure)
	}
}
