package benchmark

import (
	"encoding/json"
	"fmt"
	"time"

	"windscreen/engine"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/vocabulary"
)

// json is from the bytes of a case to its verdict: by way of a map and the best cel-go,
// and as programs would do it.
func (b *Bench) json(d *drawn) Pair {
	var v engine.Verdict
	var w plan.Verdict
	voc := b.cel.Policy.Vocabulary
	supplier := casefile.NewSupplier(voc)
	return Pair{Name: "JSON to verdict, " + d.name, Goal: d.goals.json, block: Cases, times: 1,
		Against: Side{Name: b.best.Name(), Do: func(from, n int) error {
			for i := range n {
				in, err := byMap(voc, supplier, b.cel.London, d.texts[(from+i)%Cases])
				if err != nil {
					return err
				}
				if err := b.best.verdict(in, &w); err != nil {
					return err
				}
			}
			return nil
		}},
		Fast: b.ofJSON(d, &v)}
}

// ofJSON is from the bytes of a case to its verdict, as programs would do it.
func (b *Bench) ofJSON(d *drawn, v *engine.Verdict) Side {
	return Side{Name: "plan", Do: func(from, n int) error {
		for i := range n {
			if err := b.policy.VerdictJSON(d.texts[(from+i)%Cases], v); err != nil {
				return err
			}
		}
		return nil
	}}
}

// byMap reads a case as a program would that has encoding/json and no more: into a
// map, and from that by name. It looks at nothing but the facts, and what follows from them.
func byMap(v *vocabulary.Vocabulary, s *casefile.Supplier, london *time.Location, data []byte) (evaluate.Input, error) {
	var doc map[string]any
	if err := json.Unmarshal(data, &doc); err != nil {
		return evaluate.Input{}, err
	}
	at, _ := doc["as_of"].(string)
	asOf, err := casefile.ParseMoment(at, london)
	if err != nil {
		return evaluate.Input{}, err
	}
	in := evaluate.Input{AsOf: asOf.Unix(), Values: make([]vocabulary.Value, len(v.Facts))}
	for i, f := range v.Facts {
		in.Values[i] = f.Unknown()
	}
	for _, d := range v.Domains {
		facts, _ := doc[d.Name].(map[string]any)
		for name, plain := range facts {
			f := v.Fact(d.Name + "." + name)
			if f == nil {
				return in, fmt.Errorf("there is no fact called %s.%s", d.Name, name)
			}
			if in.Values[f.Index], err = ofPlain(f, plain, london); err != nil {
				return in, err
			}
		}
	}
	s.Supply(in.Values, in.AsOf)
	return in, nil
}

// ofPlain is the value of what encoding/json makes of one.
func ofPlain(f *vocabulary.Fact, plain any, london *time.Location) (vocabulary.Value, error) {
	switch x := plain.(type) {
	case bool:
		return vocabulary.YesOrNo(x), nil
	case float64:
		return vocabulary.Exactly(int64(x)), nil
	case []any:
		return f.AtLeast(words(f, x)), nil
	case map[string]any:
		only, ok := x["only"].([]any)
		if !ok {
			return vocabulary.Value{}, fmt.Errorf("%s cannot be read", f.Path)
		}
		return vocabulary.Exactly(words(f, only)), nil
	case string:
		switch f.Kind {
		case vocabulary.Date:
			t, err := time.ParseInLocation(time.DateOnly, x, london)
			return vocabulary.Exactly(t.Unix()), err
		case vocabulary.Time:
			t, err := casefile.ParseMoment(x, london)
			return vocabulary.Exactly(t.Unix()), err
		case vocabulary.YesNo, vocabulary.Scale, vocabulary.Choice, vocabulary.Choices, vocabulary.Whole:
			// Of these only a word is written as text.
		}
		return vocabulary.Exactly(int64(f.Word(x))), nil
	default:
		return vocabulary.Value{}, fmt.Errorf("%s cannot be read", f.Path)
	}
}

// words is a list of words as a set.
func words(f *vocabulary.Fact, list []any) (set int64) {
	for _, word := range list {
		name, _ := word.(string)
		set |= 1 << max(0, f.Word(name))
	}
	return set
}
