package engine

import (
	"windscreen/engine/internal/recommend"
	"windscreen/engine/term"
)

// Option asks for more or for less than the plain answer to a case. Options never change the
// results of rules. The zero Option is misuse.
type Option struct{ set func(*request) }

// request is what is asked of a case.
type request struct {
	recommend.Options
	under, child *string
	reader       *term.Reader
}

// Under asks for the answer under another policy than the case names: the policy with this
// id, or this council's edition in force on the case's date. An empty name is misuse.
func Under(name string) Option { return Option{func(q *request) { q.under = &name }} }

// Child asks for the answer for one child of a case about several, by its label.
func Child(label string) Option { return Option{func(q *request) { q.child = &label }} }

// For asks for the answer for a reader, whatever the case says: the first screen tells the referrer, the
// front door or the social worker what each of them does. A word that is none of term.Reader is misuse.
func For(reader term.Reader) Option { return Option{func(q *request) { q.reader = &reader }} }

// NotCommenced asks for cautions based on law that is not in force: Acts that have not
// commenced, and Bills. The answer marks them, and leaves them out without this option.
func NotCommenced() Option { return Option{func(q *request) { q.NotCommenced = true }} }

// Brief asks for an answer with all that the first screen reads and without the rest, which takes a small
// part of the time: page.Of makes the same of it as of the whole answer. It is not for page.ForFamily, which
// makes no copy of it, nor for JSON or YAML, which count what their brief form leaves out: see BriefData. Left out are the
// facts behind rules after the level, the texts of conditions, signs that the level does not rest on, grounds
// and lines of consent that only may hold, what possible escalations wait on, what was done already, services,
// notes, codes for statistics, what questions could change, and all of the receipt but the engine's version and the hash of the rules.
func Brief() Option { return Option{func(q *request) { q.Brief = true }} }

// BriefData asks for an answer with all that the first screen and the brief form of JSON and YAML read, and without the
// rest. What is left out is counted, so that the brief form of it is that of the whole answer. It is not for the full form,
// nor for page.ForFamily, which makes no copy of it.
func BriefData() Option { return Option{func(q *request) { q.Brief, q.BriefData = true, true }} }

// NoQuestions asks for an answer without questions. They take much of the time where little is known.
func NoQuestions() Option { return Option{func(q *request) { q.NoQuestions = true }} }

// WhyNot asks why this level is not recommended, rather than the next level up. An answer to a case that has the level
// already, or to whose policy it is no level, says nothing of it.
func WhyNot(level int) Option { return Option{func(q *request) { q.Higher = level }} }

// requestOf puts options together.
func requestOf(list []Option) (request, error) {
	var q request
	for _, option := range list {
		if option.set == nil {
			return q, errNoOption
		}
		option.set(&q)
	}
	if q.under != nil && *q.under == "" {
		return q, errNoName
	}
	if q.reader != nil && term.Order(*q.reader) < 0 {
		return q, errNoReader
	}
	return q, nil
}
