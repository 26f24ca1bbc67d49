package link

import (
	"fmt"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// parameters reads the choices that the document leaves open. A policy may set one of a
// policy that it builds on anew, with its own reason.
func (k *linker) parameters() {
	seen := map[string]*ruleroot.Draft{}
	for _, part := range k.Parts {
		k.parametersOf(part, part.File, part.Policy.Parameters, seen)
		for _, f := range part.Rules {
			k.parametersOf(part, f.File, f.Shape.Parameters, seen)
		}
	}
}

func (k *linker) parametersOf(part *ruleroot.Draft, f *source.File, m shape.Map[rulefile.Parameter], seen map[string]*ruleroot.Draft) {
	for e := range room.While(&k.Room, m.Entries) {
		name := e.Key.Value
		switch {
		case !namePattern().MatchString(name):
			k.Report(badName(f, e.Key))
		case slices.Contains(reserved, name) || k.p.Vocabulary.Domain(name) != nil:
			k.At(f, e.Key.Node, diagnostic.NameClash,
				fmt.Sprintf("a parameter cannot be called %s, which means something else in conditions", name),
				"choose another name")
		case seen[name] == part:
			k.At(f, e.Key.Node, diagnostic.DuplicateID, fmt.Sprintf("two parameters are called %s", name), "keep one")
		case seen[name] != nil && part != k.Draft:
			k.At(f, e.Key.Node, diagnostic.DuplicateID,
				fmt.Sprintf("%s also has a parameter called %s", seen[name].ID, name), "give one of them another name")
		}
		from := seen[name]
		seen[name] = part
		c, ok := constant(e.Value.Value.Node)
		if !ok && e.Value.Value.Node != nil {
			k.At(f, e.Value.Value.Node, diagnostic.WrongType,
				fmt.Sprintf("the value of %s is not a whole number, true or false, or a word", name),
				"write a number without zeros before it, such as 3, or true, false or a word")
		}
		if from != nil && from != part {
			c = k.override(placed{f, e.Value.Value.Node}, name, c, ok, k.p.Parameters[name], from)
		}
		k.p.Parameters[name] = c
		k.p.Choices[name] = choice(&e.Value)
		k.p.Places[name] = policy.Place{Origin: part.ID, File: f.Name, Start: place(f, e.Key.Node)}
		k.citations(policy.Citation{Policy: part.ID, Kind: term.CitingParameter, ID: name}, f, e.Value.Cite)
	}
}

// choice is the reason for a parameter.
func choice(p *rulefile.Parameter) policy.Choice {
	c := policy.Choice{Why: p.Why.Value}
	if p.Value.Node != nil {
		c.Value = p.Value.Node.Value
	}
	for _, id := range p.Cite {
		c.Cite = append(c.Cite, id.Value)
	}
	return c
}

// constant reads the value of a parameter.
func constant(n *yaml.Node) (lang.Constant, bool) {
	if n == nil || n.Kind != yaml.ScalarNode {
		return lang.Constant{}, false
	}
	switch n.Tag {
	case "!!bool":
		return lang.Constant{Kind: lang.YesNoConstant, Bool: n.Value == "true"}, n.Value == "true" || n.Value == "false"
	case "!!int":
		i, err := strconv.ParseInt(n.Value, 10, 64)
		return lang.Constant{Kind: lang.WholeConstant, Int: i}, err == nil && strconv.FormatInt(i, 10) == n.Value
	case "!!str":
		return lang.Constant{Kind: lang.WordConstant, Word: n.Value}, namePattern().MatchString(n.Value)
	}
	return lang.Constant{}, false
}
