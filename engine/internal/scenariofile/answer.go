package scenariofile

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// answer is what came out of one case.
type answer struct {
	maker   *recommend.Maker
	policy  *policy.Policy
	c       *casefile.Case
	input   evaluate.Input
	outcome *evaluate.Outcome
	// done are the ids of the rules that were done already.
	done map[string]bool
	env  *lang.Env
	// explained is nil where no check reads it.
	explained *recommendation.Recommendation
	// short is whether failures are wanted without the rules concerned.
	short bool
}

// maxRules bounds how many rules one failure shows.
const maxRules = 5

// failure is an expectation that was not met, and the rules concerned.
func (a *answer) failure(expected, actual string, rules ...*policy.Rule) *scenario.Failure {
	f := &scenario.Failure{Expected: expected, Actual: actual}
	if a.short {
		return f
	}
	for _, r := range rules[:min(len(rules), maxRules)] {
		f.Rules = append(f.Rules, a.rule(r))
	}
	f.More = len(rules) - len(f.Rules)
	return f
}

// rule is a rule as a failure shows it.
func (a *answer) rule(r *policy.Rule) scenario.Rule {
	out := scenario.Rule{
		ID:    r.ID,
		File:  r.File,
		Start: r.Start,
		Truth: a.outcome.Truths[r.Index].Term(),
		When:  r.Text(),
		Parts: a.parts(r.When.Root),
		Reads: []scenario.Reading{},
		Open:  a.open(r.When.Root),
	}
	add := func(x scenario.Reading) {
		if !slices.Contains(out.Reads, x) {
			out.Reads = append(out.Reads, x)
		}
	}
	r.When.Root.Walk(1, func(n *lang.Node, _ int) {
		if n.Op == lang.Named {
			add(scenario.Reading{Name: n.Named.Name, Says: n.Truth(a.env).String()})
		}
		if len(n.Args) > 0 || n.Op == lang.Const {
			return
		}
		facts := 0
		n.Facts(func(f *vocabulary.Fact) {
			facts++
			add(a.fact(f))
		})
		if facts == 0 {
			add(scenario.Reading{Name: n.Text(), Says: a.says(n)})
		}
	})
	return out
}

// ruleOf finds a rule by id; the id is one of the policy's.
func (a *answer) ruleOf(id string) *policy.Rule {
	return a.policy.Rules[slices.IndexFunc(a.policy.Rules, func(r *policy.Rule) bool { return r.ID == id })]
}

// fact is what the case makes of a fact, in the words that rules use.
func (a *answer) fact(f *vocabulary.Fact) scenario.Reading {
	v := a.input.Values[f.Index]
	says := "not known"
	switch plain := f.Plain(v, a.maker.London).(type) {
	case nil:
	case map[string]any:
		var parts []string
		for _, key := range []string{"at_least", "at_most", "only", "includes", "excludes"} {
			if b, ok := plain[key]; ok {
				parts = append(parts, key+": "+plainly(b))
			}
		}
		says = "{" + strings.Join(parts, ", ") + "}"
	default:
		says = plainly(plain)
	}
	switch a.c.Origins[f.Index] {
	case casefile.NotStated, casefile.Stated, casefile.SaidUnknown:
	case casefile.Alleged:
		says += " (alleged)"
	case casefile.Explored:
		says += " (gone through, not mentioned)"
	case casefile.Derived:
		if f.FromOthers != nil {
			says += " (from the other children)"
			break
		}
		var from []string
		for _, other := range a.c.From[f.Index] {
			from = append(from, other.Path)
		}
		says += " (from " + strings.Join(from, ", ") + ")"
	case casefile.Presumed:
		says += " (presumed)"
	case casefile.NotApplicable:
		says += " (does not apply)"
	}
	return scenario.Reading{Name: f.Path, Says: says}
}

// plainly is a value, or a list of them, as a case would state it.
func plainly(value any) string {
	if list, ok := value.([]string); ok {
		return "[" + strings.Join(list, ", ") + "]"
	}
	return fmt.Sprint(value)
}

