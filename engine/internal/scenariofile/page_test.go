package scenariofile

import (
	"flag"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/pagetest"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/page"
	"windscreen/engine/term"
)

var everyPage = flag.Bool("page.all", false, "look at the page of every scenario, not of one in 40")

// scenarioBounds are what the pages of the fixtures keep to, without exception.
var scenarioBounds = pagetest.Bounds{Lines: page.Height, FirstStep: page.NearTop}

// TestThePageOfEveryScenarioKeepsTheLaws holds the pages of the fixtures to what a reader needs: no more
// lines than the screen has, the first step near the top, no two lines that cannot stand together, and
// a copy for the family only where it may be told. It holds the brief answer in JSON to its size and keys.
func TestThePageOfEveryScenarioKeepsTheLaws(t *testing.T) {
	if testing.Short() {
		t.Skip("to read every case of the fixtures takes long")
	}
	r := shipped(t, 0)
	answers := answered(t, r)
	if len(answers) < 100 {
		t.Fatalf("the fixtures give only %d answers", len(answers))
	}
	var lock sync.Mutex
	var lines, steps, clauses, bytes []int
	copies := 0
	concurrently(len(answers), func(i int) {
		name, a := answers[i].name, answers[i].answer()
		p := page.Of(a)
		n, at, size := page.Lines(p), page.FirstStep(p), briefly(t, name, a)
		lock.Lock()
		defer lock.Unlock()
		lines, steps, clauses = append(lines, n), append(steps, at), append(clauses, pagetest.Clauses(p))
		bytes = append(bytes, size)
		for _, b := range pagetest.Broken(a, scenarioBounds) {
			t.Errorf("%s: %s", name, b)
		}
		if pagetest.At(a).Copy != nil {
			copies++
		}
	})
	if copies == 0 {
		t.Error("no scenario has a copy for the family")
	}
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
// the child's social worker, to the same laws. With -page.all each is for one of the two.
func TestThePageOfEveryScenarioSpeaksToItsReader(t *testing.T) {
	if testing.Short() {
		t.Skip("to read every case of the fixtures takes long")
	}
	answers := answered(t, shipped(t, 0))
	for k, reader := range []term.Reader{term.ReaderFrontDoor, term.ReaderSocialWorker} {
		concurrently(len(answers), func(i int) {
			if *everyPage && i%2 != k {
				return
			}
			for _, b := range pagetest.Broken(answers[i].to(reader), scenarioBounds) {
				t.Errorf("%s for %s: %s", answers[i].name, term.Says(reader), b)
			}
		})
	}
}

// scenarioAnswer is the answer of one run of a scenario, worked out when it is asked for; to is that to another reader.
type scenarioAnswer struct {
	name   string
	answer func(...recommend.Options) *family.Answer
	to     func(term.Reader) *family.Answer
}

// answered are the answers of the fixtures: of one run in 40, or with -page.all of each.
func answered(t *testing.T, r Runner) []scenarioAnswer {
	t.Helper()
	var out []scenarioAnswer
	add := func(name, id string, of []*casefile.Case) {
		unit, err := r.Catalogue.Policy(id)
		if err != nil {
			t.Fatal(err)
		}
		answer := func(of []*casefile.Case, options ...recommend.Options) *family.Answer {
			var children []family.Child
			for _, c := range of {
				x, err := unit.Maker.RecommendWith(c, append(options, recommend.Options{})[0])
				if err != nil {
					t.Errorf("%s: %v", name, err)
					return family.Together([]family.Child{{Recommendation: x}})
				}
				children = append(children, family.Child{Child: c.Child, Recommendation: x})
			}
			return family.Together(children)
		}
		to := func(reader term.Reader) *family.Answer {
			var others []*casefile.Case
			for _, c := range of {
				other := *c
				other.Reader = reader
				others = append(others, &other)
			}
			return answer(others)
		}
		out = append(out, scenarioAnswer{name, func(options ...recommend.Options) *family.Answer { return answer(of, options...) }, to})
	}
	n := 0
	err := filepath.WalkDir("../../../fixtures", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".yaml") || filepath.Base(filepath.Dir(path)) == "cases" {
			return err
		}
		in, ok := scenariosAt(t, path)
		if !ok {
			return nil
		}
		file := r.open(in)
		for i, id := range r.Catalogue.IDs() {
			for _, run := range file.under(r.newPass(id, i)) {
				if n++; !*everyPage && n%40 != 0 {
					continue
				}
				of, err := run.cases()
				if err != nil {
					t.Fatal(err)
				}
				add(path+": "+run.result.Name+" under "+id, id, of)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
