package formula

import "windscreen/engine/internal/sat"

// Clauses turns formulas of a graph into clauses of a solver, each node once and only when it is asked
// for. Both may grow in between. It serves one goroutine.
type Clauses struct {
	Solver *sat.Solver
	graph  *Graph
	// literals are, by node, one more than the literal; 0 where there is none yet.
	literals []sat.Lit
	// variables are those that play a part, in the order in which they came in.
	variables []Ref
}

// NewClauses begins with a new solver that holds nothing.
func (g *Graph) NewClauses() *Clauses { return &Clauses{Solver: sat.New(), graph: g} }

// Literal is a literal that is true just where the formula is. What is required of the variables in its
// cone is demanded of the solver.
func (c *Clauses) Literal(r Ref) sat.Lit {
	waiting := []Ref{r}
	for len(waiting) > 0 {
		next := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		l, required := c.literal(next)
		if next != r { // it was required
			c.Solver.AddClause(l)
		}
		waiting = append(waiting, required...)
	}
	l, _ := c.literal(r)
	return l
}

// Demand adds a formula that has to hold from now on.
func (c *Clauses) Demand(r Ref) { c.Solver.AddClause(c.Literal(r)) }

// literal gives the cone of a formula its literals, and lists what the variables that come in require.
func (c *Clauses) literal(r Ref) (l sat.Lit, required []Ref) {
	if grown := len(c.graph.parts) - len(c.literals); grown > 0 {
		c.literals = append(c.literals, make([]sat.Lit, grown)...)
	}
	stack := []int{r.node()}
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		if c.literals[n] != 0 {
			stack = stack[:len(stack)-1]
			continue
		}
		ready := true
		for _, part := range c.graph.parts[n] {
			if c.literals[part.node()] == 0 {
				stack, ready = append(stack, part.node()), false
			}
		}
		if !ready {
			continue
		}
		stack = stack[:len(stack)-1]
		own := c.Solver.NewVar()
		c.literals[n] = own + 1
		switch {
		case n == 0:
			c.Solver.AddClause(own.Not())
		case c.graph.parts[n] == nil:
			c.variables = append(c.variables, Ref(n)<<1)
			required = append(required, c.graph.required[n]...)
		default:
			c.define(own, c.graph.parts[n])
		}
	}
	return c.of(r), required
}

// define makes a literal true just where all parts are.
func (c *Clauses) define(own sat.Lit, parts []Ref) {
	long := make([]sat.Lit, 0, len(parts)+1)
	for _, part := range parts {
		l := c.of(part)
		c.Solver.AddDistinct(own.Not(), l)
		long = append(long, l.Not())
	}
	c.Solver.AddDistinct(append(long, own)...)
}

// of is the literal of a formula whose node has one.
func (c *Clauses) of(r Ref) sat.Lit {
	l := c.literals[r.node()] - 1
	if r.negated() {
		return l.Not()
	}
	return l
}

// Variables are the variables that play a part so far.
func (c *Clauses) Variables() []Ref { return c.variables }

// Value is what a variable is in the solver's model; a variable that plays no part is false.
func (c *Clauses) Value(variable Ref) bool {
	n := variable.node()
	return n < len(c.literals) && c.literals[n] != 0 && c.Solver.True(c.of(variable))
}
