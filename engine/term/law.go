package term

// Verified is how far a clause of the law was checked against its source.
type Verified string

// How far a clause was checked.
const (
	VerifiedPrimary   Verified = "primary"
	VerifiedSecondary Verified = "secondary"
	VerifiedMemory    Verified = "memory"
)

var verifieds = Table[Verified]{
	{VerifiedPrimary, "read in the legislation", "read in the legislation"},
	{VerifiedSecondary, "read in someone else's account", "read in someone else's account"},
	{VerifiedMemory, "not checked", "not checked"},
}

// Table is the table of how far a clause was checked, the most first.
func (Verified) Table() Table[Verified] { return verifieds }

// Status is how a clause of the law stands.
type Status string

// How a clause of the law stands.
const (
	StatusInForce      Status = "in_force"
	StatusSuperseded   Status = "superseded"
	StatusNotCommenced Status = "not_commenced"
	StatusBill         Status = "bill"
)

// statusRow is how a clause of the law stands, with what it says of a clause that only a
// caution may rest on; empty where anything may.
type statusRow struct {
	Word[Status]
	pending string
}

var statusRows = []statusRow{
	{Word[Status]{StatusInForce, "In force", "it is in force"}, ""},
	{Word[Status]{StatusSuperseded, "Superseded: something later has taken its place",
		"something later has taken its place; a rule may still rest on it, as the document of its day did"}, ""},
	{Word[Status]{StatusNotCommenced, "Not in force yet", "enacted, and not in force yet"}, "has not commenced"},
	{Word[Status]{StatusBill, "A bill, not law", "not enacted"}, "is a bill"},
}

var statuses = tableOf[Status](statusRows)

// Table is the table of how law stands.
func (Status) Table() Table[Status] { return statuses }

// Pending says why only a caution may rest on a clause: it is not law yet. It is empty if the
// law is in force, or was.
func (s Status) Pending() string { return find(statusRows, s).pending }

// NoRule is a kind of clause that no rule can carry.
type NoRule string

// The kinds of clause that no rule can carry.
const (
	NoRulePublication  NoRule = "publication"
	NoRulePrinciple    NoRule = "principle"
	NoRuleDefinition   NoRule = "definition"
	NoRuleBackground   NoRule = "background"
	NoRuleOrganisation NoRule = "organisation"
	NoRuleLost         NoRule = "lost"
	NoRuleVague        NoRule = "vague"
	NoRuleNoFact       NoRule = "no_fact"
)

var noRules = Table[NoRule]{
	{NoRulePublication, "publication", "says what the document is, whom it addresses, what else to read"},
	{NoRulePrinciple, "principle", "says how services mean to work with every family; nothing in it turns on one child"},
	{NoRuleDefinition, "definition", "says what a word means; the rules that use the word carry it"},
	{NoRuleBackground, "background", "explains, or gives figures"},
	{NoRuleOrganisation, "organisation", "says how a service is staffed, led, recorded or audited"},
	{NoRuleLost, "lost", "a diagram or text that is missing from the copy that we used"},
	{NoRuleVague, "too vague", "is about children, and says too little to tell one from another"},
	{NoRuleNoFact, "no fact", "could be a rule, but no fact says yet what it is about"},
}

// Table is the table of kinds of clause that no rule can carry.
func (NoRule) Table() Table[NoRule] { return noRules }
