package allcases

import (
	"context"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/sat"
)

// togetherAsked is how many questions share the clauses that were made for one another. With more, a solver slows down.
const togetherAsked = 16

// Possible asks of each of several formulas whether there is a case in which it holds. One case answers for all
// formulas that hold in it, so most are never asked about. The answers are in the order of the formulas. The
// error is that of the context.
func (c *Cases) Possible(ctx context.Context, budget int, of ...formula.Ref) ([]sat.Answer, error) {
	answers := make([]sat.Answer, len(of))
	asked := make([]bool, len(of))
	var clauses *formula.Clauses
	n := 0
	for i, r := range of {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if asked[i] {
			continue
		}
		if n%togetherAsked == 0 {
			clauses = c.NewClauses()
		}
		n++
		answers[i], asked[i] = clauses.Solver.Solve(budget, clauses.Literal(r)), true
		if answers[i] != sat.Satisfiable {
			continue
		}
		v := c.Under(clauses.Value)
		if len(c.Broken(v)) > 0 {
			continue // what plays no part would have to follow
		}
		for j := range of {
			if !asked[j] && v.Of(of[j]) {
				answers[j], asked[j] = sat.Satisfiable, true
			}
		}
	}
	return answers, nil
}
