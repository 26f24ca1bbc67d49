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
	// better start is known: RFC 3339 in London time.
	AsOf string `json:"as_of"`
	// Level is the recommended level of need and how far it is certain.
	Level Level `json:"level"`
	// Grounds are the statutory bases that hold or may hold, apart from the level.
	Grounds []Ground `json:"grounds"`
	// Indicators are the signs of need that hold, highest level first.
	Indicators []Indicator `json:"indicators"`
	// Consent is what the family's agreement is needed for, and what is not.
	Consent Consent `json:"consent"`
	// Escalations are what must happen now or by a time, soonest first.
	Escalations []Escalation `json:"escalations"`
	// Pathway is how help is reached at the recommended level.
	Pathway []Step `json:"pathway"`
	// Services are the services whose own criteria the case meets or may meet.
	Services []Service `json:"services"`
	// Questions are what to find out next, the most telling first.
	Questions []Question `json:"questions"`
	// WhyNot says what stands between the case and the next level up.
	WhyNot []Obstacle `json:"why_not"`
	// Cautions are the document's own warnings and later changes in the law.
	Cautions []Caution `json:"cautions"`
	// Judgement is the professional judgement that the case records, if any.
	Judgement *Judgement `json:"judgement"`
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
	// InForceFrom and InForceTo are the days on which it was in force, as YYYY-MM-DD;
	// empty where not given, or still in force.
	InForceFrom string `json:"in_force_from"`
	InForceTo   string `json:"in_force_to"`
	// InForce is whether it was in force on the day that the case speaks of.
	InForce bool `json:"in_force"`
}

// Truth is one of three values: what is so, what is not, and what the facts
// stated so far leave open.
type Truth string

// The three values.
const (
	Met    Truth = "met"
	NotMet Truth = "not_met"
	Open   Truth = "open"
)

// Level is the recommended level of need. Level numbers are local to the policy.
type Level struct {
	// Recommended is the highest level whose criterion is met on what is known.
	Recommended int `json:"recommended"`
	// AtMost is the highest level not ruled out by what is known.
	AtMost int `json:"at_most"`
	// Settled is true where nothing still unknown could change the level.
	Settled bool `json:"settled"`
	// Name is the policy's own name for the recommended level.
	Name string `json:"name"`
	// Criterion is the level rule that set the level, and its parts.
	Criterion Criterion `json:"criterion"`
	// Because are the facts without which the level would not be reached.
	Because []Fact `json:"because"`
	// EitherWay are facts that are not known but were looked at each way they can
	// turn out, because rules read them both ways and something holds whichever way.
	EitherWay []string `json:"either_way"`
	Cite      []string `json:"cite"`
	// Scale is every level of the policy, lowest first.
	Scale []Rung `json:"scale"`
}

// Rung is one level of a policy.
type Rung struct {
	Level int    `json:"level"`
	Name  string `json:"name"`
}

// Criterion is a level rule and the value of each of its parts.
type Criterion struct {
	// Rule is the id of the level rule.
	Rule string `json:"rule"`
	// When is its CEL text; empty for a rule that always holds.
	When string `json:"when"`
	// Parts are the alternatives, in the order they are written, that the
	// criterion is made of; one true part is enough.
	Parts []Part `json:"parts"`
}

// Part is one alternative of a criterion.
type Part struct {
	// Text is the CEL of this part.
	Text  string `json:"text"`
	Value Truth  `json:"value"`
	// Says puts the part in words, with the numbers it came to.
	Says string `json:"says"`
	// Rules are the indicators or grounds that the part counted.
	Rules []string `json:"rules,omitempty"`
}

// Fact is one fact of the case that a conclusion rests on.
type Fact struct {
	// Fact is the path in the vocabulary, such as "home.domestic_abuse".
	Fact  string `json:"fact"`
	Title string `json:"title"`
	// Value is the value as a case would state it: a bool, a number, a word, a
	// list of words, a date or time as text, or {"at_least": …, "at_most": …}.
	Value any `json:"value"`
	// Says puts the value in words.
	Says string `json:"says"`
	// Evidence is what the case offers for the fact, without free text.
	Evidence []Evidence `json:"evidence,omitempty"`
	// Explored is true where nobody stated the fact: its domain was gone through
	// and it was not mentioned.
	Explored bool `json:"explored,omitempty"`
	// DerivedFrom is the fact this one was worked out from, such as an age from a
	// date of birth.
	DerivedFrom string `json:"derived_from,omitempty"`
}

// Evidence is one source for a fact.
type Evidence struct {
	Value  any    `json:"value,omitempty"`
	Says   string `json:"says,omitempty"`
	Source string `json:"source"`
	// On is the date of the evidence, as YYYY-MM-DD; empty where not given.
	On string `json:"on,omitempty"`
}

