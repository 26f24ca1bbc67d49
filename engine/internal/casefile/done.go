package casefile

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// Done is something that has been done already.
type Done struct {
	// Name is a word of the vocabulary or the id of a step of the policy.
	Name string
	// From and To are the first and the last moment at which it may have been done: the same
	// where the time is known, the day's where only the day is. Both are zero where it is only
	// known that it was done.
	From, To time.Time
	By       string
	// Place is where the name stands, as a diagnostic without a message: only the policy can
	// tell whether it has such a step.
	Place diagnostic.Diagnostic

	// when is where the time stands.
	when stated
}

// Exactly reports whether the moment is known.
func (d *Done) Exactly() bool { return !d.From.IsZero() && d.From.Equal(d.To) }

// Before reports whether one thing was done before another, as far as that is known. What has
// no time comes last.
func (d *Done) Before(e *Done) bool {
	if d.From.IsZero() || e.From.IsZero() {
		return !d.From.IsZero()
	}
	return d.From.Before(e.From)
}

// DonePattern is the form of the name of something done: a word of the vocabulary or the id of
// a rule. The JSON Schema of a case uses the same pattern.
const DonePattern = `^[a-z0-9][a-z0-9_.-]{0,99}$`

var doneName = pattern.New(DonePattern)

// alreadyDone reads what has been done already.
func (p *reading) alreadyDone(n *yaml.Node) {
	const example = "write for example done: {told_police: {at: 2020-03-02T11:00, by: school}}"
	if n.Kind != yaml.MappingNode {
		p.fault(n, diagnostic.WrongShape, example, "done is a mapping")
		return
	}
	var list []Done
	for k, v := range p.pairs(n) {
		switch {
		case !doneName().MatchString(k.Value):
			p.fault(k, diagnostic.BadName, "write a word of the vocabulary, or the id of a step of the policy",
				"%q cannot be the name of a step", source.Clip(k.Value))
		case v.Kind != yaml.MappingNode:
			p.fault(v, diagnostic.WrongShape, example, "%s says by whom it was done, and when", k.Value)
		default:
			list = append(list, p.oneDone(k, v))
		}
	}
	p.done[p.part] = list
}

// allDone puts together what each part says was done already. What is said of a child comes
// before what is said of all.
func (p *reading) allDone() {
	named := map[string]Done{}
	for _, list := range p.done {
		for _, d := range list {
			named[d.Name] = d
		}
	}
	p.c.Done = slices.SortedFunc(maps.Values(named), func(a, b Done) int { return strings.Compare(a.Name, b.Name) })
}

// oneDone reads when one thing was done, and by whom.
func (p *reading) oneDone(key, n *yaml.Node) Done {
	d := Done{Name: key.Value, Place: p.file.At(key, diagnostic.UnknownName, "", "")}
	for k, v := range p.pairs(n) {
		switch k.Value {
		case "at":
			d.From, d.To = p.momentOrDay(v)
			d.when = stated{p.file, v}
		case "by":
			d.By = p.role(v, "by", "an agency or role, for example by: school")
		default:
			p.fault(k, diagnostic.UnknownKey,
				cmp.Or(source.DidYouMean(k.Value, []string{"at", "by"}), "write by, and at if the time or the day is known"),
				"what is done has no %s", source.Clip(k.Value))
		}
	}
	if !has(n, "by") {
		p.missing(p.file, n, "by", "say who did it, for example by: school", "%s has no by", key.Value)
	}
	return d
}

// momentOrDay reads when something was done: a moment, or a day from its start to its end.
func (p *reading) momentOrDay(n *yaml.Node) (from, to time.Time) {
	if day, ok := p.wholeDay(n); ok {
		v := vocabulary.AnyTimeOf(day)
		return time.Unix(v.Lo, 0).In(p.London), time.Unix(v.Hi, 0).In(p.London)
	}
	t, ok := p.moment(n, "at")
	if !ok {
		return time.Time{}, time.Time{}
	}
	return t.In(p.London), t.In(p.London)
}

// whenDone refuses what was done after as_of, or before the child was born.
func (p *reading) whenDone() {
	for _, d := range p.c.Done {
		if d.From.IsZero() || p.c.AsOf.IsZero() {
			continue
		}
		if d.From.After(p.c.AsOf) {
			p.at(d.when.file, d.when.node, diagnostic.InFuture, "check the date and time, or as_of",
				"%s is done after as_of (%s)", d.Name, p.onLine(p.momentAt))
		}
		for _, f := range p.Vocabulary.Facts {
			if f.YearsSince == nil {
				continue
			}
			born, at := p.c.Values[f.YearsSince.Index], p.stated[f.YearsSince]
			if at.node != nil && d.To.Unix() < born.Lo {
				p.at(d.when.file, d.when.node, diagnostic.Conflict, "correct one of the two",
					"%s is done before %s (%s)", d.Name, f.YearsSince.Path, p.onLine(at))
			}
		}
	}
}

// canonicalDone is what has been done already, in the form of a case file.
func (c *Case) canonicalDone(london *time.Location) map[string]any {
	out := map[string]any{}
	for _, d := range c.Done {
		entry := map[string]any{"by": d.By}
		switch {
		case d.Exactly():
			entry["at"] = d.From.In(london).Format(time.RFC3339)
		case !d.From.IsZero():
			entry["at"] = d.From.In(london).Format(time.DateOnly)
		}
		out[d.Name] = entry
	}
	return out
}
