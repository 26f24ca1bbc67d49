package casefile

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

// Done is something that has been done already.
type Done struct {
	// Name is a word of the vocabulary or the id of a step of the policy.
	Name string
	At   time.Time
	By   string
	// Place is where the name stands, as a diagnostic without a message: only the policy can
	// tell whether it has such a step.
	Place diagnostic.Diagnostic

	// when is where the time stands.
	when stated
}

// doneName is the form of a word of the vocabulary and of the id of a rule.
var doneName = regexp.MustCompile(`^[a-z0-9][a-z0-9_.-]{0,99}$`)

// done reads what has been done already.
func (p *reading) done(n *yaml.Node) {
	const example = "write for example done: {told_police: {at: 2020-03-02T11:00, by: school}}"
	if n.Kind != yaml.MappingNode {
		p.fault(n, diagnostic.WrongShape, example, "done is a mapping")
		return
	}
	p.c.Done = nil
	for k, v := range p.pairs(n) {
		switch {
		case !doneName.MatchString(k.Value):
			p.fault(k, diagnostic.BadName, "write a word of the vocabulary, or the id of a step of the policy",
				"%q cannot be the name of a step", source.Clip(k.Value))
		case v.Kind != yaml.MappingNode:
			p.fault(v, diagnostic.WrongShape, example, "%s says when it was done, and by whom", k.Value)
		default:
			p.c.Done = append(p.c.Done, p.oneDone(k, v))
		}
	}
	slices.SortFunc(p.c.Done, func(a, b Done) int { return strings.Compare(a.Name, b.Name) })
}

// oneDone reads when one thing was done, and by whom.
func (p *reading) oneDone(key, n *yaml.Node) Done {
	d := Done{Name: key.Value, Place: p.file.At(key, diagnostic.UnknownName, "", "")}
	for k, v := range p.pairs(n) {
		switch k.Value {
		case "at":
			if t, ok := p.moment(v, "at"); ok {
				d.At, d.when = t.In(p.London), stated{p.file, v}
			}
		case "by":
			d.By = p.role(v, "by", "an agency or role, for example by: school")
		default:
			p.fault(k, diagnostic.UnknownKey,
				cmp.Or(source.DidYouMean(k.Value, []string{"at", "by"}), "write at, and by"),
				"what is done has no %s", source.Clip(k.Value))
		}
	}
	for _, missing := range []struct{ key, remedy string }{
		{"at", "say when it was done, for example at: 2020-03-02T11:00"}, {"by", "say who did it, for example by: school"},
	} {
		if !has(n, missing.key) {
			p.fault(n, diagnostic.MissingKey, missing.remedy, "%s has no %s", key.Value, missing.key)
		}
	}
	return d
}

// whenDone refuses what was done after as_of, or before the child was born.
func (p *reading) whenDone() {
	for _, d := range p.c.Done {
		if d.At.IsZero() || p.c.AsOf.IsZero() {
			continue
		}
		if d.At.After(p.c.AsOf) {
			p.at(d.when.file, d.when.node, diagnostic.InFuture, "check the date and time, or as_of",
				"%s is done after as_of (%s)", d.Name, p.onLine(p.momentAt))
		}
		for _, f := range p.Vocabulary.Facts {
			if f.YearsSince == nil {
				continue
			}
			born, at := p.c.Values[f.YearsSince.Index], p.stated[f.YearsSince]
			if at.node != nil && d.At.Unix() < born.Lo {
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
		out[d.Name] = map[string]any{"at": d.At.In(london).Format(time.RFC3339), "by": d.By}
	}
	return out
}
