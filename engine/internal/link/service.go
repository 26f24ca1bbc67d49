package link

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// services are services and whom each is for.
var services = kind{
	stratum: lang.Levelled,
	read: func(k *linker, part *ruleroot.Draft, f ruleroot.RulesFile) {
		for e := range room.While(&k.Room, f.Shape.Services) {
			k.service(part, f, e)
		}
	},
	list: func(k *linker) rules {
		return offered{listOf[*policy.Service]{&k.p.Services, byID}, &k.p.Listed}
	},
}

// offered are the services that a condition can fit to a case, beside those that are only
// listed: these are rules that are never run.
type offered struct {
	listOf[*policy.Service]
	listed *[]*policy.Service
}

func (o offered) keep(wanted func(*policy.Rule) bool) {
	o.listOf.keep(wanted)
	slices.SortFunc(*o.listed, byID)
}

func byID(a, b *policy.Service) int { return strings.Compare(a.ID, b.ID) }

// service links one service.
func (k *linker) service(part *ruleroot.Draft, f ruleroot.RulesFile, e rulefile.ServiceEntry) {
	x := &policy.Service{Rule: k.rule(part, f.File, term.KindService, e.Head, e.Says.Value),
		Says: e.Says.Value, Organisation: e.Organisation.Value, ListedAt: k.listedAt(f.File, e.ListedAt),
		Agreement: e.Agreement.Value, Contact: k.contact(f.File, e.Contact)}
	if !e.ListedOnly {
		k.p.Services = append(k.p.Services, x)
		return
	}
	if e.When.Node != nil {
		k.At(f.File, e.When.Node, diagnostic.Misplaced,
			fmt.Sprintf("%s is only listed, so its condition would never be used", x.ID), "remove when or listed_only")
	}
	k.p.Listed = append(k.p.Listed, x)
}

// listedAt is the level at which a directory lists a service, or 0.
func (k *linker) listedAt(f *source.File, at shape.Int) int {
	if _, ok := k.levels[at.Value]; at.IsSet() && !ok && len(k.levels) > 0 {
		k.At(f, at.Node, diagnostic.OffScale, fmt.Sprintf("there is no level %d", at.Value),
			fmt.Sprintf("the levels are %v", slices.Sorted(maps.Keys(k.levels))))
	}
	return at.Value
}
