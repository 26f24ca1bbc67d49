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

// gapGroups are the gaps of a policy by kind, those of its own clauses and rules before those of shared policies; kinds
// without any are left out. Rungs that no case tried on both sides come last, and only of its own rules.
func gapGroups(p *coverage.Policy) []gapGroup {
	groups := append(gapsOf(p, true), gapsOf(p, false)...)
	rungs := gapGroup{title: "Rungs not tried on both sides (no gaps)"}
	for _, r := range p.Rules {
		for _, x := range r.Rungs {
			if r.Policy == p.ID {
				rungs.gaps = append(rungs.gaps, gap{lineOf(r.File, r.Start), r.ID, rungInWords(x)})
			}
		}
	}
	return slices.DeleteFunc(append(groups, rungs), func(g gapGroup) bool { return len(g.gaps) == 0 })
}

// gapsOf are the gaps in what is the policy's own, or in what is shared.
func gapsOf(p *coverage.Policy, own bool) []gapGroup {
	of := ""
	if !own {
		of = "Shared: "
	}
	clauses := gapGroup{title: of + "Clauses with no rule and no reason"}
	for _, c := range p.Clauses {
		if (c.Policy == p.ID) == own && c.Open() {
			clauses.gaps = append(clauses.gaps, gap{lineOf(c.File, c.Start), c.ID, c.Section})
		}
	}
	groups := []gapGroup{clauses}
	for _, t := range term.TableOf[term.Truth]().Values() {
		rules := gapGroup{title: of + "Rules never seen " + inWords(t)}
		for _, r := range p.Rules {
			if (r.Policy == p.ID) == own && slices.Contains(r.NeverSeen, t) {
				rules.gaps = append(rules.gaps, gap{lineOf(r.File, r.Start), r.ID, r.Title})
			}
		}
		groups = append(groups, rules)
	}
	return groups
}

// rungInWords says on which side of a rung a case is missing.
func rungInWords(x coverage.Rung) string {
	var missing []string
	if !x.AtIt {
		missing = append(missing, "no case in which it holds at "+x.Rung)
	}
	if !x.Below {
		missing = append(missing, "no case in which it does not hold just below "+x.Rung)
	}
	return x.Fact + ": " + strings.Join(missing, ", ")
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
	n, own := r.Gaps(), r.OwnGaps()
	switch {
	case n == 0:
		return "no gaps"
	case own == n:
		return english.Counted(n, "gap")
	}
	return fmt.Sprintf("%s, of which %d in shared clauses and rules", english.Counted(n, "gap"), n-own)
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
