package page

import (
	"slices"

	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// onTheSameCall are the words with which a step begins that is part of the call of the step before it.
const onTheSameCall = "On the same call"

// sameCall makes one call of steps that ring the same contact at once: the first of them stands as it is, and those that have
// words for it follow as parts of that call. The steps are in their order.
func sameCall(all []step) []step {
	var out []step
	parts := map[int][]step{} // by the place in out of the step that makes the call
	for _, x := range all {
		at := slices.IndexFunc(out, func(first step) bool { return first.Now && x.Now && !x.Overdue && isPartOf(x, first) })
		if at < 0 || x.rank == beforeAll || x.sameCall == "" {
			out = append(out, x)
			continue
		}
		x.Text = asPart(x, out[at])
		parts[at] = append(parts[at], x)
	}
	var joined []step
	for i, x := range out {
		same := func(part step) bool { return slices.Equal(part.Children, x.Children) }
		slices.SortStableFunc(parts[i], func(a, b step) int { return compareBool(!same(a), !same(b)) })
		joined = append(append(joined, x), parts[i]...)
	}
	return joined
}

// isPartOf reports whether a step is part of the call that another one makes: to the same contact, or to children's social care
// if it has no contact of its own.
func isPartOf(x, call step) bool {
	if x.Contact != nil {
		return call.Contact != nil && x.Contact.ID == call.Contact.ID
	}
	return call.Contact != nil && call.Contact.SocialCare || call.does(term.DeedRefers)
}

// asPart is the text of a step as part of a call: with the children if it is for others than the call.
func asPart(x, call step) string {
	start := onTheSameCall
	if !slices.Equal(x.Children, call.Children) && !x.ofAll {
		start += ", for " + english.And(x.Children)
	}
	return start + ": " + english.LowerFirst(x.sameCall)
}
