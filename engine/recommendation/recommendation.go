// Package recommendation holds the answer that Windscreen gives on a case: plain data, the
// same in every format. Package engine fills it and package render shows it.
//
// You can trace everything in a Recommendation: each finding names its rule, the clauses
// that the rule cites, the rule's CEL text, and the facts of the case behind it. Lists are
// in a fixed order, so the same case under the same rules gives the same bytes.
//
// A Recommendation is advice for discussion. It never replaces professional judgement, which
// it shows separately (Judgement).
package recommendation

import "windscreen/engine/term"

// Recommendation is the whole explained answer for one case under one policy.
type Recommendation struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Partial is true if something was left out because it was not asked for. No copy for the family is made
	// of such an answer.
	Partial bool `json:"-"`
	// Omitted is how much was left out of an answer that is only for brief data; zero in any other.
	Omitted Omitted `json:"-"`
	// Policy is the id of the policy that was applied, such as "bexley-2020".
	Policy string `json:"policy"`
	// Document is the source document that the policy puts into rules.
	Document Document `json:"document"`
	// Case is the id that the case gives itself; empty where it gives none.
	Case string `json:"case"`
	// AsOf is the date and time of the case. Clocks start from it if no better start is
	// known.
	AsOf Moment `json:"as_of"`
	// Reader is whom the answer is for; empty where the case does not say.
	Reader term.Reader `json:"reader,omitempty"`
	// Unborn is true of a child who is not yet born, and ExpectedOn is the day of the birth that is expected; zero
	// where it is not known, or known less exactly.
	Unborn     bool `json:"unborn,omitempty"`
	ExpectedOn Day  `json:"expected_on,omitzero"`
	// Presumed are the facts that the answer takes to be so although the case does not say, or says
	// it less exactly, such as the age of a child.
	Presumed []Fact `json:"presumed"`
	// Contradictions are evidence that says worse than the case does, to be read first.
	Contradictions []Contradiction `json:"contradictions"`
	// Notes are what is unlikely in the case.
	Notes []Note `json:"notes"`
	// Level is the recommended level of need and how far it is certain.
	Level Level `json:"level"`
	// Grounds are the statutory grounds that hold or may hold, apart from the level.
	Grounds []Ground `json:"grounds"`
	// Indicators are the signs of need that hold, highest level first.
	Indicators []Indicator `json:"indicators"`
	// Consent says what needs the family's agreement, and what does not.
	Consent Consent `json:"consent"`
	// People are those whom a copy of the page can be for, whether or not they may have one.
	People []Person `json:"-"`
	// CopyAsks are the facts that a copy of the page turns on, by how early a refusal asks for them: each list before the next, each
	// in its order.
	CopyAsks [][]string `json:"-"`
	// Escalations are what must happen now or by a time: what is due before what may be,
	// then what comes before anything else, then what is immediate, then the soonest.
	Escalations []Escalation `json:"escalations"`
	// Done is what the case says was done already, in order of time. What it takes care of is
	// neither among Escalations nor in Pathway.
	Done []Done `json:"done"`
	// Pathway is how the family gets help at the recommended level.
	Pathway []Step `json:"pathway"`
	// Services are the services whose own criteria the case meets or may meet.
	Services []Service `json:"services"`
	// Questions are what to find out next: immediate danger, then what an action that is due, or advice
	// on telling the family, waits on, then what the case says is alleged, not known or only partly known
	// and what was gone through and silence does not settle, then what the concerns that the case states
	// lead to, then whole domains that nobody has gone through, then single facts. In each group, what the
	// concerns call for most comes first, then what decides most.
	Questions []Question `json:"questions"`
	// ChangesIf is what is open and could be decided by a few answers: grounds, levels, the lowest first,
	// actions, and consent. A brief answer has only what answers to the first ten questions decide of
	// grounds, levels and what comes before anything else.
	ChangesIf []ChangesIf `json:"changes_if"`
	// TakenAsAbsent are the facts that nobody spoke of, that were taken to be absent because of
	// that, and that are easily missed: immediate danger first, then harms that hide.
	TakenAsAbsent []string `json:"taken_as_absent"`
	// Areas are how much of the vocabulary was gone through.
	Areas Areas `json:"areas"`
	// WhyNot says why the next level up is not recommended.
	WhyNot []Obstacle `json:"why_not"`
	// Cautions are the document's own warnings and later changes in the law.
	Cautions []Caution `json:"cautions"`
	// Judgement is the professional judgement that the case records, if any.
	Judgement *Judgement `json:"judgement"`
	// Annotations are codes for statistical returns; no rule ever reads them.
	Annotations Annotations `json:"annotations"`
	// Titles are the plain names of facts that appear above only as paths.
	Titles map[string]string `json:"titles"`
	// Clauses are the clauses cited anywhere above, by id.
	Clauses map[string]Clause `json:"clauses"`
	// Receipt is what you need to repeat the answer.
	Receipt Receipt `json:"receipt"`
}

// Omitted is how many of each kind an answer lacks that the whole answer has.
type Omitted struct {
	// Indicators is how many signs.
	Indicators int
	// Services is how many services.
	Services int
}

// Areas are the domains of the vocabulary that are about the child and the family, and which of
// them the case says were gone through.
type Areas struct {
	// Of is how many there are, and Checked are the titles of those gone through.
	Of      int      `json:"of"`
	Checked []string `json:"checked"`
	// NothingSaid is true if the case says nothing yet of what has happened or what the child needs, not even that
	// something is not so, and nothing was gone through.
	NothingSaid bool `json:"nothing_said,omitempty"`
}

// FormatVersion is the Format that this version of the engine writes.
const FormatVersion = 2

// Document is the source document behind a policy.
type Document struct {
	// Title is the title of the document.
	Title string `json:"title"`
	// Publisher is who published it.
	Publisher string `json:"publisher"`
	// Edition is the edition as printed, such as "February 2020".
	Edition string `json:"edition"`
	// InForceFrom and InForceTo are the first and last day on which it was in force; zero if
	// not given, or if it is still in force.
	InForceFrom Day `json:"in_force_from"`
	InForceTo   Day `json:"in_force_to"`
	// InForce says whether it was in force on the case's date.
	InForce bool `json:"in_force"`
	// YearsOld is how many completed years it had been in force on the case's date; 0 if it is
	// not known from when.
	YearsOld int `json:"years_old"`
	// Council is the council that a case may name for the edition in force, or empty.
	// ChosenByDate is true if the case named the council, so that its date decided.
	Council      string `json:"council"`
	ChosenByDate bool   `json:"chosen_by_date"`
}
