package recommend

import (
	"fmt"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/decide"
	"windscreen/engine/internal/vocabulary"
)

// Deciding is what answers could decide in a case, for tests.
type Deciding struct {
	b *builder
	// Took is how long it took.
	Took time.Duration
}

// DecidingOf works it out.
func DecidingOf(m *Maker, c *casefile.Case) (*Deciding, error) {
	b, err := m.builder(c, Options{Brief: true})
	if err != nil {
		return nil, err
	}
	start := time.Now()
	b.deciding()
	return &Deciding{b, time.Since(start)}, b.err
}

// End gives back its room.
func (d *Deciding) End() { d.b.end() }

// Sizes are how many targets there are, and how many sets of each size.
func (d *Deciding) Sizes() (targets int, sets [decide.Most + 1]int) {
	for _, t := range d.b.deciding().targets {
		for i := range t.sets {
			sets[t.sets[i].Len()]++
		}
	}
	return len(d.b.deciding().targets), sets
}

// Wrong lists each set that does not decide its target, and each of which a part does.
func (d *Deciding) Wrong() (wrong []string, tried int) {
	p := d.b.prover(d.b.decided)
	for _, t := range d.b.deciding().targets {
		for i := range t.sets {
			tried++
			s := t.sets[i]
			switch less, ok := p.least(t, s); {
			case !ok:
				wrong = append(wrong, fmt.Sprintf("%s: %s does not decide it", d.name(t), d.says(&s)))
			case less.Len() < s.Len():
				wrong = append(wrong, fmt.Sprintf("%s: of %s, %s is enough", d.name(t), d.says(&s), d.says(&less)))
			}
		}
	}
	return wrong, tried
}

// Missed lists each single answer that decides something and is not found.
func (d *Deciding) Missed() (missed []string, tried int) {
	b := d.b
	x := b.deciding()
	p := b.prover(x)
	for _, f := range b.policy.Vocabulary.Facts {
		if x.input.Values[f.Index].Known() || b.c.Origins[f.Index] == casefile.NotApplicable || b.gated(f) || f.Dated() {
			continue
		}
		for _, v := range b.ways(f) {
			s := x.work.Single(f, v)
			if !b.possible(x, &s) {
				continue
			}
			for _, t := range b.targets(x) {
				tried++
				if p.decides(t, &s) && !d.finds(t, f, v) {
					missed = append(missed, fmt.Sprintf("%s: %s decides it", d.name(t), d.says(&s)))
				}
			}
		}
	}
	return missed, tried
}

// finds reports whether a single answer is among those that decide a target.
func (d *Deciding) finds(t *target, f *vocabulary.Fact, v vocabulary.Value) bool {
	for _, in := range d.b.decides(f) {
		same := in.kind == t.kind && in.statute == t.statute && in.action == t.action && in.away == t.away && in.answer == t.answer && in.value == t.value
		if t.level != nil {
			same = same && in.level.Number >= t.level.Number
		}
		if !same {
			continue
		}
		for i := range in.sets {
			if a := in.sets[i].Answers(); len(a) == 1 && d.b.decided.work.Answer(a[0]).Fact == f.Index && f.Covers(d.b.decided.work.Answer(a[0]).Value, v) {
				return true
			}
		}
	}
	return false
}

func (d *Deciding) name(t *target) string {
	switch {
	case t.level != nil:
		return fmt.Sprintf("level %d", t.level.Number)
	case t.action != nil && t.away:
		return "no " + t.action.ID
	case t.action != nil:
		return t.action.ID
	case t.answer != "":
		return t.name()
	}
	return "ground " + d.b.policy.Statutes[t.statute].Name
}

func (d *Deciding) says(s *decide.Set) string {
	out := ""
	for _, id := range s.Answers() {
		a := d.b.decided.work.Answer(id)
		f := d.b.policy.Vocabulary.Facts[a.Fact]
		out += fmt.Sprintf("[%s: %s]", f.Path, f.Says(a.Value, d.b.london))
	}
	return out
}
