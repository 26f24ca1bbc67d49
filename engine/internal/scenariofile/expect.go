package scenariofile

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// expecting reads what one scenario expects under its policy.
type expecting struct {
	*reading
	policy *policy.Policy
	checks []check
	// claims are what was said so far of each rule and ground.
	claims map[string]claim
	// specific is whether anything was expected that tells why the level came out.
	specific bool
	// every is whether the scenario is run under every policy.
	every bool
	// several is whether this is expected of all children of a case about several.
	several bool
	// child is the place of the child of whom it is expected, and within the keys under which
	// that stands; empty for a case about one child.
	child  int
	within string
}

// expectations reads what a scenario expects under a policy, and where it was taken from.
func (p *reading) expectations(s *planned, under *policy.Policy) []check {
	e := &expecting{reading: p, policy: under, claims: map[string]claim{}, every: s.every != nil, several: s.several}
	e.from(s.From)
	if s.several && len(s.labels) == 0 {
		return nil // the case names no child that it could be expected of
	}
	if s.several {
		e.family(&s.Expect.Expect)
	} else {
		e.one(&s.Expect.Expect)
	}
	for i := range s.Expect.Children.Entries {
		entry := &s.Expect.Children.Entries[i]
		at := slices.Index(s.labels, entry.Key.Value)
		if at < 0 {
			e.specific = true // as far as can be told; that there is no such child is reported with the plan
			continue
		}
		of := &expecting{reading: p, policy: under, claims: map[string]claim{}, every: e.every,
			child: at, within: "children." + entry.Key.Value + "."}
		of.one(&entry.Value)
		e.specific = e.specific || of.specific
		e.checks = append(e.checks, of.checks...)
	}
	if n := s.Expect.Here.Node; !e.specific && !p.broken && n != nil {
		p.fault(n, scenario.ExpectsNothing,
			"the scenario expects nothing that shows why the level is right, or that could fail",
			"also say what must hold, for example rules: {hold: [id of a rule]} or grounds: {hold: [s47]}")
	}
	return e.checks
}

// one reads what is expected of the answer for one child.
func (e *expecting) one(x *Expect) {
	e.level(x)
	e.grounds(x.Grounds.states())
	e.rules("rules", nil, holding, x.Rules.states())
	e.cites(x.Cites)
	e.consent(x.Consent)
	e.escalations(x.Escalations)
	e.deadlines(x.Deadlines)
	e.rules("services", kind(term.KindService), fitting, x.Services.states())
	says(e, "services.fit", x.Services.Fit)
	says(e, "services.possible", x.Services.Possible)
	e.rules("pathway", kind(term.KindPathway), possibly, x.Pathway.states())
	says(e, "pathway.hold", x.Pathway.Hold)
	e.questions(x.Questions)
	e.rules("cautions", kind(term.KindCaution), possibly, x.Cautions.states())
}

// escalations reads what is expected of escalations.
func (e *expecting) escalations(x Escalations) {
	e.rules("escalations", kind(term.KindEscalation), dueness, x.states())
	e.firstIsImmediate(slices.Concat(x.Due, x.Possible))
	says(e, "escalations.due", x.Due)
	says(e, "escalations.possible", x.Possible)
}

func kind(k term.Kind) *term.Kind { return &k }

// checkAll adds an expectation that is held against the answers for all children.
func (e *expecting) checkAll(what string, n *yaml.Node, failure func(all *answers) *scenario.Failure) {
	start, _ := e.file.Span(n)
	e.checks = append(e.checks, check{what: e.within + what, at: start, failure: failure})
}

// check adds an expectation of one child, which is held against the outcome of the rules.
func (e *expecting) check(what string, n *yaml.Node, failure func(a *answer) *scenario.Failure) {
	child := e.child
	e.checkAll(what, n, func(all *answers) *scenario.Failure { return failure(all.children[child]) })
}

