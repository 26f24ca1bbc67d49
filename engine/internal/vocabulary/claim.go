package vocabulary

import "slices"

// CanBeAlleged reports whether a case can say that the fact is alleged: there is a worst and a
// least to it.
func (f *Fact) CanBeAlleged() bool { return f.Kind == Scale || f.Kind == YesNo }

// Serious reports whether a fact is a matter of harm, so that whoever alleges it alleges something
// serious: a fact in the domain of the one that says so, or a hidden harm elsewhere for which the
// vocabulary says what a suspicion or an allegation amounts to. That a harm is suspected is as
// serious as the harm.
func (v *Vocabulary) Serious(f *Fact) bool {
	of := v.Allegation
	if of == nil || f == of {
		return false
	}
	return f.Domain == of.Domain || f.Hidden && (f.Suspicion != nil || f.SeriousIfAlleged) ||
		slices.ContainsFunc(v.Facts, func(harm *Fact) bool { return harm.Suspicion == f && v.Serious(harm) })
}

// noIsWorse reports whether the fact is a yes or no to which no is the worse answer: one about a
// strength, or one that silence takes to be yes.
func (f *Fact) noIsWorse() bool {
	return f.Kind == YesNo && (f.Protective || f.Nothing != nil && *f.Nothing == YesOrNo(true))
}

// Least is the value at which there is nothing to allege: the lowest rung, or the better
// answer to a yes or no.
func (f *Fact) Least() Value {
	if f.noIsWorse() {
		return YesOrNo(true)
	}
	return Exactly(0)
}

// IfAlleged is what is known where a value is alleged and not established: of a scale, from
// what an allegation by itself amounts to up to the worst alleged; of a yes or no, nothing.
func (f *Fact) IfAlleged(v Value) Value {
	if f.Kind == YesNo {
		return f.Unknown()
	}
	return Value{min(f.Alleged, v.Hi), v.Hi}
}

// WorstAlleged is the worst that was alleged, by what IfAlleged made of it.
func (f *Fact) WorstAlleged(v Value) Value {
	if f.noIsWorse() {
		return Exactly(v.Lo)
	}
	return Exactly(v.Hi)
}

// Worst is the worst that one of several values of a fact that can be alleged allows.
func (f *Fact) Worst(values []Value) Value {
	worst := f.Least()
	for _, v := range values {
		if f.noIsWorse() {
			worst = Exactly(min(worst.Lo, v.Lo))
		} else {
			worst = Exactly(max(worst.Hi, v.Hi))
		}
	}
	return worst
}

// Sources are the values that the evidence for a fact gives, by how it stands.
type Sources struct{ Observed, Disclosed, Reported []Value }

// All are the values, whatever they stand by.
func (s Sources) All() []Value { return slices.Concat(s.Observed, s.Disclosed, s.Reported) }

// Together is what several sources say between them: what all of them say, or, if the values
// have an order, the range from the least to the greatest. For a scale or a yes or no, what was
// observed or disclosed is the least that is known: a report of something less serious takes
// nothing away from it, and an observation of less takes nothing away from a disclosure. Two
// observations that differ leave it open between them. It is not ok if sources differ and the
// values have no order.
func (f *Fact) Together(s Sources) (v Value, ok bool) {
	all := s.All()
	v = span(all)
	switch f.Kind {
	case Scale, YesNo:
	case Whole:
		return v, true
	case Choice, Choices, Date, Time:
		if slices.ContainsFunc(all, func(w Value) bool { return w != all[0] }) {
			return f.Unknown(), false
		}
		return all[0], true
	}
	atLeast := func(known Value) {
		if f.lessIsWorse() {
			v.Hi = min(v.Hi, known.Hi)
		} else {
			v.Lo = max(v.Lo, known.Lo)
		}
	}
	if len(s.Observed) > 0 {
		atLeast(span(s.Observed))
	}
	for _, w := range s.Disclosed {
		atLeast(w)
	}
	return v, true
}

// span is the range from the least to the greatest of several values.
func span(values []Value) Value {
	v := values[0]
	for _, w := range values[1:] {
		v = Value{min(v.Lo, w.Lo), max(v.Hi, w.Hi)}
	}
	return v
}

// lessIsWorse reports whether the lower of two values is the worse: where no is the worse
// answer, and on the scale of a strength.
func (f *Fact) lessIsWorse() bool { return f.noIsWorse() || f.Kind == Scale && f.Protective }

// Against reports whether what a source says goes against what a case says. For a scale or a yes
// or no it must say something worse; for the rest, both cannot be true.
func (f *Fact) Against(says, source Value) bool {
	switch f.Kind {
	case Scale, YesNo:
		return !f.lessIsWorse() && source.Lo > says.Hi || f.lessIsWorse() && source.Hi < says.Lo
	case Choices:
		return source.Lo&^says.Hi != 0
	case Choice, Whole, Date, Time:
	}
	return source.Lo > says.Hi || source.Hi < says.Lo
}
