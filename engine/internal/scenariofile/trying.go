package scenariofile

import (
	"cmp"
	"slices"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// Notices gives a scenario that fails under a changed policy; nil if none does. An error is a fault of the engine.
func (t *Trials) Notices(changed *mutate.Changed) (*scenario.Result, error) {
	tried := t.Try(changed)
	if by, err := tried.Outright(); by != nil || err != nil {
		return by, err
	}
	return tried.Explained()
}

// Tried is a changed policy on which the scenarios are tried, first in what the rules come to, and then in what explains
// the answer. It serves one goroutine.
type Tried struct {
	*trying
	later []attempt
	// felt are the scenarios that the change is felt in, whether or not they expect anything of it.
	felt []attempt
}

// Try prepares to try the scenarios on a changed policy.
func (t *Trials) Try(changed *mutate.Changed) *Tried {
	return &Tried{trying: &trying{Trials: t, Changed: changed}}
}

// Outright gives a scenario that fails by what the rules come to; nil if none does. Those that noticed other changes of
// the same rules come first.
func (y *Tried) Outright() (*scenario.Result, error) {
	for _, i := range y.telling.order(y.Rules, len(y.trials)) {
		one := y.trials[i]
		a := attempt{trial: one, number: i}
		if err := a.outcomes(y.trying); err != nil {
			return nil, err
		}
		if a.differs {
			failed, err := a.fails(y.trying, readsOutcome, one.outright)
			if failed {
				y.telling.note(y.Rules, i)
			}
			if err != nil || failed {
				return &one.run.result, err
			}
		}
		if a.differs || !y.Conditions && a.shown {
			y.felt = append(y.felt, a)
		}
		if len(one.explained) > 0 {
			y.later = append(y.later, a)
		}
	}
	return nil, nil
}

// Explained gives a scenario that fails by what explains the answer; nil if none does. It takes far longer than
// Outright, which has to come first and to find none. What takes little time comes first.
func (y *Tried) Explained() (*scenario.Result, error) {
	for _, reads := range []part{readsAnswers, readsConsent, readsRule, readsCites, readsAsked, readsQuestions} {
		for i := range y.later {
			a := &y.later[i]
			places := a.bearing(y.trying, reads)
			if len(places) == 0 {
				continue
			}
			failed, err := y.met.once(a.of(y.trying, reads, places), func() (bool, error) {
				return a.fails(y.trying, reads, a.trial.at(places))
			})
			if failed {
				y.telling.note(y.Rules, a.number)
			}
			if err != nil || failed {
				return &a.trial.run.result, err
			}
		}
	}
	return nil, nil
}

// Telling gives a scenario in which something comes out otherwise, though it expects nothing of that; nil if there is none.
// Outright has to come first. Differ decides by what a child of it comes to before and after. The first in the order of files
// is given, whichever noticed other changes.
func (y *Tried) Telling(differ func(before, after *evaluate.Outcome) bool) *scenario.Result {
	slices.SortFunc(y.felt, func(a, b attempt) int { return cmp.Compare(a.number, b.number) })
	for i := range y.felt {
		a := &y.felt[i]
		for j, l := range a.trial.beside() {
			after := l.outcome
			if a.changed != nil {
				after = a.changed[j]
			}
			if differ(l.outcome, after) {
				return &a.trial.run.result
			}
		}
	}
	return nil
}

// trying is what is made of a changed policy, as far as it is needed.
type trying struct {
	*Trials
	*mutate.Changed
	by    evaluate.Evaluator
	maker *recommend.Maker
	// tree evaluates it for the first few scenarios; times counts them.
	tree  evaluate.Evaluator
	times int
	// clauses, ids and facts are what the changed rules cite, are called and read, before or after.
	clauses, ids, facts map[string]bool
	// waiting is whether a changed rule waits for something once it holds, which is asked about then.
	waiting bool
	// came is what changed rules come to, by Rule.Index, as far as that was asked for. leaver works out what conditions leave open,
	// and key is room for that.
	came   []*comes
	leaver lang.Leaver
	key    []byte
}

// compiled compiles the changed policy.
func (y *trying) compiled() (by evaluate.Evaluator, err error) {
	if y.by == nil {
		y.by, err = y.compile(y.Changed.Policy)
	}
	return y.by, err
}

// fewTimes is for how many scenarios a changed policy is evaluated without being compiled. Many changes are noticed
// by then: compiling took about a ninth of the time of trying changes, and takes about a thirteenth.
const fewTimes = 2

// evaluator evaluates the changed policy for one scenario.
func (y *trying) evaluator() (evaluate.Evaluator, error) {
	if y.by != nil || y.times == fewTimes {
		return y.compiled()
	}
	if y.tree == nil {
		y.tree = evaluate.Tree(y.Changed.Policy)
	}
	y.times++
	return y.tree, nil
}

// made is what explains answers by the changed policy.
func (y *trying) made() (*recommend.Maker, error) {
	by, err := y.compiled()
	if err == nil && y.maker == nil {
		y.maker = y.unit.Maker.Changed(y.Changed.Policy, by)
	}
	return y.maker, err
}

// bears reports whether the change can bear on an expectation.
func (y *trying) bears(a *attempt, c check) bool {
	if a.verdict {
		return true
	}
	if !a.shown || !a.differs && y.Conditions && !c.reads.ofQuestions() {
		return false
	}
	y.gather()
	named := func(among map[string]bool) bool {
		return slices.ContainsFunc(c.names, func(n string) bool { return among[n] })
	}
	switch c.reads {
	case readsAsked, readsQuestions:
		return named(y.facts) && (y.waiting && (a.differs || !y.Conditions) || a.open && (!y.Conditions || a.left(y) != ""))
	case readsCites:
		return named(y.clauses)
	case readsRule:
		return named(y.ids)
	case readsAnswers, readsConsent:
		return slices.ContainsFunc(y.Changed.Policy.Consent, func(l *policy.Line) bool { return slices.Contains(y.Rules, l.Index) })
	case readsOutcome:
	}
	return false
}

// gather collects what the changed rules cite, are called and read, before and after.
func (y *trying) gather() {
	if y.ids != nil {
		return
	}
	y.clauses, y.ids, y.facts = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, p := range []*policy.Policy{y.unit.Policy, y.Changed.Policy} {
		for _, i := range y.Rules {
			r := p.Rules[i]
			y.ids[r.ID] = true
			for _, c := range r.Cite {
				y.clauses[c] = true
			}
			r.When.Root.Facts(func(f *vocabulary.Fact) { y.facts[f.Path], y.facts[f.Domain] = true, true })
		}
		for _, x := range p.Pathway {
			y.waits(p, x.Rule, x.Needs)
		}
		for _, x := range p.Escalations {
			if !y.ids[x.ID] {
				continue
			}
			y.waits(p, x.Rule, x.Needs)
			for _, d := range x.Due {
				y.clauses[d.Clause] = true
				if d.From != nil {
					y.waiting = true
					y.facts[d.From.Path], y.facts[d.From.Domain] = true, true
				}
			}
		}
	}
}

// waits adds the facts that a changed rule waits for: those of agreement.
func (y *trying) waits(p *policy.Policy, r *policy.Rule, needs []term.Awaits) {
	if !y.ids[r.ID] || len(needs) == 0 {
		return
	}
	y.waiting = true
	for _, f := range p.Vocabulary.Facts {
		if f.Domain == "consent" {
			y.facts[f.Path], y.facts[f.Domain] = true, true
		}
	}
}
