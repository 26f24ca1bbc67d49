package link

import (
	"cmp"
	"fmt"
	"math"
	"time"
	"unicode"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// rule links what rules of every kind have.
func (k *linker) rule(part *ruleroot.Draft, f *source.File, kind term.Kind, h rulefile.Head, title string) *policy.Rule {
	r := &policy.Rule{Kind: kind, ID: h.ID.Value, Title: cmp.Or(h.Title.Value, title), Short: k.short(f, kind, h.Short), Origin: part.ID,
		File: f.Name, Start: place(f, h.ID.Node)}
	if kind == term.KindCaution {
		r.Cite, r.NotCommenced = k.cite(citing(r), f, h.Cite), k.notCommenced(f, h)
	} else {
		r.Cite = k.citations(citing(r), f, h.Cite)
	}
	switch first := k.ids[r.ID]; {
	case r.ID == "":
	case !idPattern().MatchString(r.ID):
		k.At(f, h.ID.Node, diagnostic.BadName, fmt.Sprintf("%q cannot be the id of a rule", r.ID),
			"use lower-case letters and digits, joined by dots and hyphens")
	case first != nil:
		k.At(f, h.ID.Node, diagnostic.DuplicateID, fmt.Sprintf("there is already a rule %s at %s:%d", r.ID, first.File, first.Start.Line),
			"give it another id, or say that it replaces the other")
	default:
		k.ids[r.ID] = r
	}
	if len(r.Cite) == 0 && h.ID.Node != nil && !refusedCite(h) {
		k.At(f, h.ID.Node, diagnostic.CitesNothing, fmt.Sprintf("the rule %s cites no clause", r.ID),
			"add cite: with the clause that it puts into practice")
	}
	r.Safe = k.safe(f, kind, h.Short, h.Safe)
	r.From, r.To = k.span(f, h.InForce)
	r.When, r.Always = k.condition(f, r, h.When), source.Value(h.Here.Node, "when") == nil
	k.conditions[r] = placed{f, h.When.Node}
	k.unless(f, r, h)
	if r.Always && h.ID.Node != nil && (kind == term.KindIndicator || kind == term.KindGround) {
		k.At(f, h.ID.Node, diagnostic.MissingKey, fmt.Sprintf("%s has no condition, so it would hold for every child", r.ID),
			"write when: with the condition, or when: true if it is meant for every child")
	}
	if h.Replaces != nil {
		r.Replaces = h.Replaces.Rule.Value
	}
	k.lowers(r, f, h)
	if len(h.Excludes) > 0 {
		k.excludes = append(k.excludes, excluding{r, f, h.Excludes})
	}
	k.all = append(k.all, r)
	return r
}

// lowers links the exceptions that a rule declares to the law that worse never lowers the
// level.
func (k *linker) lowers(r *policy.Rule, f *source.File, h rulefile.Head) {
	for _, e := range h.Lowers {
		fact := k.p.Vocabulary.Fact(e.Fact.Value)
		if fact == nil || fact.Kind != vocabulary.Scale {
			k.At(f, e.Fact.Node, diagnostic.UnknownName, fmt.Sprintf("%s is not a graded fact", e.Fact.Value),
				source.DidYouMean(e.Fact.Value, k.p.Vocabulary.Paths()))
			continue
		}
		r.Lowers = append(r.Lowers, fact)
		k.citations(citing(r), f, e.Cite)
	}
}

// citing is a rule as something that cites clauses.
func citing(r *policy.Rule) policy.Citation {
	return policy.Citation{Policy: r.Origin, Kind: term.CitingRule, ID: r.ID}
}

// span reads the days on which a rule is in force, as moments: from the start of the first
// day up to the end of the last.
func (k *linker) span(f *source.File, e rulefile.InForce) (from, to int64) {
	first, last, faults := ruleroot.Days(f, e)
	for _, d := range faults {
		k.Report(d)
	}
	start := func(day *time.Time, add int) int64 {
		return time.Date(day.Year(), day.Month(), day.Day()+add, 0, 0, 0, 0, k.london).Unix()
	}
	from, to = math.MinInt64, math.MaxInt64
	if first != nil {
		from = start(first, 0)
	}
	if last != nil {
		to = start(last, 1)
	}
	return from, to
}

// condition checks one condition of a rule. The result always holds if there is none, or if it
// is faulty.
func (k *linker) condition(f *source.File, r *policy.Rule, e shape.Expr) *lang.Condition {
	if e.Node == nil {
		return lang.Always()
	}
	parsed, faults := k.parse(e.Node)
	if parsed != nil {
		k.uses(parsed)
		var c *lang.Condition
		if c, faults = k.bind(k.part, "the rule "+r.ID, parsed, &k.scope); c != nil {
			return c
		}
	}
	k.textFaults(f, e.Node, faults)
	return &lang.Condition{Text: e.Node.Value, Root: lang.Always().Root}
}

// Condition is where the condition of a rule stands, and whether the rule was read from a file.
func (l *Linked) Condition(r *policy.Rule) (at [2]diagnostic.Position, ok bool) {
	c, ok := l.conditions[r]
	return spanOf(c.file, c.node), ok
}

// spanOf is where the whole of a condition stands, without the space around it.
func spanOf(f *source.File, n *yaml.Node) [2]diagnostic.Position {
	if n == nil {
		return [2]diagnostic.Position{}
	}
	text := []rune(n.Value)
	start, end := 0, len(text)
	for start < end && unicode.IsSpace(text[start]) {
		start++
	}
	for end > start && unicode.IsSpace(text[end-1]) {
		end--
	}
	snippet := f.Snippet(n)
	return [2]diagnostic.Position{snippet.Position(start), snippet.Position(end)}
}
