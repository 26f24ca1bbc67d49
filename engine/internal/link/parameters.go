package link

import (
	"fmt"
	"slices"
	"strconv"
	"windscreen/engine/internal/policy"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// parameters reads the choices that the document leaves open.
func (k *linker) parameters() {
	seen := map[string]bool{}
	for _, part := range k.parts {
		k.parametersOf(part, part.file, part.policy.Parameters, seen)
		for _, f := range part.rules {
			k.parametersOf(part, f.file, f.shape.Parameters, seen)
		}
	}
}

func (k *linker) parametersOf(part *draft, f *source.File, m shape.Map[rulefile.Parameter], seen map[string]bool) {
	for e := range whileRoom(k.loader, m.Entries) {
		name := e.Key.Value
		switch {
		case !namePattern.MatchString(name):
			k.badName(f, e.Key)
		case slices.Contains(reserved, name) || k.p.Vocabulary.Domain(name) != nil:
			k.at(f, e.Key.Node, diagnostic.NameClash, fmt.Sprintf("a parameter cannot be called %s, which means something else in conditions", name), "choose another name")
		case seen[name]:
			k.at(f, e.Key.Node, diagnostic.DuplicateID, fmt.Sprintf("two parameters are called %s", name), "keep one")
		}
		seen[name] = true
		c, ok := constant(e.Value.Value.Node)
		if !ok && e.Value.Value.Node != nil {
			k.at(f, e.Value.Value.Node, diagnostic.WrongType, fmt.Sprintf("the value of %s is not a whole number, true or false, or a word", name), "")
		}
		k.p.Parameters[name] = policy.Parameter{Constant: c, Why: e.Value.Why.Value,
			Cite: k.citations(policy.Citation{Policy: part.folder, Kind: policy.CitedByParameter, ID: name}, f, e.Value.Cite)}
	}
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
		return lang.Constant{Kind: lang.WordConstant, Word: n.Value}, namePattern.MatchString(n.Value)
	}
	return lang.Constant{}, false
}
