package link

import (
	"fmt"
	"maps"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/ruleroot"
)

// override is a parameter of a policy built on that the policy sets anew.
type override struct {
	placed
	// shared is the value that it has there.
	shared lang.Constant
}

// override notes that a value is set anew, and returns it: the shared value where the new one
// cannot be read or is of another type.
func (k *linker) override(at placed, name string, c lang.Constant, read bool, old lang.Constant, from *ruleroot.Draft) lang.Constant {
	if read && c.Kind == old.Kind {
		k.overrides[name] = override{at, old}
		return c
	}
	if read {
		kind := constantKinds[old.Kind]
		k.At(at.file, at.node, diagnostic.WrongType,
			fmt.Sprintf("%s is %s in %s, and this is %s", name, kind, from.ID, constantKinds[c.Kind]), "write "+kind)
	}
	return old
}

// constantKinds are the types of parameters, in words.
var constantKinds = map[lang.ConstantKind]string{
	lang.WholeConstant: "a whole number",
	lang.YesNoConstant: "true or false",
	lang.WordConstant:  "a word",
}

// bind checks a condition of a part against a scope. A shared condition that is faulty only
// because a parameter was set anew is reported at the parameter, and then checked with the
// value that it has in the shared policy.
func (k *linker) bind(part *ruleroot.Draft, what string, parsed *lang.Parsed, scope *lang.Scope) (*lang.Condition, []lang.Fault) {
	c, faults := parsed.Bind(scope)
	if c != nil || part == k.Draft {
		return c, faults
	}
	var names []string
	for _, name := range parsed.Names() {
		if _, ok := k.overrides[name]; ok {
			names = append(names, name)
		}
	}
	c, _ = parsed.Bind(k.withShared(scope, names, ""))
	if len(names) == 0 || c == nil {
		return nil, faults
	}
	blamed := false
	for _, name := range names {
		if _, own := parsed.Bind(k.withShared(scope, names, name)); len(own) > 0 {
			k.blame(name, what, part, own[0])
			blamed = true
		}
	}
	if !blamed {
		k.blame(names[0], what, part, faults[0])
	}
	return c, nil
}

// withShared is a scope in which parameters have their shared values, but for one.
func (k *linker) withShared(scope *lang.Scope, names []string, but string) *lang.Scope {
	s := *scope
	s.Parameters = maps.Clone(scope.Parameters)
	for _, name := range names {
		if name != but {
			s.Parameters[name] = k.overrides[name].shared
		}
	}
	return &s
}

// blame reports a parameter that makes a shared condition faulty.
func (k *linker) blame(name, what string, part *ruleroot.Draft, fault lang.Fault) {
	at := k.overrides[name]
	remedy := fault.Remedy
	if remedy == "" {
		remedy = "choose another value, or leave the shared one"
	}
	k.At(at.file, at.node, fault.Code,
		fmt.Sprintf("with this value of %s, %s of %s cannot be right: %s", name, what, part.ID, fault.Message), remedy)
}
