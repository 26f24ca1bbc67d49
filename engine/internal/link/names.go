package link

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/source"
)

// names collects statutes, domains, concepts and levels, all in ascending order,
// so that where a rule stands changes nothing.
func (k *linker) names() {
	concepts, statutes, domains := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, part := range k.Parts {
		k.domainsOf(part, domains)
		for _, f := range part.Rules {
			k.statutesOf(f, statutes)
			for _, i := range f.Shape.Indicators {
				concepts[i.Concept.Value] = true
			}
			for _, v := range f.Shape.Levels {
				k.levelOf(part, f.File, v)
			}
		}
	}
	slices.Sort(k.p.Domains)
	slices.SortFunc(k.p.Statutes, func(a, b policy.Statute) int { return strings.Compare(a.Name, b.Name) })
	k.p.Concepts = slices.Sorted(maps.Keys(concepts))
	for i, d := range k.p.Domains {
		k.domains[d] = i
	}
	for i, s := range k.p.Statutes {
		k.statutes[s.Name] = i
	}
	for i, c := range k.p.Concepts {
		k.concepts[c] = i
	}
	for i, n := range slices.Sorted(maps.Keys(k.levels)) {
		k.levels[n] = i
	}
}

// domainsOf collects the domains of need of one part.
func (k *linker) domainsOf(part *ruleroot.Draft, seen map[string]bool) {
	for _, e := range part.Policy.Domains.Entries {
		if seen[e.Key.Value] {
			k.At(part.File, e.Key.Node, diagnostic.DuplicateID, fmt.Sprintf("two domains are called %s", e.Key.Value), "keep one")
			continue
		}
		seen[e.Key.Value] = true
		k.p.Domains = append(k.p.Domains, e.Key.Value)
	}
}

// statutesOf collects the statutory bases that one file declares.
func (k *linker) statutesOf(f ruleroot.RulesFile, seen map[string]bool) {
	for _, s := range f.Shape.Statutes {
		if seen[s.Name.Value] {
			k.At(f.File, s.Name.Node, diagnostic.DuplicateID, fmt.Sprintf("two statutory bases are called %s", s.Name.Value), "keep one")
			continue
		}
		seen[s.Name.Value] = true
		if s.Name.Value != "" && !namePattern().MatchString(s.Name.Value) {
			k.Report(badName(f.File, s.Name))
		}
		fits(k.Report, f.File, s.Title, s.Short, roomForGround)
		k.p.Statutes = append(k.p.Statutes, policy.Statute{Name: s.Name.Value, Gravity: s.Gravity, Section: s.Section.Value,
			Limb:  s.Limb.Value,
			Title: s.Title.Value, Short: k.plain(f.File, s.Short)})
	}
}

// levelOf collects the number of a level.
func (k *linker) levelOf(part *ruleroot.Draft, f *source.File, v rulefile.LevelEntry) {
	if part.Shared() {
		k.At(f, v.ID.Node, diagnostic.Misplaced, "a shared policy cannot have levels", "move it to the policies that use it")
	}
	if _, ok := k.levels[v.Level]; ok {
		k.At(f, v.ID.Node, diagnostic.DuplicateID, fmt.Sprintf("level %d is given twice", v.Level),
			"keep one, and join the alternatives with ||")
	}
	k.levels[v.Level] = 0
}
