package vocabulary

// ThenAsk is a fact that somebody with experience asks about next where another fact states a concern.
type ThenAsk struct {
	// Fact is what to ask about, Why the reason in plain words.
	Fact *Fact
	Why  string
	// Ask is the question as it is asked then; empty where the fact's own question is.
	Ask string
	// Discloses is true where the question in these words tells that a child said something, or has a mark.
	Discloses bool
	// Source is national guidance by name, Cite the ids of clauses; one of the two is empty.
	Source string
	Cite   []string
	// From is the least rung of a scale for which it is asked, and Words the set of words of a choice or choices.
	// Each is 0 where the vocabulary gives none.
	From, Words int64
	// When is where it is asked, unless that is certainly false; nil where always.
	When Condition
}

// HowFar reports whether it is how far the concern itself goes that is asked.
func (t *ThenAsk) HowFar(concern *Fact) bool { return t.Fact == concern && concern.Kind != Choices }

// EveryConcern reports whether it is asked whatever the concern is.
func (t *ThenAsk) EveryConcern() bool { return t.From == 0 && t.Words == 0 }

// Follows lists what to ask next by what is known of the fact, the most pressing first. It is empty where nothing
// that is known is a concern. What is known may also be what is alleged: a question that is asked from some rung up
// is asked where that rung is alleged.
func (f *Fact) Follows(v Value) []*ThenAsk { return f.follows(v, false) }

// FollowsIfFeared is Follows of a fact that is suspected or alleged: what is asked of every concern is then asked
// too, whatever is known.
func (f *Fact) FollowsIfFeared(v Value) []*ThenAsk { return f.follows(v, true) }

func (f *Fact) follows(v Value, feared bool) []*ThenAsk {
	var out []*ThenAsk
	for i := range f.ThenAsk {
		if t := &f.ThenAsk[i]; f.asks(t, v) || feared && t.EveryConcern() {
			out = append(out, t)
		}
	}
	return out
}

// asks reports whether what is known of the fact calls for a question.
func (f *Fact) asks(t *ThenAsk, v Value) bool {
	switch f.Kind {
	case YesNo, Scale, Whole:
		return v.Lo >= f.Concern(t).Lo
	case Choice:
		return v.Known() && v.Lo < MaxWords && f.concern(t)&(1<<v.Lo) != 0
	case Choices:
		return v.Lo&f.concern(t) != 0
	case Date, Time:
	}
	return false
}

// concern is the set of words of a choice or choices for which a question is asked.
func (f *Fact) concern(t *ThenAsk) int64 {
	if t.Words != 0 {
		return t.Words
	}
	all := int64(1)<<len(f.Words) - 1
	if f.Kind == Choice && f.Nothing != nil {
		all &^= 1 << f.Nothing.Lo
	}
	return all
}

// Concern is all that may be known of the fact where a question is asked, as far as one value can say it.
func (f *Fact) Concern(t *ThenAsk) Value {
	switch f.Kind {
	case YesNo, Scale, Whole:
		all := f.Unknown()
		return Value{max(t.From, all.Lo+1), all.Hi}
	case Choice, Choices, Date, Time:
	}
	return f.Unknown()
}
