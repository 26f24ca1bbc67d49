package page_test

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/pagetest"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/page"
	"windscreen/rules"
)

// drawn is how many answers are made up under each policy.
var drawn = flag.Int("page.drawn", 20, "how many answers to make up under each policy")

// reached is how many copies for the family there must be among them, so that the laws of the copy are tried.
const reached = 1

// madeUpBounds are what the pages of made-up cases keep to. Most know far more that is due at once than any
// real case, and what is due at once is never left out.
var madeUpBounds = pagetest.Bounds{Lines: 140, FirstStep: page.NearTop}

// opened are the rules as shipped.
var opened = sync.OnceValues(func() (*catalogue.Catalogue, error) {
	c, list := catalogue.Open(rules.FS, catalogue.Options{Compile: func(p *policy.Policy) (evaluate.Evaluator,
		error) {
		return plan.New(p), nil
	}})
	if list.HasErrors() {
		return nil, fmt.Errorf("%v", list)
	}
	return c, nil
})

// sources are those whom made-up cases name, agencies and private persons.
var sources = []string{"school", "neighbour", "grandparent", "gp", "police", "young person"}

// quiet makes a case one in which nothing is feared at home and nothing is kept from anybody, so that there can be copies.
func quiet(r *rand.Rand, x *casefile.Case, v *vocabulary.Vocabulary) {
	for _, f := range v.Facts {
		all := f.Unknown()
		value := vocabulary.Exactly(all.Lo)
		switch domain, _, _ := strings.Cut(f.Path, "."); {
		case f.Path == "consent.told" || f.Path == "consent.by":
			value = vocabulary.Exactly(r.Int64N(all.Hi + 1))
		case f.Path == "consent.keep_from" || f.Path == "consent.seeking_raises_risk" || f.Path == "consent.another_child":
		case f.Dated() || domain != "harm" && domain != "home" && domain != "needs":
			continue
		}
		x.Values[f.Index], x.Origins[f.Index] = value, casefile.Stated
	}
	x.Judgement = nil
}

// madeUp is an answer on a made-up case about one child, or up to three.
func madeUp(t *testing.T, r *rand.Rand, c *catalogue.Catalogue, id string) *family.Answer {
	t.Helper()
	unit, err := c.Policy(id)
	if err != nil {
		t.Fatal(err)
	}
	var children []family.Child
	labels := []string{"baby", "6", "11"}[:1+r.IntN(3)]
	share := []int{2, 5, 12, 30, 60}[r.IntN(5)]
	calm := share < 12
	for _, label := range labels {
		x := draw.Case(r, unit.Policy, share, true, c.London())
		if calm {
			quiet(r, x, unit.Policy.Vocabulary)
		}
		x.Evidence = map[int][]casefile.Evidence{}
		for _, f := range unit.Policy.Vocabulary.Facts {
			if x.Origins[f.Index] == casefile.Stated && r.IntN(2) == 0 {
				x.Evidence[f.Index] = []casefile.Evidence{{Source: sources[r.IntN(len(sources))], On: "2020-02-28"}}
			}
		}
		for _, e := range unit.Policy.Escalations {
			if r.IntN(8) == 0 {
				x.Done = append(x.Done, casefile.Done{Name: e.ID})
			}
		}
		if len(labels) > 1 {
			x.Child = label
		}
		answer, err := unit.Maker.Recommend(x)
		if err != nil {
			t.Fatal(err)
		}
		children = append(children, family.Child{Child: x.Child, Recommendation: answer})
	}
	return family.Together(children)
}

func TestThePagesOfMadeUpCasesKeepTheLaws(t *testing.T) {
	c, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range c.IDs() {
		t.Run(id, func(t *testing.T) {
			r := rand.New(rand.NewPCG(3, 7))
			copies, long, faults := 0, 0, map[string]int{}
			for range *drawn {
				a := madeUp(t, r, c, id)
				for _, b := range pagetest.Broken(a, madeUpBounds) {
					faults[b]++
				}
				if pagetest.At(a).Copy != nil {
					copies++
				}
				if n := page.Lines(page.Of(a)); n > page.Height {
					long++
				}
			}
			for _, b := range slices.Sorted(maps.Keys(faults)) {
				t.Errorf("%d times: %s", faults[b], b)
			}
			t.Logf("%d of %d pages have more than %d lines; %d copies for the family", long, *drawn, page.Height, copies)
			if copies < reached {
				t.Errorf("only %d of %d answers have a copy for the family", copies, *drawn)
			}
		})
	}
}

// blame are words that a text for a family does not use: of suspicion, of blame, and of those who said something.
var blame = regexp.MustCompile(`(?i)suspect|alleg|abus|neglect|offend|perpetrat|refus(?:es|ed) to|failed|` +
	`referrer|neighbour|concern|threshold|indicator|section \d`)

func TestEveryLevelHasATextForTheFamilyAndNoTextBlames(t *testing.T) {
	c, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range c.IDs() {
		unit, err := c.Policy(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range unit.Policy.Levels {
			if l.Family == nil {
				t.Errorf("%s: level %d has no text for the family", id, l.Number)
			}
		}
		n := 0
		for _, r := range unit.Policy.Rules {
			if r.Family == nil {
				continue
			}
			n++
			if word := blame.FindString(r.Family.Says); word != "" {
				t.Errorf("%s: %s says %q to the family", id, r.ID, word)
			}
		}
		if n < 5 {
			t.Errorf("%s: only %d texts", id, n)
		}
	}
}
