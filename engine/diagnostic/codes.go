package diagnostic

// Code is the stable name of a kind of fault. Scripts may rely on it; messages
// may be reworded.
type Code string

// What can be wrong with any file before its meaning is looked at.
const (
	// TooLarge: the file is over the size limit.
	TooLarge Code = "too-large"
	// NotText: the file is not valid UTF-8 or holds control characters.
	NotText Code = "not-text"
	// Empty: the file holds nothing.
	Empty Code = "empty"
	// Syntax: the file is not YAML.
	Syntax Code = "yaml-syntax"
	// SyntaxJSON: the file is not JSON.
	SyntaxJSON Code = "json-syntax"
	// ManyDocuments: the file holds more than one YAML document.
	ManyDocuments Code = "many-documents"
	// TooDeep: the file nests deeper than the limit.
	TooDeep Code = "too-deep"
	// Alias: the file uses a YAML anchor, alias or merge key.
	Alias Code = "alias"
	// Tag: the file uses a YAML tag, usually by an unquoted "!".
	Tag Code = "tag"
	// DuplicateKey: a mapping holds the same key twice.
	DuplicateKey Code = "duplicate-key"
	// UnknownKey: a mapping holds a key that means nothing there.
	UnknownKey Code = "unknown-key"
	// MissingKey: a mapping lacks a key that it must have.
	MissingKey Code = "missing-key"
	// WrongShape: a list where text was expected, and the like.
	WrongShape Code = "wrong-shape"
	// NotOneOf: a word that is not one of the few that are allowed there.
	NotOneOf Code = "not-one-of"
	// NoValue: a key with nothing after it.
	NoValue Code = "no-value"
	// CutShort: a comment that ends an expression before its author meant to.
	CutShort Code = "cut-short"
)

// What can be wrong with a condition.
const (
	// ExprSyntax: the text is not CEL.
	ExprSyntax Code = "expr-syntax"
	// TooLong: a text that does not fit the first screen.
	TooLong Code = "too-long"
	// TooComplex: the condition is longer or deeper than the limit.
	TooComplex Code = "too-complex"
	// UnknownName: a fact, parameter, ground or level that does not exist.
	UnknownName Code = "unknown-name"
	// NotInLanguage: CEL that the fragment leaves out.
	NotInLanguage Code = "not-in-language"
	// OffScale: a rung, choice or number that the fact cannot have.
	OffScale Code = "off-scale"
	// WrongType: a condition where a number was expected, and the like.
	WrongType Code = "wrong-type"
	// LaterStratum: a rule reads something that is settled only after it.
	LaterStratum Code = "later-stratum"
	// CountEquality: a count compared by equality.
	CountEquality Code = "count-equality"
)

// What can be wrong with a case.
const (
	// UnreadableDate: a date or time that is not one, or lies outside 1900 to 2100.
	UnreadableDate Code = "unreadable-date"
	// InFuture: a date or time after as_of.
	InFuture Code = "in-the-future"
	// Conflict: two values that cannot both be so.
	Conflict Code = "conflict"
	// ComesTwice: a London time without a zone in the hour that comes twice when the clocks
	// go back (a warning).
	ComesTwice Code = "comes-twice"
	// EvidenceAlone: evidence for a fact that the case does not state, and that does not say
	// what the fact is.
	EvidenceAlone Code = "evidence-alone"
	// UnknownPolicy: a case that names a policy which does not exist.
	UnknownPolicy Code = "unknown-policy"
	// NotInForce: the case names a council that had no edition in force on the case's date, or
	// (a warning) an edition that was not in force on that date.
	NotInForce Code = "not-in-force"
)

// What can be wrong with rules beyond their conditions.
const (
	// MissingFile: a folder or file that must be there is missing; or something there cannot be
	// read as a file (a device, a named pipe), or has a name that nothing reads.
	MissingFile Code = "missing-file"
	// BadName: a name not in the form that names have.
	BadName Code = "bad-name"
	// NameClash: two things of one name where one would hide the other.
	NameClash Code = "name-clash"
	// DuplicateID: two rules, clauses, levels or the like with one id.
	DuplicateID Code = "duplicate-id"
	// CitesNothing: a rule without a clause behind it.
	CitesNothing Code = "cites-nothing"
	// UnknownClause: a citation that no register holds.
	UnknownClause Code = "unknown-clause"
	// ReplacesNothing: a rule that replaces one that does not exist, or one of another kind or
	// about something else.
	ReplacesNothing Code = "replaces-nothing"
	// NoDefault: a consent answer without a last line that always holds, or a
	// lowest level that may not hold.
	NoDefault Code = "no-default"
	// NeverReached: a consent line after one that always holds; or, as a warning, after one that holds whenever it
	// does.
	NeverReached Code = "never-reached"
	// Misplaced: a key that is right elsewhere but means nothing in this rule.
	Misplaced Code = "misplaced"
	// UnusedParameter: a parameter that no condition reads (a warning).
	UnusedParameter Code = "unused-parameter"
	// Circular: named conditions that use one another in a circle.
	Circular Code = "circular"
	// UnusedCondition: a named condition that no rule uses.
	UnusedCondition Code = "unused-condition"
	// WorseLowers: a rule by which a graded fact's getting worse could lower the
	// level, without saying so (a warning).
	WorseLowers Code = "worse-lowers"
	// UncitedClause: a clause that nothing cites, and that is not marked as one that no
	// rule can carry (a warning).
	UncitedClause Code = "uncited-clause"
	// NeverHolds: a rule that holds in no case (a warning).
	NeverHolds Code = "never-holds"
	// AlwaysHolds: a rule that holds in every case although it has a condition (a warning).
	AlwaysHolds Code = "always-holds"
	// NoEffect: a part of a condition that changes no case (a warning).
	NoEffect Code = "no-effect"
	// NeverMet: a comparison within a condition that no case can meet (a warning).
	NeverMet Code = "never-met"
	// Redundant: a sign or a ground that holds only where another holds that comes to the same (a warning).
	Redundant Code = "redundant"
	// UnreadFact: a fact that nothing reads (a warning).
	UnreadFact Code = "unread-fact"
	// LevelUnread: a highest level that reads neither a ground nor a sign that decides (a warning).
	LevelUnread Code = "level-reads-neither"
	// DecidesNothing: a sign that decides at a level whose condition reads no such sign (a warning).
	DecidesNothing Code = "decides-nothing"
	// NoCondition: an escalation without a condition (a warning).
	NoCondition Code = "no-condition"
	// LostWhileOpen: an action or step that a higher level or a ground rules out as soon as it is possible (a warning).
	LostWhileOpen Code = "lost-while-open"
	// SaidTwice: a condition in which the same part stands twice (a warning).
	SaidTwice Code = "said-twice"
	// CountsTwice: two signs with one condition that count under two concepts (a warning).
	CountsTwice Code = "counts-twice"
	// BadSilence: a comment that is to silence a warning and cannot.
	BadSilence Code = "bad-silence"
	// UnusedSilence: a comment that silences nothing (a warning).
	UnusedSilence Code = "unused-silence"
	// Undecided: something about all cases that was not decided within its bounds (a warning).
	Undecided Code = "undecided"
	// Engine: a fault of the engine itself; please report it.
	Engine Code = "engine-fault"
)
