package recommendation

// Annotations are codes of the children in need census (England) that facts of the
// case correspond to, for whoever fills in a return. They are drawn from facts alone,
// whatever the policy.
//
// A code has no diagnostic value. It never bears on the level, on a ground or on a
// service, and none of these may be read back from it: which codes a return holds,
// the one need code of a referral among them, is for the practitioner who writes it.
type Annotations struct {
	// CINFactors are codes of factors found at the end of an assessment, such as "3B".
	// A fact may stand for several codes of which only some apply: 3A, 3B and 3C tell
	// apart who is abused.
	CINFactors []Code `json:"cin_factors"`
	// Needs are codes for the category of need, N1 to N9. A return takes one.
	Needs []Code `json:"needs"`
}

// Code is one code and the facts that stand behind it.
type Code struct {
	Code string `json:"code"`
	// Facts are paths in the vocabulary: graded facts known to be above their lowest
	// rung, and questions known to be answered with yes.
	Facts []string `json:"facts"`
}
