package page_test

import (
	"slices"
	"strings"
	"testing"

	"windscreen/engine/page"
)

// thinReferral is a case of which little is known.
const thinReferral = `
as_of: 2019-11-09T20:10
child: {age: 7}
harm: {significant_harm: unlikely, physical_abuse: none, sexual_abuse: none}
involved: {plans: []}
`

func TestWhatIsFarFromACaseIsNotAmongTheFirstQuestions(t *testing.T) {
	far := []string{"care.abandoned", "care.carer_prevented", "care.no_parental_responsibility", "child.asylum"}
	asked := func(p *page.Page) []string {
		var out []string
		for _, e := range p.FindOut.Entries {
			if slices.Contains(far, e.Fact) {
				out = append(out, e.Fact)
			}
		}
		return out
	}
	for _, policy := range []string{"bexley-2017", "bexley-2020", "bournemouth-2017", "essex-2017"} {
		if got := asked(pageOf(t, "policy: "+policy+thinReferral)); len(got) > 0 {
			t.Errorf("%s: nothing in the case points to %q", policy, got)
		}
		if got := asked(pageOf(t, "policy: "+policy+thinReferral+"care: {abandoned: unknown}\n")); !slices.Contains(got, "care.abandoned") {
			t.Errorf("%s: the case says that it is not known, and it is not asked", policy)
		}
	}
}

func TestTheGravestGroundThatHoldsHeadsThePage(t *testing.T) {
	const planned = `
as_of: 2020-03-02T14:10
child: {age: 7}
involved: {plans: [in_need]}
harm: {physical_abuse: suspected}
`
	for _, policy := range []string{"bexley-2017", "bexley-2020", "bournemouth-2017", "essex-2017"} {
		p := pageOf(t, "policy: "+policy+planned)
		if len(p.Head.Under) == 0 || !strings.HasPrefix(p.Head.Under[0].Text, "Section 47") {
			t.Errorf("%s: %+v", policy, p.Head.Under)
		}
	}
}