// Rule is what every rule that took part has in common.
type Rule struct {
	// ID is the rule's id.
	ID    string `json:"id"`
	Title string `json:"title"`
	// Because are the facts that it rests on, the fewest that suffice.
	Because []Fact `json:"because"`
	// Cite are the ids of the clauses that the rule puts into practice.
	Cite []string `json:"cite"`
	// When is the rule's CEL text; empty for a rule that always holds.
	When string `json:"when,omitempty"`
}

// State says whether something holds now or may still turn out to.
type State string

const (
	// Holds: a ground that is made out on what is known.
	Holds State = "holds"
	// Possible: a ground, escalation or service that is still open.
	Possible State = "possible"
	// NowDue: an escalation that must happen.
	NowDue State = "now_due"
	// Fits: a service whose criteria are met.
	Fits State = "fits"
)

// Ground is a statutory basis.
type Ground struct {
	// Name is what rules write after "ground.", such as "s17_disability".
	Name string `json:"name"`
	// ID is the section or duty, such as "s47". Limb is the part of the section, where the
	// law has several, such as "disability" of section 17.
	ID    string `json:"id"`
	Limb  string `json:"limb,omitempty"`
	State State  `json:"state"`
	Title string `json:"title"`
	// Rules are the rules by which it holds, or is open.
	Rules   []string `json:"rules"`
	Because []Fact   `json:"because"`
	// WaitsOn are the facts that would decide a possible ground.
	WaitsOn []string `json:"waits_on,omitempty"`
	Cite    []string `json:"cite"`
}

// Indicator is a sign of need that holds.
type Indicator struct {
	Rule
	Level    int    `json:"level"`
	Domain   string `json:"domain"`
	Strength string `json:"strength"`
	// Concept is what a quorum counts: signs of one concept count once.
	Concept string `json:"concept"`
	// Counted is false for context, and for a sign that counts only beside
	// another while there is no other.
	Counted bool `json:"counted"`
}

// Consent is the consent position: separate answers, never one yes or no.
type Consent struct {
	// Agreement says whether the service recommended needs the family's agreement:
	// required, not_required or not_applicable.
	Agreement string `json:"agreement"`
	// From says whose agreement is to be sought.
	From []Line `json:"from"`
	// Inform says whether to tell the family: expected, advice_first,
	// not_before_advice, not_a_precondition or not_applicable.
	Inform string `json:"inform"`
	// Sharing says what may be shared without agreement: with_agreement,
	// advice_first, in_proportion or not_applicable.
	Sharing string `json:"sharing"`
	// Record is what must be written down.
	Record []Line `json:"record"`
	// Refused is what follows from a refusal; empty where nobody refused.
	Refused []Line `json:"refused"`
	// CouldBe are the other answers that open facts may still lead to.
	CouldBe []CouldBe `json:"could_be"`
	// Why gives the rule behind each single answer: agreement, inform, sharing.
	Why map[string]Line `json:"why"`
}

// Line is one line of a consent position.
type Line struct {
	Rule
	// Says is the line in words.
	Says string `json:"says"`
}

// CouldBe is an answer that open facts may still lead to.
type CouldBe struct {
	// Answer is the question it belongs to: agreement, inform, sharing, from,
	// record or refused.
	Answer string `json:"answer"`
	// Value is what the answer would be; for from, record and refused, its words.
	Value string `json:"value"`
	Says  string `json:"says"`
	Rule  string `json:"rule"`
	// WaitsOn are the facts that would decide it.
	WaitsOn []string `json:"waits_on"`
	Cite    []string `json:"cite"`
}

// Escalation is something that must happen now or by a time.
type Escalation struct {
	Rule
	State State `json:"state"`
	// Immediate is true where there is nothing to wait for, whatever the hour.
	Immediate bool `json:"immediate"`
	// Action is what to do; Who must do it.
	Action  string   `json:"action"`
	Who     string   `json:"who"`
	Contact *Contact `json:"contact"`
	// Due are the deadlines, earliest first; clauses that disagree are all shown.
	Due []Due `json:"due"`
	// Agreement is whether this action of its own needs the family's agreement:
	// required, not_required or not_applicable; empty where the position as a whole
	// applies.
	Agreement string `json:"agreement,omitempty"`
	// WaitsOn are the facts that would decide a possible escalation.
	WaitsOn []string `json:"waits_on,omitempty"`
}

