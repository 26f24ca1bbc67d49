package draw

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"windscreen/engine/internal/vocabulary"
)

// PolicyID is the id of the policy that Rules makes up.
const PolicyID = "made-up"

// policyDir is its folder.
const policyDir = "authorities/made/up"

// clauses is its register: the one clause that every rule cites, and those that the vocabulary cites.
func clauses(v *vocabulary.Vocabulary) string {
	var text strings.Builder
	text.WriteString("document: A made-up document\nclauses:\n  - {id: M-1, section: \"1\", says: Something}\n")
	cited := map[string]bool{}
	asks := slices.Clone(v.ThenAsk)
	for _, f := range v.Facts {
		asks = append(asks, f.ThenAsk...)
	}
	for _, t := range asks {
		for _, id := range t.Cite {
			if !cited[id] {
				cited[id] = true
				fmt.Fprintf(&text, "  - {id: %s, section: \"1\", says: Something}\n", id)
			}
		}
	}
	return text.String()
}

// ruleFile is how many rules stand in one file, well within what a file may hold.
const ruleFile = 500

// Rules makes up a policy of n rules, of the kinds and proportions that threshold
// documents have, over a vocabulary: its files by name, to stand beside the folder of
// the vocabulary in a rule root.
func Rules(r *rand.Rand, v *vocabulary.Vocabulary, n int) map[string][]byte {
	d := &drawer{Rand: r}
	for _, f := range v.Facts {
		if !f.NeverASign {
			d.facts = append(d.facts, f)
		}
	}
	files := map[string][]byte{policyDir + "/clauses.yaml": []byte(clauses(v))}
	names := []string{"clauses.yaml"}
	add := func(name, text string) {
		names, files[policyDir+"/"+name] = append(names, name), []byte(text)
	}
	add("levels.yaml", d.levels())
	// One escalation in four uses a named condition of its own.
	if d.named = n / 10 / 4; d.named > 0 {
		add("conditions.yaml", d.conditions())
	}
	// Of ten rules seven are signs, one is a ground, and the rest follow the level.
	for _, kind := range []struct {
		name string
		n    int
		rule func(i int) string
	}{
		{"indicators", n * 7 / 10, d.indicator},
		{"grounds", n / 10, d.ground},
		{"escalations", n / 10, d.escalation},
		{"services", n / 10, d.service},
	} {
		for from := 0; from < kind.n; from += ruleFile {
			var b strings.Builder
			b.WriteString(kind.name + ":\n")
			for i := from; i < min(from+ruleFile, kind.n); i++ {
				b.WriteString(kind.rule(i))
			}
			add(fmt.Sprintf("%s-%02d.yaml", kind.name, from/ruleFile), b.String())
		}
	}
	files[policyDir+"/policy.yaml"] = fmt.Appendf(nil, "title: A made-up document\npublisher: Nobody\nedition: First\nfiles: [%s]\n"+
		"domains: {north: North, south: South, east: East, west: West}\n", strings.Join(names, ", "))
	return files
}

// drawer makes up rules.
type drawer struct {
	*rand.Rand
	facts []*vocabulary.Fact
	// named is how many named conditions there are.
	named int
}

// one draws one of several words.
func (d *drawer) one(words ...string) string { return words[d.IntN(len(words))] }

// levels are four criteria and a consent position, as few as every policy has.
func (d *drawer) levels() string {
	var b strings.Builder
	b.WriteString("statutes:\n  - {name: one, section: s1, title: One}\n  - {name: other, section: s2, title: Other}\nlevels:\n")
	b.WriteString("  - {id: level-1, level: 1, name: L1, title: L1, cite: [M-1]}\n")
	for level, when := range []string{
		"tally(2) >= 1",
		"decisive(3) || tally(3) >= 2 || tally(4) >= 1",
		"ground.one || decisive(4) || tally(4) >= 3 && domains(4) >= 2",
	} {
		fmt.Fprintf(&b, "  - {id: level-%[1]d, level: %[1]d, name: L%[1]d, title: L%[1]d, cite: [M-1], when: '%[2]s'}\n", level+2, when)
	}
	b.WriteString("consent:\n")
	for _, answer := range []string{"agreement", "inform", "sharing"} {
		fmt.Fprintf(&b, "  %[1]s:\n"+
			"    - {id: %[1]s-1, title: Line, cite: [M-1], value: not_applicable, says: Says, when: level >= 4 && !ground.one}\n"+
			"    - {id: %[1]s-2, title: Line, cite: [M-1], value: not_applicable, says: Says}\n", answer)
	}
	return b.String()
}

