// Package policy is a policy ready to run: its rules linked, their conditions
// checked, their citations found in the registers, and every name resolved.
//
// Package link makes policies from rule files. A policy is immutable once made and
// is shared by every evaluator and every goroutine.
package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// Every is what scenarios call every policy that a case can name. No policy and no
// family has this name.
const Every = string(term.EveryPolicy)

// Policy is one edition of one partnership's threshold document, with the rules
// of the policies it builds on.
type Policy struct {
	ID, Title, Publisher, Edition string
	// From and To are the days of the edition's life as YYYY-MM-DD; To is empty
	// while it is in force.
	From, To string
	// Council is the name under which a case may ask for the edition of its day; empty where the
	// policy is a shared one.
	Council    string
	Vocabulary *vocabulary.Vocabulary
	// Levels are the policy's level rules, lowest level first.
	Levels []*Level
	// Statutes are the statutory bases, by name.
	Statutes []Statute
	// Domains are the names of the document's own domains; Concepts what its
	// indicators are signs of. Both are in ascending order.
	Domains, Concepts []string

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

	// Invariants are what no case may break, those of the policies built on first.
	Invariants []*Invariant
	// Parameters are the choices that the document leaves open.
	Parameters map[string]lang.Constant
	// Choices are the reasons for the parameters, by name.
	Choices map[string]Choice
	// Conditions are the named conditions, in ascending order of name.
	Conditions []*lang.NamedCondition
	// Places are where the parameters and named conditions stand, by name.
	Places   map[string]Place
	Contacts map[string]*Contact
	Clauses  map[string]Clause
	// Clock counts deadlines as the policy says.
	Clock *calendar.Clock
	// Files are the files read for this policy, the vocabulary included, by name.
	Files []File
	// FilesSHA256 is the hash of Files; see HashOf.
	FilesSHA256 string
}

// InForce reports whether the document was in force on a day, written YYYY-MM-DD.
func (p *Policy) InForce(day string) bool {
	return (p.From == "" || day >= p.From) && (p.To == "" || day <= p.To)
}

// HashOf is the SHA-256, in hexadecimal, of a list of files: a line for each, with its hash, two spaces and its name, as
// the command sha256sum writes it.
func HashOf(files []File) string {
	sum := sha256.New()
	for _, f := range files {
		_, _ = fmt.Fprintf(sum, "%s  %s\n", f.SHA256, f.Name) // a hash takes whatever is written
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// Place is where something stands, and the policy that it is from.
type Place struct {
	Origin, File string
	Start        diagnostic.Position
}

// File is one file that was read.
type File struct{ Name, SHA256 string }
