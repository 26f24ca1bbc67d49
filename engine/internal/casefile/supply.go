package casefile

import (
	"slices"

	"windscreen/engine/internal/vocabulary"
)

// supply is what a vocabulary lets follow from what a case states and from what was gone
// through. Both readers use it. It is immutable and safe for concurrent use.
//
// The order of its steps is this, after ages were worked out from dates of birth:
//
//  1. presume: what is taken of a number of which nothing is known. It comes after dates of
//     birth, because a range that was cut to what is presumed could contradict them.
//  2. close: what silence means where something was gone through. Whether anything was found
//     hangs on what is stated and on nothing else, so the facts that silence closes only
//     where nothing was found are closed here too.
//  3. limit: what holds of those to whom a fact does not apply, and of those whom no other child
//     gives it. Whether one applies may hang on all of the above, and on other facts that do not
//     apply. Nothing above hangs on it.
type supply struct {
	presumed []*vocabulary.Fact
	// all are the facts that silence closes where everything was gone through, domains those
	// that it closes with their domain, by domain. onlyIf are those that it closes only where
	// nothing was found; they are in none of the others.
	all     []*vocabulary.Fact
	domains [][]*vocabulary.Fact
	onlyIf  []*vocabulary.Fact
	// sets are the sets of choices, of which a case may name a part.
	sets []*vocabulary.Fact
	// domainOf is the place of a fact's domain, by Fact.Index.
	domainOf []int
	// findings are the facts of which any but nothing is something found.
	findings []*vocabulary.Fact
	// others are the facts that come from the other children of a case about several.
	others []*vocabulary.Fact
	// limited are the facts that do not apply to everyone, in the vocabulary's order;
	// conditions are what they apply by, each once.
	limited    []limited
	conditions []vocabulary.Condition
}

// newSupply works it out.
func newSupply(v *vocabulary.Vocabulary) *supply {
	s := &supply{domains: make([][]*vocabulary.Fact, len(v.Domains)), domainOf: make([]int, len(v.Facts))}
	for n, d := range v.Domains {
		for _, f := range d.Facts {
			s.domainOf[f.Index] = n
			if f.Presumed != nil {
				s.presumed = append(s.presumed, f)
			}
			if f.Kind == vocabulary.Choices {
				s.sets = append(s.sets, f)
			}
			if f.FromOthers != nil {
				s.others = append(s.others, f)
			}
			if isFinding(f) {
				s.findings = append(s.findings, f)
			}
			switch {
			case f.Nothing == nil:
			case f.OnlyIfNothingFound:
				s.onlyIf = append(s.onlyIf, f)
			default:
				if !f.AboutTheCase {
					s.all = append(s.all, f)
				}
				if f.ClosesWithDomain() {
					s.domains[n] = append(s.domains[n], f)
				}
			}
		}
	}
	suspicionsFirst(s.all)
	for _, d := range s.domains {
		suspicionsFirst(d)
	}
	s.limits(v)
	return s
}

// suspicionsFirst puts last those facts that another fact says are suspected, so that the other
// one is closed first.
func suspicionsFirst(facts []*vocabulary.Fact) {
	slices.SortStableFunc(facts, func(f, g *vocabulary.Fact) int { return ranked(f) - ranked(g) })
}

func ranked(f *vocabulary.Fact) int {
	if f.Suspicion != nil {
		return 1
	}
	return 0
}

// room is what the steps need besides the case's slots. It is used for one case after
// another.
type room struct {
	gone   gone
	truths []byte // by condition: 0 where it was not evaluated, and otherwise one more than its truth
}

// newRoom makes it.
func (s *supply) newRoom() room {
	return room{
		gone:   gone{domains: make([]bool, len(s.domains)), named: make([]*vocabulary.Fact, 0, len(s.domainOf))},
		truths: make([]byte, len(s.conditions)),
	}
}

// empty makes it as new.
func (r *room) empty() {
	r.gone.all, r.gone.named = false, r.gone.named[:0]
	clear(r.gone.domains)
	clear(r.truths)
}

// slots are what is known of a case, and where from, by Fact.Index.
type slots struct {
	values  []vocabulary.Value
	origins []Origin
}

// put gives a fact a value.
func (s slots) put(f *vocabulary.Fact, v vocabulary.Value, from Origin) {
	s.values[f.Index], s.origins[f.Index] = v, from
}

// apply takes the steps in order. Dates of birth have been read before.
func (s *supply) apply(to slots, asOf int64, r *room) {
	for _, f := range s.presumed {
		presume(f, to)
	}
	s.close(to, &r.gone)
	s.limit(to, asOf, r.truths)
}

// Supplier supplies what follows from stated facts where nothing was gone through, for those who
// read cases in another way. It serves one goroutine.
type Supplier struct {
	vocabulary *vocabulary.Vocabulary
	supply     *supply
	room       room
}

// NewSupplier makes one for a vocabulary.
func NewSupplier(v *vocabulary.Vocabulary) *Supplier {
	s := newSupply(v)
	return &Supplier{v, s, s.newRoom()}
}

// Supply changes values, by Fact.Index. What is known in any way counts as stated; dates have been
// read before.
func (s *Supplier) Supply(values []vocabulary.Value, asOf int64) {
	s.room.empty()
	origins := make([]Origin, len(values))
	for i, f := range s.vocabulary.Facts {
		if !f.IsUnknown(values[i]) {
			origins[i] = Stated
		}
	}
	s.supply.apply(slots{values, origins}, asOf, &s.room)
}
