package recommend

import "windscreen/engine/internal/policy"

// Options say what an answer shows. They never change what the rules come to.
type Options struct {
	// NotCommenced shows cautions that rest on law which is not in force.
	NotCommenced bool
	// Brief leaves out what package page does not read for the first screen.
	Brief bool
	// BriefData leaves out, of what Brief does, only what the brief form of JSON and YAML does not hold. It stands only
	// beside Brief.
	BriefData bool
	// NoQuestions leaves out the questions, and what only they need.
	NoQuestions bool
	// Higher is the level of which to say why it is not recommended; the next level up where it is 0.
	Higher int
}

// off reports whether a rule is neither shown nor asked about.
func (b *builder) off(r *policy.Rule) bool { return r.NotCommenced && !b.options.NotCommenced }

// screenOnly is whether an answer holds only what the first screen reads.
func (o Options) screenOnly() bool { return o.Brief && !o.BriefData }

// omit counts a rule, with its contact, that a brief answer leaves out. As data it goes on naming the clauses that the whole
// answer cites: of several children, a clause on the page stands with each whose answer cites it.
func (b *builder) omit(r *policy.Rule, c *policy.Contact, count *int) {
	if !b.options.BriefData {
		return
	}
	*count++
	for _, at := range b.index.cites[r.Index] {
		b.note(at)
	}
	b.citeContact(c)
	if r.Family != nil {
		b.citeContact(r.Family.Ring)
	}
}

// citeContact notes the clauses of a contact, which may be nil.
func (b *builder) citeContact(c *policy.Contact) {
	if c != nil {
		b.cite(c.Cite)
	}
}
