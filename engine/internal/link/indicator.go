package link

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// indicators are signs of need.
var indicators = kind{
	stratum: lang.FactsOnly,
	read: func(k *linker, part *ruleroot.Draft, f ruleroot.RulesFile) {
		for e := range room.While(&k.Room, f.Shape.Indicators) {
			k.indicator(part, f, e)
		}
	},
	list: func(k *linker) rules { return inOrderOfID(&k.p.Indicators) },
}

// indicator links one sign of need.
func (k *linker) indicator(part *ruleroot.Draft, f ruleroot.RulesFile, e rulefile.IndicatorEntry) {
	i := &policy.Indicator{Rule: k.rule(part, f.File, term.KindIndicator, e.Head, ""), Strength: e.Strength.Value, Ground: -1}
	number := cmp.Or(e.Level, f.Shape.Level)
	level, ok := k.levels[number]
	// A level that is there and refused was reported already.
	refused := e.Level == 0 && source.Value(e.Here.Node, "level") != nil
	if !ok && len(k.levels) > 0 && !refused {
		k.At(f.File, e.ID.Node, diagnostic.OffScale, fmt.Sprintf("there is no level %d", number),
			fmt.Sprintf("the levels are %v; give level: here or at the head of the file", slices.Sorted(maps.Keys(k.levels))))
	}
	i.Level = level
	i.Concept = k.concepts[e.Concept.Value]
	if e.Concept.Value != "" && !idPattern().MatchString(e.Concept.Value) {
		k.At(f.File, e.Concept.Node, diagnostic.BadName, fmt.Sprintf("%q cannot be a concept", e.Concept.Value),
			"use lower-case letters and digits, joined by dots and hyphens")
	}
	domain, ok := k.domains[e.Domain.Value]
	if !ok && e.Domain.Value != "" {
		k.At(f.File, e.Domain.Node, diagnostic.UnknownName, fmt.Sprintf("the policy has no domain %s", e.Domain.Value),
			cmp.Or(source.DidYouMean(e.Domain.Value, slices.Sorted(maps.Keys(k.domains))), domainsRemedy(e.Domain.Value, k.domains)))
	}
	i.Domain = domain
	if e.Ground.Value != "" {
		if i.Strength != term.StrengthDecides {
			k.At(f.File, e.Ground.Node, diagnostic.Misplaced, "only a sign that decides can make out a ground by itself",
				"write strength: decides, or write a rule under grounds:")
		}
		i.Ground = k.statute(f.File, e.Ground)
	}
	k.p.Indicators = append(k.p.Indicators, i)
}

// domainsRemedy says where the document's own domains are named.
func domainsRemedy(name string, domains map[string]int) string {
	if len(domains) == 0 {
		return fmt.Sprintf("name the document's own domains in policy.yaml, for example domains: {%s: Its title}", name)
	}
	return fmt.Sprintf("the domains are %s; add it under domains: in policy.yaml, or take one of these",
		english.And(slices.Sorted(maps.Keys(domains))))
}
