package term

// Kind is a kind of rule.
type Kind string

// The kinds of rule.
const (
	KindIndicator  Kind = "indicator"
	KindGround     Kind = "ground"
	KindLevel      Kind = "level"
	KindConsent    Kind = "consent"
	KindEscalation Kind = "escalation"
	KindPathway    Kind = "pathway"
	KindService    Kind = "service"
	KindCaution    Kind = "caution"
)

// kindRow is a kind with what leads the rules of it that the answer to a question could
// change.
type kindRow struct {
	Word[Kind]
	could string
}

var kindRows = []kindRow{
	{Word[Kind]{KindIndicator, "indicator", "a sign of need"}, "Could show"},
	{Word[Kind]{KindGround, "ground", "one way in which a statutory basis holds"}, "Could bring in"},
	{Word[Kind]{KindLevel, "level", "the criterion of a level"}, "Could change the level to"},
	{Word[Kind]{KindConsent, "consent", "a line of the consent position"}, "Could change on consent"},
	{Word[Kind]{KindEscalation, "escalation", "what must happen now or by a time"}, "Could call for"},
	{Word[Kind]{KindPathway, "pathway", "a step by which help is reached"}, "Could change on the pathway"},
	{Word[Kind]{KindService, "service", "a service and whom it is for"}, "Could open"},
	{Word[Kind]{KindCaution, "caution", "a warning to read beside the answer"}, "Could add the caution"},
}

var kinds = tableOf[Kind](kindRows)

// Table is the table of kinds, in the order in which rules may read one another.
func (Kind) Table() Table[Kind] { return kinds }

// Could leads the rules of a kind that the answer to a question could change.
func (k Kind) Could() string { return find(kindRows, k).could }

// Citing is a kind of thing that cites clauses.
type Citing string

// What cites clauses. A rule cites as well by its deadlines and by what it declares under
// lowers.
const (
	CitingRule      Citing = "rule"
	CitingParameter Citing = "parameter"
	CitingContact   Citing = "contact"
	CitingClock     Citing = "clock"
	CitingChecklist Citing = "checklist"
	CitingCondition Citing = "condition"
)

var citings = Table[Citing]{
	{CitingRule, "rule", "a rule, one of its deadlines, or what it declares under `lowers`"},
	{CitingParameter, "parameter", "a choice that the document leaves open"},
	{CitingContact, "contact", "whom to call, as printed"},
	{CitingClock, "clock", "how working days are counted"},
	{CitingChecklist, "checklist", "an item of a checklist"},
	{CitingCondition, "condition", "a named condition"},
}

// Table is the table of what cites clauses, in the order in which reports give it.
func (Citing) Table() Table[Citing] { return citings }

// Asked is what a question asks about.
type Asked string

// What a question asks about.
const (
	AskDomain Asked = "domain"
	AskFact   Asked = "fact"
)

var askeds = Table[Asked]{
	{AskDomain, "a whole domain", "whether a whole domain has been gone through"},
	{AskFact, "one fact", "one fact"},
}

// Table is the table of what a question asks about.
func (Asked) Table() Table[Asked] { return askeds }

// Answered says how a policy answers an item of a checklist.
type Answered string

// The three ways.
const (
	// AnsweredByRules: rules put into practice what the document says of it.
	AnsweredByRules Answered = "answered"
	// AnsweredByGap: the document leaves it out, and the policy says so and why.
	AnsweredByGap Answered = "gap"
	// Unanswered: the policy says nothing about it.
	Unanswered Answered = "nothing"
)

var answereds = Table[Answered]{
	{AnsweredByRules, "answered by", "rules put into practice what the document says of it"},
	{AnsweredByGap, "a gap", "the document leaves it out, and the policy says why"},
	{Unanswered, "unanswered", "the policy says nothing about it"},
}

// Table is the table of how an item is answered.
func (Answered) Table() Table[Answered] { return answereds }
