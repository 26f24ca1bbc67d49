package policy

// Statute is a statutory basis, or one limb of one.
type Statute struct{ Name, Section, Limb, Title, Short string }

// Ground is one way in which a statutory basis holds.
type Ground struct {
	*Rule
	// Statute is an index into Policy.Statutes.
	Statute int
}
