package catalogue

import (
	"context"
	"io/fs"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/frequency"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// Whole is a rule root of which every policy is linked and none compiled.
type Whole struct {
	London     *time.Location
	Vocabulary *vocabulary.Vocabulary
	// Frequencies are how often facts take their values, for cases that are made up.
	Frequencies *frequency.Frequencies
	// Policies are those a case can name, in order of id.
	Policies []*policy.Policy
}

// Link links every policy of a rule root. It is nil where the list has errors.
func Link(fsys fs.FS) (*Whole, diagnostic.List) {
	c, list := Open(fsys, Options{Compile: func(*policy.Policy) (evaluate.Evaluator, error) { return nil, nil }})
	if c == nil {
		return nil, list
	}
	all, err := c.All(context.Background(), list)
	if err != nil || all.HasErrors() {
		return nil, all
	}
	w := &Whole{London: c.London(), Vocabulary: c.Vocabulary(), Frequencies: c.frequencies.get().Frequencies}
	for _, p := range c.Ready() {
		w.Policies = append(w.Policies, p.Policy)
	}
	return w, all
}

// Policy is the policy with this id, or nil.
func (w *Whole) Policy(id string) *policy.Policy {
	for _, p := range w.Policies {
		if p.ID == id {
			return p
		}
	}
	return nil
}
