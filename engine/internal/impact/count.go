package impact

import (
	"context"
	"fmt"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
)

// Counting counts in how many cases each difference shows.
type Counting struct {
	Old, Now *policy.Policy
	// ByOld and ByNow are evaluators, which need not be the reference: what counts is already confirmed.
	ByOld, ByNow evaluate.Evaluator
	Differences  []*Output
}

// Counted is what came of counting.
type Counted struct {
	Cases, Touched int
	// Refused is how many others the older vocabulary does not read.
	Refused int
	// Shows are, by difference, in how many cases it shows.
	Shows []int
}

// Count runs cases under both policies. Each entry holds the cases of the children of one case, as the newer vocabulary
// reads them. It is counted once for a difference, whatever the number of children in which that shows. What shows in
// every answer does not count as touching a case. The error is that of the context, or a fault of an evaluator.
func (c Counting) Count(ctx context.Context, families [][]*casefile.Case) (*Counted, error) {
	out := &Counted{Shows: make([]int, len(c.Differences))}
	reader, same := casefile.NewReader(c.Old.Vocabulary), sameWords(c.Old, c.Now)
	for _, children := range families {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		shows := make([]bool, len(c.Differences))
		refused := false
		for _, now := range children {
			old := now // the values of a case are the same wherever the vocabulary is
			if !same {
				var err error
				if old, err = c.older(reader, now); err != nil {
					return nil, err
				}
			}
			if refused = refused || old == nil; refused {
				break
			}
			if err := c.compare(old, now, shows); err != nil {
				return nil, err
			}
		}
		if refused {
			out.Refused++
			continue
		}
		out.Cases++
		touched := false
		for i, s := range shows {
			if s {
				out.Shows[i]++
				touched = touched || c.Differences[i].shows != nil
			}
		}
		if touched {
			out.Touched++
		}
	}
	return out, nil
}

// compare notes which differences show in one case.
func (c Counting) compare(old, now *casefile.Case, shows []bool) error {
	was, err := evaluated(c.ByOld, old)
	if err != nil {
		return err
	}
	is, err := evaluated(c.ByNow, now)
	if err != nil {
		return err
	}
	before, after := Look(c.Old, was), Look(c.Now, is)
	for i, d := range c.Differences {
		shows[i] = shows[i] || d.Shows(before, after)
	}
	return nil
}

// evaluated is what an evaluator makes of a case.
func evaluated(by evaluate.Evaluator, c *casefile.Case) (*evaluate.Outcome, error) {
	o, err := evaluate.Decide(by, recommend.Input(c))
	if err != nil {
		return nil, fmt.Errorf("run a case: %w", err)
	}
	return o, nil
}
