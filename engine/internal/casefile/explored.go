package casefile

import (
	"cmp"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// Everything is what a case writes under explored where every domain was gone through. It
// leaves out domains that are about the case and not about the child or the home.
const Everything = "all"

// Gone says how a case names what was gone through: by the fact itself, by its domain, or by the word all.
type Gone uint8

// The ways to have gone through a fact, from the least to the most exact.
const (
	NotGone Gone = iota
	GoneWithAll
	GoneWithDomain
	GoneByName
)

// Gone says how the case names a fact that was gone through: the most exact way, if there are several.
func (c *Case) Gone(f *vocabulary.Fact) Gone {
	switch {
	case slices.Contains(c.Explored, f.Path):
		return GoneByName
	case slices.Contains(c.Explored, f.Domain):
		return GoneWithDomain
	case slices.Contains(c.Explored, Everything) && !f.AboutTheCase:
		return GoneWithAll
	}
	return NotGone
}

// Closes reports whether silence settles a fact that was gone through in this way.
func Closes(f *vocabulary.Fact, by Gone, found bool) bool {
	if f.Nothing == nil || f.OnlyIfNothingFound && found {
		return false
	}
	switch by {
	case NotGone:
		return false
	case GoneWithDomain:
		return !f.Danger
	case GoneWithAll, GoneByName:
	}
	return true
}

// gone is what a case says was gone through.
type gone struct {
	all     bool
	domains []bool // by place in the vocabulary
	named   []*vocabulary.Fact
}

// of is Gone for a fact; domain is the place of its domain in the vocabulary.
func (g *gone) of(f *vocabulary.Fact, domain int) Gone {
	switch {
	case slices.Contains(g.named, f):
		return GoneByName
	case g.domains[domain]:
		return GoneWithDomain
	case g.all && !f.AboutTheCase:
		return GoneWithAll
	}
	return NotGone
}

// close gives each fact that was gone through and is not stated what silence means.
func (s *supply) close(to slots, g *gone) {
	for _, f := range s.sets {
		if to.origins[f.Index] == Stated && g.of(f, s.domainOf[f.Index]) != NotGone {
			to.values[f.Index] = f.WhenGoneThrough(to.values[f.Index])
		}
	}
	if g.all {
		closeEach(to, s.all)
	}
	for n, gone := range g.domains {
		if gone {
			closeEach(to, s.domains[n])
		}
	}
	for _, f := range g.named {
		if f.Suspicion != nil {
			closeOne(to, f.Suspicion)
		}
		if !f.OnlyIfNothingFound {
			closeOne(to, f)
		}
	}
	for _, f := range s.onlyIf {
		if Closes(f, g.of(f, s.domainOf[f.Index]), false) && to.origins[f.Index] == NotStated && !s.found(to) {
			closeOne(to, f)
		}
	}
}

func closeEach(to slots, facts []*vocabulary.Fact) {
	for _, f := range facts {
		closeOne(to, f)
	}
}

// closeOne gives a fact that is not stated what silence means, if that is anything. A fact that
// is suspected, or may be, stays open; the fact that says whether it is suspected is closed first.
func closeOne(to slots, f *vocabulary.Fact) {
	if f.Suspicion != nil && to.values[f.Suspicion.Index].Hi == 1 {
		return
	}
	if f.Nothing != nil && to.origins[f.Index] == NotStated {
		to.put(f, *f.Nothing, Explored)
	}
}

// isFinding reports whether a fact can show need. A fact that has no quiet value, such as an age, cannot; nor can one that has
// nothing to do with need, or that comes from other children.
func isFinding(f *vocabulary.Fact) bool {
	return quiet(f) != nil && !f.Background && !f.Protective && !f.AboutTheCase && f.FromOthers == nil &&
		f.Kind != vocabulary.Date && f.Kind != vocabulary.Time
}

// found reports whether something was found: a fact that can show need is stated, and its value may be worse than its quiet
// one. A value that the case says is unknown may be.
func (s *supply) found(in slots) bool {
	return slices.ContainsFunc(s.findings, func(f *vocabulary.Fact) bool { return isFound(in, f) })
}

// quiet is the value of a fact if nothing was found: what silence means, or else what the fact is
// where it does not apply. It is nil if the vocabulary says neither.
func quiet(f *vocabulary.Fact) *vocabulary.Value {
	if f.Nothing != nil {
		return f.Nothing
	}
	return f.Otherwise
}

func isFound(in slots, f *vocabulary.Fact) bool {
	switch in.origins[f.Index] {
	case Stated, SaidUnknown, Alleged:
		return in.values[f.Index] != *quiet(f)
	case NotStated, Explored, Derived, Presumed, NotApplicable:
	}
	return false
}

// Found reports whether the case states a fact that can show need, with a value that may be other than what silence means.
func (c *Case) Found(v *vocabulary.Vocabulary) bool {
	in := slots{c.Values, c.Origins}
	return slices.ContainsFunc(v.Facts, func(f *vocabulary.Fact) bool { return isFinding(f) && isFound(in, f) })
}

// Silent reports whether the case says nothing yet about what has happened or what the child needs, not even that something has
// not happened, and nothing was gone through or done. The child's age, and who is involved, do not count.
func (c *Case) Silent(v *vocabulary.Vocabulary) bool {
	if len(c.Explored)+len(c.Done) > 0 || c.Judgement != nil {
		return false
	}
	return !slices.ContainsFunc(v.Facts, func(f *vocabulary.Fact) bool {
		said := c.Origins[f.Index].Stands() || c.Origins[f.Index] == SaidUnknown || c.Claimed[f.Index]
		return said && (isFinding(f) || f.Protective)
	})
}

// explores reads what was gone through: the word all, or a list of domains and facts.
func (p *reading) explores(n *yaml.Node) {
	p.explored[p.part] = nil
	add := func(name string) { p.explored[p.part] = append(p.explored[p.part], name) }
	switch {
	case n.Kind == yaml.ScalarNode && n.Value == Everything:
		if !p.tooFar(n) {
			add(Everything)
		}
		return
	case n.Kind != yaml.SequenceNode:
		p.fault(n, diagnostic.WrongShape, "write a list, for example explored: [home, health, child.caring_role], or explored: all",
			"explored is a list of domains and facts, or all")
		return
	}
	for _, d := range n.Content {
		if p.faults.Full() {
			return
		}
		f := p.Vocabulary.Fact(d.Value)
		switch {
		case d.Kind == yaml.ScalarNode && slices.Contains(p.explored[p.part], d.Value):
			p.fault(d, diagnostic.DuplicateKey, "name it once", "%s is named twice", d.Value)
		case d.Kind == yaml.ScalarNode && d.Value == Everything && p.besideAll(n):
			if !p.tooFar(d) {
				add(Everything)
			}
		case d.Kind == yaml.ScalarNode && d.Value == Everything:
			p.fault(d, diagnostic.WrongShape, "write explored: all, or a list without all",
				"all covers every domain except those about the case, and only these may stand beside it")
		case d.Kind != yaml.ScalarNode || f == nil && p.Vocabulary.Domain(d.Value) == nil:
			known := slices.Concat(p.Vocabulary.DomainNames(), []string{Everything}, p.Vocabulary.Paths())
			p.fault(d, diagnostic.UnknownName, cmp.Or(p.Vocabulary.Renamed[d.Value], source.DidYouMean(d.Value, known)),
				"there is no domain or fact called %s", source.Clip(d.Value))
		case f != nil && f.Nothing == nil:
			p.fault(d, diagnostic.Misplaced, fmt.Sprintf("write %s: {%s: …}, or leave it out", f.Domain, f.Name),
				"silence settles nothing about %s, so it must be stated", f.Path)
		case p.tooFar(d):
		default:
			add(d.Value)
		}
	}
}

// besideAll reports whether a list that has all in it names nothing else that all covers already.
func (p *reading) besideAll(n *yaml.Node) bool {
	return !slices.ContainsFunc(n.Content, func(d *yaml.Node) bool { return d.Value != Everything && !p.leftByAll(d.Value) })
}

// went notes what was gone through in a case.
func (r Reader) went(c *Case, g *gone) {
	for _, name := range c.Explored {
		if name == Everything {
			g.all = true
		} else if f := r.Vocabulary.Fact(name); f != nil {
			g.named = append(g.named, f)
		} else {
			g.domains[slices.Index(r.Vocabulary.Domains, r.Vocabulary.Domain(name))] = true
		}
	}
}
