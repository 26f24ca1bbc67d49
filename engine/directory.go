package engine

import (
	"context"

	"windscreen/engine/directory"
)

// Directory lists every service of the policies with these ids, or of all policies if there
// are none, by the level at which each document lists it. The recommendation says which
// services fit a case, and directory.Of sorts those. The error is as for EachPolicy.
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
