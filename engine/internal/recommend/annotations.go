package recommend

import (
	"cmp"
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
	census := b.index.census
	for len(b.byCode) < len(census.codes) {
		b.byCode = append(b.byCode, nil)
	}
	for at := range b.byCode {
		b.byCode[at] = b.byCode[at][:0]
	}
	for _, f := range census.facts {
		for _, code := range f.CensusCodes(b.c.Values[f.Index]) {
			at := census.at[code]
			b.byCode[at] = append(b.byCode[at], f)
		}
	}
	return recommendation.Annotations{CINFactors: b.codes(false), Needs: b.codes(true)}
}

// codes lists the codes of needs, or all others.
func (b *builder) codes(needs bool) []recommendation.Code {
	n := 0
	for at, facts := range b.byCode {
		if len(facts) > 0 && b.index.census.needs[at] == needs {
			n++
		}
	}
	out := make([]recommendation.Code, 0, n)
	for at, facts := range b.byCode {
		if len(facts) > 0 && b.index.census.needs[at] == needs {
			out = append(out, recommendation.Code{Code: b.index.census.codes[at], Facts: b.paths(facts)})
		}
	}
	return out
}

// census are the codes of the census that a vocabulary has.
type census struct {
	// facts are those that have codes.
	facts []*vocabulary.Fact
	// codes are in their order, at are their places in it, and needs is which of them are of needs.
	codes []string
	at    map[string]int
	needs []bool
}

// newCensus finds the codes of a vocabulary. Their order is that of their numbers: 3A before 10A.
func newCensus(v *vocabulary.Vocabulary) *census {
	x := &census{at: map[string]int{}}
	for _, f := range v.Facts {
		if len(f.Census) > 0 {
			x.facts = append(x.facts, f)
		}
		for _, codes := range f.Census {
			x.codes = append(x.codes, codes...)
		}
	}
	slices.SortFunc(x.codes, func(a, c string) int {
		return cmp.Or(cmp.Compare(number(a), number(c)), strings.Compare(a, c))
	})
	x.codes = slices.Compact(x.codes)
	for at, code := range x.codes {
		_, need := term.Need("").Table().Of(code)
		x.at[code], x.needs = at, append(x.needs, need)
	}
	return x
}

// number is the number that a code starts with; 0 where it starts with a letter.
func number(code string) int {
	n, _ := strconv.Atoi(strings.TrimRight(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	return n
}
