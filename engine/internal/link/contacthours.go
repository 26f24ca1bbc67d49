package link

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// hours reads when the two numbers of a contact are answered: nil where that is not said.
func (k *linker) hours(f *source.File, c rulefile.ContactEntry) (answered, outOfHours *calendar.Hours) {
	k.hoursOfSomething(f, c)
	spans, others := k.spans(f, c.Answered), k.spans(f, c.OutOfHoursAnswered)
	for _, other := range others {
		for _, s := range spans {
			if when, overlap := other.Overlap(s.Span); overlap {
				k.At(f, other.node, diagnostic.Conflict, fmt.Sprintf("at %s, both phone and out_of_hours would be answered", when),
					"correct one of the two: out_of_hours is answered only when phone is not")
				break
			}
		}
	}
	if len(c.Answered) == 0 {
		return nil, nil
	}
	answered = k.tools.Days.Hours(plain(spans))
	switch {
	case c.OutOfHours.Value == "":
	case len(c.OutOfHoursAnswered) == 0:
		outOfHours = answered.Outside()
	default:
		outOfHours = k.tools.Days.Hours(plain(others))
	}
	return answered, outOfHours
}

// hoursOfSomething reports hours without the number that they are of, or without the words that the
// document prints.
func (k *linker) hoursOfSomething(f *source.File, c rulefile.ContactEntry) {
	needs := func(n *yaml.Node, name, needed, remedy string, has bool) {
		if n != nil && !has {
			k.At(f, n, diagnostic.MissingKey, fmt.Sprintf("%s is given and %s is not", name, needed), remedy)
		}
	}
	answered, outOfHours := first(c.Answered), first(c.OutOfHoursAnswered)
	const number = "hours say when a number is answered: add the number, or take them out"
	needs(c.Hours.Node, "hours", "phone", number, c.Phone.IsSet())
	needs(answered, "answered", "phone", number, c.Phone.IsSet())
	needs(c.OutOfHours.Node, "out_of_hours", "phone", "write the number under phone, if it is the only one", c.Phone.IsSet())
	needs(outOfHours, "out_of_hours_answered", "out_of_hours", number, c.OutOfHours.IsSet())
	needs(outOfHours, "out_of_hours_answered", "answered", "add when phone is answered", answered != nil)
	needs(answered, "answered", "hours", "add hours: with the words that the document prints, so that a reader can check them",
		c.Hours.IsSet())
}

// first is where a list of spans stands; nil where it is empty.
func first(list []rulefile.SpanEntry) *yaml.Node {
	if len(list) == 0 {
		return nil
	}
	return list[0].Here.Node
}

// placedSpan is a span and where it stands.
type placedSpan struct {
	calendar.Span
	node *yaml.Node
}

func plain(list []placedSpan) []calendar.Span {
	out := make([]calendar.Span, len(list))
	for i, s := range list {
		out[i] = s.Span
	}
	return out
}

// spans reads when one number is answered.
func (k *linker) spans(f *source.File, list []rulefile.SpanEntry) []placedSpan {
	var out []placedSpan
	for _, e := range list {
		s, ok := k.spanOf(f, e)
		if !ok {
			continue
		}
		for _, other := range out {
			when, overlap := s.Overlap(other.Span)
			switch {
			case s.Within(other.Span) || other.Within(s):
				k.At(f, e.Here.Node, diagnostic.Conflict, "one of two times lies within the other and adds nothing",
					"take out the shorter, or correct it")
			case overlap && s.Days == other.Days:
				k.At(f, e.Here.Node, diagnostic.Conflict, fmt.Sprintf("two times on the same days overlap, at %s", when),
					"make them one, or correct one")
			}
		}
		out = append(out, placedSpan{s, e.Here.Node})
	}
	return out
}

// spanOf reads one time.
func (k *linker) spanOf(f *source.File, e rulefile.SpanEntry) (s calendar.Span, ok bool) {
	const allDay = "leave out both for the whole day"
	if e.From.IsSet() != e.To.IsSet() {
		k.At(f, e.Here.Node, diagnostic.MissingKey, "a time needs both from and to", "write both; or "+allDay)
		return s, false
	}
	from, to := k.timeOfDay(f, shape.Any{Node: e.From.Node}, false), k.timeOfDay(f, shape.Any{Node: e.To.Node}, false)
	s = calendar.Span{Days: e.Days.Value, From: from, To: to}
	if e.From.IsSet() && (s.From.IsZero() || s.To.IsZero()) {
		return s, false
	}
	if e.From.IsSet() && s.From == s.To {
		k.At(f, e.Here.Node, diagnostic.Conflict, fmt.Sprintf("nothing lies between %s and %s", s.From, s.To), "correct one; or "+allDay)
		return s, false
	}
	return s, e.Days.IsSet()
}
