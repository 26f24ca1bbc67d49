package engine_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate/evaluatetest"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/term"
	"windscreen/rules"
)

var soak = flag.Duration("soak", 0, "how long to hold the evaluators against each other on random policies, cases and families")

// TestSoak holds whole answers by the reference against those by the plan with expr to check
// it, on random policies and the shipped ones, on random cases and families. It also looks
// whether memory grows. It runs for as long as -soak says.
func TestSoak(t *testing.T) {
	if *soak == 0 {
		t.Skip("it runs for as long as -soak says")
	}
	seed := testroot.Seed(t)
	s := &soaking{T: t, Rand: rand.New(rand.NewPCG(seed, 14))}
	shipped := s.load(rules.FS)
	roots := rapid.Custom(func(t *rapid.T) fstest.MapFS { return evaluatetest.Policy(t) })
	begun := time.Now()
	var before memory
	for round := 0; time.Since(begun) < *soak && !t.Failed(); round++ {
		s.round(shipped, round/often, round%often == often-1, roots)
		if before.objects == 0 && time.Since(begun) > *soak/4 {
			before = inUse()
			t.Logf("after %v: %s; %v", time.Since(begun).Round(time.Second), s.counts, before)
		}
	}
	after := inUse()
	runtime.KeepAlive(shipped)
	t.Logf("after %v: %s; %v", time.Since(begun).Round(time.Second), s.counts, after)
	if after.bytes > before.bytes+before.bytes/4+4<<20 || after.goroutines > before.goroutines {
		t.Errorf("what is in use has grown from %v to %v", before, after)
	}
}

// often is how often a round is under a shipped policy, whose explanations cost the reference
// most: once in so many rounds.
const often = 24

// round holds the evaluators against each other under one policy: a shipped one, or one made up.
func (s *soaking) round(shipped *loaded, n int, under bool, roots *rapid.Generator[fstest.MapFS]) {
	at := shipped
	if !under {
		at = s.load(roots.Example(int(s.Int32())))
	}
	p := at.policies[n%len(at.policies)]
	for range 4 {
		s.one(at, p)
	}
	s.family(at, p)
}

// memory is what is in use.
type memory struct {
	bytes, objects uint64
	goroutines     int
}

func (m memory) String() string {
	return fmt.Sprintf("%.1f MiB in %d objects, %d goroutines", float64(m.bytes)/(1<<20), m.objects, m.goroutines)
}

func inUse() memory {
	runtime.GC()
	runtime.GC() // what pools hold goes at the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return memory{m.HeapAlloc, m.HeapObjects, runtime.NumGoroutine()}
}

// counts are what was compared.
type counts struct{ policies, cases, families, children, refused int }

func (c counts) String() string {
	return fmt.Sprintf("%d policies made up, %d cases, %d families of %d children, %d more refused by the reader of cases",
		c.policies, c.cases, c.families, c.children, c.refused)
}

type soaking struct {
	*testing.T
	*rand.Rand
	counts counts
}

// loaded are rules under the reference, and under the plan checked by expr.
type loaded struct {
	cel, checked *engine.Engine
	policies     []*policy.Policy
	london       *time.Location
}

func (s *soaking) load(fsys fs.FS) *loaded {
	s.Helper()
	root, list := catalogue.Link(fsys)
	if root == nil {
		s.Fatalf("the rules do not load:\n%s", list)
	}
	cel, err := engine.Load(s.Context(), fsys, engine.With(engine.CEL))
	if err != nil {
		s.Fatal(err)
	}
	checked, err := engine.Load(s.Context(), fsys, engine.CrossCheck())
	if err != nil {
		s.Fatal(err)
	}
	s.counts.policies++
	return &loaded{cel, checked, root.Policies, root.London}
}

// text makes up a case.
func (s *soaking) text(at *loaded, p *policy.Policy) []byte {
	share := []int{100, 60, 30, 10, 3}[s.IntN(5)]
	data, err := draw.Text(s.Rand, p, share, s.IntN(2) == 0, at.london)
	if err != nil {
		s.Fatal(err)
	}
	return data
}

// one compares the answers to one case.
func (s *soaking) one(at *loaded, p *policy.Policy) {
	if s.same(at, s.text(at, p)) {
		s.counts.cases++
	}
}

// family compares the answers to a case about several children.
func (s *soaking) family(at *loaded, p *policy.Policy) {
	children := map[string]any{}
	n := 2 + s.IntN(3)
	for i := range n {
		var c map[string]any
		if err := json.Unmarshal(s.text(at, p), &c); err != nil {
			s.Fatal(err)
		}
		child := map[string]map[string]any{}
		for _, f := range p.Vocabulary.Facts {
			facts, _ := c[f.Domain].(map[string]any)
			value, there := facts[f.Name]
			if !there || f.FromOthers != nil || f.Of == term.OfCase {
				continue
			}
			if child[f.Domain] == nil {
				child[f.Domain] = map[string]any{}
			}
			child[f.Domain][f.Name] = value
		}
		children[fmt.Sprintf("child %d", i+1)] = child
	}
	data, err := json.Marshal(map[string]any{"policy": p.ID, "as_of": draw.AsOf.Format(time.RFC3339), "children": children})
	if err != nil {
		s.Fatal(err)
	}
	if s.same(at, data) {
		s.counts.families++
		s.counts.children += n
	}
}

// same compares the whole answers, and reports whether there were any.
func (s *soaking) same(at *loaded, data []byte) bool {
	s.Helper()
	var answers [2]any
	for i, e := range []*engine.Engine{at.cel, at.checked} {
		c, err := e.ReadCase("case.json", data)
		if err != nil {
			s.counts.refused++
			return false
		}
		a, err := e.EvaluateFamily(c, engine.NotCommenced())
		var d *diagnostic.Disagreement
		if errors.As(err, &d) {
			s.Fatal(d.Report())
		}
		if err != nil {
			s.Fatalf("%v\n%s", err, data)
		}
		answers[i] = a
	}
	if d := cmp.Diff(answers[0], answers[1]); d != "" {
		s.Fatalf("the reference (-) and the plan (+) differ on %s:\n%s", data, d)
	}
	return true
}
