package link

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"
	"windscreen/engine/internal/policy"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// strata is what each kind of rule may read.
var strata = map[policy.Kind]lang.Stratum{
	policy.KindIndicator: lang.FactsOnly, policy.KindGround: lang.FactsOnly, policy.KindLevel: lang.Counted,
	policy.KindConsent: lang.Levelled, policy.KindEscalation: lang.Levelled, policy.KindPathway: lang.Levelled, policy.KindService: lang.Levelled,
	policy.KindCaution: lang.WithJudgement,
}

// rule reads what every rule has.
func (k *linker) rule(part *draft, f *source.File, kind policy.Kind, h rulefile.Head, title string) *policy.Rule {
	r := &policy.Rule{Kind: kind, ID: h.ID.Value, Title: cmp.Or(h.Title.Value, title), Origin: part.folder,
		File: f.Name, Start: place(f, h.ID.Node)}
	if kind == policy.KindCaution {
		r.Cite, r.NotCommenced = k.cite(citing(r), f, h.Cite), k.notCommenced(f, h)
	} else {
		r.Cite = k.citations(citing(r), f, h.Cite)
	}
	switch first := k.ids[r.ID]; {
	case r.ID == "":
	case !idPattern.MatchString(r.ID):
		k.at(f, h.ID.Node, diagnostic.BadName, fmt.Sprintf("%q cannot be the id of a rule", r.ID), "use lower-case letters and digits, joined by dots and hyphens")
	case first != nil:
		k.at(f, h.ID.Node, diagnostic.DuplicateID, fmt.Sprintf("the rule %s stands already at %s:%d", r.ID, first.File, first.Start.Line), "give it another id, or say that it replaces the other")
	default:
		k.ids[r.ID] = r
	}
	if len(r.Cite) == 0 && h.ID.Node != nil && !refusedCite(h) {
		k.at(f, h.ID.Node, diagnostic.CitesNothing, fmt.Sprintf("the rule %s cites no clause", r.ID), "add cite: with the clause that it puts into practice")
	}
	r.From, r.To = k.span(f, h.InForce)
	r.When, r.Always = k.condition(f, h.When, strata[kind])
	k.conditions[r] = spanOf(f, h.When)
	k.unless(f, r, h)
	if h.When.Node == nil && h.ID.Node != nil && (kind == policy.KindIndicator || kind == policy.KindGround) {
		k.at(f, h.ID.Node, diagnostic.MissingKey, fmt.Sprintf("%s has no condition, so it would hold for every child", r.ID), "write when: with the condition; when: true only if it is meant for every child")
	}
	if h.Replaces != nil {
		r.Replaces, r.Why = h.Replaces.Rule.Value, h.Replaces.Why.Value
	}
	for _, e := range h.Lowers {
		fact := k.p.Vocabulary.Fact(e.Fact.Value)
		if fact == nil || fact.Kind != vocabulary.Scale {
			k.at(f, e.Fact.Node, diagnostic.UnknownName, fmt.Sprintf("%s is not a graded fact", e.Fact.Value), source.DidYouMean(e.Fact.Value, k.p.Vocabulary.Paths()))
			continue
		}
		r.Lowers = append(r.Lowers, policy.Lowers{Fact: fact, Why: e.Why.Value, Cite: k.citations(citing(r), f, e.Cite)})
	}
	k.p.Rules = append(k.p.Rules, r)
	return r
}

// citing is a rule as something that cites clauses.
func citing(r *policy.Rule) policy.Citation {
	return policy.Citation{Policy: r.Origin, Kind: policy.CitedByRule, ID: r.ID}
}

// span reads the days on which something is in force, as moments: from the start
// of the first day up to the end of the last.
func (k *linker) span(f *source.File, e rulefile.InForce) (from, to int64) {
	from, to = math.MinInt64, math.MaxInt64
	day := func(t shape.Text, add int) (int64, bool) {
		if t.Value == "" {
			return 0, false
		}
		d, err := time.ParseInLocation(time.DateOnly, t.Value, k.london)
		if err != nil {
			k.at(f, t.Node, diagnostic.UnreadableDate, fmt.Sprintf("%q is not a date", t.Value), "write year-month-day, for example 2020-02-01")
			return 0, false
		}
		return d.AddDate(0, 0, add).Unix(), true
	}
	if d, ok := day(e.From, 0); ok {
		from = d
	}
	if d, ok := day(e.To, 1); ok {
		to = d
	}
	if from >= to {
		k.at(f, e.To.Node, diagnostic.Conflict, "the last day comes before the first", "put the earlier at from")
	}
	return from, to
}

