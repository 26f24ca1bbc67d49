package casefile

import (
	"slices"

	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// limited is a fact that does not apply to everyone, and the place of its condition.
type limited struct {
	fact      *vocabulary.Fact
	condition int
}

// limits puts together whom facts apply to. Many facts share a condition. It is evaluated
// once, for the first of them; no fact that it reads changes after that, because in the
// vocabulary's order those come before.
func (s *supply) limits(v *vocabulary.Vocabulary) {
	var texts []string
	for _, f := range v.Limited {
		at := slices.Index(texts, f.Applies.String())
		if at < 0 {
			at = len(texts)
			texts, s.conditions = append(texts, f.Applies.String()), append(s.conditions, f.Applies)
		}
		s.limited = append(s.limited, limited{f, at})
	}
}

// limit gives each fact that is not stated and certainly does not apply what it is otherwise.
// This wins over what silence means. What the case says outright is unknown stays so: whoever
// wrote it had a reason to ask.
//
// Where it is open whether a fact applies, silence closes the fact only if it comes to the
// same either way.
//
// A fact that comes from other children is treated as if it applied to nobody: if it is not stated,
// no other child gives it. It may decide whether another fact applies, so it comes first.
func (s *supply) limit(to slots, asOf int64, truths []byte) {
	for _, f := range s.others {
		if from := to.origins[f.Index]; !from.Stands() && from != SaidUnknown {
			to.put(f, otherwise(f), NotApplicable)
		}
	}
	for _, l := range s.limited {
		f := l.fact
		from := to.origins[f.Index]
		if from.Stands() || from == SaidUnknown {
			continue
		}
		if truths[l.condition] == 0 {
			truths[l.condition] = 1 + byte(s.conditions[l.condition].Truth(to.values, asOf))
		}
		switch logic.Truth(truths[l.condition] - 1) {
		case logic.False:
			to.put(f, otherwise(f), NotApplicable)
		case logic.Unknown:
			if from == Explored && f.Otherwise != nil && *f.Otherwise != *f.Nothing {
				to.put(f, f.Unknown(), NotStated)
			}
		case logic.True:
		}
	}
}

// otherwise is what a fact is where it does not apply, or where no other child gives it.
func otherwise(f *vocabulary.Fact) vocabulary.Value {
	if f.Otherwise != nil {
		return *f.Otherwise
	}
	return f.Unknown()
}
