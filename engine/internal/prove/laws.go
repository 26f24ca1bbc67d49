package prove

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"windscreen/engine/facts"
	"windscreen/engine/internal/allcases"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/proof"
	"windscreen/engine/term"
)

// Laws compare two cases that differ in one fact. Every policy has to keep them, and none writes them: one rung worse of a
// scale never lowers the level recommended or the highest one, but where a rule declares that it may; and a refusal in
// place of another answer never raises either.

// lawBudget is how many conflicts the solver may run into for a question about two cases.
const lawBudget = 5_000

// LawResult is what came of a law.
type LawResult struct {
	Law proof.Law
	// Asked is of how many facts it was asked.
	Asked int
	// Answer is Unsatisfiable if no case breaks it, and GaveUp if that was not decided for a fact and no case was found for
	// another; Why says why.
	Answer sat.Answer
	Why    string
	// Breaches are those that were found, at most one for each fact.
	Breaches []Breach
}

// Breach is a case that breaks a law, and the one beside it.
type Breach struct {
	*allcases.Found
	Fact *vocabulary.Fact
	// Beside is the other case. Before is the level that the first comes to, and After that of the other.
	Beside        *facts.Case
	Before, After logic.Range
}

// Laws decides the laws for a policy. By confirms the cases. The error is that of the context, or a fault of the engine.
func Laws(ctx context.Context, p *policy.Policy, by evaluate.Evaluator) ([]LawResult, error) {
	results := []LawResult{{Law: proof.WorseNeverLowers}, {Law: proof.RefusalNeverRaises}}
	for i := range results {
		results[i].Answer = sat.Unsatisfiable
	}
	for n, at := range allcases.Moments(p) {
		cases, err := allcases.New(p, allcases.Options{AsOf: at})
		if err != nil {
			return nil, fmt.Errorf("describe all cases of %s: %w", p.ID, err)
		}
		for i := range results {
			for _, f := range lawful(p, results[i].Law) {
				if err := ctx.Err(); err != nil {
					return nil, err
				}
				if n == 0 {
					results[i].Asked++
				}
				l := law{cases, results[i].Law, f, by}
				if err := l.add(&results[i]); err != nil {
					return nil, fmt.Errorf("decide for %s whether %s: %w", p.ID, results[i].Law, err)
				}
			}
		}
	}
	return results, nil
}

// lawful are the facts that a law is about.
func lawful(p *policy.Policy, l proof.Law) []*vocabulary.Fact {
	declared := map[*vocabulary.Fact]bool{}
	for _, r := range p.Rules {
		for _, f := range r.Lowers {
			declared[f] = true
		}
	}
	var list []*vocabulary.Fact
	for _, f := range p.Vocabulary.Facts {
		switch {
		case l == proof.WorseNeverLowers && f.Kind == vocabulary.Scale && !declared[f],
			l == proof.RefusalNeverRaises && f.Kind == vocabulary.Choice && refusal(f) >= 0:
			list = append(list, f)
		}
	}
	return list
}

// refusal is the place of the word for a refusal among those of a choice, or -1.
func refusal(f *vocabulary.Fact) int {
	return f.Word(string(term.OutcomeRefused))
}

// law is one law about one fact, for the cases of one moment.
type law struct {
	*allcases.Cases
	law  proof.Law
	fact *vocabulary.Fact
	by   evaluate.Evaluator
}

