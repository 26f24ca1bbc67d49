package casefile

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// The keys under which a case about several children writes what holds of every child, and
// what holds of one.
const (
	KeyEach     = "each"
	KeyChildren = "children"
)

// MaxChildren is how many children a case may be about.
const MaxChildren = 20

// LabelPattern is the form of a child's label: long enough for a UUID.
const LabelPattern = `^[\p{L}0-9](?:[\p{L}0-9 -]{0,34}[\p{L}0-9])?$`

// labelPattern and rolePattern are compiled when they are first used: with so many letters to choose from they are large,
// and compiling them took most of the time in which a process starts.
var labelPattern = pattern.New(LabelPattern)

// UUIDPattern is the form of a UUID, which is no person's name, whatever letters its parts begin with.
const UUIDPattern = `^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`

var uuidPattern = pattern.New(UUIDPattern)

// Family is a case that was read: one child, or several with a label each.
type Family struct {
	// Children are in the order of the case. A case about one child, without children, has one
	// whose label is empty.
	Children []Child
}

// Child is one child, with the case as it is about that child alone.
type Child struct {
	Label string
	Case  *Case
}

// Otherwise is a fact of the home of which a child says otherwise, and its value for the home.
type Otherwise struct {
	Fact *vocabulary.Fact
	Home vocabulary.Value
}

// ReadFamily reads a case about one child or several from YAML or JSON. It is nil where the
// list has errors. Every diagnostic about the case is private, including those made once its
// policy is known.
func (r Reader) ReadFamily(name string, data []byte) (*Family, diagnostic.List) {
	doc, list := source.Parse(name, data, source.CaseLimits())
	var f *Family
	if doc != nil {
		var more diagnostic.List
		f, more = r.FamilyOf([]Layer{{File: doc.File, Node: doc.Root}})
		list = append(list, more...)
	}
	list.Sort()
	for i := range list {
		list[i].Private = true
	}
	if list.HasErrors() {
		return nil, list
	}
	for _, child := range f.Children {
		c := child.Case
		c.PolicyAt.Private, c.JudgementAt.Private = true, true
		for i := range c.Done {
			c.Done[i].Place.Private = true
		}
	}
	return f, list
}

// FamilyOf reads a case about one child or several from documents laid over each other. There is
// at least one document. What is said of one child comes before what is said of every child,
// and that before what is said of the home.
func (r Reader) FamilyOf(layers []Layer) (*Family, diagnostic.List) {
	if !slices.ContainsFunc(layers, Layer.several) {
		c, list := r.ReadLayers(layers)
		if c == nil {
			return nil, list
		}
		return &Family{Children: []Child{{Case: c}}}, list
	}
	s := sorted(layers)
	if len(s.labels) == 0 && len(s.faults.List()) == 0 {
		d := s.said.File.At(s.eachAt, diagnostic.MissingKey, "the case says what holds of every child, and names no child",
			remedyFor(s.said.File, "name the children, for example children: {baby: {child: {age: 0}}}"))
		d.Pointer = strings.TrimSuffix(d.Pointer, source.Pointer(KeyEach)) + source.Pointer(KeyChildren)
		s.faults.Add(d)
	}
	list := s.faults.List()
	if len(s.labels) == 0 || list.HasErrors() {
		return nil, list
	}
	f := &Family{}
	said := map[diagnostic.Diagnostic]bool{} // what is wrong for all children is said once
	for _, label := range s.labels {
		c, more := r.ReadLayers(slices.Concat(s.top, s.each, s.own[label]))
		for _, d := range more {
			if !said[d] {
				said[d] = true
				list = append(list, d)
			}
		}
		if len(list) > source.MaxFaults {
			break
		}
		if c != nil {
			c.Child = label
			f.Children = append(f.Children, Child{label, c})
		}
	}
	if list.HasErrors() {
		return nil, list
	}
	return f, list
}

// WithOthers is the case of one child of several with what the child takes from the other
// children. What the child's own part states stands.
func (r Reader) WithOthers(c *Case, others map[*vocabulary.Fact]vocabulary.Value) *Case {
	if c.stated == nil {
		return c
	}
	with := *c
	with.others = map[*vocabulary.Fact]vocabulary.Value{}
	known := slots{slices.Clone(c.stated.values), slices.Clone(c.stated.origins)}
	for f, v := range others {
		if known.origins[f.Index] == NotStated {
			known.put(f, v, Derived)
			with.others[f] = v
		}
	}
	if len(with.others) == 0 {
		return c
	}
	room := r.supply.newRoom()
	r.went(c, &room.gone)
	r.supply.apply(known, c.AsOf.Unix(), &room)
	with.Values, with.Origins = known.values, known.origins
	return &with
}

