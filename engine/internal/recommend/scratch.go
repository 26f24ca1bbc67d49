package recommend

import (
	"windscreen/engine/internal/arena"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// scratch is what making one recommendation needs again and again. Each of these was allocated by itself before, which
// made two fifths of the allocations of an answer without questions.
type scratch struct {
	// alone is the trial of a condition by itself, and needed what minimal keeps. Only one of each is in use at a time.
	alone  alone
	needed []*vocabulary.Fact
	// counted are the ids of the rules that a part of a criterion counted.
	counted []string
	// kept is room for what belongs to the recommendation. nodes and args are room for conditions in which parts are replaced
	// or put in, with their parts; none of them outlives the answer.
	kept
	nodes arena.Arena[lang.Node]
	args  arena.Arena[*lang.Node]
}

// kept is room for what belongs to a recommendation. Each recommendation has its own.
type kept struct {
	texts      []string
	could      []recommendation.Could
	kinds      []term.Whom
	facts      []recommendation.Fact
	conditions []recommendation.Condition
	contacts   []recommendation.Contact
	numbers    []recommendation.Answering
}

// How much room is made at a time.
const (
	roomForTexts = 128
	roomForFacts = 32

	roomForConditions = 16
	roomForContacts   = 8
	roomForNodes      = 32
	roomForArgs       = 128

	roomForQuestions = 64
	roomForTargets   = 64
	roomForCould     = 512
	roomForSets      = 256
	roomForList      = 256
)

// own is a list of texts that the recommendation has for itself; it is not nil.
func (s *scratch) own(list []string) []string { return take(&s.texts, list, roomForTexts) }

// node is a copy of a node, with a list of its parts for itself.
func (s *scratch) node(n *lang.Node) *lang.Node { return s.made(*n, n.Args...) }

// made is a node of its own with some parts.
func (s *scratch) made(n lang.Node, parts ...*lang.Node) *lang.Node {
	own := &s.nodes.Take(1, roomForNodes)[0]
	*own = n
	own.Args = s.args.Take(len(parts), roomForArgs)
	copy(own.Args, parts)
	return own
}

// take copies a list into room, of which more is made where it is short. Nothing can be added to the copy in place.
func take[T any](room *[]T, list []T, more int) []T {
	own := cut(room, len(list), more)
	copy(own, list)
	return own
}

// cut is a list of so many zero values from room, of which more is made where it is short. It is not nil.
func cut[T any](room *[]T, n, more int) []T {
	if n > len(*room) || *room == nil {
		*room = make([]T, max(n, more))
	}
	own := (*room)[:n:n]
	*room = (*room)[n:]
	return own
}
