package recommend

import "windscreen/engine/internal/policy"

// Options say what an answer shows beyond the plain one. They never change what the
// rules come to.
type Options struct {
	// NotCommenced shows cautions that rest on law which is not in force.
	NotCommenced bool
}

// off reports whether a rule is neither shown nor asked about.
func (b *builder) off(r *policy.Rule) bool { return r.NotCommenced && !b.options.NotCommenced }
