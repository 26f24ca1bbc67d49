package term

// Change is a kind of small change of a rule, by which it is tried what scenarios notice.
type Change string

// The kinds of change.
const (
	ChangeAlways     Change = "always"
	ChangeNever      Change = "never"
	ChangeDropped    Change = "dropped"
	ChangeNegated    Change = "negated"
	ChangeConnective Change = "connective"
	ChangeRung       Change = "rung"
	ChangeNumber     Change = "number"
	ChangeWord       Change = "word"
	ChangeStrength   Change = "strength"
	ChangeLevel      Change = "level"
	ChangeDomain     Change = "domain"
	ChangeConcept    Change = "concept"
	ChangeGround     Change = "ground"
	ChangeOrder      Change = "order"
	ChangeValue      Change = "value"
	ChangeForce      Change = "force"
	ChangeDue        Change = "due"
	ChangeAgreement  Change = "agreement"
	ChangeContact    Change = "contact"
	ChangeImmediate  Change = "immediate"
	ChangeFirst      Change = "first"
)

var changes = Table[Change]{
	{ChangeAlways, "always holds", "the condition is true whatever the case"},
	{ChangeNever, "never holds", "the condition is false whatever the case"},
	{ChangeDropped, "a part left out", "a part of the condition is left out"},
	{ChangeNegated, "a part negated", "a part of the condition is turned into its opposite"},
	{ChangeConnective, "and for or", "`&&` stands for `||`, or the other way round"},
	{ChangeRung, "one rung", "a test of a scale begins or ends one rung higher or lower"},
	{ChangeNumber, "a number by one", "a number in the condition is one higher or lower"},
	{ChangeWord, "another word", "a test of a choice names another word"},
	{ChangeStrength, "strength", "the sign weighs one step more or less"},
	{ChangeLevel, "level", "the sign is one of the next level up or down"},
	{ChangeDomain, "domain", "the sign stands in another domain"},
	{ChangeConcept, "concept", "the sign is one of another concept, or of one of its own"},
	{ChangeGround, "ground", "another statutory basis holds, or none"},
	{ChangeOrder, "order", "the line of the consent position changes places with the next"},
	{ChangeValue, "value", "the line of the consent position gives another answer"},
	{ChangeForce, "force", "the step has another force"},
	{ChangeDue, "deadline", "a deadline is one longer or shorter, or left out"},
	{ChangeAgreement, "agreement", "the agreement that it needs is another, or left out"},
	{ChangeContact, "contact", "whom to call is left out"},
	{ChangeImmediate, "immediate", "it is immediate, or no longer"},
	{ChangeFirst, "first", "it no longer comes before everything else"},
}

// Table is the table of changes: those of conditions first.
func (Change) Table() Table[Change] { return changes }
