package term

// FactType is the type of a fact that needs no list of values.
type FactType string

// The types of fact that need no list of values.
const (
	FactYesNo FactType = "yes_no"
	FactDate  FactType = "date"
	FactTime  FactType = "time"
)

var factTypes = Table[FactType]{
	{FactYesNo, "yes or no", "yes or no"},
	{FactDate, "date", "a day"},
	{FactTime, "time", "a day with the time"},
}

// Table is the table of types of fact that need no list of values.
func (FactType) Table() Table[FactType] { return factTypes }

// Need is a code of the children in need census (England) for the category of need. It is
// an annotation and never bears on an answer.
type Need string

// The categories of need.
const (
	NeedAbuse          Need = "N1"
	NeedDisability     Need = "N2"
	NeedParentIll      Need = "N3"
	NeedAcuteStress    Need = "N4"
	NeedDysfunction    Need = "N5"
	NeedUnacceptable   Need = "N6"
	NeedLowIncome      Need = "N7"
	NeedAbsentParents  Need = "N8"
	NeedNotChildInNeed Need = "N9"
)

var needs = Table[Need]{
	{NeedAbuse, "abuse or neglect", "abuse or neglect"},
	{NeedDisability, "the child's disability or illness", "the child's disability or illness"},
	{NeedParentIll, "a parent's disability or illness", "a parent's disability or illness"},
	{NeedAcuteStress, "family in acute stress", "a family in acute stress"},
	{NeedDysfunction, "family dysfunction", "family dysfunction"},
	{NeedUnacceptable, "socially unacceptable behaviour", "socially unacceptable behaviour"},
	{NeedLowIncome, "low income", "low income"},
	{NeedAbsentParents, "absent parenting", "absent parenting"},
	{NeedNotChildInNeed, "cases other than children in need", "cases other than children in need"},
}

// Table is the table of categories of need.
func (Need) Table() Table[Need] { return needs }

// ConflictSeverity says what follows where a case states what cannot both be true.
type ConflictSeverity string

// What follows from a conflict.
const (
	ConflictError ConflictSeverity = "error"
	ConflictNote  ConflictSeverity = "note"
)

var conflictSeverities = Table[ConflictSeverity]{
	{ConflictError, "error", "logically impossible: the case is refused"},
	{ConflictNote, "note", "unlikely: the case is answered, and the answer says so"},
}

// Table is the table of what follows from a conflict.
func (ConflictSeverity) Table() Table[ConflictSeverity] { return conflictSeverities }
