package policy

// Statute is a statutory basis, or one limb of one.
type Statute struct {
	Name, Section, Limb, Title, Short string
	// Gravity is how grave it is beside others: an answer names the gravest that holds first.
	Gravity int
}

// Ground is one way in which a statutory basis holds.
type Ground struct {
	*Rule
	// Statute is an index into Policy.Statutes.
	Statute int
}

// GroundRules are, by index into Statutes, the rules by which a statutory basis holds: its grounds, and the signs that make
// it out by themselves.
func (p *Policy) GroundRules() [][]*Rule {
	out := make([][]*Rule, len(p.Statutes))
	for _, g := range p.Grounds {
		out[g.Statute] = append(out[g.Statute], g.Rule)
	}
	for _, i := range p.Indicators {
		if i.Ground >= 0 {
			out[i.Ground] = append(out[i.Ground], i.Rule)
		}
	}
	return out
}
