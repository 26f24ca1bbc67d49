package link

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// endOfDay is the end of a working day where none is needed.
var endOfDay, _ = calendar.ParseTimeOfDay("17:00")

// clockOf is the draft that says how working days are counted: the policy's own or,
// where it says nothing, that of a policy built on; nil where none does.
func (k *linker) clockOf() *ruleroot.Draft {
	for _, part := range slices.Backward(k.Parts) {
		if part.Policy.Clock != nil {
			return part
		}
	}
	return nil
}

// clock links how working days are counted. A policy without a clock may count
// hours only, for which any clock will do.
func (k *linker) clock() {
	rules := calendar.Rules{DayEnds: endOfDay}
	part := k.clockOf()
	if part != nil {
		c := part.Policy.Clock
		b, ok := c.CountStartDay.Value.Bool()
		if !ok {
			k.At(part.File, c.CountStartDay.Value.Node, diagnostic.WrongType, "count_start_day must be true or false", "")
		}
		rules = calendar.Rules{
			CountStartDay: b,
			CutOff:        k.timeOfDay(part.File, c.CutOff.Value, true),
			DayEnds:       k.timeOfDay(part.File, c.DayEnds.Value, false),
		}
		for name, p := range map[string]rulefile.Parameter{"count_start_day": c.CountStartDay, "cut_off": c.CutOff, "day_ends": c.DayEnds} {
			k.citations(policy.Citation{Policy: part.ID, Kind: term.CitingClock, ID: name}, part.File, p.Cite)
		}
	}
	clock, err := k.tools.Days.Clock(rules)
	if err != nil && part != nil && !rules.DayEnds.IsZero() {
		k.At(part.File, part.Policy.Clock.DayEnds.Value.Node, diagnostic.Conflict, err.Error(), "")
	}
	k.p.Clock = clock
}

// timeOfDay reads HH:MM, or none where that is allowed.
func (k *linker) timeOfDay(f *source.File, v shape.Any, noneAllowed bool) calendar.TimeOfDay {
	if v.Node == nil || noneAllowed && v.Node.Value == "none" {
		return calendar.TimeOfDay{}
	}
	t, err := calendar.ParseTimeOfDay(v.Node.Value)
	if err != nil {
		k.At(f, v.Node, diagnostic.UnreadableDate, fmt.Sprintf("%q is not a time of day", v.Node.Value), `write for example "17:00"`)
	}
	return t
}
