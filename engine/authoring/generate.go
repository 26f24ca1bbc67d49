package authoring

import (
	"fmt"
	"iter"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/generate"
)

// CaseOptions say which cases to make up.
type CaseOptions struct {
	// Policy is the id of the policy, or the council, that each case names; or empty.
	Policy string
	// AsOf is the moment that cases speak of, as a case writes it. Empty is 2 March 2020 at 14:10.
	AsOf string
	// Seed decides all that is drawn.
	Seed uint64
	// Known is the share of its facts that a case states, of a hundred. At 100 a case states every
	// fact that applies to the child, exactly; dates of what has not happened are left out. At less, the
	// age and what was found stay longest.
	Known int
	// Concerns is the share, of a hundred, to which the chance of anything found is cut. At 100 it
	// is that of the frequencies.
	Concerns int
	// Children is how many children each case is about; 0 for one without a label.
	Children int
}

// Cases makes up plausible cases without end, from the frequencies of the rule root. The same
// rules and options give the same cases, and each is one that engine.Engine.ReadCase reads. The
// error is a *diagnostic.Failure if the frequencies have faults, if there is no such policy, or
// if AsOf is no moment. Any other error is misuse.
func (r *Root) Cases(o CaseOptions) (iter.Seq[*facts.Case], error) {
	if err := r.usable(); err != nil {
		return nil, err
	}
	for _, share := range []int{o.Known, o.Concerns} {
		if share < 0 || share > 100 {
			return nil, fmt.Errorf("authoring: Known and Concerns go from 0 to 100, not %d", share)
		}
	}
	if o.Children < 0 || o.Children > casefile.MaxChildren {
		return nil, fmt.Errorf("authoring: a case is about 1 to %d children, not %d", casefile.MaxChildren, o.Children)
	}
	if o.Policy != "" && !slices.Contains(r.catalogue.Names(), o.Policy) {
		return nil, diagnostic.List{r.catalogue.NoPolicy(o.Policy, diagnostic.Diagnostic{File: "policy"})}.Err()
	}
	frequencies, err := r.catalogue.Frequencies()
	if err != nil {
		return nil, err
	}
	asOf := draw.AsOf
	if o.AsOf != "" {
		if asOf, err = casefile.ParseMoment(o.AsOf, r.reader.London); err != nil {
			return nil, diagnostic.List{{File: "as_of", Severity: diagnostic.Error, Code: diagnostic.UnreadableDate,
				Message: "this is " + err.Error(),
				Remedy:  "write for example 2020-03-02T14:10, which is London time, or 2020-03-02T14:10:00Z",
			}}.Err()
		}
	}
	return func(yield func(*facts.Case) bool) {
		g := generate.New(r.catalogue.Vocabulary(), frequencies, generate.Options{
			Seed: o.Seed, AsOf: asOf, Known: o.Known, Concerns: o.Concerns, Children: o.Children,
		})
		for i := 1; ; i++ {
			c := g.Write(g.Next())
			c.ID, c.Policy = fmt.Sprintf("made-up-%d-%04d", o.Seed, i), o.Policy
			if !yield(c) {
				return
			}
		}
	}, nil
}
