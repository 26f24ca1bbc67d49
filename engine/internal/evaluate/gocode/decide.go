package gocode

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// Source is the rules of a policy as the function decide, in Go.
func Source(p *policy.Policy) string {
	w := &writer{policy: p, known: map[string]string{}}
	rules := make([]string, len(p.Rules))
	write := func(from, to int, which func(*policy.Rule) bool) {
		for _, r := range p.Rules[from:to] {
			if which(r) {
				rules[r.Index] = w.rule(r)
			}
		}
	}
	isLevel := func(r *policy.Rule) bool { return r.Kind == term.KindLevel }
	write(0, p.FindingsEnd, func(r *policy.Rule) bool { return !isLevel(r) })
	w.ground(rules)
	w.tally(rules)
	write(0, p.FindingsEnd, isLevel)
	levelFrom := len(w.statements)
	write(p.FindingsEnd, len(p.Rules), func(*policy.Rule) bool { return true })

	var b strings.Builder
	fmt.Fprintf(&b, "package main\n\nconst (\n\tfacts = %d\n\tstatutes = %d\n\tconsents = %d\n\tescalations = %d\n)\n\n",
		len(p.Vocabulary.Facts), len(p.Statutes), len(p.Consent), len(p.Escalations))
	b.WriteString("func judgedIn(c *known, lo, hi int64) truth {\n\tif !c.judged {\n\t\treturn 1\n\t}\n" +
		"\treturn of(c.judgedLevel >= lo && c.judgedLevel <= hi)\n}\n\n")
	b.WriteString("func decide(c *known, v *verdict) {\n")
	read := w.read(rules)
	w.print(&b, w.statements[:levelFrom], read)
	w.level(&b, rules)
	w.print(&b, w.statements[levelFrom:], read)
	w.answers(&b, rules)
	b.WriteString("}\n")
	return b.String()
}

// rule is the truth of a rule, which is false on a day on which it is not in force.
func (w *writer) rule(r *policy.Rule) string {
	t := w.condition(r.When.Root)
	if r.From == math.MinInt64 && r.To == math.MaxInt64 {
		return t
	}
	return w.all(w.let(nil, "of(c.asOf >= %d && c.asOf < %d)", r.From, r.To), t)
}

// ground works out the grounds.
func (w *writer) ground(rules []string) {
	for _, list := range w.policy.GroundRules() {
		var of []string
		for _, r := range list {
			of = append(of, rules[r.Index])
		}
		w.grounds = append(w.grounds, w.any(of...))
	}
}

// tally works out what counts, level by level from the highest: a sign counts at its own level and
// below.
func (w *writer) tally(rules []string) {
	p := w.policy
	w.decisive, w.tallies, w.domains = make([]string, len(p.Levels)), make([][]string, len(p.Levels)), make([][]string, len(p.Levels))
	firm, concepts, areas, decides := nothing(len(p.Concepts)), nothing(len(p.Concepts)), nothing(len(p.Domains)), no
	for level := range slices.Backward(p.Levels) {
		here := slices.DeleteFunc(slices.Clone(p.Indicators), func(i *policy.Indicator) bool { return i.Level != level })
		for _, i := range here {
			if i.Strength.Counts() {
				firm[i.Concept] = w.any(firm[i.Concept], rules[i.Index])
			}
		}
		before, after := w.upTo(firm), slices.Clone(firm)
		slices.Reverse(after)
		after = w.upTo(after)
		for _, i := range here {
			t := rules[i.Index]
			switch i.Strength {
			case term.StrengthContext:
				continue
			case term.StrengthModifies:
				t = w.all(t, w.any(before[i.Concept], after[len(firm)-1-i.Concept]))
			case term.StrengthDecides:
				decides = w.any(decides, t)
			case term.StrengthCounts:
			}
			concepts[i.Concept], areas[i.Domain] = w.any(concepts[i.Concept], t), w.any(areas[i.Domain], t)
		}
		w.decisive[level], w.tallies[level], w.domains[level] = decides, slices.Clone(concepts), slices.Clone(areas)
	}
}

func nothing(n int) []string { return slices.Repeat([]string{no}, n) }

// upTo is, for each of a list, whether any before it holds.
func (w *writer) upTo(list []string) []string {
	out := []string{no}
	for _, t := range list {
		out = append(out, w.any(out[len(out)-1], t))
	}
	return out
}

// read are the names that the answer depends on.
func (w *writer) read(rules []string) map[string]bool {
	read := map[string]bool{}
	for _, g := range w.grounds {
		read[g] = true
	}
	p := w.policy
	for _, l := range p.Levels {
		read[rules[l.Index]] = true
	}
	for _, l := range p.Consent {
		read[rules[l.Index]] = true
	}
	for _, e := range p.Escalations {
		read[rules[e.Index]] = true
	}
	for _, s := range slices.Backward(w.statements) {
		if read[s.name] {
			maps.Insert(read, maps.All(set(s.args)))
		}
	}
	return read
}

func set(names []string) map[string]bool {
	out := map[string]bool{}
	for _, n := range names {
		out[n] = true
	}
	return out
}

// print prints the statements that are read.
func (w *writer) print(b *strings.Builder, list []statement, read map[string]bool) {
	for _, s := range list {
		if read[s.name] {
			fmt.Fprintf(b, "\t%s := %s\n", s.name, s.expression)
		}
	}
}

// level settles the level. The numbers of levels are what conditions and answers speak of.
func (w *writer) level(b *strings.Builder, rules []string) {
	fmt.Fprintf(b, "\tlow, high := int64(%d), int64(%d)\n", w.policy.Levels[0].Number, w.policy.Levels[0].Number)
	for _, l := range w.policy.Levels {
		fmt.Fprintf(b, "\tswitch truth(%s) {\n\tcase yes:\n\t\tlow, high = %d, %d\n\tcase 1:\n\t\thigh = %d\n\t}\n",
			rules[l.Index], l.Number, l.Number, l.Number)
	}
}

// answers writes what holds to the lists of the verdict, without a branch: each stands in the next
// place of its list, and the place moves on only if it holds.
func (w *writer) answers(b *strings.Builder, rules []string) {
	p := w.policy
	b.WriteString("\tv.low, v.high = int(low), int(high)\n")
	for i, g := range w.grounds {
		fmt.Fprintf(b, "\tv.grounds[%d] = %s\n", i, g)
	}
	b.WriteString("\tn, m, single := 0, 0, [8]truth{}\n")
	for i, l := range p.Consent {
		fmt.Fprintf(b, "\tv.consent[n] = %d\n", i)
		if a := term.Order(l.Answer); l.Answer.Single() {
			fmt.Fprintf(b, "\tn += int(truth(%s) >> 1 &^ single[%d])\n\tsingle[%d] |= %s >> 1\n", rules[l.Index], a, a, rules[l.Index])
		} else {
			fmt.Fprintf(b, "\tn += int(truth(%s) >> 1)\n", rules[l.Index])
		}
	}
	b.WriteString("\tv.consented, n = n, 0\n")
	for i, e := range p.Escalations {
		t := rules[e.Index]
		fmt.Fprintf(b, "\tv.escalations[n], v.possible[m] = %d, %d\n", i, i)
		fmt.Fprintf(b, "\tn += int(truth(%s) >> 1)\n\tm += int(truth(%s) & 1 &^ (truth(%s) >> 1))\n", t, t, t)
	}
	b.WriteString("\tv.escalated, v.possibleOnes = n, m\n")
}
