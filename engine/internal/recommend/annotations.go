package recommend

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// annotations lists the census codes of what is known of the case. They are drawn
// from the facts alone, and nothing else here reads them.
func (b *builder) annotations() recommendation.Annotations {
	if b.options.Brief {
		return recommendation.Annotations{CINFactors: []recommendation.Code{}, Needs: []recommendation.Code{}}
	}
	factors, needs := map[string][]*vocabulary.Fact{}, map[string][]*vocabulary.Fact{}
	for _, f := range b.index.coded {
		for _, code := range f.CensusCodes(b.c.Values[f.Index]) {
			if _, need := term.Need("").Table().Of(code); need {
				needs[code] = append(needs[code], f)
			} else {
				factors[code] = append(factors[code], f)
			}
		}
	}
	return recommendation.Annotations{CINFactors: b.codes(factors), Needs: b.codes(needs)}
}

// codes lists codes in their order, which is that of their numbers: 3A before 10A.
func (b *builder) codes(facts map[string][]*vocabulary.Fact) []recommendation.Code {
	out := []recommendation.Code{}
	for _, code := range slices.SortedFunc(maps.Keys(facts), func(a, c string) int {
		return cmp.Or(cmp.Compare(number(a), number(c)), strings.Compare(a, c))
	}) {
		out = append(out, recommendation.Code{Code: code, Facts: b.paths(facts[code])})
	}
	return out
}

// number is the number that a code starts with; 0 where it starts with a letter.
func number(code string) int {
	n, _ := strconv.Atoi(strings.TrimRight(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	return n
}
