package workbench

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"windscreen/engine"
	"windscreen/engine/facts"
)

// caseFile is the text of a case that can be changed fact by fact. What no form shows, such as a comment or a
// judgement, stays as it is.
type caseFile struct {
	doc      *yaml.Node
	children []string
}

// everyChild is the place of what is said of the home, or of the only child of a case.
const everyChild = -1

// nameOf is the name under which the engine reads a text: JSON is read as JSON.
func nameOf(text string) string {
	if json.Valid([]byte(text)) {
		return "case.json"
	}
	return "case.yaml"
}

// readCase reads a text as a case, and as a text that can be changed. The error is that of the engine.
func readCase(e *engine.Engine, text string) (*engine.Case, *caseFile, error) {
	name := nameOf(text)
	c, err := e.ReadCase(name, []byte(text))
	if err != nil {
		return nil, nil, err
	}
	doc := &yaml.Node{}
	if err := yaml.Unmarshal([]byte(text), doc); err != nil || len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, nil, errors.New("the case was read, but its text cannot be changed")
	}
	if name == "case.json" {
		inBlocks(doc)
	}
	return c, &caseFile{doc: doc, children: c.Children()}, nil
}

// copy is a case file of its own.
func (c *caseFile) copy() (*caseFile, error) {
	t, err := c.text()
	if err != nil {
		return nil, err
	}
	doc := &yaml.Node{}
	if err := yaml.Unmarshal([]byte(t), doc); err != nil {
		return nil, fmt.Errorf("copying a case: %w", err)
	}
	return &caseFile{doc: doc, children: c.children}, nil
}

func (c *caseFile) text() (string, error) { return text(c.doc) }

func (c *caseFile) root() *yaml.Node { return c.doc.Content[0] }

// top is the value of a key at the top of the case, such as policy; empty if there is none.
func (c *caseFile) top(key string) string {
	if n := at(c.root(), key); n != nil && n.Kind == yaml.ScalarNode {
		return n.Value
	}
	return ""
}

// setTop gives a key at the top a value; an empty one takes it away.
func (c *caseFile) setTop(key, value string) {
	if value == "" {
		put(c.root(), key, nil)
		return
	}
	put(c.root(), key, scalar(value))
}

// places are the children of whom a fact is stated, by place, or everyChild alone.
func (c *caseFile) places(f facts.Fact) []int {
	if len(c.children) == 0 || !ofChild(f) {
		return []int{everyChild}
	}
	out := make([]int, len(c.children))
	for i := range out {
		out[i] = i
	}
	return out
}

// part is the part of the case about a child, or the top. Without a part, it is nil.
func (c *caseFile) part(child int) *yaml.Node {
	if child == everyChild {
		return c.root()
	}
	return at(at(c.root(), "children"), c.children[child])
}

// partToChange is part, made if it is not there.
func (c *caseFile) partToChange(child int) *yaml.Node {
	if child == everyChild {
		return c.root()
	}
	return within(within(c.root(), "children"), c.children[child])
}

// fact is what the case states of a fact; nil if it states nothing.
func (c *caseFile) fact(f facts.Fact, child int) *yaml.Node {
	if n := at(at(c.part(child), f.Domain), f.Name); n != nil || child == everyChild {
		return n
	}
	return at(at(at(c.root(), "each"), f.Domain), f.Name)
}

// state states a fact of a child; nil takes the statement away. What the case said of each child stands under the
// children from then on.
func (c *caseFile) state(f facts.Fact, child int, value *yaml.Node) {
	if each := at(c.root(), "each"); each != nil && child != everyChild {
		if shared := at(at(each, f.Domain), f.Name); shared != nil {
			for i := range c.children {
				if domain := within(c.partToChange(i), f.Domain); at(domain, f.Name) == nil {
					put(domain, f.Name, shared)
				}
			}
			c.takeAway(each, f.Domain, f.Name)
			if len(each.Content) == 0 {
				put(c.root(), "each", nil)
			}
		}
	}
	if value == nil {
		c.takeAway(c.part(child), f.Domain, f.Name)
		return
	}
	put(within(c.partToChange(child), f.Domain), f.Name, value)
}

