package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// coverageSummary is the totals in words: a line on clauses and one on rules.
func coverageSummary(p *coverage.Policy) []string {
	t := p.Totals
	var kinds []string
	for _, k := range slices.Sorted(maps.Keys(t.MarkedAs)) {
		kinds = append(kinds, fmt.Sprintf("%d %s", t.MarkedAs[k], inWords(k)))
	}
	marked := fmt.Sprintf("%d marked", t.Marked)
	if len(kinds) > 0 {
		marked += " (" + strings.Join(kinds, ", ") + ")"
	}
	return []string{
		fmt.Sprintf("%s: %d cited, %s, %d neither", english.Counted(t.Clauses, "clause"), t.Cited, marked, t.Neither),
		fmt.Sprintf("%s in %s: %d seen true, %d false, %d unknown, %d all three; %d always hold, %d can never be unknown",
			english.Counted(t.Rules, "rule"), english.Counted(p.Cases, "case"), t.Seen.True, t.Seen.False, t.Seen.Unknown, t.SeenAll,
			t.AlwaysHold, t.NeverUnknown),
	}
}

// gapGroup is gaps of one kind.
type gapGroup struct {
	title string
	gaps  []gap
}

// gap is one clause or rule and what it is about.
type gap struct{ place, id, about string }

// gapGroups are the gaps of a policy by kind; kinds without any are left out.
func gapGroups(p *coverage.Policy) []gapGroup {
	clauses := gapGroup{title: "Clauses with no rule and no reason"}
	for _, c := range p.Clauses {
		if c.Open() {
			clauses.gaps = append(clauses.gaps, gap{lineOf(c.File, c.Start), c.ID, c.Section})
		}
	}
	groups := []gapGroup{clauses}
	for _, t := range term.TableOf[term.Truth]().Values() {
		rules := gapGroup{title: "Rules never seen " + inWords(t)}
		for _, r := range p.Rules {
			if slices.Contains(r.NeverSeen, t) {
				rules.gaps = append(rules.gaps, gap{lineOf(r.File, r.Start), r.ID, r.Title})
			}
		}
		groups = append(groups, rules)
	}
	return slices.DeleteFunc(groups, func(g gapGroup) bool { return len(g.gaps) == 0 })
}

// carriedBy says what carries a clause, under this policy.
func carriedBy(p *coverage.Policy, c coverage.Clause) string {
	switch {
	case len(c.CitedBy) > 0:
		var by []string
		for _, x := range c.CitedBy {
			s := x.ID
			if x.Kind != term.CitingRule {
				s = inWords(x.Kind) + " " + s
			}
			if x.Policy != p.ID && x.Policy != c.Policy {
				s += " of " + x.Policy
			}
			by = append(by, s)
		}
		return strings.Join(by, ", ")
	case c.NoRule != nil:
		return "no rule, " + inWords(c.NoRule.Kind) + ": " + c.NoRule.Why
	default:
		return "no rule and no reason"
	}
}

// leftOut names the policies that the report leaves out; empty where there are none.
func leftOut(r *coverage.Report) string {
	if len(r.LeftOut) == 0 {
		return ""
	}
	return "Left out, because no case here names them: " + strings.Join(r.LeftOut, ", ")
}

// countedGaps is the last line: how many gaps there are.
func countedGaps(r *coverage.Report) string {
	if n := r.Gaps(); n > 0 {
		return english.Counted(n, "gap")
	}
	return "no gaps"
}

// lineOf is file:line.
func lineOf(file string, at diagnostic.Position) string {
	return fmt.Sprintf("%s:%d", file, at.Line)
}

// truthsInWords puts truths in words.
func truthsInWords(truths []term.Truth) string {
	var out []string
	for _, t := range truths {
		out = append(out, inWords(t))
	}
	return strings.Join(out, ", ")
}
