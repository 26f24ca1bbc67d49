package coverage

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/term"
)

// Checklist says how policies answer what a threshold document must set out.
type Checklist struct {
	Policies []PolicyChecklist `json:"policies"`
}

// Unanswered counts the unanswered items of all policies.
func (c *Checklist) Unanswered() int {
	n := 0
	for _, p := range c.Policies {
		n += p.Totals.Unanswered
	}
	return n
}

// PolicyChecklist says how one policy answers.
type PolicyChecklist struct {
	ID     string     `json:"id"`
	Totals ItemTotals `json:"totals"`
	// Items are in the order of the checklist.
	Items []Item `json:"items"`
}

// Item is one thing that a threshold document must set out, and how a policy answers.
type Item struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Policy is the shared policy that asks for it, and Cite are the clauses behind it.
	Policy string        `json:"policy"`
	Cite   []string      `json:"cite"`
	Answer term.Answered `json:"answer"`
	// Rules are the rules that answer it, and Note says what to know about them.
	Rules []ItemRule `json:"rules"`
	Note  string     `json:"note,omitempty"`
	// Gap is the reason why no rule answers it.
	Gap string `json:"gap,omitempty"`
	// File and Start are where the policy answers it, or where it could, within the rule
	// root.
	File  string              `json:"file"`
	Start diagnostic.Position `json:"start"`
}

// ItemRule is a rule that answers an item.
type ItemRule struct {
	ID    string    `json:"id"`
	Title string    `json:"title"`
	Kind  term.Kind `json:"kind"`
	// Policy is the policy that has the rule.
	Policy string   `json:"policy"`
	Cite   []string `json:"cite"`
}

// ItemTotals are the sums over a policy's items.
type ItemTotals struct {
	Items    int `json:"items"`
	Answered int `json:"answered"`
	Gaps     int `json:"gaps"`
	// Unanswered is the number of items that the policy does not answer.
	Unanswered int `json:"unanswered"`
}

// SumItems works out the totals.
func SumItems(items []Item) ItemTotals {
	t := ItemTotals{Items: len(items)}
	for _, i := range items {
		switch i.Answer {
		case term.AnsweredByRules:
			t.Answered++
		case term.AnsweredByGap:
			t.Gaps++
		case term.Unanswered:
			t.Unanswered++
		}
	}
	return t
}
