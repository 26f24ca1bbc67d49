// Package vocabulary is what a case may say: facts, each with a question, a type
// and the meaning of its values, grouped into domains. All policies share one
// vocabulary, and it alone decides what a case may hold.
package vocabulary

import (
	"slices"
	"strings"
	"time"

	"windscreen/engine/internal/logic"
	"windscreen/engine/term"
)

// Kind is the type of a fact's values.
type Kind uint8

// The kinds of fact.
const (
	// YesNo is true or false.
	YesNo Kind = iota
	// Scale is one of an ordered list of rungs, from nothing of the kind to the
	// most serious. It can be partly known: at least this rung, at most that one.
	Scale
	// Choice is exactly one of a list of words without an order.
	Choice
	// Choices is any number of a list of words. It can be partly known: these words at
	// least, and those not.
	Choices
	// Whole is a whole number between bounds. It can be partly known.
	Whole
	// Date is a day. It can be known to the month or the year.
	Date
	// Time is a moment. It can be known to the day.
	Time
)

// String names the kind as authors and case writers know it.
func (k Kind) String() string {
	return [...]string{"yes or no", "scale", "choice", "set of choices", "whole number", "date", "time"}[k]
}

// Word is one rung or choice.
type Word struct {
	Name, Says string
	// plain is Name as plain data, which all answers share; nil where NewWord did not make the word.
	plain any
}

// NewWord makes a word.
func NewWord(name, says string) Word { return Word{Name: name, Says: says, plain: name} }

// Plain is the name as plain data.
func (w *Word) Plain() any {
	if w.plain != nil {
		return w.plain
	}
	return w.Name
}

// Fact is one observable thing about the child, the family or the home.
type Fact struct {
	// Index is the fact's place in Vocabulary.Facts.
	Index int
	// Path is the domain and name joined by a dot, such as home.domestic_abuse.
	Path, Domain, Name string
	// Belief is true for what somebody believes, which is told after what was seen or said.
	Belief bool
	// Title names the fact in an explanation; Ask asks for it; Who could answer. Short asks for
	// it on the first screen, and is empty where Ask fits there.
	Title, Ask, Short string
	Who               []string
	// Also are everyday words that find the fact in a search; shown nowhere.
	Also []string
	Kind Kind
	// Words are the rungs of a scale, lowest first, or the words of a choice or
	// set, in the order declared.
	Words []Word
	// Min and Max bound a whole number; Unit says what is counted.
	Min, Max int64
	Unit     string
	// YearsSince is the date fact that a whole number is worked out from, if any.
	YearsSince *Fact
	// AheadOf is, for a yes or no, the date before which the answer is yes, such as the date
	// on which a birth is expected; nil where there is none.
	AheadOf *Fact
	// Expects is, for a date that is expected, the date that takes its place once it is
	// known; nil where there is none.
	Expects *Fact
	// Nothing is the value that silence means once the fact has been gone through; nil
	// where silence means nothing. Silence is then why, where the vocabulary says so.
	Nothing *Value
	Silence string
	// OnlyIfNothingFound is true where silence means something only if nothing was found
	// in any domain.
	OnlyIfNothingFound bool
	// Protective marks a strength or safeguard, which silence never confirms. Danger marks
	// immediate danger, which silence about its domain never rules out.
	Protective, Danger bool
	// Safety marks a fact that asks about danger in the words of a concern, such as who is with the child tonight.
	Safety bool
	// Topic is shared by facts that ask the same in other words; empty where none does.
	Topic string
	// Hidden marks a harm that hides, Background a fact that says nothing of need.
	Hidden, Background bool
	// Discloses marks a fact whose question tells that a child said something, or has a mark.
	Discloses bool
	// AsksFamily marks a fact that nobody knows before the family is asked.
	AsksFamily bool
	// Applies is whom the fact can apply to; nil where that is every child. Otherwise is
	// what the fact is where it does not apply; nil where nothing follows.
	Applies   Condition
	Otherwise *Value
	// Presumed is what the fact is taken to be where nothing is known of it, Presumption
	// why; nil where that is nothing. PresumedSays is how an answer says so; empty where it
	// need not.
	Presumed     *Value
	Presumption  string
	PresumedSays string
	// Complete is true for choices of which a case always names all.
	Complete bool
	// Suspicion is the yes-or-no fact that says that this one is suspected and not
	// established, if any. Alleged is the rung that an allegation by itself amounts to;
	// SeriousIfAlleged is true if the vocabulary gives one, even the lowest.
	Suspicion        *Fact
	Alleged          int64
	SeriousIfAlleged bool
	// OfAllegations is true for the yes or no that says that something serious is alleged and
	// not established. It follows from what a case says is alleged.
	OfAllegations bool
	// AnswersFirst is where other questions come before this one; nil where nowhere.
	AnswersFirst Condition
	// MayBeAhead is true for a date or time that may lie after the case's as_of.
	MayBeAhead bool
	// NeverASign is true for a fact that no indicator, ground or level may read,
	// such as a refusal of help.
	NeverASign bool
	// AboutTheCase is true for a fact about the referral or the agreement of the family.
	AboutTheCase bool
	// Each is how the answers of several persons make the value; nil where there is one answer.
	Each *Each
	// Of says whom the fact is of.
	Of term.Of
	// FromOthers is what the fact takes from the other children of a case about several; nil
	// where that is nothing.
	FromOthers *FromOthers
	// ThenAsk is what to ask next where the fact states a concern, the most pressing first.
	ThenAsk []ThenAsk
	// Census are codes of the children in need census, by word or rung, and by "yes";
	// annotations only.
	Census map[string][]string
}

