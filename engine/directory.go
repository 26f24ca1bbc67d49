package engine

import (
	"context"

	"windscreen/engine/directory"
)

// Directory lists every service of the policies with these ids, all policies where
// none is given, by the level at which each document lists it. Which of them fit a
// case is in the recommendation, and directory.Of sorts those. The error is as for
// EachPolicy.
func (e *Engine) Directory(ctx context.Context, ids ...string) (*directory.Directory, error) {
	out := &directory.Directory{Format: directory.FormatVersion, Policies: []directory.Policy{}}
	err := e.EachPolicy(ctx, ids, func(p *Policy) error {
		out.Policies = append(out.Policies, p.unit.Maker.Directory())
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
