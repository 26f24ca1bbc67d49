package recommend

import "windscreen/engine/internal/policy"

// Options say what an answer shows. They never change what the rules come to.
type Options struct {
	// NotCommenced shows cautions that rest on law which is not in force.
	NotCommenced bool
	// Brief leaves out what package page does not read for the first screen.
	Brief bool
	// NoQuestions leaves out the questions, and what only they need.
	NoQuestions bool
	// Higher is the level of which to say why it is not recommended; the next level up where it is 0.
	Higher int
}

// off reports whether a rule is neither shown nor asked about.
func (b *builder) off(r *policy.Rule) bool { return r.NotCommenced && !b.options.NotCommenced }
