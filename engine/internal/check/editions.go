package check

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/ruleroot"
)

// editionsOfCouncils checks the editions of every council.
func editionsOfCouncils(all []*link.Linked) diagnostic.List {
	councils := map[string][]*ruleroot.Draft{}
	var names []string
	for _, l := range all {
		if name := l.Draft.Council; name != "" {
			if councils[name] == nil {
				names = append(names, name)
			}
			councils[name] = append(councils[name], l.Draft)
		}
	}
	var list diagnostic.List
	for _, name := range names {
		list = append(list, Editions(councils[name])...)
	}
	return list
}

// Editions checks the editions of one council: a case that names the council must find at
// most one in force on its day. Only their policy.yaml need have been read. An edition whose
// policy.yaml has errors is passed over, because its days are not known.
func Editions(editions []*ruleroot.Draft) diagnostic.List {
	var list diagnostic.List
	editions = slices.DeleteFunc(slices.Clone(editions), func(d *ruleroot.Draft) bool { return d.HeadFaulty })
	slices.SortStableFunc(editions, func(a, b *ruleroot.Draft) int { return cmp.Compare(first(a), first(b)) })
	for i, later := range editions {
		for _, earlier := range editions[:i] {
			list = append(list, apart(earlier, later)...)
		}
	}
	return list
}

// apart reports two editions that are in force on one day, at the first day of the later
// one.
func apart(earlier, later *ruleroot.Draft) diagnostic.List {
	if last(earlier) < first(later) || last(later) < first(earlier) {
		return nil
	}
	day := max(first(earlier), first(later))
	on := "on " + day
	remedy := fmt.Sprintf("end %s the day before: in_force: {to: %s}", earlier.ID, before(day))
	if day == first(earlier) {
		remedy = "correct the day on which one of them came into force: they start on the same day"
	}
	if day == "" {
		on, remedy = "before their first ends", "give each edition the day on which it came into force: in_force: {from: …}"
	}
	return diagnostic.List{later.File.At(dated(later), diagnostic.Conflict,
		fmt.Sprintf("%s and %s, both editions of %s, are in force %s", earlier.ID, later.ID, later.Council, on), remedy)}
}

// first and last are the days of an edition's life as they compare: before every
// day where it has no first, after every day where it has no last.
func first(d *ruleroot.Draft) string { return d.Policy.InForce.From.Value }
func last(d *ruleroot.Draft) string  { return cmp.Or(d.Policy.InForce.To.Value, "9999-12-31") }

// dated is where an edition says when it came into force, or what comes nearest.
func dated(d *ruleroot.Draft) *yaml.Node {
	return cmp.Or(d.Policy.InForce.From.Node, d.Policy.InForce.To.Node, d.Anchor())
}

// before is the day before another.
func before(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}
