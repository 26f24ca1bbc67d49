package casefile

import (
	"slices"

	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// QuickIndex is what a Quick looks up. It is immutable and safe for concurrent use.
type QuickIndex struct {
	reader  Reader
	domains []quickDomain
	facts   []quickFact
	// top are the names of domains, and after them quickKeys; paths are those of facts.
	top, paths names
	unknown    []vocabulary.Value
	// dated are the facts that may not be in the future, counted those that are worked out
	// from a date, expected those that are so while a date lies ahead.
	dated, counted, expected []*vocabulary.Fact
	// standings and readers are the words of evidence and of readers.
	standings, readers names
	// impossible are the conflicts for which a case is refused.
	impossible []vocabulary.Condition
}

// quickDomain is a domain as a case names it.
type quickDomain struct {
	// first is the place of the first fact, and names are by place after that.
	first int
	names names
}

// quickFact is a fact as a case names it.
type quickFact struct {
	*vocabulary.Fact
	kind vocabulary.Kind
	// key is the name as JSON usually has it, with quotes and a colon.
	key   string
	words names
}

// NewQuickIndex makes what Quicks for a vocabulary look up.
func NewQuickIndex(r Reader) *QuickIndex {
	x := &QuickIndex{reader: r, paths: newNames(r.Vocabulary.Paths()), top: newNames(slices.Concat(r.Vocabulary.DomainNames(), quickKeys)),
		standings: newNames(term.TableOf[term.Standing]().Codes()), readers: newNames(term.TableOf[term.Reader]().Codes())}
	first := 0
	for _, d := range r.Vocabulary.Domains {
		var facts []string
		for _, f := range d.Facts {
			facts = append(facts, f.Name)
		}
		x.domains = append(x.domains, quickDomain{first, newNames(facts)})
		first += len(facts)
	}
	for _, c := range r.Vocabulary.Conflicts {
		if c.Severity == term.ConflictError {
			x.impossible = append(x.impossible, c.When)
		}
	}
	for _, f := range r.Vocabulary.Facts {
		x.facts = append(x.facts, quickFact{f, f.Kind, `"` + f.Name + `":`, newNames(f.WordNames())})
		x.unknown = append(x.unknown, f.Unknown())
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
	facts, domains := len(x.unknown), len(x.domains)
	return &Quick{
		QuickIndex: x, Values: make([]vocabulary.Value, facts), Origins: make([]Origin, facts),
		room: x.reader.supply.newRoom(), visited: make([]bool, domains), evidenced: make([]bool, facts),
		offered: make([]int, 0, facts),
	}
}
