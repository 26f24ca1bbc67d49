// Package evaluatetest holds what tests of evaluators share: random knowledge of a case, and random policies.
package evaluatetest

import (
	"slices"

	"pgregory.net/rapid"

	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// AsOf is the moment that random cases speak of.
var AsOf = draw.AsOf

// Knowledge draws what is known of a case: some facts fully, some partly, some
// not. share is how many facts in a hundred are known.
func Knowledge(t *rapid.T, p *policy.Policy, share int) evaluate.Input {
	in := evaluate.Input{Values: make([]vocabulary.Value, len(p.Vocabulary.Facts)), AsOf: AsOf.Unix()}
	for _, f := range p.Vocabulary.Facts {
		in.Values[f.Index] = f.Unknown()
		if rapid.IntRange(0, 99).Draw(t, f.Path+" stated") < share {
			in.Values[f.Index] = Learn(t, f, in.Values[f.Index])
		}
	}
	if rapid.IntRange(0, 3).Draw(t, "judged") == 0 {
		l := rapid.SampledFrom(p.Levels).Draw(t, "judgement")
		in.Judgement = lang.Judgement{Recorded: true, Level: l.Number}
	}
	return in
}

// Learn draws something more exact about a fact than v, or v itself.
func Learn(t *rapid.T, f *vocabulary.Fact, v vocabulary.Value) vocabulary.Value {
	if v.Known() {
		return v
	}
	switch f.Kind {
	case vocabulary.Scale, vocabulary.Whole:
		a := rapid.Int64Range(v.Lo, v.Hi).Draw(t, f.Path)
		if rapid.IntRange(0, 2).Draw(t, f.Path+" exactly") > 0 {
			return vocabulary.Exactly(a)
		}
		return vocabulary.Value{Lo: a, Hi: rapid.Int64Range(a, v.Hi).Draw(t, f.Path+" at most")}
	case vocabulary.Choices:
		lo := rapid.Int64Range(0, v.Hi).Draw(t, f.Path)&v.Hi | v.Lo
		if rapid.IntRange(0, 2).Draw(t, f.Path+" exactly") > 0 {
			return vocabulary.Exactly(lo)
		}
		return vocabulary.Value{Lo: lo, Hi: rapid.Int64Range(0, v.Hi).Draw(t, f.Path+" at most")&v.Hi | lo}
	case vocabulary.Date, vocabulary.Time:
		return learnDate(t, f, v)
	case vocabulary.YesNo, vocabulary.Choice:
	}
	return vocabulary.Exactly(rapid.Int64Range(v.Lo, v.Hi).Draw(t, f.Path))
}

// learnDate draws a date or moment in v or, where nothing is known, within the last 90 days,
// in one case in three only the month or the day of it. It never lies after AsOf.
func learnDate(t *rapid.T, f *vocabulary.Fact, v vocabulary.Value) vocabulary.Value {
	if !f.IsUnknown(v) {
		// The day of as_of goes on after it.
		return vocabulary.Exactly(rapid.Int64Range(v.Lo, max(v.Lo, min(v.Hi, AsOf.Unix()))).Draw(t, f.Path))
	}
	at := AsOf.Unix() - rapid.Int64Range(0, 90*24*3600).Draw(t, f.Path)
	if rapid.IntRange(0, 2).Draw(t, f.Path+" exactly") > 0 {
		return vocabulary.Exactly(at)
	}
	return draw.Around(f, at)
}

// LearnMore draws an input that knows all that in knows and some more.
func LearnMore(t *rapid.T, p *policy.Policy, in evaluate.Input, share int) evaluate.Input {
	out := in
	out.Values = slices.Clone(in.Values)
	for _, f := range p.Vocabulary.Facts {
		if rapid.IntRange(0, 99).Draw(t, f.Path+" learnt") < share {
			out.Values[f.Index] = Learn(t, f, in.Values[f.Index])
		}
	}
	return out
}

// Complete draws an input in which every fact is known, in keeping with in.
func Complete(t *rapid.T, p *policy.Policy, in evaluate.Input) evaluate.Input {
	out := LearnMore(t, p, in, 100)
	for _, f := range p.Vocabulary.Facts {
		if v := out.Values[f.Index]; !v.Known() {
			last := rapid.Int64Range(v.Lo, v.Hi).Draw(t, f.Path+" at last")
			if f.Kind == vocabulary.Choices {
				last = v.Lo | last&v.Hi
			}
			out.Values[f.Index] = vocabulary.Exactly(last)
		}
	}
	return out
}
