package page

import (
	"fmt"
	"strings"
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
		"open":        {level(2, 3), "Not settled. What is known so far makes it level 2."},
		"any level":   {level(1, 2), "Not settled. Nothing that is known so far decides it."},
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
		"no area":    {areas(12), []string{"Checked: No area in full. There may be more."}},
		"two areas":  {areas(12, "Health", "Learning"), []string{"Checked: Health and learning: 2 of 12 areas. There may be more."}},
		"four areas": {areas(12, "a", "b", "c", "d"), []string{"Checked: 4 of 12 areas. There may be more."}},
		"all areas":  {areas(2, "a", "b"), []string{"Checked: All 2 areas."}},
		"assumed": {func(r *recommendation.Recommendation) {
			r.Presumed = []recommendation.Fact{{Presumed: "No council placed the child.", Decides: true}}
		},
			[]string{"Assumed: No council placed the child."}},
		"presumed, and nothing rests on it": {func(r *recommendation.Recommendation) {
			r.Presumed = []recommendation.Fact{{Presumed: "No council placed the child."}}
		}, nil},
		"two harms": {silent(2), []string{"Not raised: Harm 0 and harm 1. Each is taken as absent. If you did not ask by name, ask."}},
		"nine harms": {silent(9), []string{"Not raised: Harm 0, harm 1, harm 2, harm 3, harm 4, harm 5, harm 6, harm 7, " +
			"and 1 more. Each is taken as absent. If you did not ask by name, ask."}},
		"no harm with a title": {silent(0), nil},
	} {
		t.Run(name, func(t *testing.T) { same(t, lines(Of(alone(x.c)).Sure)[1:], x.want...) })
	}
}

// decides is that answers decide something; each is of a fact, after = yes, no or a word.
func decides(c recommendation.ChangesIf, answers ...string) change {
	var set []recommendation.Given
	for _, text := range answers {
		fact, value, _ := strings.Cut(text, "=")
		g := recommendation.Given{Fact: fact, Value: value, Says: value}
		if value == "yes" || value == "no" {
			g.Value = value == "yes"
		}
		set = append(set, g)
	}
	c.Sets = [][]recommendation.Given{set}
	return func(r *recommendation.Recommendation) { r.ChangesIf = append(r.ChangesIf, c) }
}

// tellingOpen is that one answer would have advice come before telling.
func tellingOpen(r *recommendation.Recommendation) {
	r.Consent.CouldBe = []recommendation.CouldBe{{Answer: term.AnswerInform, Value: string(term.InformAdviceFirst), WaitsOn: []string{"z"}}}
}

