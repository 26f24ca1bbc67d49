package policy

import (
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/term"
)

// Invariant is something that no case may break, whatever it says.
type Invariant struct {
	// ID is unique among the policy's invariants. Origin is the policy that the invariant is from.
	ID, Title, Why, Origin string
	Cite                   []string
	// Holds is the condition. A case breaks it in which the condition is certainly false.
	Holds *lang.Condition
	// File is where the invariant stands, and At where its condition does.
	File string
	At   [2]diagnostic.Position
}

// Word is something that an answer may say, which invariants can name.
type Word struct {
	// Name is what invariants write, Says the same in plain words.
	Name, Says string
	// Rules are those of which one is enough for the answer to say so: a line of consent if it is the one that
	// answers, any other rule if it holds.
	Rules []*Rule
}

// Words are what invariants can name of an answer, beside facts, findings, the level and named conditions. In the tree
// of an invariant each is a named condition of that name, which by itself is never known: whoever evaluates
// the invariant puts in what the answer says.
func (p *Policy) Words() []Word {
	var words []Word
	for _, a := range term.SingleAnswers() {
		for _, v := range a.Code.Values() {
			w := Word{Name: name(string(a.Code) + "_is_" + v.Code), Says: a.Says + ": " + v.Says}
			for _, l := range p.Consent {
				if l.Answer == a.Code && l.Value == v.Code {
					w.Rules = append(w.Rules, l.Rule)
				}
			}
			words = append(words, w)
		}
	}
	at, contact := Word{Name: "immediate_is_due", Says: "something has to be done at once"},
		Word{Name: "contact_is_given", Says: "what is due, or the way to help, has a contact"}
	for _, e := range p.Escalations {
		if e.Immediate {
			at.Rules = append(at.Rules, e.Rule)
		}
		if e.Contact != nil {
			contact.Rules = append(contact.Rules, e.Rule)
		}
	}
	for _, s := range p.Pathway {
		if s.Contact != nil {
			contact.Rules = append(contact.Rules, s.Rule)
		}
	}
	words = append(words, at, contact)
	for _, r := range p.Rules {
		words = append(words, Word{Name: name("holds_" + r.ID), Says: "the rule " + r.ID + " holds", Rules: []*Rule{r}})
	}
	return words
}

// name makes an id one that conditions can write.
func name(id string) string { return underscores.Replace(id) }

var underscores = strings.NewReplacer(".", "_", "-", "_")
