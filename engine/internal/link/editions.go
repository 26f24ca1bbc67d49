package link

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
)

// editions checks the families, when every policy is read: a case that names one
// must find at most one edition in force on its day, and never a policy instead.
func (l *loader) editions() {
	families := map[string][]*draft{}
	for _, id := range sortedKeys(l.drafts) {
		d := l.drafts[id]
		name := d.policy.Family
		if d.policy.ID.Value == policy.Every {
			l.everyPolicy(d, d.policy.ID.Node)
		}
		switch {
		case name.Value == "":
			continue
		case d.policy.Shared:
			l.at(d.file, name.Node, diagnostic.Misplaced, "no case names a shared policy, so it is no edition of anything", "take out family:")
		case !idPattern.MatchString(name.Value):
			l.at(d.file, name.Node, diagnostic.BadName, fmt.Sprintf("%q cannot be the name of a family", name.Value), "use lower-case letters and digits, joined by dots and hyphens")
		case name.Value == policy.Every:
			l.everyPolicy(d, name.Node)
		case l.drafts[name.Value] != nil:
			l.at(d.file, name.Node, diagnostic.NameClash, fmt.Sprintf("a family cannot be called %s: a policy is", name.Value), "give the family a name without a year")
		default:
			families[name.Value] = append(families[name.Value], d)
		}
	}
	for _, name := range sortedKeys(families) {
		list := families[name]
		slices.SortStableFunc(list, func(a, b *draft) int { return cmp.Compare(first(a), first(b)) })
		for i, later := range list {
			for _, earlier := range list[:i] {
				l.apart(name, earlier, later)
			}
		}
	}
}

// everyPolicy reports a policy or a family that is called what scenarios call every
// policy.
func (l *loader) everyPolicy(d *draft, n *yaml.Node) {
	l.at(d.file, n, diagnostic.NameClash, "scenarios call every policy "+policy.Every+", so nothing else can have this name", "give it another name")
}

// apart reports two editions of one family that are in force on one day, at the
// first day of the later one. Days that cannot be read are reported elsewhere.
func (l *loader) apart(family string, earlier, later *draft) {
	if !readable(earlier) || !readable(later) || last(earlier) < first(later) || last(later) < first(earlier) {
		return
	}
	day := max(first(earlier), first(later))
	on := "on " + day
	remedy := fmt.Sprintf("end %s the day before: in_force: {to: %s}", earlier.folder, before(day))
	if day == "" {
		on, remedy = "before their first ends", "give each the day on which it came into force: in_force: {from: …}"
	}
	l.at(later.file, dated(later), diagnostic.Conflict,
		fmt.Sprintf("%s and %s, both editions of %s, are in force %s", earlier.folder, later.folder, family, on), remedy)
}

// first and last are the days of an edition's life as they compare: before every
// day where it has no first, after every day where it has no last.
func first(d *draft) string { return d.policy.InForce.From.Value }
func last(d *draft) string  { return cmp.Or(d.policy.InForce.To.Value, "9999-12-31") }

// readable reports whether the days of an edition's life are dates.
func readable(d *draft) bool {
	for _, day := range []string{d.policy.InForce.From.Value, d.policy.InForce.To.Value} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return false
		}
	}
	return true
}

// dated is where an edition says when it came into force, or what comes nearest.
func dated(d *draft) *yaml.Node {
	for _, n := range []*yaml.Node{d.policy.InForce.From.Node, d.policy.InForce.To.Node} {
		if n != nil {
			return n
		}
	}
	return d.policy.Family.Node
}

// before is the day before another.
func before(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}
