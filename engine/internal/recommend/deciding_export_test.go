package recommend

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/decide"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// Deciding is what answers could decide in a case, for tests.
type Deciding struct {
	b *builder
	x *deciding
	p *prover
}

// DecidingOf works it out; only for answers about some facts, unless there are none.
func DecidingOf(m *Maker, c *casefile.Case, only []*vocabulary.Fact) (*Deciding, error) {
	b, err := m.builder(c, Options{})
	if err != nil {
		return nil, err
	}
	x := b.deciding()
	if only != nil {
		x = b.newDeciding(only)
	}
	return &Deciding{b, x, x.prover}, b.err
}

// End gives back its room.
func (d *Deciding) End() { d.b.end() }

// Rough lists each set that does not decide its target, and each of which a part does, before the rules are
// run; and gives how many sets there are.
func (d *Deciding) Rough() (wrong []string, sets int) {
	for _, t := range d.x.targets {
		for _, s := range t.sets {
			sets++
			if least, ok := d.p.least(t.target, s); !ok || !least.Same(&s) {
				wrong = append(wrong, fmt.Sprintf("%s: %s", d.name(t.target), d.says(&s)))
			}
		}
	}
	return wrong, sets
}

// Proved calls visit for each set that an answer would show: with its answers, those that are gates, and what
// reports whether its target comes about in another case.
func (d *Deciding) Proved(visit func(says string, answers map[*vocabulary.Fact]vocabulary.Value, gates []*vocabulary.Fact,
	comes func(evaluate.Evaluator, evaluate.Input) bool)) {
	for _, t := range d.x.targets {
		for _, s := range d.p.prove(t.target, t.sets, mostSets, nil) {
			answers, gates := map[*vocabulary.Fact]vocabulary.Value{}, []*vocabulary.Fact(nil)
			for _, id := range s.Answers() {
				a := d.x.work.Answer(id)
				f := d.b.policy.Vocabulary.Facts[a.Fact]
				answers[f] = a.Value
				if a.Gate {
					gates = append(gates, f)
				}
			}
			comes := func(e evaluate.Evaluator, in evaluate.Input) bool { return d.came(t.target, e, in) }
			visit(d.name(t.target)+": "+d.says(&s), answers, gates, comes)
		}
	}
}

// came reports from the whole outcome whether a target comes about in a case.
func (d *Deciding) came(t *target, e evaluate.Evaluator, in evaluate.Input) bool {
	o, err := evaluate.Decide(e, in)
	if err != nil {
		d.b.err = err
		return false
	}
	switch t.kind { //nolint:exhaustive // There are no other targets.
	case term.KindLevel:
		return o.Level.Lo >= int64(t.level.Number)
	case term.KindEscalation:
		return o.Truths[t.action.Index] == logic.Of(!t.away)
	case term.KindConsent:
		at := slices.IndexFunc(d.b.policy.Consent, func(l *policy.Line) bool {
			return l.Answer == t.answer && o.Truths[l.Index] == logic.True
		})
		return at >= 0 && d.b.policy.Consent[at].Value == t.value
	}
	return o.Grounds[t.statute] == logic.True
}

// Missed lists each single answer to some questions that decides something and is not found; tried is how
// many were tried.
func (d *Deciding) Missed(some func() bool) (missed []string, tried int) {
	b, x := d.b, d.x
	for _, f := range b.policy.Vocabulary.Facts {
		if x.input.Values[f.Index].Known() || b.c.Origins[f.Index] == casefile.NotApplicable || b.gated(f) || f.Dated() || !some() {
			continue
		}
		values := b.ways(f)
		for bit := int64(1); f.Kind == vocabulary.Choices && bit <= f.Unknown().Hi; bit <<= 1 {
			if now := x.input.Values[f.Index]; now.Hi&bit != 0 && now.Lo&bit == 0 {
				values = append(values, vocabulary.Value{Lo: now.Lo | bit, Hi: now.Hi})
			}
		}
		for _, v := range values {
			s := x.work.Single(f, v)
			if !b.possible(x, &s) {
				continue
			}
			for _, t := range x.all {
				tried++
				if d.p.decides(t, &s) && !d.finds(t, f, v) {
					missed = append(missed, fmt.Sprintf("%s: %s", d.name(t), d.says(&s)))
				}
			}
		}
	}
	return missed, tried
}

// finds reports whether a single answer is among those that decide a target or, if that is a level, a higher one.
func (d *Deciding) finds(t *target, f *vocabulary.Fact, v vocabulary.Value) bool {
	for _, in := range d.b.decides(f) {
		if in.kind != t.kind || in.name() != t.name() && (t.level == nil || in.level.Number < t.level.Number) {
			continue
		}
		for i := range in.sets {
			if ids := in.sets[i].Answers(); len(ids) == 1 {
				if a := d.x.work.Answer(ids[0]); a.Fact == f.Index && f.Covers(a.Value, v) {
					return in.size == 1
				}
			}
		}
	}
	return false
}

func (d *Deciding) name(t *target) string {
	if t.away {
		return "no " + t.name()
	}
	return t.name()
}

func (d *Deciding) says(s *decide.Set) string {
	var out []string
	for _, id := range s.Answers() {
		a := d.x.work.Answer(id)
		f := d.b.policy.Vocabulary.Facts[a.Fact]
		out = append(out, f.Path+" is "+f.Says(a.Value, d.b.london))
	}
	return strings.Join(out, " and ")
}
