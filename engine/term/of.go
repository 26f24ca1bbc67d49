package term

// Of says whom a fact is of. In a case about several children it decides where the fact is
// stated.
type Of string

// Whom facts are of.
const (
	OfChild Of = "child"
	OfHome  Of = "home"
	OfCase  Of = "case"
)

var ofs = Table[Of]{
	{OfChild, "the child", "one child: each child has a value of its own"},
	{OfHome, "the home", "the home and the adults in it: it holds of every child, unless a child says otherwise"},
	{OfCase, "the case", "the referral as a whole: it is the same for every child"},
}

// Table is the table of whom facts are of.
func (Of) Table() Table[Of] { return ofs }

// Sentence says whom a fact is of; empty where nothing says it.
func (o Of) Sentence() string {
	if o == "" {
		return ""
	}
	return "Of " + Says(o) + "."
}