// condition checks one condition.
func (k *linker) condition(f *source.File, e shape.Expr, s lang.Stratum) (*lang.Condition, bool) {
	if e.Node == nil {
		return lang.Always(), true
	}
	parsed, faults := k.parse(e.Node)
	if parsed != nil {
		k.uses(parsed)
		var c *lang.Condition
		if c, faults = k.bind(parsed, s); c != nil {
			return c, false
		}
	}
	k.textFaults(f, e.Node, faults)
	return &lang.Condition{Text: e.Node.Value, Root: lang.Always().Root}, true
}

// rules reads the rules of one file.
func (k *linker) rules(part *draft, f rulesFile) {
	s := f.shape
	for _, e := range s.Indicators {
		k.indicator(part, f, e)
	}
	for _, e := range s.Grounds {
		g := &policy.Ground{Rule: k.rule(part, f.file, policy.KindGround, e.Head, "")}
		g.Statute = k.statute(f.file, e.Ground)
		k.p.Grounds = append(k.p.Grounds, g)
	}
	for _, e := range s.Levels {
		l := &policy.Level{Rule: k.rule(part, f.file, policy.KindLevel, e.Head, e.Name.Value), Number: e.Level, Name: e.Name.Value}
		if l.Number < 1 || l.Number > 99 {
			k.at(f.file, e.ID.Node, diagnostic.OffScale, fmt.Sprintf("a level cannot be %d", l.Number), "levels are numbered from 1")
		}
		k.p.Levels = append(k.p.Levels, l)
	}
	k.consent(part, f)
	for _, e := range s.Escalations {
		k.escalation(part, f, e)
	}
	for _, e := range s.Pathway {
		k.p.Pathway = append(k.p.Pathway, &policy.Step{Rule: k.rule(part, f.file, policy.KindPathway, e.Head, e.Says.Value),
			Part: e.Part.Value, Force: e.Force.Value, Says: e.Says.Value, Contact: k.contact(f.file, e.Contact)})
	}
	for _, e := range s.Services {
		x := &policy.Service{Rule: k.rule(part, f.file, policy.KindService, e.Head, e.Says.Value),
			Says: e.Says.Value, Organisation: e.Organisation.Value, ListedAt: k.listedAt(f.file, e.ListedAt),
			Agreement: e.Agreement.Value, Contact: k.contact(f.file, e.Contact)}
		if !e.ListedOnly {
			k.p.Services = append(k.p.Services, x)
			continue
		}
		if e.When.Node != nil {
			k.at(f.file, e.When.Node, diagnostic.Misplaced, fmt.Sprintf("%s is only listed, so its condition would never be asked", x.ID), "take out one of when and listed_only")
		}
		k.p.Listed = append(k.p.Listed, x)
	}
	for _, e := range s.Cautions {
		k.p.Cautions = append(k.p.Cautions, &policy.Caution{Rule: k.rule(part, f.file, policy.KindCaution, e.Head, e.Says.Value), Says: e.Says.Value})
	}
}

var strengths = map[string]policy.Strength{"context": policy.StrengthContext, "modifies": policy.StrengthModifies, "counts": policy.StrengthCounts, "decides": policy.StrengthDecides}

// indicator reads one sign of need.
func (k *linker) indicator(part *draft, f rulesFile, e rulefile.IndicatorEntry) {
	i := &policy.Indicator{Rule: k.rule(part, f.file, policy.KindIndicator, e.Head, ""), Strength: strengths[e.Strength.Value], Ground: -1}
	number := cmp.Or(e.Level, f.shape.Level)
	level, ok := k.levels[number]
	if !ok && len(k.levels) > 0 {
		k.at(f.file, e.ID.Node, diagnostic.OffScale, fmt.Sprintf("there is no level %d", number), fmt.Sprintf("the levels are %v; give level: here or at the head of the file", levelNumbers(k.levels)))
	}
	i.Level = level
	i.Concept = k.concepts[e.Concept.Value]
	if e.Concept.Value != "" && !idPattern.MatchString(e.Concept.Value) {
		k.at(f.file, e.Concept.Node, diagnostic.BadName, fmt.Sprintf("%q cannot be a concept", e.Concept.Value), "use lower-case letters and digits, joined by dots and hyphens")
	}
	domain, ok := k.domains[e.Domain.Value]
	if !ok && e.Domain.Value != "" {
		k.at(f.file, e.Domain.Node, diagnostic.UnknownName, fmt.Sprintf("the policy has no domain %s", e.Domain.Value), source.DidYouMean(e.Domain.Value, sortedKeys(k.domains)))
	}
	i.Domain = domain
	if e.Ground.Value != "" {
		if i.Strength != policy.StrengthDecides {
			k.at(f.file, e.Ground.Node, diagnostic.Misplaced, "only a sign that decides makes out a ground by itself", "make it strength: decides, or write a ground rule")
		}
		i.Ground = k.statute(f.file, e.Ground)
	}
	k.p.Indicators = append(k.p.Indicators, i)
}

