// Package recommendation holds the answer that Windscreen gives about a case:
// plain data, the same in every rendering. It carries no behaviour beyond a few
// questions about itself; package engine fills it and package render shows it.
//
// Everything in a Recommendation can be traced: each finding names its rule, the
// clauses of the source document that the rule cites, the rule's own CEL text,
// and the facts of the case that it rests on. Lists are in a fixed order, so that
// the same case under the same rules gives the same bytes.
//
// A Recommendation is advice for discussion. It never replaces professional
// judgement, which it records beside itself (Judgement) and does not mix in.
package recommendation

// Recommendation is the whole explained answer for one case under one policy.
type Recommendation struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Policy is the id of the policy that was applied, such as "bexley-2020".
	Policy string `json:"policy"`
	// Document is the source document that the policy puts into rules.
	Document Document `json:"document"`
	// Case is the id that the case gives itself; empty where it gives none.
	Case string `json:"case"`
	// AsOf is the moment the case speaks of and every clock starts from where no
	// better start is known.
	AsOf Moment `json:"as_of"`
	// Level is the recommended level of need and how far it is certain.
	Level Level `json:"level"`
	// Grounds are the statutory bases that hold or may hold, apart from the level.
	Grounds []Ground `json:"grounds"`
	// Indicators are the signs of need that hold, highest level first.
	Indicators []Indicator `json:"indicators"`
	// Consent is what the family's agreement is needed for, and what is not.
	Consent Consent `json:"consent"`
	// Escalations are what must happen now or by a time: what is due before what may
	// be, what comes before anything else at the head, then the immediate, then the
	// soonest.
	Escalations []Escalation `json:"escalations"`
	// Pathway is how help is reached at the recommended level.
	Pathway []Step `json:"pathway"`
	// Services are the services whose own criteria the case meets or may meet.
	Services []Service `json:"services"`
	// Questions are what to find out next: immediate danger, what the case says is
	// unknown, whole domains not gone through, single facts; in each the most telling
	// first. What advice on telling the family waits on is among the first three.
	Questions []Question `json:"questions"`
	// WhyNot says what stands between the case and the next level up.
	WhyNot []Obstacle `json:"why_not"`
	// Cautions are the document's own warnings and later changes in the law.
	Cautions []Caution `json:"cautions"`
	// Judgement is the professional judgement that the case records, if any.
	Judgement *Judgement `json:"judgement"`
	// Annotations are codes for statistical returns; no rule ever reads them.
	Annotations Annotations `json:"annotations"`
	// Titles are the plain names of the facts that are named above by path alone.
	Titles map[string]string `json:"titles"`
	// Clauses are the clauses cited anywhere above, by id.
	Clauses map[string]Clause `json:"clauses"`
	// Receipt is what is needed to replay the answer.
	Receipt Receipt `json:"receipt"`
}

// FormatVersion is the Format of what this version of the engine gives.
const FormatVersion = 1

// Document names the source document behind a policy.
type Document struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	// Edition is the edition as printed, such as "February 2020".
	Edition string `json:"edition"`
	// InForceFrom and InForceTo are the days on which it was in force;
	// none where not given, or still in force.
	InForceFrom Day `json:"in_force_from"`
	InForceTo   Day `json:"in_force_to"`
	// InForce is whether it was in force on the day that the case speaks of.
	InForce bool `json:"in_force"`
	// Council is the name under which a case may ask for whichever edition is in force;
	// empty where there is none. ChosenByDate is true where this edition was asked for
	// by that name, and so chosen by the day that the case speaks of.
	Council      string `json:"council"`
	ChosenByDate bool   `json:"chosen_by_date"`
}