// Due is one deadline.
type Due struct {
	// At is the deadline, RFC 3339 in London time; left out where it cannot be
	// worked out, and Problem then says why.
	At      string `json:"at,omitempty"`
	Problem string `json:"problem,omitempty"`
	Clause  string `json:"clause"`
	// Basis is the limit in words, such as "24 hours from the contact".
	Basis string `json:"basis"`
	// Assumed is true where the start is not known and AsOf stands in for it.
	Assumed bool `json:"assumed"`
}

// Contact is whom to call, as the document printed it in its year.
type Contact struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Phone      string `json:"phone,omitempty"`
	OutOfHours string `json:"out_of_hours,omitempty"`
	Email      string `json:"email,omitempty"`
	Hours      string `json:"hours,omitempty"`
	// AsPrinted is the year of print; details may have changed since.
	AsPrinted string   `json:"as_printed"`
	Cite      []string `json:"cite"`
}

// Step is one part of the pathway.
type Step struct {
	Rule
	// Part is what the step is about: front_door, form, lead, assessment, plan,
	// review or movement.
	Part string `json:"part"`
	// Force is helpful, expected or required.
	Force   string   `json:"force"`
	Says    string   `json:"says"`
	Contact *Contact `json:"contact"`
}

// Service is a service that fits the case, or may.
type Service struct {
	Rule
	State State  `json:"state"`
	Says  string `json:"says"`
	// Agreement is whether this service needs the family's agreement.
	Agreement string   `json:"agreement,omitempty"`
	Contact   *Contact `json:"contact"`
	WaitsOn   []string `json:"waits_on,omitempty"`
}

// Question is something to find out: a fact, or a whole domain not gone through.
type Question struct {
	// Kind is "domain" where a whole domain is asked about and "fact" for one fact.
	Kind QuestionKind `json:"kind"`
	// Fact is the path of the fact; empty where a whole domain is asked about.
	Fact   string `json:"fact,omitempty"`
	Domain string `json:"domain"`
	// Ask is the question in a practitioner's words; Who could answer it.
	Ask string   `json:"ask"`
	Who []string `json:"who"`
	// Could is what the answer could change.
	Could []Could `json:"could"`
}

// QuestionKind says what a question asks about.
type QuestionKind string

// The kinds of question.
const (
	AskDomain QuestionKind = "domain"
	AskFact   QuestionKind = "fact"
)

// Could is one thing that the answer to a question could change.
type Could struct {
	// Kind is the kind of rule: indicator, ground, level, consent, escalation,
	// pathway, service or caution.
	Kind  string `json:"kind"`
	Rule  string `json:"rule"`
	Title string `json:"title"`
	// Level is the level that an indicator or level rule speaks of; else 0.
	Level int `json:"level,omitempty"`
	// Ground is the section or duty that a ground rule speaks of, such as "s47";
	// Title is then the ground's.
	Ground string `json:"ground,omitempty"`
}

// Obstacle is one criterion of the next level up that is not met.
type Obstacle struct {
	Level int    `json:"level"`
	Name  string `json:"name"`
	Rule  string `json:"rule"`
	// Part is the CEL of the alternative; Value is not_met or open.
	Part  string `json:"part"`
	Value Truth  `json:"value"`
	Says  string `json:"says"`
	// InTheWay are the known facts by which it is not met.
	InTheWay []Fact `json:"in_the_way"`
	// Open are the unknown facts that could still meet it.
	Open []string `json:"open"`
	Cite []string `json:"cite"`
}

// Caution is a warning to read beside the answer.
type Caution struct {
	Rule
	Says string `json:"says"`
}

// Judgement is the professional judgement recorded with the case. It stands
// beside the recommendation and always has the last word.
type Judgement struct {
	Level  int    `json:"level"`
	Name   string `json:"name"`
	By     string `json:"by"`
	Reason string `json:"reason"`
	// Differs is true where the judgement is not the recommended level.
	Differs bool `json:"differs"`
}

// Clause is one numbered statement of a source document or of the law.
type Clause struct {
	Document string `json:"document"`
	Section  string `json:"section"`
	Page     string `json:"page,omitempty"`
	// Says is a paraphrase, never the document's own sentence.
	Says string `json:"says"`
	// Verified is, for the law, how far the statement was checked against its
	// source: primary, secondary or memory.
	Verified string `json:"verified,omitempty"`
}

// Receipt is enough to replay the decision with no other file.
type Receipt struct {
	// Engine is the version of the engine.
	Engine string `json:"engine"`
	// Case is the canonical case: every stated value as it was read, without notes
	// and reasons. CaseSHA256 is the hash of its JSON.
	Case       any    `json:"case"`
	CaseSHA256 string `json:"case_sha256"`
	// Files are the rule files that were read, by name, with their hashes.
	Files []FileHash `json:"files"`
}

// FileHash is the SHA-256 of one rule file.
type FileHash struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}
