package page

import (
	"cmp"
	"slices"
	"strings"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// stopsTelling lists the facts that could each stop the family from being told, such as that telling adds to
// a risk, or that there is danger.
func stopsTelling(r *recommendation.Recommendation) []string {
	return couldTell(r, func(v term.Inform) bool { return v != term.InformExpected && v != term.InformNotApplicable })
}

// couldTell lists the facts that could each, by itself, change the answer on telling to one that is wanted.
func couldTell(r *recommendation.Recommendation, wanted func(term.Inform) bool) []string {
	var out []string
	for _, x := range r.Consent.CouldBe {
		if x.Answer == term.AnswerInform && len(x.WaitsOn) == 1 && wanted(term.Inform(x.Value)) {
			out = addNew(out, x.WaitsOn)
		}
	}
	return out
}

// asked are the questions about some facts, as the screen asks them, with the place of each among all that a refusal asks for.
func asked(r *recommendation.Recommendation, facts []string) []copyQuestion {
	var out []copyQuestion
	for _, fact := range facts {
		text := cmp.Or(r.Titles[fact], fact) + "?"
		if i := slices.IndexFunc(r.Questions, func(q recommendation.Question) bool { return q.Fact == fact }); i >= 0 {
			text = cmp.Or(r.Questions[i].Short, r.Questions[i].Ask)
		}
		out = append(out, copyQuestion{text + ifAll(r, fact), placeOf(r, fact)})
	}
	return out
}

// copyQuestion is a question that a refusal of a copy asks, and its place among the others: how early it is asked, and its place
// among those of one child that are asked as early.
type copyQuestion struct {
	text  string
	place [2]int
}

// placeOf is the place of a fact among all that a refusal asks for.
func placeOf(r *recommendation.Recommendation, fact string) [2]int {
	for early, list := range r.CopyAsks {
		if at := slices.Index(list, fact); at >= 0 {
			return [2]int{early, at}
		}
	}
	return [2]int{}
}

// inPlace are the texts of some questions, each once, in the order of their places.
func inPlace(list []copyQuestion) []string {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b copyQuestion) int { return slices.Compare(a.place[:], b.place[:]) })
	var out []string
	for _, q := range list {
		out = addNew(out, []string{q.text})
	}
	return out
}

// ifAll says how to answer a question about a list of which the case names a part, as more may be on it. It does not say what is named.
func ifAll(r *recommendation.Recommendation, fact string) string {
	domain, name, _ := strings.Cut(fact, ".")
	whole, _ := r.Receipt.Case.(map[string]any)
	facts, _ := whole[domain].(map[string]any)
	switch facts[name].(type) {
	case []string, []any:
		return " (If the case names all, write " + name + ": {only: [...]}.)"
	}
	return ""
}

// addNew adds to a list what is not in it yet.
func addNew(list, more []string) []string {
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}
