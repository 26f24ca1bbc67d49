// Package policy is a policy ready to run: its rules linked, their conditions
// checked, their citations found in the registers, and every name resolved.
//
// Package link makes policies from rule files. A policy is immutable once made and
// is shared by every evaluator and every goroutine.
package policy

import (
	"cmp"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
)

// Every is what scenarios call every policy that a case can name. No policy and no
// family has this name.
const Every = "all"

// Policy is one edition of one partnership's threshold document, with the rules
// of the policies it builds on.
type Policy struct {
	ID, Title, Publisher, Edition string
	// From and To are the days of the edition's life as YYYY-MM-DD; To is empty
	// while it is in force.
	From, To string
	// Family is the name that the editions of one document share; empty where the
	// policy is no such edition.
	Family     string
	Vocabulary *vocabulary.Vocabulary
	// Levels are the policy's level rules, lowest level first.
	Levels []*Level
	// Statutes are the statutory bases, by name.
	Statutes []Statute
	// Domains are the document's own domains, by name; Concepts what its
	// indicators are signs of. Both are in ascending order.
	Domains  []Named
	Concepts []string

	// The rules by kind, each in the order of their ids but for consent lines,
	// which stand in the order in which they answer.
	Indicators  []*Indicator
	Grounds     []*Ground
	Consent     []*Line
	Escalations []*Escalation
	Pathway     []*Step
	Services    []*Service
	// Listed are services that the directory lists and no rule suggests.
	Listed   []*Service
	Cautions []*Caution

	// Rules are all of these; Rule.Index is the place in this list. Findings, the
	// rules up to the level, come first.
	Rules []*Rule
	// FindingsEnd is the number of rules up to the level.
	FindingsEnd int

	// Checklist is what the document must set out, by the policies built on, in the
	// order of files and places; with what it answers.
	Checklist []Item

	Parameters map[string]Parameter
	// Conditions are the named conditions, in ascending order of name.
	Conditions []*Condition
	Contacts   map[string]*Contact
	Clauses    map[string]Clause
	// Clock counts deadlines as the policy says.
	Clock *calendar.Clock
	// Files are the files read for this policy, the vocabulary included, by name.
	Files []File
}

// Kind is the kind of a rule.
type Kind uint8

// The kinds of rule, in the order of their strata.
const (
	KindIndicator Kind = iota
	KindGround
	KindLevel
	KindConsent
	KindEscalation
	KindPathway
	KindService
	KindCaution
)

// String names the kind as recommendations do.
func (k Kind) String() string {
	return [...]string{"indicator", "ground", "level", "consent", "escalation", "pathway", "service", "caution"}[k]
}

// Rule is what rules of every kind have.
type Rule struct {
	Index int
	Kind  Kind
	// ID is unique within the policy. Origin is the policy that the rule is from.
	ID, Title, Origin string
	Cite              []string
	// When is the condition; Always is true where the file gives none. Of a rule with
	// Unless, the tree of When asks as well that it is not certain; the text does not.
	When   *lang.Condition
	Always bool
	// Unless is what ends the rule once it is certain; nil for most.
	Unless *Unless
	// From and To bound the moments, in Unix seconds, at which the rule is in force.
	From, To int64
	// Replaces is the id of the rule that this one stands in for, and Why.
	Replaces, Why string
	Lowers        []Lowers
	// National is true for a rule that rests on law or national guidance and on no clause of
	// the document.
	National bool
	// NotCommenced is true for a caution that rests on law which is not in force.
	NotCommenced bool
	// File and Start are where the rule stands.
	File  string
	Start diagnostic.Position
}

// Text is the condition as written; empty for a rule that always holds.
func (r *Rule) Text() string {
	if r.Always {
		return ""
	}
	return r.When.Text
}

// Base is the rule itself, of whatever kind it is.
func (r *Rule) Base() *Rule { return r }

// InForce reports whether the rule is in force at a moment in Unix seconds.
func (r *Rule) InForce(at int64) bool { return at >= r.From && at < r.To }

// Lowers declares that a graded fact's getting worse may lower the level.
type Lowers struct {
	Fact *vocabulary.Fact
	Why  string
	Cite []string
}

// Strength is how much an indicator weighs.
type Strength uint8

// The strengths, weakest first.
const (
	// StrengthContext explains and never counts.
	StrengthContext Strength = iota
	// StrengthModifies counts only beside a sign of another concept, at its level or
	// above, that decides or counts.
	StrengthModifies
	// StrengthCounts counts towards a quorum.
	StrengthCounts
	// StrengthDecides is enough by itself, and counts as well.
	StrengthDecides
)

