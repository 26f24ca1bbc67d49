package render_test

import (
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/picks"
	"windscreen/engine/render"
)

// ranked is a made-up report with a question of every kind.
func ranked() *picks.Report {
	referrals := []picks.Referral{
		{ID: "one", Start: at(4, 5), Named: "bexley-2020", Policy: "bexley-2020", Asked: 60, Picks: []picks.Pick{
			{Ask: "Who will he go home to at quarter past three, and will anybody be there who could see to it that he is safe tonight?",
				Facts: []string{"care.safe_place", "harm.person"}, Rank: 23, Fact: "harm.person"},
			{Ask: "Is he in danger now?", Facts: []string{"harm.immediate_danger"}, Rank: 1, Fact: "harm.immediate_danger"},
			{Ask: "What did he say, in his own words?", Facts: []string{}},
			{Ask: "When is he next seen?", Facts: []string{"involved.next_at"}},
			{Ask: "Who looks after him?", Facts: []string{"child.lives_with"}, Known: []string{"child.lives_with"}},
		}},
		{ID: "two", Start: at(40, 5), Named: "any", Policy: "bexley-2020", Asked: 9, Picks: []picks.Pick{
			{Ask: "Is the baby growing?", Facts: []string{"health.growth"}, Children: []string{"baby"}, Rank: 7, Fact: "health.growth"},
			{Ask: "Who is at home?", Facts: []string{"home.people", "home.other_parent"}, Known: []string{"home.people"}},
		}},
	}
	return &picks.Report{
		Files: []picks.File{{Name: "made/up.yaml", All: picks.Of(referrals), Referrals: referrals, Policies: []picks.Policy{
			{Policy: "bexley-2020", Share: picks.Of(referrals[:1])}, {Policy: "any", Share: picks.Of(referrals[1:])}}}},
		Faults: diagnostic.List{{File: "made/faulty.yaml", Start: at(9, 17), End: at(9, 30), Severity: diagnostic.Error,
			Code: diagnostic.UnknownName, Message: "there is no fact called harm.injurys", Remedy: "did you mean harm.injuries?",
			Source: "        facts: [harm.injurys]"}},
	}
}

func TestPicksLookAsTheyDid(t *testing.T) {
	goldens(t, map[string]look{
		"picks/text.txt":    {of(render.Picks, ranked()), render.Text, render.Options{}},
		"picks/report.json": {of(render.Picks, ranked()), render.JSON, render.Options{}},
	})
}
