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

// asked are the questions about some facts, as the screen asks them. What the answer does not ask itself, as only a copy turns on
// it, comes first; the others follow in the answer's order.
func asked(r *recommendation.Recommendation, facts []string) []string {
	var out, left []string
	left = append(left, facts...)
	for _, q := range r.Questions {
		if i := slices.Index(left, q.Fact); i >= 0 && q.Fact != "" {
			out = append(out, cmp.Or(q.Short, q.Ask)+ifAll(r, q.Fact))
			left = slices.Delete(left, i, i+1)
		}
	}
	var first []string
	for _, fact := range left {
		first = append(first, cmp.Or(r.Titles[fact], fact)+"?"+ifAll(r, fact))
	}
	return append(first, out...)
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
