package decide

import (
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
)

// test are the answers that decide a test of a fact, as wanted.
func (w *Work) test(n *lang.Node, want bool) []Set {
	f := n.Fact
	if !w.known.Asked[f.Index] {
		return nil
	}
	now := w.env.Values[f.Index]
	values := w.values[:0]
	switch n.Op { //nolint:exhaustive // The caller has no others.
	case lang.OneOf:
		for word := now.Lo; word <= now.Hi; word++ {
			if (n.Set&(1<<word) != 0) == want {
				values = append(values, vocabulary.Exactly(word))
			}
		}
	case lang.Member:
		bit := int64(1) << n.Lo
		if want {
			values = append(values, vocabulary.Value{Lo: now.Lo | bit, Hi: now.Hi})
		} else {
			values = append(values, vocabulary.Value{Lo: now.Lo, Hi: now.Hi &^ bit})
		}
	case lang.FactIn:
		if want {
			values = append(values, vocabulary.Value{Lo: max(now.Lo, n.Lo), Hi: min(now.Hi, n.Hi)})
		} else {
			below, above := vocabulary.Value{Lo: now.Lo, Hi: min(now.Hi, n.Lo-1)}, vocabulary.Value{Lo: max(now.Lo, n.Hi+1), Hi: now.Hi}
			values = append(values, below, above)
		}
	}
	w.values = values
	return w.sets(f, values)
}

// exactly are the answers by which a fact is known exactly.
func (w *Work) exactly(f *vocabulary.Fact) []Set {
	if !w.known.Asked[f.Index] {
		return nil
	}
	var values []vocabulary.Value
	switch now := w.env.Values[f.Index]; f.Kind {
	case vocabulary.YesNo, vocabulary.Scale, vocabulary.Choice:
		for v := now.Lo; v <= now.Hi; v++ {
			values = append(values, vocabulary.Exactly(v))
		}
	case vocabulary.Choices, vocabulary.Whole, vocabulary.Date, vocabulary.Time:
	}
	return w.sets(f, values)
}

// sets are those of one answer about a fact each, with what decides that it is asked for.
func (w *Work) sets(f *vocabulary.Fact, values []vocabulary.Value) []Set {
	out := w.newList(len(values))
	for _, v := range values {
		if f.Kind == vocabulary.Choices && v.Lo&^v.Hi == 0 || v.Lo <= v.Hi {
			out = append(out, w.Single(f, v))
		}
	}
	if !w.known.Gated[f.Index] {
		return out
	}
	return w.and(out, w.gate(f))
}

// gate are the sets that make a fact apply. Their answers decide nothing else.
func (w *Work) gate(f *vocabulary.Fact) []Set {
	return remembered(w.gated, f.Index, func() []Set {
		list := w.Condition(w.gates[f.Index], true)
		out := w.newList(len(list))[:len(list)]
		for i, s := range list {
			for j, id := range s.Answers() {
				a := w.answers[id]
				a.Gate = true
				s.ids[j] = w.id(a)
			}
			out[i] = s
		}
		return out
	})
}
