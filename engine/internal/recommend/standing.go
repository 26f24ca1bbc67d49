package recommend

import (
	"slices"
	"strings"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Standing is how far what is known of a case settles the answer. With more knowledge, what is open
// becomes settled, and what is settled stays as it is. So as much is settled as by a complete case
// once the two standings are the same.
type Standing struct {
	// Level runs from the level recommended to the highest not ruled out.
	Level logic.Range
	// Grounds and Actions have a letter for each ground and each action, in the order of the policy: y for one
	// that holds, n for one that does not, and ? for one that is open.
	Grounds, Actions string
	// Consent has the values that agreement, telling and sharing could yet be.
	Consent string
}

// Ending is a complete case, with which the knowledge of its parts ends. What it leaves unknown, such as the date of
// what has not happened, never becomes known.
type Ending struct {
	// Standing is what the complete case settles.
	Standing
	env *lang.Env
}

// Ending makes it of a complete case.
func (m *Maker) Ending(full *casefile.Case) (*Ending, error) {
	b, err := m.builder(full, Options{Brief: true, NoQuestions: true})
	if err != nil {
		return nil, err
	}
	defer b.end()
	e := &Ending{env: b.env}
	e.Standing = b.standing(e)
	return e, b.err
}

// Standing says how far a part of a complete case settles the answer.
func (m *Maker) Standing(c *casefile.Case, e *Ending) (Standing, error) {
	b, err := m.builder(c, Options{Brief: true, NoQuestions: true})
	if err != nil {
		return Standing{}, err
	}
	defer b.end()
	return b.standing(e), b.err
}

// Asks gives the questions of a brief answer to a part of a complete case, in their order, without the rest of the
// answer, and how far it settles the answer.
func (m *Maker) Asks(c *casefile.Case, e *Ending) ([]recommendation.Question, Standing, error) {
	b, err := m.builder(c, Options{Brief: true})
	if err != nil {
		return nil, Standing{}, err
	}
	defer b.end()
	return b.questions(), b.standing(e), b.err
}

// standing comes last: what is open is then asked with the end in view.
func (b *builder) standing(e *Ending) Standing {
	b.ending = e
	clear(b.prospects)
	clear(b.asAsked)
	var grounds, actions strings.Builder
	for _, t := range b.outcome.Grounds {
		grounds.WriteByte(letter(t))
	}
	for _, e := range b.policy.Escalations {
		actions.WriteByte(letter(b.settles(e.Rule)))
	}
	return Standing{b.outcome.Level, grounds.String(), actions.String(), b.couldAnswer()}
}

// couldAnswer lists the values that each single answer about consent could yet be.
func (b *builder) couldAnswer() string {
	var out []string
	for _, a := range term.SingleAnswers() {
		var values []string
		for _, l := range b.policy.Consent {
			if l.Answer != a.Code {
				continue
			}
			// The first line that holds answers, so those after one that certainly holds never do.
			t := b.settles(l.Rule)
			if t != logic.False {
				values = append(values, l.Value)
			}
			if t == logic.True {
				break
			}
		}
		slices.Sort(values)
		out = append(out, strings.Join(slices.Compact(values), ","))
	}
	return strings.Join(out, " ")
}

// letter is a truth value as a standing has it.
func letter(t logic.Truth) byte {
	return [...]byte{logic.False: 'n', logic.Unknown: '?', logic.True: 'y'}[t]
}