// add decides it, and adds what came of it.
func (l law) add(to *LawResult) error {
	if slices.ContainsFunc(to.Breaches, func(b Breach) bool { return b.Fact == l.fact }) {
		return nil
	}
	mark := l.Mark()
	defer l.Restore(mark)
	beside := l.compared()
	if l.ruleByRule(beside) {
		return nil
	}
	lower, higher := beside.Levels()
	broken := l.And(beside.Can, lower)
	if l.law == proof.RefusalNeverRaises {
		broken = l.And(beside.Can, higher)
	}
	if broken == formula.False {
		return nil
	}
	clauses := l.NewClauses() // a new solver for each fact: a used one slows down
	switch clauses.Solver.Solve(lawBudget, clauses.Literal(broken)) {
	case sat.Unsatisfiable:
		return nil
	case sat.GaveUp:
		to.gaveUp(fmt.Sprintf("the solver ran into %d conflicts for %s", lawBudget, l.fact.Path))
		return nil
	case sat.Satisfiable:
	}
	breach, err := l.breach(broken)
	switch {
	case err != nil:
		return err
	case breach == nil:
		to.gaveUp("no case that could be written was found for " + l.fact.Path)
	default:
		to.Breaches, to.Answer, to.Why = append(to.Breaches, *breach), sat.Satisfiable, ""
	}
	return nil
}

// gaveUp notes that something was not decided.
func (r *LawResult) gaveUp(why string) {
	if r.Answer == sat.Unsatisfiable {
		r.Answer, r.Why = sat.GaveUp, why
	}
}

// compared compares cases as the law does.
func (l law) compared() allcases.Beside {
	if l.law == proof.WorseNeverLowers {
		return l.Worse(l.fact)
	}
	return l.Instead(l.fact, refusal(l.fact))
}

// ruleByRule reports whether the law is kept because no rule that bears on the level can fall, or rise.
func (l law) ruleByRule(beside allcases.Beside) bool {
	ways, rise, told := beside.Rules()
	if l.law == proof.RefusalNeverRaises {
		ways = rise
	}
	return told && !slices.ContainsFunc(ways, func(r formula.Ref) bool {
		clauses := l.NewClauses()
		return clauses.Solver.Solve(lawBudget, clauses.Literal(l.And(beside.Can, r))) != sat.Unsatisfiable
	})
}

// breach looks for the smallest case that breaks the law. It is nil if none was found.
func (l law) breach(broken formula.Ref) (*Breach, error) {
	out := &Breach{Fact: l.fact}
	found, err := l.Find(allcases.Question{Holds: broken, By: l.by, Budget: lawBudget, Total: 2 * lawBudget, Guess: true,
		Confirm: func(of *casefile.Case, o *evaluate.Outcome) bool {
			values := slices.Clone(of.Values)
			values[l.fact.Index] = l.other(of.Values[l.fact.Index])
			after, err := evaluate.Decide(l.by, evaluate.Input{Values: values, AsOf: of.AsOf.Unix()})
			return err == nil && l.breaks(o.Level, after.Level)
		}})
	if err != nil || found.Answer != sat.Satisfiable {
		return nil, err
	}
	out.Found, out.Before = found, found.Outcome.Level
	out.Beside = l.beside(found)
	after, err := l.Run(out.Beside, l.by)
	if err != nil || after.Case == nil || !l.breaks(out.Before, after.Outcome.Level) {
		return nil, err
	}
	out.After = after.Outcome.Level
	return out, nil
}

// other is what the other case says of the fact.
func (l law) other(v vocabulary.Value) vocabulary.Value {
	if l.law == proof.WorseNeverLowers {
		return vocabulary.Exactly(min(v.Lo+1, int64(len(l.fact.Words)-1)))
	}
	return vocabulary.Exactly(int64(refusal(l.fact)))
}

// breaks reports whether the levels of two cases break the law.
func (l law) breaks(before, after logic.Range) bool {
	if l.law == proof.WorseNeverLowers {
		return after.Lo < before.Lo || after.Hi < before.Hi
	}
	return after.Lo > before.Lo || after.Hi > before.Hi
}

// beside is the other case.
func (l law) beside(found *allcases.Found) *facts.Case {
	c := *found.File
	c.Stated = facts.Stated{}
	for domain, stated := range found.File.Stated {
		c.Stated[domain] = maps.Clone(stated)
	}
	c.Stated.State(l.fact.Domain, l.fact.Name, l.fact.Plain(l.other(found.Case.Values[l.fact.Index]), l.Policy.Vocabulary.London))
	return &c
}