// listedAt is the level at which a directory lists a service, or 0.
func (k *linker) listedAt(f *source.File, at shape.Int) int {
	if _, ok := k.levels[at.Value]; at.IsSet() && !ok && len(k.levels) > 0 {
		k.at(f, at.Node, diagnostic.OffScale, fmt.Sprintf("there is no level %d", at.Value), fmt.Sprintf("the levels are %v", levelNumbers(k.levels)))
	}
	return at.Value
}

// statute finds a statutory basis by name.
func (k *linker) statute(f *source.File, t shape.Text) int {
	i, ok := k.statutes[t.Value]
	if !ok && t.Value != "" {
		k.at(f, t.Node, diagnostic.UnknownName, fmt.Sprintf("there is no statutory basis called %s", t.Value), source.DidYouMean(t.Value, sortedKeys(k.statutes)))
	}
	return i
}

// escalation reads one escalation and its deadlines.
func (k *linker) escalation(part *draft, f rulesFile, e rulefile.EscalationEntry) {
	x := &policy.Escalation{Rule: k.rule(part, f.file, policy.KindEscalation, e.Head, e.Action.Value), Immediate: e.Immediate, First: e.First,
		Action: e.Action.Value, Who: e.Who.Value, Agreement: e.Agreement.Value, Contact: k.contact(f.file, e.Contact)}
	if x.First && !x.Immediate && e.ID.Node != nil {
		k.at(f.file, e.ID.Node, diagnostic.Misplaced, fmt.Sprintf("%s comes first and is not immediate", x.ID), "write immediate: true beside it, or take out first")
	}
	for _, d := range e.Due {
		k.citations(citing(x.Rule), f.file, []shape.Text{d.Clause})
		due := policy.Due{Clause: d.Clause.Value, Basis: d.Basis.Value}
		limit, err := policy.ParseLimit(d.Within.Value)
		if err != nil && d.Within.Node != nil {
			k.at(f.file, d.Within.Node, diagnostic.WrongShape, err.Error(), "write for example 24 hours, 3 working days, 6 weeks, same working day, end of next working day or at once")
		}
		due.Limit = limit
		if needsClock(limit.Unit) && k.clockOf() == nil && d.Within.Node != nil && len(k.levels) > 0 {
			k.at(f.file, d.Within.Node, diagnostic.MissingKey, "working days are counted but the policy does not say how", "add clock: to policy.yaml")
		}
		if d.From.Value != "" {
			due.From = k.p.Vocabulary.Fact(d.From.Value)
			if due.From == nil || due.From.Kind != vocabulary.Date && due.From.Kind != vocabulary.Time {
				k.at(f.file, d.From.Node, diagnostic.UnknownName, fmt.Sprintf("%s is not a date or time fact", d.From.Value), source.DidYouMean(d.From.Value, times(k.p.Vocabulary)))
				due.From = nil
			}
		}
		x.Due = append(x.Due, due)
	}
	k.p.Escalations = append(k.p.Escalations, x)
}

// times lists the paths of date and time facts.
func times(v *vocabulary.Vocabulary) []string {
	var paths []string
	for _, f := range v.Facts {
		if f.Kind == vocabulary.Date || f.Kind == vocabulary.Time {
			paths = append(paths, f.Path)
		}
	}
	return paths
}

// needsClock reports whether a unit ends with a working day.
func needsClock(u policy.Unit) bool {
	return slices.Contains([]policy.Unit{policy.UnitWorkingDays, policy.UnitSameWorkingDay, policy.UnitEndOfNextWorkingDay, policy.UnitDays, policy.UnitWeeks, policy.UnitMonths}, u)
}