func (d *drawer) indicator(i int) string {
	strength := d.one("decides", "counts", "counts", "counts", "counts", "counts", "modifies", "context")
	return fmt.Sprintf("  - {id: indicator-%d, title: Sign, cite: [M-1], level: %d, domain: %s, concept: c%d, strength: %s, when: '%s'}\n",
		i, 1+d.IntN(4), d.one("north", "south", "east", "west"), i/2, strength, d.condition())
}

func (d *drawer) ground(i int) string {
	return fmt.Sprintf("  - {id: ground-%d, title: Ground, cite: [M-1], ground: %s, when: '%s && %s'}\n",
		i, d.one("one", "other"), d.condition(), d.condition())
}

// conditions are the named conditions. Each uses the one before it, in a row of three.
func (d *drawer) conditions() string {
	var b strings.Builder
	b.WriteString("conditions:\n")
	for i := range d.named {
		when := fmt.Sprintf("%s || %s", d.condition(), d.later())
		if i%3 > 0 {
			when = fmt.Sprintf("named_%d && %s", i-1, d.condition())
		}
		fmt.Fprintf(&b, "  named_%d: {title: Named, when: '%s'}\n", i, when)
	}
	return b.String()
}

func (d *drawer) escalation(i int) string {
	when, unless := d.later(), ""
	if i%4 == 0 && i/4 < d.named {
		when = fmt.Sprintf("named_%d", i/4)
	}
	if d.IntN(3) == 0 {
		unless = fmt.Sprintf(", unless: {says: it is so, when: '%s'}", d.condition())
	}
	return fmt.Sprintf("  - {id: escalation-%d, title: Do, cite: [M-1], action: Act, who: Somebody, when: '%s && %s'%s}\n",
		i, when, d.condition(), unless)
}

func (d *drawer) service(i int) string {
	return fmt.Sprintf("  - {id: service-%d, title: Service, cite: [M-1], says: Says, when: '%s && %s'}\n", i, d.later(), d.condition())
}

// later draws what a rule after the level asks of the findings.
func (d *drawer) later() string {
	return d.one("level >= 2", "level >= 3", "level.between(2, 3)", "ground.one", "!ground.other", "(ground.one || level >= 4)",
		"!certain(ground.one)", "certain(level >= 3)")
}

// condition draws a condition of one to four tests.
func (d *drawer) condition() string {
	switch d.IntN(8) {
	case 0, 1, 2:
		return d.test()
	case 3, 4:
		return fmt.Sprintf("(%s || %s)", d.test(), d.test())
	case 5:
		return fmt.Sprintf("(%s && %s)", d.test(), d.test())
	case 6:
		return fmt.Sprintf("(%s && (%s || %s))", d.test(), d.test(), d.test())
	default:
		return fmt.Sprintf("atLeastN(2, %s, %s, %s, %s)", d.test(), d.test(), d.test(), d.test())
	}
}

// test draws a test of one fact. Which facts rules read both ways depends on the
// fact, so that more rules do not make them more.
func (d *drawer) test() string {
	f := d.facts[d.IntN(len(d.facts))]
	switch f.Kind {
	case vocabulary.YesNo:
		if f.Index%16 == 0 && d.IntN(2) == 0 {
			return "!" + f.Path
		}
		return f.Path
	case vocabulary.Scale:
		return fmt.Sprintf("%s.atLeast(%q)", f.Path, f.Words[1+d.IntN(len(f.Words)-1)].Name)
	case vocabulary.Choice:
		return fmt.Sprintf("%s == %q", f.Path, f.Words[d.IntN(len(f.Words))].Name)
	case vocabulary.Choices:
		return fmt.Sprintf("%q in %s", f.Words[d.IntN(len(f.Words))].Name, f.Path)
	case vocabulary.Whole:
		return fmt.Sprintf("%s %s %d", f.Path, []string{"<", ">="}[f.Index%2], f.Min+1+d.Int64N(f.Max-f.Min))
	case vocabulary.Date, vocabulary.Time:
	}
	return fmt.Sprintf("as_of - %s > days(%d)", f.Path, 1+d.IntN(90))
}
