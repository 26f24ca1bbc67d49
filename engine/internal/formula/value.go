package formula

import "slices"

// Valuation is what every formula of a graph comes to for given values of its variables.
type Valuation []bool

// Under gives every formula its truth. It asks for the value of each variable once, in the order in
// which they were made.
func (g *Graph) Under(value func(variable Ref) bool) Valuation {
	v := make(Valuation, len(g.parts))
	for n := 1; n < len(g.parts); n++ {
		if g.parts[n] == nil {
			v[n] = value(Ref(n) << 1)
			continue
		}
		v[n] = true
		for _, r := range g.parts[n] {
			if !v.Of(r) {
				v[n] = false
				break
			}
		}
	}
	return v
}

// Of is the truth of a formula that the graph held when the valuation was made.
func (v Valuation) Of(r Ref) bool { return v[r.node()] != r.negated() }

// Broken lists what is required of variables and does not hold.
func (g *Graph) Broken(v Valuation) []Ref {
	var broken []Ref
	for n := range g.parts {
		for _, r := range g.required[n] {
			if !v.Of(r) {
				broken = append(broken, r)
			}
		}
	}
	return broken
}

// Lazily gives a formula its truth when it is asked for, and remembers what it found on the way. It serves those
// who ask about few formulas of a large graph.
func (g *Graph) Lazily(value func(variable Ref) bool) func(Ref) bool {
	known := map[int]bool{0: false}
	var node func(n int) bool
	node = func(n int) bool {
		v, ok := known[n]
		switch {
		case ok:
			return v
		case g.parts[n] == nil:
			v = value(Ref(n) << 1)
		default:
			v = !slices.ContainsFunc(g.parts[n], func(r Ref) bool { return node(r.node()) == r.negated() })
		}
		known[n] = v
		return v
	}
	return func(r Ref) bool { return node(r.node()) != r.negated() }
}
