package scenariofile

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/pagetest"
	"windscreen/engine/internal/parallel"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/page"
	"windscreen/engine/term"
)

var everyPage = flag.Bool("page.all", false, "look at the page of every scenario, not of one in 40")

// scenarioBounds are what the pages of the fixtures keep to, without exception.
var scenarioBounds = pagetest.Bounds{Lines: page.Height, FirstStep: page.NearTop}

// TestThePageOfEveryScenarioKeepsTheLaws holds the pages of the fixtures to what a reader needs: no more
// lines than the screen has, the first step near the top, no two lines that cannot stand together, and
// a copy for the family only where it may be told. It holds the brief answer in JSON to its size and keys, and its screen to
// being that of the whole answer.
func TestThePageOfEveryScenarioKeepsTheLaws(t *testing.T) {
	if testing.Short() {
		t.Skip("to read every case of the fixtures takes long")
	}
	answers := answered(t)
	var lock sync.Mutex
	var lines, steps, clauses, bytes []int
	copies := 0
	parallel.Each(len(answers), func(i int) {
		name, a := answers[i].name, answers[i].answer(t, recommend.Options{})
		p := page.Of(a)
		sameInBrief(t, name, p, answers[i].answer(t, recommend.Options{Brief: true}))
		n, at, size := page.Lines(p), page.FirstStep(p), briefly(t, name, a)
		lock.Lock()
		defer lock.Unlock()
		lines, steps, clauses = append(lines, n), append(steps, at), append(clauses, pagetest.Clauses(p))
		bytes = append(bytes, size)
		for _, b := range pagetest.Broken(a, scenarioBounds) {
			t.Errorf("%s: %s", name, b)
		}
		switch err := pagetest.At(a).Withheld; {
		case err == nil:
			copies++
		case strings.Contains(name, calm):
			t.Errorf("%s: %v", name, err)
		}
	})
	t.Logf("%d pages; lines %s; line of the first step %s; clauses %s; %d copies for the family", len(lines), spread(lines), spread(steps),
		spread(clauses), copies)
	mostlyBrief(t, bytes)
}

// spread is the least, the middle and the greatest of some numbers.
func spread(list []int) string {
	slices.Sort(list)
	return strings.Join([]string{fmt.Sprint(list[0]), fmt.Sprint(list[len(list)/2]), fmt.Sprint(list[len(list)-1])}, ", ")
}

// TestThePageOfEveryScenarioSpeaksToItsReader holds the pages that the same scenarios have for whoever takes referrals, or for
// the child's social worker, to the same laws. Each is for one of the two.
func TestThePageOfEveryScenarioSpeaksToItsReader(t *testing.T) {
	if testing.Short() {
		t.Skip("to read every case of the fixtures takes long")
	}
	answers, readers := answered(t), []term.Reader{term.ReaderFrontDoor, term.ReaderSocialWorker}
	parallel.Each(len(answers), func(i int) {
		reader := readers[i%len(readers)]
		for _, b := range pagetest.Broken(answers[i].to(reader).answer(t, recommend.Options{}), scenarioBounds) {
			t.Errorf("%s for %s: %s", answers[i].name, term.Says(reader), b)
		}
	})
}

// toAnswer is one run of a scenario, to be answered.
type toAnswer struct {
	fixture
	maker *recommend.Maker
}

// answer is its answer.
func (x toAnswer) answer(t *testing.T, o recommend.Options) *family.Answer {
	var children []family.Child
	for _, c := range x.cases {
		r, err := x.maker.RecommendWith(c, o)
		if err != nil {
			t.Errorf("%s: %v", x.name, err)
			return family.Together([]family.Child{{Recommendation: r}})
		}
		children = append(children, family.Child{Child: c.Child, Recommendation: r})
	}
	return family.Together(children)
}

// to is the same run for another reader.
func (x toAnswer) to(reader term.Reader) toAnswer {
	var others []*casefile.Case
	for _, c := range x.cases {
		other := *c
		other.Reader = reader
		others = append(others, &other)
	}
	x.cases = others
	return x
}

// calm is the name of a scenario in which there is a copy for the family, which few have.
const calm = "Where nothing is kept and nobody is feared, each of the family may have a copy"

// answered are the runs of scenarios to answer: those of calm and one in 40 others, or with -page.all each.
func answered(t *testing.T) []toAnswer {
	t.Helper()
	r, all := readFixtures(t)
	all = slices.DeleteFunc(slices.Clone(all), func(x fixture) bool { return x.policy == "" })
	if !*everyPage {
		isCalm := func(x fixture) bool { return strings.Contains(x.name, calm) }
		some := slices.DeleteFunc(slices.Clone(all), func(x fixture) bool { return !isCalm(x) })
		if len(some) == 0 {
			t.Fatalf("no scenario is called %q", calm)
		}
		all = append(some, every(t, 40, slices.DeleteFunc(all, isCalm))...)
	}
	var out []toAnswer
	for _, x := range all {
		unit, err := r.Catalogue.Policy(x.policy)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, toAnswer{x, unit.Maker})
	}
	return out
}
