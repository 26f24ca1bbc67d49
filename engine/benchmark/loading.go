package benchmark

import (
	"context"
	"fmt"
	"io/fs"
	"runtime"
	"strings"

	"windscreen/engine"
)

// England has about this many authorities that publish a threshold document.
const authorities = 150

// Goals of loading. A ratio is what the first side costs by what the second does.
const (
	// manyPolicies: with 150 policies in the root an answer costs at most half as much
	// again as with the few that are there.
	manyPolicies = 1 / 1.5
	// onePolicy: one policy costs at most four sevenths of what all cost. The vocabulary, which each policy needs
	// whole, is nearly half of the cost of one.
	onePolicy = 1.75
	// largestPolicy: so large a part of all as the largest policy is, three quarters.
	largestPolicy = 1 / 0.75
)

// loading is what it costs to open rules for one case: beside loading everything, and with
// many policies in the root.
func (b *Bench) loading() ([]Pair, error) {
	largest, smallest, err := b.bySize()
	if err != nil {
		return nil, err
	}
	many, err := b.copied(authorities)
	if err != nil {
		return nil, err
	}
	all := Side{Name: "all", Do: repeated(func() error {
		_, err := engine.Load(context.Background(), b.fsys)
		return err
	})}
	asItIs, err := b.copied(b.policies)
	if err != nil {
		return nil, err
	}
	few := Side{Name: fmt.Sprintf("%d policies", b.policies), Do: b.eval(asItIs)}
	return []Pair{
		{Name: "loading the largest policy", Goal: largestPolicy, Against: all,
			Fast: Side{Do: one(b.fsys, largest)}, block: 1, times: 1, bytes: true},
		{Name: "loading the smallest policy", Goal: onePolicy, Against: all,
			Fast: Side{Do: one(b.fsys, smallest)}, block: 1, times: 1, bytes: true},
		{Name: fmt.Sprintf("opening and one case, %d policies", authorities), Goal: manyPolicies, Against: few,
			Fast: Side{Do: b.eval(many)}, block: 1, times: 1, bytes: true},
	}, nil
}

// repeated does something as often as a side is asked for cases.
func repeated(do func() error) func(int, int) error {
	return func(_, n int) error {
		for range n {
			if err := do(); err != nil {
				return err
			}
		}
		return nil
	}
}

// one opens a root and makes one policy ready.
func one(fsys fs.FS, id string) func(int, int) error {
	return repeated(func() error {
		e, err := engine.Open(fsys)
		if err == nil {
			_, err = e.Policy(id)
		}
		return err
	})
}

// eval opens a root and answers one case, as the command does.
func (b *Bench) eval(fsys fs.FS) func(int, int) error {
	data := b.known[1].texts[0]
	return repeated(func() error {
		e, err := engine.Open(fsys)
		if err != nil {
			return err
		}
		c, err := e.ReadCase("case.json", data)
		if err != nil {
			return err
		}
		_, err = e.Evaluate(c, engine.Under(b.policy.ID()))
		return err
	})
}

// bySize are the policies with the most and the fewest rules.
func (b *Bench) bySize() (largest, smallest string, err error) {
	e, err := engine.Open(b.fsys)
	if err != nil {
		return "", "", err
	}
	most, fewest := 0, 0
	err = e.EachPolicy(context.Background(), nil, func(p *engine.Policy) error {
		n := p.Info().Rules
		if n > most {
			largest, most = p.ID(), n
		}
		if smallest == "" || n < fewest {
			smallest, fewest = p.ID(), n
		}
		return nil
	})
	return largest, smallest, err
}

// copied is the rule root with copies of the policy under other councils' names, so that it
// has n policies in all.
func (b *Bench) copied(n int) (fs.FS, error) {
	files, err := b.files(".")
	if err != nil {
		return nil, err
	}
	council := b.policy.Info().Council
	edition := strings.TrimPrefix(b.policy.ID(), council+"-")
	own := "authorities/" + council + "/" + edition + "/"
	for name, data := range files {
		if rest, ok := strings.CutPrefix(name, own); ok {
			for i := range n - b.policies {
				files[fmt.Sprintf("authorities/council%03d/%s/%s", i, edition, rest)] = data
			}
		}
	}
	return inMemory(files)
}

// allocated is what the two sides of a pair allocate, in bytes.
func allocated(p Pair) (Figure, error) {
	sides := [2]float64{}
	for i, s := range []Side{p.Against, p.Fast} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := s.Do(0, p.block); err != nil {
			return Figure{}, err
		}
		runtime.ReadMemStats(&after)
		sides[i] = float64(after.TotalAlloc-before.TotalAlloc) / float64(p.block)
	}
	ratio := sides[0] / sides[1]
	return Figure{Name: p.Name + ", memory", Value: sides[1], Unit: Bytes, Ratio: &ratio, Goal: &p.Goal, Met: ratio >= p.Goal,
		Other: sides[0], Of: p.Against.Name}, nil
}
