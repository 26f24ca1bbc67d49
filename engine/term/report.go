package term

// Aspect is one part of the answers of several policies that is set side by side.
type Aspect string

// The aspects.
const (
	AspectLevel     Aspect = "level"
	AspectGrounds   Aspect = "grounds"
	AspectAgreement Aspect = "agreement"
	AspectInform    Aspect = "inform"
	AspectSharing   Aspect = "sharing"
	AspectDue       Aspect = "due"
	AspectFrontDoor Aspect = "front_door"
	AspectServices  Aspect = "services"
)

var aspects = Table[Aspect]{
	{AspectLevel, "level", "the level recommended, and how far it is certain"},
	{AspectGrounds, "the law", "the statutory bases"},
	{AspectAgreement, find(answerRows, AnswerAgreement).Says, find(answerRows, AnswerAgreement).Doc},
	{AspectInform, find(answerRows, AnswerInform).Says, find(answerRows, AnswerInform).Doc},
	{AspectSharing, find(answerRows, AnswerSharing).Says, find(answerRows, AnswerSharing).Doc},
	{AspectDue, "what is due", "what must happen now or by a time"},
	{AspectFrontDoor, "whom to go to", "whom to go to, and on which form"},
	{AspectServices, "services that fit", "the services that fit"},
}

// Table is the table of aspects, in the order in which a comparison gives them.
func (Aspect) Table() Table[Aspect] { return aspects }

// Severity says whether something wrong stops files from being used.
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)

var severities = Table[Severity]{
	{SeverityError, "error", "it stops the file, and so the rules, from being used"},
	{SeverityWarning, "warning", "it is reported and stops nothing"},
}

// Table is the table of severities.
func (Severity) Table() Table[Severity] { return severities }

// Every is what a scenario says in place of a list of policies.
type Every string

// EveryPolicy is every policy that a case can name.
const EveryPolicy Every = "all"

var everies = Table[Every]{{EveryPolicy, "every policy", "every policy that a case can name"}}

// Table is the table of what stands for a list of policies.
func (Every) Table() Table[Every] { return everies }
