package term

// Strength is how much a sign of need weighs.
type Strength string

// The strengths.
const (
	// StrengthDecides is enough by itself, and counts as well.
	StrengthDecides Strength = "decides"
	// StrengthCounts counts towards a quorum.
	StrengthCounts Strength = "counts"
	// StrengthModifies counts only beside a sign of another concept, at its level or above,
	// that decides or counts.
	StrengthModifies Strength = "modifies"
	// StrengthContext explains and never counts.
	StrengthContext Strength = "context"
)

// strengthRow is a strength with the note beside a sign that counted, and beside one that did
// not. Most need no note: signs that count are listed as such, and the others stand under a
// heading that says so.
type strengthRow struct {
	Word[Strength]
	counted, uncounted string
}

var strengthRows = []strengthRow{
	{Word[Strength]{StrengthDecides, "enough by itself", "one is enough: `decisive(n)` is true"}, "enough by itself", "enough by itself"},
	{Word[Strength]{StrengthCounts, "one towards a number of signs", "one towards a quorum: `tally(n)` counts it"}, "", ""},
	{Word[Strength]{StrengthModifies, "counts only beside another sign",
		"counts only beside a sign of another concept, at its level or above, that decides or counts"},
		"counts beside another sign", "counts only beside another sign"},
	{Word[Strength]{StrengthContext, "for explanation only", "explains and never counts"}, "", ""},
}

var strengths = tableOf[Strength](strengthRows)

// Table is the table of strengths, the weightiest first.
func (Strength) Table() Table[Strength] { return strengths }

// Counts reports whether a sign counts towards a quorum whatever else there is.
func (s Strength) Counts() bool { return s == StrengthDecides || s == StrengthCounts }

// Note is what to say beside a sign that counted or did not; it may be empty.
func (s Strength) Note(counted bool) string {
	r := find(strengthRows, s)
	if counted {
		return r.counted
	}
	return r.uncounted
}