func TestWhatOneAnswerOrTwoWouldChange(t *testing.T) {
	level := func(n int) recommendation.ChangesIf { return recommendation.ChangesIf{Kind: term.KindLevel, Level: n} }
	ground := func(name string) recommendation.ChangesIf {
		return recommendation.ChangesIf{Kind: term.KindGround, Ground: name}
	}
	call := recommendation.ChangesIf{Kind: term.KindEscalation, Title: "Call 999 first", First: true, CallsHelp: true}
	for name, x := range map[string]struct {
		changes []change
		want    string
	}{
		"nothing":               {nil, ""},
		"a level":               {[]change{decides(level(3), "a=yes")}, "1 is yes: level 3."},
		"a level below others":  {[]change{decides(level(2), "a=yes")}, "1 is yes: at least level 2."},
		"with no":               {[]change{decides(level(3), "a=no")}, "1 is no: level 3."},
		"a word":                {[]change{decides(level(3), "a=Much.")}, "1 is “much”: level 3."},
		"words of two ends":     {[]change{decides(level(3), "a=from “some” to “much”")}, "1 is from “some” to “much”: level 3."},
		"the least serious one": {[]change{decides(level(2), "a=Some"), decides(level(3), "a=Much")}, "1 is “some”: at least level 2."},
		"the higher level":      {[]change{decides(level(2), "a=Some"), decides(level(3), "a=Some")}, "1 is “some”: level 3."},
		"with sections": {[]change{decides(ground("s47"), "a=yes"), decides(ground("s17_need"), "a=yes"),
			decides(ground("s17_other"), "a=yes"), decides(ground("notify"), "a=yes"), decides(level(3), "a=yes")},
			"1 is yes: level 3."},
		"not that it may be worse": {[]change{decides(level(3), "a=Much, or worse")}, "1 is “much”: level 3."},
		"while telling waits, a call alone": {[]change{inform(term.InformAdviceFirst), decides(level(3), "a=yes"), decides(call, "b=yes")},
			"2 is yes: call 999 first."},
		"while telling waits, no level":                      {[]change{inform(term.InformAdviceFirst), decides(level(3), "a=yes")}, ""},
		"where one answer would make telling wait, no level": {[]change{decides(level(3), "a=yes"), tellingOpen}, ""},
		"nothing of another kind that comes first": {[]change{decides(recommendation.ChangesIf{Kind: term.KindEscalation, First: true,
			Title: "Whoever got in touch is in dispute with the family"}, "a=yes")}, ""},
		"a ground alone": {[]change{decides(ground("s47"), "a=yes")}, ""},
		"a call, before a level": {[]change{decides(level(3), "a=yes"), decides(call, "b=yes")},
			"2 is yes: call 999 first. 1 is yes: level 3."},
		"no other action": {[]change{decides(recommendation.ChangesIf{Kind: term.KindEscalation, Title: "Tell the school"}, "a=yes")},
			""},
		"nothing that falls away": {[]change{decides(recommendation.ChangesIf{Kind: term.KindEscalation, First: true, Away: true},
			"a=yes")}, ""},
		"any of three": {[]change{decides(level(3), "a=yes"), decides(level(3), "b=yes"), decides(level(3), "c=yes")},
			"1, 2 or 3 is yes: level 3."},
		"two that differ": {[]change{decides(level(3), "a=yes"), decides(level(3), "b=no"), decides(level(3), "c=Much")},
			"1 is yes: level 3. 2 is no: level 3."},
		"two together":           {[]change{decides(level(3), "c=yes", "a=yes")}, "1 and 3 are yes: level 3."},
		"two that are not alike": {[]change{decides(level(3), "c=no", "a=yes")}, "1 is yes and 3 is no: level 3."},
		"one before two": {[]change{decides(level(3), "a=yes", "b=yes"), decides(level(3), "c=yes")},
			"3 is yes: level 3. 1 and 2 are yes: level 3."},
		"three together":    {[]change{decides(level(3), "a=yes", "b=yes", "c=yes")}, ""},
		"what is not asked": {[]change{decides(level(3), "z=yes"), decides(level(3), "a=yes", "z=yes")}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			want := []string{}
			if x.want != "" {
				want = append(want, "Changes if: "+x.want)
			}
			all := []change{question("a", nil, "school"), question("b", nil, "school"), question("c", nil, "school")}
			same(t, lines(Of(alone(append(all, x.changes...)...)).Sure)[1:], want...)
		})
	}
}

func TestWhatWouldChangeForEachChild(t *testing.T) {
	level := func(n int) recommendation.ChangesIf { return recommendation.ChangesIf{Kind: term.KindLevel, Level: n} }
	a, b := question("a", nil, "school"), question("b", nil, "school")
	both := []change{a, b}
	for name, x := range map[string]struct {
		children map[string][]change
		want     string
	}{
		"nothing": {map[string][]change{"6": both, "11": both}, ""},
		"the same for all": {map[string][]change{"6": {a, b, decides(level(3), "a=yes")}, "11": {a, b, decides(level(3), "a=yes")}},
			"1 is yes: level 3."},
		"one for each": {map[string][]change{
			"6":  {a, b, decides(level(3), "a=yes"), decides(level(3), "b=no")},
			"11": {a, b, decides(level(3), "b=no")},
		}, "1 is yes: level 3 for 6. 2 is no: level 3 for 11."},
		"the same for some": {map[string][]change{
			"4": {a, b, decides(level(3), "a=yes")}, "6": {a, b, decides(level(3), "a=yes")}, "11": both,
		}, "1 is yes: level 3 for 4 and 6."},
		"a question about another child": {map[string][]change{"6": {a, decides(level(3), "a=yes")}, "11": {b, decides(level(3), "a=yes")}},
			"1 is yes: level 3 for 6."},
	} {
		t.Run(name, func(t *testing.T) {
			want := []string{}
			if x.want != "" {
				want = append(want, "Changes if: "+x.want)
			}
			same(t, lines(Of(several(x.children)).Sure), want...)
		})
	}
}
