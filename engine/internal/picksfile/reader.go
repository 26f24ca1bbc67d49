package picksfile

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// asksOf is how many questions each referral has.
const asksOf = 5

// Input is a file of practice picks as bytes.
type Input struct {
	// Name is used in diagnostics; one that ends in .json is read as JSON.
	Name string
	Data []byte
}

// Runner reads practice picks and ranks them under the policies of a rule root. It is safe for concurrent use.
type Runner struct {
	Reader    casefile.Reader
	Catalogue *catalogue.Catalogue
}

// reading is the state of reading one file.
type reading struct {
	*Runner
	file      *source.File
	faults    source.Faults
	referrals []*referral
}

// referral is a referral that was read.
type referral struct {
	*Referral
	asks []*ask
	// children are one without a label in a case about one child.
	children []casefile.Child
}

// ask is a question of the worker that was read.
type ask struct {
	*Ask
	// known are the facts that the case says already.
	known []string
}

// Check reads files and says what is wrong with them. It ranks nothing.
func (r *Runner) Check(inputs []Input) diagnostic.List {
	var list diagnostic.List
	for _, in := range inputs {
		list = append(list, r.open(in).faults.List()...)
	}
	return list
}

// open reads one file.
func (r *Runner) open(in Input) *reading {
	p := &reading{Runner: r}
	doc, list := source.Parse(in.Name, in.Data, source.RuleLimits())
	p.add(list)
	if doc == nil {
		return p
	}
	p.file = doc.File
	var f File
	p.add(shape.Decode(doc.File, doc.Root, &f))
	p.ids(f.Referrals)
	for i := range f.Referrals {
		if p.faults.Full() {
			break
		}
		p.referrals = append(p.referrals, p.referral(&f.Referrals[i]))
	}
	return p
}

// faulty reports whether the file is at fault, so that nothing in it is ranked.
func (p *reading) faulty() bool { return p.faults.List().HasErrors() }

func (p *reading) add(list diagnostic.List) {
	for _, d := range list {
		p.faults.Add(d)
	}
}

func (p *reading) fault(n *yaml.Node, code diagnostic.Code, remedy, format string, args ...any) {
	p.faults.Add(p.file.At(n, code, fmt.Sprintf(format, args...), remedy))
}

// idPattern is the form of the id of a referral.
var idPattern = pattern.New(`^[a-z0-9][a-z0-9-]{0,39}$`)

// ids checks the ids of the referrals.
func (p *reading) ids(list []Referral) {
	lines := map[string]int{}
	for _, r := range list {
		id := r.ID
		switch {
		case !id.IsSet():
		case !idPattern().MatchString(id.Value):
			p.fault(id.Node, diagnostic.BadName, "write up to 40 small letters, digits and hyphens, such as a-01",
				"%q cannot be the id of a referral", source.Clip(id.Value))
		case lines[id.Value] > 0:
			p.fault(id.Node, diagnostic.DuplicateID, "give them different ids",
				"two referrals have this id; the first is on line %d", lines[id.Value])
		default:
			lines[id.Value] = id.Node.Line
		}
	}
}

// referral reads one referral.
func (p *reading) referral(r *Referral) *referral {
	out := &referral{Referral: r}
	p.policy(r)
	if r.Case.IsSet() {
		f, list := p.Reader.FamilyOf([]casefile.Layer{{File: p.file, Node: r.Case.Node}})
		p.add(list)
		if f != nil {
			out.children = f.Children
		}
	}
	if n := source.Value(r.Here.Node, "asks"); n != nil && len(r.Asks) > 0 && len(r.Asks) != asksOf {
		p.fault(n, diagnostic.WrongShape, "write the five questions that an experienced duty worker would ask next, in order",
			"a referral has five questions, and this one has %d", len(r.Asks))
	}
	for i := range r.Asks {
		out.asks = append(out.asks, p.ask(&r.Asks[i], out.children))
	}
	return out
}

