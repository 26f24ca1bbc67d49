package impact

import "windscreen/engine/term"

// Respect is a respect in which two answers to a case can differ.
type Respect string

// The respects. Of the first twelve formulas are compared, for all cases; of the others the texts and settings, with
// a case in which they show.
const (
	Level      Respect = "level"
	Highest    Respect = "highest_level"
	Grounds    Respect = "grounds"
	Agreement  Respect = "agreement"
	Telling    Respect = "telling"
	Sharing    Respect = "sharing"
	Signs      Respect = "signs"
	Consent    Respect = "consent"
	Actions    Respect = "actions"
	Pathway    Respect = "pathway"
	Services   Respect = "services"
	Cautions   Respect = "cautions"
	Deadlines  Respect = "deadlines"
	Contacts   Respect = "contacts"
	Settings   Respect = "settings"
	Wording    Respect = "wording"
	Clauses    Respect = "clauses"
	Document   Respect = "document"
	Vocabulary Respect = "vocabulary"
)

var respects = term.Table[Respect]{
	{Code: Level, Says: "level recommended", Doc: "which level is recommended"},
	{Code: Highest, Says: "highest level", Doc: "which level is the highest that is not ruled out"},
	{Code: Grounds, Says: "grounds", Doc: "which statutory grounds hold, are open, or are ruled out"},
	{Code: Agreement, Says: "agreement", Doc: "whether the service recommended needs agreement"},
	{Code: Telling, Says: "telling the family", Doc: "whether the family is told"},
	{Code: Sharing, Says: "sharing", Doc: "what may be shared without agreement"},
	{Code: Signs, Says: "signs and criteria", Doc: "which signs of need, ways to a ground, and level criteria hold or are open"},
	{Code: Consent, Says: "lines of consent", Doc: "which lines of the consent position are in the answer"},
	{Code: Actions, Says: "actions", Doc: "which actions are due or could become due"},
	{Code: Pathway, Says: "pathway", Doc: "which steps of the pathway are in the answer or could come into it"},
	{Code: Services, Says: "services", Doc: "which services fit or could fit"},
	{Code: Cautions, Says: "cautions", Doc: "which cautions are in the answer or could come into it"},
	{Code: Deadlines, Says: "deadlines", Doc: "by when an action is due, and by which clause"},
	{Code: Contacts, Says: "contacts", Doc: "whom to contact, and how"},
	{Code: Settings, Says: "settings of rules", Doc: "what else a rule says of itself, such as who does it or how much it weighs"},
	{Code: Wording, Says: "wording", Doc: "the words of rules, statutes and levels"},
	{Code: Clauses, Says: "clauses", Doc: "which clauses are cited, and what they say"},
	{Code: Document, Says: "document", Doc: "what is said of the document as a whole"},
	{Code: Vocabulary, Says: "questions and facts", Doc: "how facts are asked for and what is taken of them where a case is silent"},
}

// Written reports whether what is compared is written in the rules, such as a text or a setting, and is not whether
// something comes out otherwise.
func (r Respect) Written() bool {
	switch r {
	case Deadlines, Contacts, Settings, Wording, Clauses, Document, Vocabulary:
		return true
	case Level, Highest, Grounds, Agreement, Telling, Sharing, Signs, Consent, Actions, Pathway, Services, Cautions:
	}
	return false
}

// Table is the table of respects, in the order in which reports have them.
func (Respect) Table() term.Table[Respect] { return respects }