// takeAway takes a key out of a mapping within a part, and the mapping as well once it is empty.
func (c *caseFile) takeAway(part *yaml.Node, outer, inner string) {
	n := at(part, outer)
	if n == nil {
		return
	}
	put(n, inner, nil)
	if len(n.Content) == 0 {
		put(part, outer, nil)
	}
}

// evidence is one source for a fact.
type evidence struct{ Value, Source, Standing, On, Note string }

// evidence are the sources that the case gives for a fact.
func (c *caseFile) evidence(f facts.Fact, child int) []evidence {
	var out []evidence
	n := at(at(c.part(child), "evidence"), f.Path)
	if n == nil {
		return nil
	}
	for _, e := range n.Content {
		var got evidence
		for key, to := range map[string]*string{"source": &got.Source, "standing": &got.Standing, "on": &got.On, "note": &got.Note} {
			if v := at(e, key); v != nil {
				*to = v.Value
			}
		}
		if v := at(e, "value"); v != nil {
			got.Value = written(v)
		}
		out = append(out, got)
	}
	return out
}

// addEvidence adds a source for a fact, unless the case has the very same.
func (c *caseFile) addEvidence(f facts.Fact, child int, value *yaml.Node, e evidence) {
	entry := mapping()
	if value != nil {
		put(entry, "value", value)
		e.Value = written(value)
	}
	put(entry, "source", words(e.Source))
	if e.Standing != "" {
		put(entry, "standing", scalar(e.Standing))
	}
	if e.On != "" {
		put(entry, "on", scalar(e.On))
	}
	if e.Note != "" {
		put(entry, "note", words(e.Note))
	}
	if slices.Contains(c.evidence(f, child), e) {
		return
	}
	all := within(c.partToChange(child), "evidence")
	of := at(all, f.Path)
	if of == nil {
		of = &yaml.Node{Kind: yaml.SequenceNode}
		put(all, f.Path, of)
	}
	of.Content = append(of.Content, entry)
}

// dropEvidence takes away the sources of a fact at some places.
func (c *caseFile) dropEvidence(f facts.Fact, child int, places []int) {
	part := c.part(child)
	of := at(at(part, "evidence"), f.Path)
	if of == nil || len(places) == 0 {
		return
	}
	var rest []*yaml.Node
	for i, e := range of.Content {
		if !slices.Contains(places, i) {
			rest = append(rest, e)
		}
	}
	of.Content = rest
	if len(rest) == 0 {
		c.takeAway(part, "evidence", f.Path)
	}
}

// all is what a case writes under explored where everything was gone through.
const all = "all"

// explored are the domains and facts that were gone through, of a child or of the home.
func (c *caseFile) explored(child int) []string {
	n := at(c.part(child), "explored")
	if n == nil {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		return []string{n.Value}
	}
	names, _ := wordsOf(n)
	return names
}

// gone says whether a domain was gone through, of a child or of the home.
func (c *caseFile) gone(domain string, child int) bool {
	return slices.ContainsFunc([]string{domain, all}, func(n string) bool {
		return slices.Contains(c.explored(child), n) || child != everyChild && c.goneOfEach(n)
	})
}

// goneOfEach reports whether the case says of each child alike that something was gone through.
func (c *caseFile) goneOfEach(name string) bool {
	n := at(at(c.root(), "each"), "explored")
	if n == nil {
		return false
	}
	names, _ := wordsOf(n)
	return n.Value == name || slices.Contains(names, name)
}

// explore says that a domain was gone through, or not.
func (c *caseFile) explore(domain string, child int, gone bool) {
	names := c.explored(child)
	if c.gone(domain, child) == gone || !gone && !slices.Contains(names, domain) {
		return // it is so already, or it is said of everything
	}
	if gone {
		names = append(names, domain)
	} else {
		names = slices.DeleteFunc(names, func(n string) bool { return n == domain })
	}
	if len(names) == 0 {
		put(c.part(child), "explored", nil)
		return
	}
	put(c.partToChange(child), "explored", list(names))
}