// Labels are the labels of the children of a case, in its order; several is whether it is about
// several children. FamilyOf reports what is wrong with them.
func Labels(layers []Layer) (labels []string, several bool) {
	if !slices.ContainsFunc(layers, Layer.several) {
		return nil, false
	}
	return sorted(layers).labels, true
}

// several reports whether a document is about several children.
func (l Layer) several() bool {
	return l.Node.Kind == yaml.MappingNode && (has(l.Node, KeyChildren) || has(l.Node, KeyEach))
}

// sorting takes documents about several children apart.
type sorting struct {
	faults    source.Faults
	top, each []Layer
	labels    []string
	own       map[string][]Layer
	// eachAt is where a document, said, says what holds of every child.
	said   Layer
	eachAt *yaml.Node
}

func (s *sorting) fault(l Layer, n *yaml.Node, code diagnostic.Code, remedy, format string, args ...any) {
	s.faults.Add(l.File.At(n, code, fmt.Sprintf(format, args...), remedyFor(l.File, remedy)))
}

// sorted takes the documents of one case apart.
func sorted(layers []Layer) *sorting {
	s := &sorting{own: map[string][]Layer{}}
	for _, l := range layers {
		s.sort(l)
	}
	return s
}

// sort takes one document apart.
func (s *sorting) sort(l Layer) {
	s.top = append(s.top, Layer{l.File, l.Node, ofTop})
	if l.Node.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(l.Node.Content); i += 2 {
		switch key, value := l.Node.Content[i], l.Node.Content[i+1]; key.Value {
		case KeyEach:
			s.said, s.eachAt = l, key
			if value.Kind == yaml.ScalarNode && value.Tag == "!!null" {
				continue // a form in which nothing was filled in here
			}
			if value.Kind != yaml.MappingNode {
				s.fault(l, value, diagnostic.WrongShape, "write what holds of every child, for example each: {health: {registered: no}}",
					"each holds facts, as a case does")
				continue
			}
			s.each = append(s.each, Layer{l.File, value, ofEach})
		case KeyChildren:
			s.children(l, key, value)
		}
	}
}

// children takes the children of a document apart.
func (s *sorting) children(l Layer, key, n *yaml.Node) {
	const example = "write a label for each child, for example children: {baby: {child: {age: 0}}, \"11\": {child: {age: 11}}}"
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		s.fault(l, n, diagnostic.WrongShape, example, "children holds at least one child by a label")
		return
	}
	for i := 0; i+1 < len(n.Content) && !s.faults.Full(); i += 2 {
		label, child := n.Content[i], n.Content[i+1]
		if !s.named(l, label) {
			continue
		}
		if len(s.labels) > MaxChildren {
			s.labels = s.labels[:MaxChildren]
			s.fault(l, key, diagnostic.TooLarge, "write the others in another case", "the case is about more than %d children", MaxChildren)
			return
		}
		if child.Kind == yaml.ScalarNode && child.Tag == "!!null" {
			child = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: child.Line, Column: child.Column}
		}
		if child.Kind != yaml.MappingNode {
			s.fault(l, child, diagnostic.WrongShape, example, "%s holds facts, as a case does", label.Value)
			continue
		}
		s.own[label.Value] = append(s.own[label.Value], Layer{l.File, child, ofChild})
	}
}

// named checks a label, and notes it.
func (s *sorting) named(l Layer, label *yaml.Node) bool {
	const remedy = "write a short label of your own, such as baby, 6 or older girl; never a name"
	switch {
	case label.Value == "":
		s.fault(l, label, diagnostic.BadName, remedy, "a child has no label")
		return false
	case !labelPattern().MatchString(label.Value):
		s.fault(l, label, diagnostic.BadName, remedy+"; up to 36 letters, digits, spaces and hyphens",
			"%q cannot be the label of a child", source.Clip(label.Value))
		return false
	case capitalised(label.Value) > 1 && !uuidPattern().MatchString(label.Value):
		s.fault(l, label, diagnostic.BadName, remedy, "%q may be a person's name", label.Value)
		return false
	}
	for _, other := range s.labels {
		if other == label.Value {
			return true
		}
		if strings.EqualFold(other, label.Value) {
			s.fault(l, label, diagnostic.DuplicateKey, "give each child a label of its own",
				"%s and %s differ only in capital letters", other, label.Value)
			return false
		}
	}
	s.labels = append(s.labels, label.Value)
	return true
}

// capitalised is how many words begin with a capital letter.
func capitalised(s string) int {
	n := 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		if unicode.IsUpper([]rune(word)[0]) {
			n++
		}
	}
	return n
}
