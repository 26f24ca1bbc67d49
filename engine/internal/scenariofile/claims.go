package scenariofile

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// state is one list of a group: names, and the truth that each must have.
type state struct {
	key   string
	want  logic.Truth
	names []shape.Text
	// done is whether they must be done already. A rule that is neither due nor possible
	// because it was done meets no other claim of an escalation or a step.
	done bool
}

// claimed is a list of things that must have a truth.
func claimed(key string, want logic.Truth, names []shape.Text) state {
	return state{key: key, want: want, names: names}
}

// wording is how a group says that something is false, unknown and true.
type wording [3]string

var (
	holding  = wording{"does not hold", "is open", "holds"}
	possibly = wording{"does not hold", "is possible", "holds"}
	dueness  = wording{"is not due", "is possible", "is due"}
	fitting  = wording{"does not fit", "is possible", "fits"}
)

func (s States) states() []state {
	return []state{claimed("hold", logic.True, s.Hold), claimed("possible", logic.Unknown, s.Possible),
		claimed("not", logic.False, s.Not)}
}

func (s Truths) states() []state {
	return []state{claimed("hold", logic.True, s.Hold), claimed("open", logic.Unknown, s.Open),
		claimed("not", logic.False, s.Not)}
}

func (s Escalations) states() []state {
	return []state{claimed("due", logic.True, names(s.Due)), claimed("possible", logic.Unknown, names(s.Possible)),
		{key: "done", want: logic.True, names: s.Done, done: true},
		claimed("not", logic.False, s.Not)}
}

func (s Services) states() []state {
	return []state{claimed("fit", logic.True, names(s.Fit)), claimed("possible", logic.Unknown, names(s.Possible)),
		claimed("not", logic.False, s.Not)}
}

func (s Pathway) states() []state {
	return []state{claimed("hold", logic.True, names(s.Hold)), claimed("possible", logic.Unknown, s.Possible),
		claimed("not", logic.False, s.Not)}
}

// claim is what an expectation says of one thing.
type claim struct {
	list string
	want logic.Truth
	line int
}

// claim notes what a list says of a name, and reports what contradicts an earlier
// claim or repeats it. Different groups may make the same claim of one rule.
func (e *expecting) claim(about, list string, want logic.Truth, t shape.Text) bool {
	before, ok := e.claims[about]
	switch {
	case !ok:
		e.claims[about] = claim{list, want, t.Node.Line}
	case before.want != want:
		e.fault(t.Node, diagnostic.Conflict,
			fmt.Sprintf("%s cannot meet both this and %s on line %d", source.Clip(t.Value), before.list, before.line),
			"keep one of the two")
		return false
	case before.list == list:
		e.fault(t.Node, diagnostic.DuplicateKey, fmt.Sprintf("%s is named twice", source.Clip(t.Value)), "name it once")
		return false
	}
	return true
}

// rules reads the lists of one group, whose names are ids of rules.
func (e *expecting) rules(group string, kind *term.Kind, says wording, states []state) {
	for _, s := range states {
		for _, t := range s.names {
			r := e.rule(t, kind)
			// That a rule without a condition holds says nothing of the case.
			e.specific = e.specific || r == nil || !r.Always || s.want != logic.True
			switch {
			case r == nil || !e.claim("rule "+r.ID, group+"."+s.key, s.want, t) || kind != nil && !e.claimDone(group, s, r, t):
				continue
			case r.Always && s.want != logic.True:
				e.fault(t.Node, diagnostic.Conflict, fmt.Sprintf("%s has no condition and holds in every case", r.ID), "remove it")
				continue
			}
			came := func(a *answer) (got logic.Truth, done bool) {
				got = a.outcome.Truths[r.Index]
				return got, kind != nil && a.done[r.ID] && got != logic.False
			}
			most := func(a *answer) int64 { return asMuch(came(a)) }
			e.checkMost(group+"."+s.key, t.Node, most, func(a *answer) *scenario.Failure {
				got, done := came(a)
				if got == s.want && done == s.done {
					return nil
				}
				return a.failure(called(t, r)+" "+stateIn(says, s.want, s.done), "it "+stateIn(says, got, done), r)
			})
		}
	}
}

// stateIn puts into words what a rule came to.
func stateIn(says wording, t logic.Truth, done bool) string {
	if done {
		return "was done already"
	}
	return says[t]
}

// asMuch orders what something came to for several children: what was done already for one
// may still be due for another.
func asMuch(t logic.Truth, done bool) int64 {
	switch {
	case t == logic.False:
		return 0
	case done:
		return 1
	case t == logic.Unknown:
		return 2
	}
	return 3
}

// claimDone notes whether a list says that something was done already, and reports what
// contradicts another list.
func (e *expecting) claimDone(group string, s state, r *policy.Rule, t shape.Text) bool {
	done := logic.False
	if s.done {
		done = logic.True
	}
	return e.claim("done "+r.ID, group+"."+s.key, done, t)
}

// grounds reads the lists of statutory bases.
func (e *expecting) grounds(states []state) {
	for _, s := range states {
		for _, t := range s.names {
			e.specific = true
			n := e.ground(t)
			if n < 0 || !e.claim("ground "+t.Value, "grounds."+s.key, s.want, t) {
				continue
			}
			most := func(a *answer) int64 { return int64(a.outcome.Grounds[n]) }
			e.checkMost("grounds."+s.key, t.Node, most, func(a *answer) *scenario.Failure {
				got := a.outcome.Grounds[n]
				if got == s.want {
					return nil
				}
				return a.failure("ground "+t.Value+" "+possibly[s.want], "it "+possibly[got], a.behind(n)...)
			})
		}
	}
}
