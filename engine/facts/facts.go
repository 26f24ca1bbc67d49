// Package facts holds what a case can state: every fact of the vocabulary with its question,
// its values and what silence means, and the rules that read it. Package engine fills it,
// List.Find searches it, and package render shows it.
package facts

import (
	"fmt"
	"slices"

	"windscreen/engine/internal/english"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// FormatVersion is the Format that this version of the engine writes.
const FormatVersion = 1

// List is every fact, or those that a search found.
type List struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Searched says, for each word searched for, how far it leads. Without a search it is empty.
	Searched []Searched `json:"searched"`
	// Domains are the domains of the facts, in the order in which a referrer goes through them.
	Domains []Domain `json:"domains"`
	// Facts are in order of domain and name; after a search, the best match first.
	Facts []Fact `json:"facts"`
	// Openings are what an interview opens with while nothing is known. A list that a search found has none.
	Openings []Opening `json:"-"`
}

// Opening is something that may have happened, in a few plain words, and the path of the fact that asks about it.
type Opening struct{ Says, Path string }

// Domain is a group of facts that a practitioner goes through together.
type Domain struct {
	// Name is the name of the domain.
	Name string `json:"domain"`
	// Title is the domain in words.
	Title string `json:"title"`
	// Ask is the question whether the whole domain has been gone through.
	Ask string `json:"ask"`
}

// Fact is one observable thing about the child, the family or the home.
type Fact struct {
	// Path is the domain and the name joined by a dot, such as home.domestic_abuse.
	Path string `json:"fact"`
	// Domain is the domain of the fact.
	Domain string `json:"domain"`
	// Name is its name within the domain.
	Name string `json:"name"`
	// Title is the fact in words.
	Title string `json:"title"`
	// Ask is the question that a practitioner would ask, Who could answer it.
	Ask string   `json:"ask"`
	Who []string `json:"who"`
	// Also are everyday words that find the fact, as well as those that it shows.
	Also []string `json:"-"`
	// Of is whom the fact is of: the child, the home, or the case as a whole.
	Of term.Of `json:"of"`
	// Type is the type of its values, such as "scale" or "yes or no"; Takes says in words what
	// they are.
	Type  string `json:"type"`
	Takes string `json:"takes"`
	// Values are the rungs of a scale, lowest first, or the words of a choice; empty for
	// other types.
	Values []Value `json:"values"`
	// Bounds are those of a whole number; nil for other types.
	Bounds *Bounds `json:"bounds"`
	// Nothing is the value that silence means, as a case writes it; empty if silence never
	// settles the fact. Silence says in a sentence what silence means.
	Nothing string `json:"nothing"`
	Silence string `json:"silence"`
	// Applies says whom the fact applies to, and what is presumed of it; empty if it applies
	// to every child and nothing is. Partly says how to write what is partly known; empty if
	// that cannot be. Both are sentences.
	Applies string `json:"applies"`
	Partly  string `json:"partly"`
	// ThenAsk is what to ask next where the fact states a concern, the most pressing first.
	ThenAsk []ThenAsk `json:"then_ask"`
	// Example is a value that the fact can take, as a case writes it.
	Example string `json:"example"`
	// Rules are the rules that read the fact, in order of policy and id. After a search they
	// are those of them whose titles have a word searched for.
	Rules []Rule `json:"rules"`
}

// Value is one rung or word, and its meaning.
type Value struct {
	// Name is the value as a case states it.
	Name string `json:"value"`
	// Says is what the value means.
	Says string `json:"says"`
}

// ThenAsk is a fact to ask about next where another states a concern.
type ThenAsk struct {
	// Path and Title are those of the fact to ask about.
	Path  string `json:"fact"`
	Title string `json:"title"`
	// Ask is the question as it is asked then; empty if it is the fact's own.
	Ask string `json:"ask,omitempty"`
	// From is the lowest rung for which it is asked, and Words are the words for which it is; both are empty if it is
	// asked of every concern.
	From  string   `json:"from"`
	Words []string `json:"words"`
	// When is a condition, as the vocabulary writes it: where it is certainly false, the fact is not asked about. Empty if always.
	When string `json:"when,omitempty"`
	// Why is the reason, and Source the guidance, or the ids of clauses, that it comes from.
	Why    string `json:"why"`
	Source string `json:"source"`
}

// Bounds are the least and the greatest value of a whole number, and what it counts.
type Bounds struct {
	// Min is the least value.
	Min int64 `json:"min"`
	// Max is the greatest value.
	Max int64 `json:"max"`
	// Unit is what is counted, such as years or months.
	Unit string `json:"unit"`
}

// Rule is a rule that reads a fact.
type Rule struct {
	// Policy is the policy that the rule is from: a council's, or one that several build on.
	Policy string `json:"policy"`
	// ID is the id of the rule.
	ID string `json:"rule"`
	// Title is the rule in words.
	Title string `json:"title"`
}

// usual is the order in which a referrer goes through domains: the child and harm first, and
// last what is about the case and not about the child. Other domains stand in the middle.
var usual = []string{"child", "harm", "care", "home", "adults", "health", "wellbeing", "behaviour", "learning", "living",
	"", "strengths", "needs", "involved", "consent", "referral"}

// place is where a domain stands in that order.
func place(domain string) int {
	if i := slices.Index(usual, domain); i >= 0 {
		return i
	}
	return slices.Index(usual, "")
}

// Sort puts domains and facts in the order of a list without a search.
func (l *List) Sort() {
	slices.SortStableFunc(l.Domains, func(a, b Domain) int { return place(a.Name) - place(b.Name) })
	slices.SortStableFunc(l.Facts, func(a, b Fact) int { return place(a.Domain) - place(b.Domain) })
}

// Of is the list of the facts of some domains, or of all if none is named. A name that is not
// a domain's is an error, which names the nearest.
func (l *List) Of(domains ...string) (*List, error) {
	if len(domains) == 0 {
		return l, nil
	}
	var names []string
	for _, d := range l.Domains {
		names = append(names, d.Name)
	}
	for _, d := range domains {
		if !slices.Contains(names, d) {
			near := source.Nearest(d, names)
			if len(near) == 0 {
				near = names
			}
			return nil, fmt.Errorf("there is no domain called %q; there is %s", d, english.Or(near))
		}
	}
	out := *l
	out.Domains = slices.DeleteFunc(slices.Clone(l.Domains), func(d Domain) bool { return !slices.Contains(domains, d.Name) })
	out.Facts = slices.DeleteFunc(slices.Clone(l.Facts), func(f Fact) bool { return !slices.Contains(domains, f.Domain) })
	return &out, nil
}