// checkMost adds an expectation of one child, or of several together. Of several, it is held
// against the outcomes for those for whom the figure most is highest.
func (e *expecting) checkMost(what string, n *yaml.Node, most func(a *answer) int64, failure func(a *answer) *scenario.Failure) {
	if !e.several {
		e.check(what, n, failure)
		return
	}
	e.checkAll(what, n, func(all *answers) *scenario.Failure { return all.worded(all.most(most), failure) })
}

// explained says that the expectation added last is held against a part of the explained answer,
// and what it names there.
func (e *expecting) explained(reads part, names ...string) {
	last := &e.checks[len(e.checks)-1]
	last.reads, last.names = reads, names
}

// level reads what is expected of the level, which by itself shows nothing of why
// it came out.
func (e *expecting) level(x *Expect) {
	level, atMost, settled := x.Level, x.AtMost, x.Settled
	known := true
	for _, n := range []struct {
		key   string
		value int
		node  *yaml.Node
	}{{"level", level.Value, level.Node}, {"at_most", atMost.Value, atMost.Node}} {
		if n.node != nil && e.levelRule(int64(n.value)) == nil {
			lowest, highest := e.policy.Levels[0].Number, e.policy.Levels[len(e.policy.Levels)-1].Number
			e.lacks(n.node, diagnostic.OffScale, fmt.Sprintf("%s has no level %d", e.policy.ID, n.value),
				fmt.Sprintf("its levels run from %d to %d", lowest, highest))
			known = false
		}
	}
	if !known {
		return
	}
	if level.IsSet() && atMost.IsSet() {
		switch {
		case atMost.Value < level.Value:
			e.fault(atMost.Node, diagnostic.Conflict, "at_most is below the expected level",
				"at_most is the highest level not ruled out: the level itself, or a higher one")
		case settled.IsSet() && settled.Value != (level.Value == atMost.Value) && (settled.Value || !e.several):
			// For a family the two may be the same and the level of a child open below them.
			remedy := "the level is settled if the two are the same"
			if e.several {
				remedy = "a family's level is settled if that of every child is, and then the two are the same"
			}
			e.fault(settled.Node, diagnostic.Conflict, "settled contradicts level and at_most", remedy)
		}
	}
	if level.IsSet() {
		want := int64(level.Value)
		lowest := func(a *answer) int64 { return a.outcome.Level.Lo }
		e.checkMost("level", level.Node, lowest, func(a *answer) *scenario.Failure {
			got := a.outcome.Level.Lo
			if got == want {
				return nil
			}
			return a.failure(fmt.Sprintf("level %d", want), a.saysLevel(), e.levelRule(max(want, got)))
		})
	}
	if atMost.IsSet() {
		want := int64(atMost.Value)
		highest := func(a *answer) int64 { return a.outcome.Level.Hi }
		e.checkMost("at_most", atMost.Node, highest, func(a *answer) *scenario.Failure {
			got := a.outcome.Level.Hi
			if got == want {
				return nil
			}
			return a.failure(fmt.Sprintf("at most level %d", want), a.saysLevel(), e.levelRule(max(want, got)))
		})
	}
	if settled.IsSet() {
		says := map[bool]string{true: "a settled level", false: "a level that is not settled"}
		open := func(a *answer) int64 { return boolean(!a.outcome.Level.Known()) }
		e.checkMost("settled", settled.Node, open, func(a *answer) *scenario.Failure {
			if a.outcome.Level.Known() == settled.Value {
				return nil
			}
			return a.failure(says[settled.Value], a.saysLevel(), e.levelRule(a.outcome.Level.Hi))
		})
	}
}

// levelRule is the rule of a level, or nil where the policy has no such level.
func (e *expecting) levelRule(number int64) *policy.Rule {
	for _, l := range e.policy.Levels {
		if int64(l.Number) == number {
			return l.Rule
		}
	}
	return nil
}
