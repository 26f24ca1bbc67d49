package recommend

import (
	"errors"
	"strings"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
)

// evidence is one source for a fact, as answers show it.
func (b *builder) evidence(f *vocabulary.Fact, e casefile.Evidence) recommendation.Evidence {
	out := recommendation.Evidence{Source: e.Source, Standing: e.Standing, On: recommendation.DayOf(e.On),
		Private: b.policy.Vocabulary.Private(e.Source)}
	if e.Value != nil {
		out.Value, out.Says = f.Plain(*e.Value, b.london), f.Says(*e.Value, b.london)
	}
	return out
}

// derived shows from which facts another was worked out. If one of them is alleged, it also shows the
// evidence for that.
func (b *builder) derived(out *recommendation.Fact, f *vocabulary.Fact) {
	var paths []string
	for _, from := range b.c.From[f.Index] {
		paths = append(paths, from.Path)
		if b.c.Origins[from.Index] == casefile.Alleged {
			for _, e := range b.c.Evidence[from.Index] {
				out.Evidence = append(out.Evidence, b.evidence(from, e))
			}
		}
	}
	out.DerivedFrom = strings.Join(paths, ", ")
}

// contradicted calls visit for each piece of evidence that says worse of a fact than the case
// does.
func (b *builder) contradicted(visit func(f *vocabulary.Fact, e casefile.Evidence)) {
	for _, f := range b.policy.Vocabulary.Facts {
		for _, e := range b.c.Evidence[f.Index] {
			if e.Value != nil && f.Against(b.c.Says(f), *e.Value) {
				visit(f, e)
			}
		}
	}
}

// contradictions lists the evidence that says worse than the case does.
func (b *builder) contradictions() []recommendation.Contradiction {
	out := []recommendation.Contradiction{}
	b.contradicted(func(f *vocabulary.Fact, e casefile.Evidence) {
		v := b.c.Says(f)
		out = append(out, recommendation.Contradiction{Fact: f.Path, Title: f.Title, Value: f.Plain(v, b.london),
			Says: f.Says(v, b.london), FromEvidence: b.c.Claimed[f.Index], Evidence: b.evidence(f, e)})
	})
	return out
}

// restsOnContradicted reports whether the level would be another, or would not be settled,
// if nothing were known of the facts of which the evidence says worse.
func (b *builder) restsOnContradicted() bool {
	var facts []*vocabulary.Fact
	b.contradicted(func(f *vocabulary.Fact, _ casefile.Evidence) {
		b.session.Know(f, f.Unknown())
		facts = append(facts, f)
	})
	if len(facts) == 0 {
		return false
	}
	found, err := b.session.Found(evaluate.BothWays)
	rests := true
	if err != nil {
		b.err = errors.Join(b.err, err)
	} else {
		rests = found.Level != b.outcome.Level
	}
	for _, f := range facts {
		b.session.Know(f, b.input.Values[f.Index])
	}
	return rests
}

// notes lists what is unlikely in the case.
func (b *builder) notes() []recommendation.Note {
	out := []recommendation.Note{}
	if b.options.screenOnly() {
		return out
	}
	for _, n := range b.c.Notes {
		out = append(out, recommendation.Note{Says: n.Says, Facts: b.list(n.Facts)})
	}
	return out
}
