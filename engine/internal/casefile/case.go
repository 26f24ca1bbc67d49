// Package casefile reads a case: the facts stated so far about a child, as at a
// time, with the evidence for them. Values are read by the fact's declared type
// and never by what YAML guesses, so that 012, yes and null mean nothing by
// accident.
package casefile

import (
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// Origin says where a fact's value comes from.
type Origin uint8

// The origins. A fact that nobody stated is unknown, never false.
const (
	NotStated Origin = iota
	// Stated in the case.
	Stated
	// SaidUnknown: the case says outright that it is unknown, which wins over
	// explored.
	SaidUnknown
	// Explored: not stated, but it was gone through and declares what silence then
	// means.
	Explored
	// Derived from another fact, as an age is from a date of birth.
	Derived
	// Presumed: nothing is known of it, and the vocabulary says what it is then taken to be.
	Presumed
	// NotApplicable: not stated, and it cannot apply to the child. The vocabulary may say what
	// it then is; otherwise nothing is known of it.
	NotApplicable
	// Alleged, and not established: the value is open as far as what is alleged.
	Alleged
)

// Stands reports whether the value is what the case states, or follows from that. Such a value
// is not replaced by one that is supplied because nothing is known.
func (o Origin) Stands() bool {
	switch o {
	case Stated, Derived, Alleged:
		return true
	case NotStated, SaidUnknown, Explored, Presumed, NotApplicable:
	}
	return false
}

// Case is a case that was read. It is not changed afterwards.
type Case struct {
	// Name is what the case was read as.
	Name       string
	ID, Policy string
	// Child is the child's label in a case about several; empty in a case about one.
	Child string
	// Otherwise are the facts of the home of which this child says otherwise than the case
	// says of the home, and what that is.
	Otherwise []Otherwise
	// Council is the council that the case names in place of a policy; Policy
	// is then the edition chosen by the case's day.
	Council string
	AsOf    time.Time
	// Values and Origins are by Fact.Index.
	Values  []vocabulary.Value
	Origins []Origin
	// Explored are the domains gone through and the paths of single facts, in order of
	// name. Beside Everything stands only what that leaves out.
	Explored []string
	// Evidence is by Fact.Index.
	Evidence map[int][]Evidence
	// Claimed are the facts, by Fact.Index, that the case does not state itself but whose
	// evidence says what they are.
	Claimed map[int]bool
	// From are, by Fact.Index of a fact that the case does not state, the facts that it comes
	// from: it is derived from them, or is open because they are alleged.
	From map[int][]*vocabulary.Fact
	// Said is, by Fact.Index, what the case says of a fact that is taken to be less than that, because
	// part of it is contrary to what is presumed.
	Said map[int]vocabulary.Value
	// Notes are what is unlikely in the case.
	Notes []Note
	// Reader is whom the answer is for, or empty.
	Reader term.Reader
	// Done is what has been done already, in the order of its names.
	Done      []Done
	Judgement *Judgement
	// PolicyAt and JudgementAt are where the policy is named and the level judged,
	// as diagnostics without a message, for what only the policy can tell is wrong.
	PolicyAt, JudgementAt diagnostic.Diagnostic

	// stated is what was known before anything was supplied; nil in a case about one child.
	stated *slots
	// others are what the child takes from the other children.
	others map[*vocabulary.Fact]vocabulary.Value
}

// Says is what the case says of a fact, which may be more than what it is taken to be.
func (c *Case) Says(f *vocabulary.Fact) vocabulary.Value {
	if said, ok := c.Said[f.Index]; ok {
		return said
	}
	return c.Values[f.Index]
}

// Whole is the case as a whole, as a diagnostic without a message.
func (c *Case) Whole() diagnostic.Diagnostic {
	return diagnostic.Diagnostic{File: c.Name, Private: true}
}

// Evidence is one source for a fact. Its standing is empty where none is given.
type Evidence struct {
	// Value is the value that the source speaks for; nil where none is given.
	Value    *vocabulary.Value
	Source   string
	Standing term.Standing
	// On is the day of the evidence as YYYY-MM-DD, or empty.
	On string
}

// Judgement is the professional judgement recorded with a case.
type Judgement struct {
	Level      int
	By, Reason string
}

// leftOut stands for a reason in a canonical case: a judgement must have one to be
// read again.
const leftOut = "left out"

// Canonical is the case as plain data in the form of a case file, without what is
// free text: notes and reasons. Reading it again gives the same values.
func (c *Case) Canonical(v *vocabulary.Vocabulary, london *time.Location) map[string]any {
	return c.CanonicalOf(v, london, func(f *vocabulary.Fact) any { return f.Plain(c.Says(f), london) })
}

// CanonicalOf is Canonical where what the case says of each fact is plain data already. The result holds that as it is.
func (c *Case) CanonicalOf(v *vocabulary.Vocabulary, london *time.Location, says func(*vocabulary.Fact) any) map[string]any {
	out := make(map[string]any, roomForParts+len(v.Domains))
	out["policy"], out["as_of"] = c.Policy, c.AsOf.Format(time.RFC3339)
	if c.ID != "" {
		out["id"] = c.ID
	}
	if len(c.Explored) > 0 {
		out["explored"] = c.Explored
	}
	if c.Reader != "" {
		out["reader"] = c.Reader
	}
	if len(c.Done) > 0 {
		out["done"] = c.canonicalDone(london)
	}
	for _, d := range v.Domains {
		if domain := c.canonicalDomain(d, london, says); len(domain) > 0 {
			out[d.Name] = domain
		}
	}
	if len(c.Evidence) > 0 {
		out["evidence"] = c.canonicalEvidence(v, london)
	}
	if c.Judgement != nil {
		out["judgement"] = map[string]any{"level": c.Judgement.Level, "by": c.Judgement.By, "reason": leftOut}
	}
	return out
}

// roomForParts is how many parts of a canonical case are not domains, at most.
const roomForParts = 8

// canonicalDomain is what a canonical case states of the facts of a domain. Maps that grew made half of the allocations of a
// canonical case, so it first counts them.
func (c *Case) canonicalDomain(d *vocabulary.Domain, london *time.Location, says func(*vocabulary.Fact) any) map[string]any {
	n := 0
	for _, f := range d.Facts {
		if c.canonicalStates(f) {
			n++
		}
	}
	out := make(map[string]any, n)
	for _, f := range d.Facts {
		if c.canonicalStates(f) {
			out[f.Name] = c.canonicalFact(f, london, says)
		}
	}
	return out
}

// canonicalStates reports whether a canonical case states a fact.
func (c *Case) canonicalStates(f *vocabulary.Fact) bool {
	if c.Claimed[f.Index] || len(c.From[f.Index]) > 0 {
		return false // the evidence says it, or it follows
	}
	_, ofOthers := c.others[f]
	o := c.Origins[f.Index]
	return ofOthers || o == Stated || o == Alleged || o == SaidUnknown
}

// canonicalFact is what a canonical case states of a fact.
func (c *Case) canonicalFact(f *vocabulary.Fact, london *time.Location, says func(*vocabulary.Fact) any) any {
	if v, ok := c.others[f]; ok {
		return f.Plain(v, london) // a case about this child alone has to say it itself
	}
	switch c.Origins[f.Index] {
	case Stated:
		return says(f)
	case Alleged:
		return map[string]any{"alleged": f.Plain(f.WorstAlleged(c.Values[f.Index]), london)}
	case SaidUnknown, NotStated, Explored, Derived, Presumed, NotApplicable:
	}
	return "unknown"
}

// canonicalEvidence is the evidence without notes.
func (c *Case) canonicalEvidence(v *vocabulary.Vocabulary, london *time.Location) map[string]any {
	out := map[string]any{}
	for i, list := range c.Evidence {
		f := v.Facts[i]
		var entries []any
		for _, e := range list {
			entry := map[string]any{"source": e.Source}
			if e.Value != nil {
				entry["value"] = f.Plain(*e.Value, london)
			}
			if e.On != "" {
				entry["on"] = e.On
			}
			if e.Standing != "" {
				entry["standing"] = e.Standing
			}
			entries = append(entries, entry)
		}
		out[f.Path] = entries
	}
	return out
}
