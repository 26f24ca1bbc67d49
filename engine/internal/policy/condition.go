package policy

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
)

// Unless is what ends a rule. The rule holds while its own condition does and this one is
// not certain.
type Unless struct {
	// Says puts it in a few words, which follow "unless".
	Says string
	When *lang.Condition
	// Own is the condition of the rule without this one.
	Own *lang.Condition
}

// Join is the condition of a rule with an Unless. Its text is that of when; its tree holds
// while when does and the condition of unless is not certain.
func (u *Unless) Join(when *lang.Condition) *lang.Condition {
	certain := &lang.Node{Op: lang.Certain, Args: []*lang.Node{u.When.Root}}
	not := &lang.Node{Op: lang.Not, Args: []*lang.Node{certain}}
	if when.Root.Op == lang.Const && when.Root.Value == logic.True {
		return &lang.Condition{Text: when.Text, Root: not}
	}
	return &lang.Condition{Text: when.Text, Root: &lang.Node{Op: lang.And, Args: []*lang.Node{when.Root, not}}}
}
