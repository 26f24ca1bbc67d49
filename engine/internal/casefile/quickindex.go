package casefile

import (
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// QuickIndex is what a Quick looks up. It is immutable and safe for concurrent use.
type QuickIndex struct {
	reader  Reader
	domains map[string]int
	facts   []map[string]*vocabulary.Fact
	quoted  []string // the names of facts in quotes
	paths   map[string]*vocabulary.Fact
	unknown []vocabulary.Value
	// dated are the facts that may not be in the future, counted those that are worked out
	// from a date, expected those that are so while a date lies ahead.
	dated, counted, expected []*vocabulary.Fact
	// standings and readers are the words of evidence and of readers.
	standings, readers []string
	// impossible are the conflicts for which a case is refused.
	impossible []vocabulary.Condition
}

// NewQuickIndex makes what Quicks for a vocabulary look up.
func NewQuickIndex(r Reader) *QuickIndex {
	x := &QuickIndex{reader: r, domains: map[string]int{}, paths: map[string]*vocabulary.Fact{},
		standings: term.TableOf[term.Standing]().Codes(), readers: term.TableOf[term.Reader]().Codes()}
	for i, d := range r.Vocabulary.Domains {
		x.domains[d.Name] = i
		facts := map[string]*vocabulary.Fact{}
		for _, f := range d.Facts {
			facts[f.Name], x.paths[f.Path] = f, f
		}
		x.facts = append(x.facts, facts)
	}
	for _, c := range r.Vocabulary.Conflicts {
		if c.Severity == term.ConflictError {
			x.impossible = append(x.impossible, c.When)
		}
	}
	for _, f := range r.Vocabulary.Facts {
		x.unknown, x.quoted = append(x.unknown, f.Unknown()), append(x.quoted, `"`+f.Name+`"`)
		if f.YearsSince != nil {
			x.counted = append(x.counted, f)
		}
		if f.AheadOf != nil {
			x.expected = append(x.expected, f)
		}
		if f.Dated() && !f.MayBeAhead {
			x.dated = append(x.dated, f)
		}
	}
	return x
}

// New makes room to read cases.
func (x *QuickIndex) New() *Quick {
	facts, domains := len(x.unknown), len(x.facts)
	return &Quick{
		QuickIndex: x, Values: make([]vocabulary.Value, facts), Origins: make([]Origin, facts),
		room: x.reader.supply.newRoom(), visited: make([]bool, domains), evidenced: make([]bool, facts),
	}
}
