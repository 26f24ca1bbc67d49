package formula

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