// says is what a part of a condition that reads no fact came to, and by what.
func (a *answer) says(n *lang.Node) string {
	truth := n.Truth(a.env).String()
	switch {
	case n.Op == lang.Ground && a.env.Grounds[n.N] != logic.False:
		return bracketed(truth, someOf(ids(a.behind(n.N))))
	case n.Op == lang.Decisive:
		return bracketed(truth, someOf(a.signs(func(i int) bool {
			return a.policy.Indicators[i].Strength == term.StrengthDecides && a.policy.Indicators[i].Level >= n.N
		})))
	case n.Op == lang.CountIn && n.Counter == lang.Tally:
		return bracketed(truth, saysRange(a.env.Tally[n.N]), a.counted(n.N))
	case n.Op == lang.CountIn && n.Counter == lang.Domains:
		return bracketed(truth, saysRange(a.env.Domains[n.N]), a.counted(n.N))
	case n.Op == lang.CountIn && n.Counter == lang.Level:
		return bracketed(truth, saysRange(a.env.Level))
	case n.Op == lang.CountIn && a.env.Judgement.Recorded:
		return bracketed(truth, fmt.Sprint(a.env.Judgement.Level))
	case n.Op == lang.CountIn:
		return bracketed(truth, "no judgement is recorded")
	default:
		return truth
	}
}

// counted are the signs that count at a level or above.
func (a *answer) counted(level int) string {
	return someOf(a.signs(func(i int) bool {
		return a.policy.Indicators[i].Level >= level && a.outcome.Counted[i] == logic.True
	}))
}

// signs are the ids of the indicators that hold, of those asked for.
func (a *answer) signs(which func(i int) bool) []string {
	var out []string
	for i, s := range a.policy.Indicators {
		if a.outcome.Truths[s.Index] == logic.True && which(i) {
			out = append(out, s.ID)
		}
	}
	return out
}

// behind are the rules that a ground's value comes from: where it holds those that
// hold, where it is open those that are, and else all that could make it out.
func (a *answer) behind(statute int) []*policy.Rule {
	var all []*policy.Rule
	for _, g := range a.policy.Grounds {
		if g.Statute == statute {
			all = append(all, g.Rule)
		}
	}
	for _, i := range a.policy.Indicators {
		if i.Ground == statute {
			all = append(all, i.Rule)
		}
	}
	got := a.outcome.Grounds[statute]
	rules := a.like(all, got)
	if len(rules) == 0 && got == logic.True {
		// It holds whichever way an unknown fact turns out, though no rule does so by
		// itself.
		rules = a.like(all, logic.Unknown)
	}
	return rules
}

// like are those of several rules that have this truth.
func (a *answer) like(rules []*policy.Rule, t logic.Truth) []*policy.Rule {
	return slices.DeleteFunc(slices.Clone(rules), func(r *policy.Rule) bool { return a.outcome.Truths[r.Index] != t })
}

// saysLevel puts the level that came out in words.
func (a *answer) saysLevel() string {
	r := a.outcome.Level
	if r.Known() {
		return fmt.Sprintf("level %d, settled", r.Lo)
	}
	return fmt.Sprintf("level %d, up to level %d not ruled out", r.Lo, r.Hi)
}

// saysRange puts a count in words.
func saysRange(r logic.Range) string {
	if r.Known() {
		return fmt.Sprint(r.Lo)
	}
	return fmt.Sprintf("%d, up to %d possible", r.Lo, r.Hi)
}

// bracketed is a text followed by notes in brackets, if there are any.
func bracketed(s string, notes ...string) string {
	notes = slices.DeleteFunc(notes, func(n string) bool { return n == "" })
	if len(notes) == 0 {
		return s
	}
	return s + " (" + strings.Join(notes, ": ") + ")"
}

// ids are the ids of rules.
func ids(rules []*policy.Rule) []string {
	out := make([]string, len(rules))
	for i, r := range rules {
		out[i] = r.ID
	}
	return out
}
