package recommendation

// Annotations are codes of the children in need census (England) that match facts of the
// case. They help the person who fills in a return. They come from facts alone, whatever the
// policy.
//
// A code has no diagnostic value. It changes no level, ground or service, and says nothing
// about them. The practitioner who writes a return decides which codes it holds, including
// the one need code of a referral.
type Annotations struct {
	// CINFactors are codes of factors found at the end of an assessment, such as "3B". A
	// fact may match several codes of which only some apply: 3A, 3B and 3C differ in who is
	// abused.
	CINFactors []Code `json:"cin_factors"`
	// Needs are codes for the category of need, N1 to N9. A return takes one.
	Needs []Code `json:"needs"`
}

// Code is one code and the facts behind it.
type Code struct {
	// Code is the code as the statistics write it.
	Code string `json:"code"`
	// Facts are paths in the vocabulary: facts known to have a rung or word that the code
	// belongs to, and yes-or-no facts known to be yes.
	Facts []string `json:"facts"`
}
