package catalogue

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/check"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/source"
)

// IDs are the ids of the policies that a case can name, in order.
func (c *Catalogue) IDs() []string {
	var ids []string
	for _, p := range c.root.Policies() {
		ids = append(ids, p.ID)
	}
	return ids
}

// Councils are the names under which a case can ask for the edition of its day, in order.
func (c *Catalogue) Councils() []string { return c.root.Councils() }

// Names are what a case may write after policy: ids, and then councils.
func (c *Catalogue) Names() []string { return append(c.IDs(), c.Councils()...) }

// Editions are the ids of a council's policies, in order.
func (c *Catalogue) Editions(council string) []string {
	var ids []string
	for _, p := range c.root.Editions(council) {
		ids = append(ids, p.ID)
	}
	return ids
}

// NoPolicy completes a diagnostic that there is no policy of a name.
func (c *Catalogue) NoPolicy(name string, at diagnostic.Diagnostic) diagnostic.Diagnostic {
	at.Severity, at.Code = diagnostic.Error, diagnostic.UnknownPolicy
	at.Message = fmt.Sprintf("there is no policy called %q", name)
	at.Remedy = cmp.Or(source.DidYouMean(name, c.Names()), c.Listed())
	return at
}

// fewNames is how many names a remedy lists.
const fewNames = 8

// Listed says, for a remedy, which policies there are: all names if they are few, and
// otherwise how many there are and what lists them.
func (c *Catalogue) Listed() string {
	if names := c.Names(); len(names) <= fewNames {
		return "the policies are " + strings.Join(names, ", ")
	}
	councils := fmt.Sprintf("%d councils", len(c.Councils()))
	if len(c.Councils()) == 1 {
		councils = "one council"
	}
	return fmt.Sprintf("there are %d policies of %s; windscreen policies lists them", len(c.IDs()), councils)
}

// noID is the fault that there is no policy with an id, where no date is at hand that would
// choose an edition of a council.
func (c *Catalogue) noID(id string) diagnostic.Diagnostic {
	editions := c.Editions(id)
	d := diagnostic.Diagnostic{Severity: diagnostic.Error, Code: diagnostic.UnknownPolicy}
	switch len(editions) {
	case 0:
		return c.NoPolicy(id, d)
	case 1:
		d.Message, d.Remedy = id+" is a council with one edition", "name it: "+editions[0]
	default:
		d.Message, d.Remedy = id+" is a council with several editions", "name one: "+english.Or(editions)
	}
	return d
}

// Choice is the policy that a name asks for.
type Choice struct {
	ID string
	// Council is set where the name is that of a council, and the edition was chosen by
	// date.
	Council string
	// InForce is whether the policy was in force on the day, Life the days of its life in
	// words. Where its policy.yaml has errors, its days are not known and InForce is true:
	// using the policy gives the errors.
	InForce bool
	Life    string
}

// Choose finds the policy that a name asks for on the London day of a moment: the policy
// with that id, whatever its days, or else the edition of that council that was in force.
// It reads the policy.yaml of the editions of that council and nothing else. What is wrong
// is said at a place.
func (c *Catalogue) Choose(name string, asOf time.Time, at diagnostic.Diagnostic) (Choice, diagnostic.List) {
	day := c.Day(asOf)
	if p, ok := c.root.Policy(name); ok {
		head := c.head(p)
		return Choice{ID: p.ID, InForce: head.HeadFaulty || inForce(head, day), Life: life(head)}, nil
	}
	editions, faults := c.editions(name)
	if faults.HasErrors() {
		return Choice{}, faults
	}
	if len(editions) == 0 {
		return Choice{}, diagnostic.List{c.NoPolicy(name, at)}
	}
	var lives []string
	for _, d := range editions {
		if inForce(d, day) {
			return Choice{ID: d.ID, Council: name, InForce: true, Life: life(d)}, nil
		}
		lives = append(lives, d.ID+" "+life(d))
	}
	at.Severity, at.Code = diagnostic.Error, diagnostic.NotInForce
	at.Message = fmt.Sprintf("no edition of %s was in force on %s", name, day)
	at.Remedy = "check as_of, or name an edition: " + strings.Join(lives, "; ")
	return Choice{}, diagnostic.List{at}
}

// editions are the heads of a council's policies, in the order of their first days. Where a
// head has errors, its days are not known, so that no edition can be chosen.
func (c *Catalogue) editions(council string) ([]*ruleroot.Draft, diagnostic.List) {
	var editions []*ruleroot.Draft
	var faults diagnostic.List
	for _, p := range c.root.Editions(council) {
		head := c.head(p)
		editions, faults = append(editions, head), append(faults, head.Faults...)
	}
	if !faults.HasErrors() {
		faults = check.Editions(editions)
	}
	slices.SortStableFunc(editions, func(a, b *ruleroot.Draft) int {
		return strings.Compare(a.Policy.InForce.From.Value, b.Policy.InForce.From.Value)
	})
	return editions, c.below(faults)
}

// Day is the London day of a moment, as YYYY-MM-DD.
func (c *Catalogue) Day(at time.Time) string { return at.In(c.London()).Format(time.DateOnly) }

// inForce reports whether an edition was in force on a day.
func inForce(d *ruleroot.Draft, day string) bool {
	from, to := d.Policy.InForce.From.Value, d.Policy.InForce.To.Value
	return (from == "" || day >= from) && (to == "" || day <= to)
}

// life is the days of an edition's life in words.
func life(d *ruleroot.Draft) string {
	switch from, to := d.Policy.InForce.From.Value, d.Policy.InForce.To.Value; {
	case to == "":
		return "from " + from
	case from == "":
		return "to " + to
	default:
		return "from " + from + " to " + to
	}
}

// Council is the council whose edition a policy is; empty where there is no such policy.
func (c *Catalogue) Council(id string) string {
	p, _ := c.root.Policy(id)
	return p.Council
}