// FromOthers is what a fact takes from the other children of a case about several: whether a
// ground holds for one of them, by its name, or the most cautious answer. The other is empty.
// Nobody is asked about such a fact. Where a case does not state it and no other child gives
// it, it is its Otherwise.
type FromOthers struct {
	Ground string
	Answer term.Answer
}

// ClosesWithDomain reports whether silence settles the fact once its domain has been gone
// through, whatever else was found.
func (f *Fact) ClosesWithDomain() bool { return f.Nothing != nil && !f.Danger && !f.OnlyIfNothingFound }

// Dated reports whether the fact is a date or a time.
func (f *Fact) Dated() bool { return f.Kind == Date || f.Kind == Time }

// Word returns the index of a rung or choice, or -1.
func (f *Fact) Word(name string) int {
	return slices.IndexFunc(f.Words, func(w Word) bool { return w.Name == name })
}

// WordNames lists the names of the fact's rungs or choices.
func (f *Fact) WordNames() []string {
	names := make([]string, len(f.Words))
	for i, w := range f.Words {
		names[i] = w.Name
	}
	return names
}

// Condition is a checked condition over facts alone, which package lang makes.
type Condition interface {
	// Truth is whether the condition holds, by values by Fact.Index and a moment in Unix
	// seconds.
	Truth(values []Value, asOf int64) logic.Truth
	// Facts calls visit for each fact that the condition reads.
	Facts(visit func(*Fact))
	// String is the condition as its author wrote it.
	String() string
}

// Conflict is something that cannot be true.
type Conflict struct {
	When     Condition
	Says     string
	Severity term.ConflictSeverity
	// File and Line are where it is declared.
	File string
	Line int
}

// Domain is a group of facts that a practitioner goes through together.
type Domain struct {
	Name, Title, Ask string
	// Facts are the domain's facts in vocabulary order.
	Facts []*Fact
}

// Opening is something that may have happened, in a few plain words, and the fact that asks about it.
type Opening struct {
	Says string
	Fact *Fact
}

// Vocabulary is every fact, by domain. It is immutable once built.
type Vocabulary struct {
	// GravestFirst are the facts whose silence an answer names first.
	GravestFirst []*Fact
	// ThenAsk is what to ask of any concern, after what the concern itself leads to.
	ThenAsk []ThenAsk
	// Openings are what an interview opens with while nothing is known, in that order.
	Openings []Opening
	// People says what kind of person a source is.
	People People
	// CopyFor says whom a copy of the page can be for; nil where it can be for nobody in particular.
	CopyFor *CopyFor
	// Facts are in vocabulary order, which is the order of their paths: where a
	// fact stands in its file changes nothing.
	Facts   []*Fact
	Domains []*Domain
	// Limited are the facts that do not apply to everyone, each after those that its
	// condition reads.
	Limited []*Fact
	// Conflicts are what cannot be true.
	Conflicts []Conflict
	// Allegation is the fact of which OfAllegations is true; nil where there is none.
	Allegation *Fact
	// London is the zone that dates and lengths of time are in.
	London *time.Location
	// Done are the words for what may have been done already, in order of name.
	Done []Word
	// Renamed says what to write in place of an old name: of a domain, of a fact by path, or
	// of a word of a fact as path=word.
	Renamed map[string]string

	facts   map[string]*Fact
	domains map[string]*Domain
}

// CopyFor says whom a copy of the page can be for.
type CopyFor struct {
	// Fact has the people as its choices. Own are those that are the child whom the case is about.
	Fact *Fact
	Own  []string
}

// New puts facts in order and builds the indexes. The caller has checked that
// names are unique and gives every domain with its facts.
func New(domains []*Domain, london *time.Location) *Vocabulary {
	v := &Vocabulary{
		London:  london,
		Domains: slices.Clone(domains),
		facts:   map[string]*Fact{},
		domains: map[string]*Domain{},
	}
	slices.SortFunc(v.Domains, func(a, b *Domain) int { return strings.Compare(a.Name, b.Name) })
	for _, d := range v.Domains {
		slices.SortFunc(d.Facts, func(a, b *Fact) int { return strings.Compare(a.Name, b.Name) })
		v.domains[d.Name] = d
		for _, f := range d.Facts {
			f.Index = len(v.Facts)
			v.Facts = append(v.Facts, f)
			v.facts[f.Path] = f
		}
	}
	return v
}

// Fact returns the fact with this path, or nil.
func (v *Vocabulary) Fact(path string) *Fact { return v.facts[path] }

// Domain returns the domain with this name, or nil.
func (v *Vocabulary) Domain(name string) *Domain { return v.domains[name] }

// Paths lists every fact's path in vocabulary order.
func (v *Vocabulary) Paths() []string {
	paths := make([]string, len(v.Facts))
	for i, f := range v.Facts {
		paths[i] = f.Path
	}
	return paths
}

// DomainNames lists every domain's name in order.
func (v *Vocabulary) DomainNames() []string {
	names := make([]string, len(v.Domains))
	for i, d := range v.Domains {
		names[i] = d.Name
	}
	return names
}