// String is the strength as rule files write it.
func (s Strength) String() string {
	return [...]string{"context", "modifies", "counts", "decides"}[s]
}

// Indicator is a sign of need.
type Indicator struct {
	*Rule
	// Level, Domain and Concept are indexes into the policy's lists.
	Level, Domain, Concept int
	Strength               Strength
	// Ground is the index of the statute that the sign makes out by itself, or -1.
	Ground int
}

// Statute is a statutory basis, or one limb of one.
type Statute struct{ Name, Section, Limb, Title string }

// Ground is one way in which a statutory basis holds.
type Ground struct {
	*Rule
	// Statute is an index into Policy.Statutes.
	Statute int
}

// Level is the criterion of one level.
type Level struct {
	*Rule
	Number int
	Name   string
}

// Answer is a question of the consent position.
type Answer uint8

// The answers. Of AnswerAgreement, AnswerInform and AnswerSharing the first line that holds counts;
// of the others every line that holds.
const (
	AnswerAgreement Answer = iota
	AnswerInform
	AnswerSharing
	AnswerFrom
	AnswerRecord
	AnswerRefused
)

// String is the answer as recommendations name it.
func (a Answer) String() string {
	return [...]string{"agreement", "inform", "sharing", "from", "record", "refused"}[a]
}

// Single reports whether the first line that holds is the whole answer.
func (a Answer) Single() bool { return a <= AnswerSharing }

// Line is one line of a consent answer.
type Line struct {
	*Rule
	Answer      Answer
	Value, Says string
}

// Escalation is something that must happen now or by a time.
type Escalation struct {
	*Rule
	Immediate bool
	// First is true for what is done before anything else; it is immediate.
	First                  bool
	Action, Who, Agreement string
	Contact                *Contact
	Due                    []Due
}

// Due is one deadline.
type Due struct {
	Clause, Basis string
	Limit         Limit
	// From is the date or time fact it runs from; nil for the case's as_of.
	From *vocabulary.Fact
}

// Step is one part of the pathway.
type Step struct {
	*Rule
	Part, Force, Says string
	Contact           *Contact
}

// Service is a service and whom it is for; of one that is only listed, the rule is
// never run.
type Service struct {
	*Rule
	Says, Organisation, Agreement string
	// ListedAt is the number of the level at which the directory lists it, or 0.
	ListedAt int
	Contact  *Contact
}

// Caution is a warning to read beside the answer.
type Caution struct {
	*Rule
	Says string
}

// Contact is whom to call, as printed.
type Contact struct {
	ID, Name, Phone, OutOfHours, Email, Hours, AsPrinted string
	Cite                                                 []string
}

// Parameter is a choice that the document leaves open.
type Parameter struct {
	lang.Constant
	Why  string
	Cite []string
}

// Clause is one numbered statement of a source document.
type Clause struct {
	ID, Document, Section, Page, Says, Verified, Status string
	// Origin is the policy whose register holds the clause.
	Origin string
	// NoRule is set where no rule can carry the clause.
	NoRule *NoRule
	// File and Start are where the clause stands.
	File  string
	Start diagnostic.Position
}

// NoRule says of which kind a clause is that no rule can carry, and why.
type NoRule struct{ Kind, Why string }

// Citation is something that cites a clause.
type Citation struct {
	// Policy is the policy that it is from.
	Policy string
	Kind   CitationKind
	// ID is the id of the rule or item, or the name of the parameter, condition, contact or part of
	// the clock.
	ID string
}

// SortCitations puts citations in order, each once.
func SortCitations(list []Citation) []Citation {
	slices.SortFunc(list, func(a, b Citation) int {
		return cmp.Or(cmp.Compare(a.Policy, b.Policy), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
	return slices.Compact(list)
}

// CitationKind is a kind of thing that cites clauses.
type CitationKind uint8

// What cites clauses. A rule cites as well by its deadlines and by what it declares
// under lowers.
const (
	CitedByRule CitationKind = iota
	CitedByParameter
	CitedByContact
	CitedByClock
	CitedByChecklist
	CitedByCondition
)

// String names the kind.
func (k CitationKind) String() string {
	return [...]string{"rule", "parameter", "contact", "clock", "checklist", "condition"}[k]
}

// Named is a name and its meaning.
type Named struct{ Name, Title string }

// File is one file that was read.
type File struct{ Name, SHA256 string }
