package engine

import "windscreen/engine/directory"

// Directory lists every service of the policies with these ids, all policies where
// none is given, by the level at which each document lists it. Which of them fit a
// case is in the recommendation, and directory.Of sorts those. The error is as for
// Policy.
func (e *Engine) Directory(ids ...string) (*directory.Directory, error) {
	out := &directory.Directory{Format: directory.FormatVersion, Policies: []directory.Policy{}}
	policies := e.policies
	if len(ids) > 0 {
		policies = nil
		for _, id := range ids {
			p, err := e.Policy(id)
			if err != nil {
				return nil, err
			}
			policies = append(policies, p)
		}
	}
	for _, p := range policies {
		out.Policies = append(out.Policies, p.maker.Directory())
	}
	return out, nil
}
