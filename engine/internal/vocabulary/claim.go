package vocabulary

// CanBeAlleged reports whether a case can say that the fact is alleged: there is a worst and a
// least to it.
func (f *Fact) CanBeAlleged() bool { return f.Kind == Scale || f.Kind == YesNo }

// noIsWorse reports whether no is the worse answer to a yes or no: there is no strength, or
// not what silence takes for granted.
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

// Together is what several sources say between them: what all of them say, or of what has an
// order the range from the least to the worst. It is not ok where they differ and there is no
// order.
func (f *Fact) Together(values []Value) (v Value, ok bool) {
	v = values[0]
	for _, w := range values[1:] {
		switch f.Kind {
		case YesNo, Scale, Whole:
			v = Value{min(v.Lo, w.Lo), max(v.Hi, w.Hi)}
		case Choice, Choices, Date, Time:
			if v != w {
				return f.Unknown(), false
			}
		}
	}
	return v, true
}

// Against reports whether what a source says goes against what a case says, for the worse.
// What has no worse to it goes against the case where both cannot be so.
func (f *Fact) Against(says, source Value) bool {
	switch f.Kind {
	case Scale:
		return !f.Protective && source.Lo > says.Hi || f.Protective && source.Hi < says.Lo
	case YesNo:
		return !f.noIsWorse() && source.Lo > says.Hi || f.noIsWorse() && source.Hi < says.Lo
	case Choices:
		return source.Lo&^says.Hi != 0
	case Choice, Whole, Date, Time:
	}
	return source.Lo > says.Hi || source.Hi < says.Lo
}
