package casefile

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// part is a part of a case, which says whom the facts in it are of.
type part uint8

// The parts. A case about one child has one, the whole.
const (
	whole part = iota
	// ofTop is what stands at the top of a case about several children.
	ofTop
	// ofEach is what holds of every child, ofChild what holds of one.
	ofEach
	ofChild
	parts
)

// ofCase reports whether a part says what is the same for every child.
func (x part) ofCase() bool { return x == whole || x == ofTop }

// elsewhere reports whether a key belongs to another part of the case. If it must not stand
// where it does, that is a fault.
func (p *reading) elsewhere(key *yaml.Node) bool {
	switch key.Value {
	case KeyEach, KeyChildren:
		if p.part != ofTop {
			p.fault(key, diagnostic.Misplaced, "write it at the top of a case about several children", "%s means nothing here", key.Value)
		}
		return true
	case "as_of", "id", "policy", "reader":
		if p.part.ofCase() {
			return false
		}
		p.fault(key, diagnostic.Misplaced, "write it at the top of the case", "%s is the same for every child", key.Value)
		return true
	}
	return false
}

// misplaced refuses a fact that does not belong in this part of the case. What is said of it is
// given as a case would write it.
func (p *reading) misplaced(f *vocabulary.Fact, key *yaml.Node, written string) bool {
	switch {
	case p.part == ofTop && f.Of == term.OfChild:
		p.fault(key, diagnostic.Misplaced, ofOne(written), "%s is of one child, and the case is about several", f.Path)
	case !p.part.ofCase() && f.Of == term.OfCase:
		p.fault(key, diagnostic.Misplaced, "write "+written+" at the top of the case", "%s is the same for every child", f.Path)
	default:
		return false
	}
	return true
}

// ofOne is the remedy for what is of one child and stands at the top.
func ofOne(written string) string {
	return fmt.Sprintf("write children: {LABEL: {%s}}, or each: {%s} if it holds of every child", written, written)
}

// asFact is a fact as a case writes it, and asEvidence evidence for it.
func asFact(f *vocabulary.Fact) string     { return f.Domain + ": {" + f.Name + ": …}" }
func asEvidence(f *vocabulary.Fact) string { return "evidence: {" + f.Path + ": …}" }

// tooFar refuses a name under explored at the top of a case about several children if it is not
// of the home.
func (p *reading) tooFar(n *yaml.Node) bool {
	if p.part != ofTop {
		return false
	}
	if f := p.Vocabulary.Fact(n.Value); f != nil {
		return p.misplaced(f, n, "explored: ["+f.Path+"]")
	}
	if n.Value == Everything {
		p.fault(n, diagnostic.Misplaced, ofOne("explored: all")+"; at the top, list what was gone through of the home",
			"the case is about several children, and nobody can tell for which of them everything was gone through")
		return true
	}
	if len(p.Vocabulary.Domain(n.Value).Facts) > 0 && len(ofTheHome(p.Vocabulary.Domain(n.Value))) == 0 {
		p.fault(n, diagnostic.Misplaced, ofOne("explored: ["+n.Value+"]"), "nothing in %s is of the home", n.Value)
		return true
	}
	return false
}

// ofTheHome are the facts of a domain that are not of one child.
func ofTheHome(d *vocabulary.Domain) []*vocabulary.Fact {
	var out []*vocabulary.Fact
	for _, f := range d.Facts {
		if f.Of != term.OfChild {
			out = append(out, f)
		}
	}
	return out
}

// closedByTop reports whether silence settles a fact for each child if the top of the case says
// that its domain was gone through. That is so for a fact of the home, and for a yes or no of a
// child that silence takes to be yes, such as whether the child is there when abuse happens. The
// top takes nothing about a child to be absent.
func closedByTop(f *vocabulary.Fact) bool {
	return f.ClosesWithDomain() && (f.Of != term.OfChild || f.Kind == vocabulary.YesNo && *f.Nothing == vocabulary.YesOrNo(true))
}

// allExplored puts together what each part says was gone through. What the top says of a domain
// holds for its facts of the home, and for what closedByTop adds.
func (p *reading) allExplored() []string {
	var out []string
	for x, names := range p.explored {
		for _, name := range names {
			d := p.Vocabulary.Domain(name)
			if part(x) != ofTop || d == nil || len(ofTheHome(d)) == len(d.Facts) {
				out = append(out, name)
				continue
			}
			for _, f := range d.Facts {
				if closedByTop(f) {
					out = append(out, f.Path)
				}
			}
		}
	}
	if slices.Contains(out, Everything) {
		out = slices.DeleteFunc(out, func(name string) bool { return name != Everything && !p.leftByAll(name) })
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// leftByAll reports whether all leaves out a domain or fact, which is then about the case.
func (p *reading) leftByAll(name string) bool {
	if f := p.Vocabulary.Fact(name); f != nil {
		return f.AboutTheCase
	}
	d := p.Vocabulary.Domain(name)
	return d != nil && len(d.Facts) > 0 && d.Facts[0].AboutTheCase
}

// over remembers what the top states of a fact of the home, before a child says otherwise.
func (p *reading) over(f *vocabulary.Fact) {
	if _, said := p.stated[f]; !said || p.part.ofCase() || f.Of != term.OfHome {
		return
	}
	if p.ofHome == nil {
		p.ofHome = map[*vocabulary.Fact]vocabulary.Value{}
	}
	if _, there := p.ofHome[f]; !there {
		p.ofHome[f] = p.c.Values[f.Index]
	}
}

// notOfHome notes of which facts of the home the child says otherwise, before anything is supplied.
func (p *reading) notOfHome() {
	for _, f := range p.Vocabulary.Facts {
		if v, said := p.ofHome[f]; said && v != p.c.Values[f.Index] {
			p.c.Otherwise = append(p.c.Otherwise, Otherwise{f, v})
		}
	}
}