// policy checks the policy that a referral names.
func (p *reading) policy(r *Referral) {
	name := r.Policy
	known := func(name string) bool { return slices.Contains(p.Catalogue.Names(), name) }
	if name.IsSet() && name.Value != Any && !known(name.Value) {
		p.faults.Add(p.Catalogue.NoPolicy(name.Value, p.file.At(name.Node, "", "", "")))
	}
	own := source.Value(r.Case.Node, "policy")
	if own == nil || own.Kind != yaml.ScalarNode {
		return
	}
	switch {
	case !known(own.Value):
		p.faults.Add(p.Catalogue.NoPolicy(own.Value, p.file.At(own, "", "", "")))
	case name.IsSet() && name.Value != Any && name.Value != own.Value:
		p.fault(own, diagnostic.Conflict, "name the same policy, or leave it out of the case",
			"the case names the policy %s, and the referral %s", own.Value, source.Clip(name.Value))
	}
}

// ask reads one question of a referral about some children; there are none if the case cannot be read.
func (p *reading) ask(a *Ask, children []casefile.Child) *ask {
	out := &ask{Ask: a}
	if source.Value(a.Here.Node, "facts") == nil {
		p.fault(a.Here.Node, diagnostic.MissingKey, "write facts: with the facts that it asks for, or facts: [] if there is none",
			"the question has no facts")
		return out
	}
	if len(a.Facts) == 0 && !a.Note.IsSet() {
		p.fault(a.Here.Node, diagnostic.MissingKey, "write note: with what there is no fact for",
			"the question has no fact, and does not say what is missing")
	}
	p.labels(a, children)
	seen, ofChild := map[string]bool{}, false
	for _, t := range a.Facts {
		f := p.Catalogue.Vocabulary().Fact(t.Value)
		switch {
		case f == nil:
			p.fault(t.Node, diagnostic.UnknownName, p.nearest(t.Value), "there is no fact called %s", source.Clip(t.Value))
			continue
		case seen[t.Value]:
			p.fault(t.Node, diagnostic.DuplicateKey, "name it once", "%s is named twice", t.Value)
		case f.FromOthers != nil:
			p.fault(t.Node, diagnostic.Misplaced, "name what would be asked about the other child",
				"%s comes from the other children of a case, and nobody is asked about it", t.Value)
		}
		seen[t.Value] = true
		ofChild = ofChild || f.Of == term.OfChild
		if f.Of == term.OfChild && len(a.Children) == 0 && several(children) {
			p.fault(t.Node, diagnostic.MissingKey, "write children: and the labels: "+listed(children),
				"%s is of one child, and the question does not say which of several", t.Value)
		} else if answered(f, a, children) {
			out.known = append(out.known, t.Value)
			p.remark(t.Node, t.Value)
		}
	}
	if len(a.Children) > 0 && len(seen) > 0 && !ofChild {
		p.fault(a.Children[0].Node, diagnostic.Misplaced, "leave out children",
			"what it asks for is the same for all children")
	}
	return out
}

// labels checks the labels of the children whom a question is about.
func (p *reading) labels(a *Ask, children []casefile.Child) {
	seen := map[string]bool{}
	for _, t := range a.Children {
		switch {
		case len(children) == 0:
		case !several(children):
			p.fault(t.Node, diagnostic.Misplaced, "leave out children", "the case is about one child")
			return
		case !slices.ContainsFunc(children, func(c casefile.Child) bool { return c.Label == t.Value }):
			p.fault(t.Node, diagnostic.UnknownName, "its children are "+listed(children), "the case has no child called %s",
				source.Clip(t.Value))
		case seen[t.Value]:
			p.fault(t.Node, diagnostic.DuplicateKey, "name it once", "%s is named twice", source.Clip(t.Value))
		}
		seen[t.Value] = true
	}
}

// several reports whether a case is about several children.
func several(children []casefile.Child) bool { return len(children) > 0 && children[0].Label != "" }

// listed are the labels of children.
func listed(children []casefile.Child) string {
	var labels []string
	for _, c := range children {
		labels = append(labels, c.Label)
	}
	return strings.Join(labels, ", ")
}

// nearest says which fact a path may have been meant for. Comparing takes long, so that it is done only while there is
// room for what comes of it.
func (p *reading) nearest(path string) string {
	if p.faults.Full() {
		return ""
	}
	if near := source.DidYouMean(path, p.Catalogue.Vocabulary().Paths()); near != "" {
		return near
	}
	return "windscreen facts finds facts by word; write facts: [] if there is none"
}
