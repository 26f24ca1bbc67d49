// Package document holds a policy as people read it: every rule in words, by level and
// domain, with the clauses behind it, the contacts and the choices that the document left
// open. Package engine fills it, and package render shows it.
//
// It holds what the rules say, whatever the case. What they say of one child is a
// recommendation.
package document

import (
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// FormatVersion is the Format that this version of the engine writes.
const FormatVersion = 1

// Document is one edition of one partnership's threshold document, as its rules put it.
type Document struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Policy is the policy's id.
	Policy   string                  `json:"policy"`
	Document recommendation.Document `json:"document"`
	// Levels are the levels of need, lowest first.
	Levels []Level `json:"levels"`
	// Grounds are the grounds in law and when each is made out, in order of name.
	Grounds []Ground `json:"grounds"`
	// Answers are the lines on agreement, telling and sharing, in the policy's order. For agreement, for telling and for
	// sharing, only the first line that holds counts. Lines of other kinds all count.
	Answers []Line `json:"answers"`
	// Actions are what must be done at once or by a time. Pathway is how help is reached.
	// Both, and Cautions, are in order of id.
	Actions  []Action `json:"actions"`
	Pathway  []Step   `json:"pathway"`
	Cautions []Line   `json:"cautions"`
	// Services are those of the directory, listed or suggested, in order of id.
	Services []Service `json:"services"`
	// Conditions are the named conditions that the rules use, in order of title.
	Conditions []Named `json:"conditions"`
	// Contacts are in order of id, as printed in the document's year.
	Contacts []recommendation.Contact `json:"contacts"`
	// Choices are what the document leaves open and the rules had to choose, in order of name.
	Choices []Choice `json:"choices"`
	// Clauses are those that anything here cites, by id.
	Clauses map[string]recommendation.Clause `json:"clauses"`
}

// Rule is what rules of every kind have.
type Rule struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// When is the condition in words, and Code the same as its author wrote it in CEL. Both
	// are empty for a rule that always holds.
	When *Condition `json:"when,omitempty"`
	Code string     `json:"code,omitempty"`
	// Unless is the exception in a few words, which follow "unless"; empty for most rules.
	Unless string `json:"unless,omitempty"`
	// Cite are the ids of the clauses that it puts into practice. National is true if all of
	// these are law or national guidance.
	Cite     []string `json:"cite"`
	National bool     `json:"national,omitempty"`
	// Scenarios are names of scenarios that show it; empty until Show names them.
	Scenarios []string `json:"scenarios,omitempty"`
}

// Condition is a condition in words. Says is a statement by itself, or the head of a list,
// such as "All of these:", and Of is the list.
type Condition struct {
	Says string      `json:"says"`
	Of   []Condition `json:"of,omitempty"`
	// Named is the name of the condition whose title the statement gives, or empty. It stands
	// among Document.Conditions.
	Named string `json:"named,omitempty"`
}

// Named is a condition that has a name, so that several rules can share it.
type Named struct {
	Name  string    `json:"name"`
	Title string    `json:"title"`
	When  Condition `json:"when"`
	Code  string    `json:"code"`
}

// Level is one level of need.
type Level struct {
	Level int    `json:"level"`
	Name  string `json:"name"`
	// Criterion is when the level is reached.
	Criterion Rule `json:"criterion"`
	// Domains are the document's own domains that have signs of need at this level, in order.
	Domains []Domain `json:"domains"`
}

// Domain is a domain and its signs of need at one level, in order of id.
type Domain struct {
	Name  string `json:"name"`
	Signs []Sign `json:"signs"`
}

// Sign is a sign of need.
type Sign struct {
	Rule
	Strength term.Strength `json:"strength"`
	// Ground is the title of the ground in law that the sign makes out by itself, or empty.
	Ground string `json:"ground,omitempty"`
}

// Ground is a ground in law, and the ways in which it is made out.
type Ground struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Ways  []Rule `json:"ways"`
}

// Line is something that is said where a rule holds: about agreement, telling or sharing, or
// a caution. About is empty for a caution.
type Line struct {
	Rule
	About term.Answer `json:"about,omitempty"`
	Says  string      `json:"says"`
}

// Action is what must be done at once or by a time.
type Action struct {
	Rule
	Says string `json:"says"`
	// Immediate is true if it must be done at once.
	Immediate bool `json:"immediate,omitempty"`
	// Who does it, in words.
	Who string `json:"who,omitempty"`
	// Due are the limits of time, each with its clause.
	Due []Due `json:"due,omitempty"`
	// Contact is the id of whom to call, or empty.
	Contact string `json:"contact,omitempty"`
}

// Due is a limit of time with its start, in words, and the clause that sets it.
type Due struct {
	Says string `json:"says"`
	Cite string `json:"cite"`
}

// Step is a part of the way to help.
type Step struct {
	Rule
	Part    term.Part  `json:"part"`
	Force   term.Force `json:"force"`
	Says    string     `json:"says"`
	Contact string     `json:"contact,omitempty"`
}

// Service is a service and whom it is for.
type Service struct {
	Rule
	Says string `json:"says"`
	// ListedAt is the level at which the document lists it, or 0.
	ListedAt int    `json:"listed_at"`
	Contact  string `json:"contact,omitempty"`
}

// Choice is something that the document leaves open: what the rules chose, and why.
type Choice struct {
	Name  string   `json:"name"`
	Value string   `json:"value"`
	Why   string   `json:"why"`
	Cite  []string `json:"cite"`
}

// Show names, for each rule by its id, scenarios that show it.
func (d *Document) Show(scenarios func(rule string) []string) {
	show := func(r *Rule) { r.Scenarios = scenarios(r.ID) }
	for i := range d.Levels {
		l := &d.Levels[i]
		show(&l.Criterion)
		for j := range l.Domains {
			for k := range l.Domains[j].Signs {
				show(&l.Domains[j].Signs[k].Rule)
			}
		}
	}
	for i := range d.Grounds {
		for j := range d.Grounds[i].Ways {
			show(&d.Grounds[i].Ways[j])
		}
	}
	for i := range d.Answers {
		show(&d.Answers[i].Rule)
	}
	for i := range d.Actions {
		show(&d.Actions[i].Rule)
	}
	for i := range d.Pathway {
		show(&d.Pathway[i].Rule)
	}
	for i := range d.Cautions {
		show(&d.Cautions[i].Rule)
	}
	for i := range d.Services {
		show(&d.Services[i].Rule)
	}
}
