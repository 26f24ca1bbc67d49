package reference

import (
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/interpreter"

	"windscreen/engine/internal/policy"
)

// slot says where the value of a name is found.
type slot struct {
	kind slotKind
	n    int
}

type slotKind uint8

const (
	factSlot slotKind = iota
	groundSlot
	decisiveSlot
	tallySlot
	domainsSlot
	levelSlot
	asOfSlot
	judgedSlot
	judgedOtherwiseSlot
	judgedLevelSlot
	namedSlot
)

// slotsByName are all names that a condition can resolve.
type slotsByName map[string]slot

// slots lists the names of a policy.
func slots(p *policy.Policy) slotsByName {
	names := slotsByName{
		"as_of":              {kind: asOfSlot},
		"level":              {kind: levelSlot},
		"judgement.recorded": {kind: judgedSlot},
		"judgement.differs":  {kind: judgedOtherwiseSlot},
		"judgement.level":    {kind: judgedLevelSlot},
	}
	for i, f := range p.Vocabulary.Facts {
		names[f.Path] = slot{factSlot, i}
	}
	for i, s := range p.Statutes {
		names["ground."+s.Name] = slot{groundSlot, i}
	}
	for i, l := range p.Levels {
		names[counted("tally", int64(l.Number))] = slot{tallySlot, i}
		names[counted("domains", int64(l.Number))] = slot{domainsSlot, i}
		names[counted("decisive", int64(l.Number))] = slot{decisiveSlot, i}
	}
	for i, n := range p.Conditions {
		names[n.Name] = slot{namedSlot, i}
	}
	return names
}

// resolve has a program take the value of a name from its slot. Cel-go would look the name up each time that it is read,
// which takes half of the time of a case.
func (names slotsByName) resolve(i interpreter.InterpretableV2) (interpreter.InterpretableV2, error) {
	a, ok := i.(interpreter.InterpretableAttribute)
	if !ok {
		return i, nil
	}
	named, ok := a.Attr().(interpreter.NamespacedAttribute)
	if !ok {
		return i, nil
	}
	if s, ok := names[named.CandidateVariableNames()[0]]; ok {
		return &inSlot{a, s}, nil
	}
	return i, nil
}

// inSlot is a name in a program, whose value is in a slot.
type inSlot struct {
	interpreter.InterpretableAttribute
	slot slot
}

// Exec gives the value. Only cel-go itself may come with another activation, and then it looks the name up.
func (s *inSlot) Exec(frame *interpreter.ExecutionFrame) ref.Val {
	if a, ok := frame.Activation.(*activation); ok {
		return a.value(s.slot)
	}
	return s.InterpretableAttribute.Exec(frame)
}

// Eval does the same without a frame.
func (s *inSlot) Eval(a interpreter.Activation) ref.Val { return s.Exec(interpreter.AsFrame(a)) }
