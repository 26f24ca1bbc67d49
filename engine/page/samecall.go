package page

import (
	"regexp"
	"slices"
	"strings"

	"windscreen/engine/internal/english"
)

// onTheSameCall are the words with which a step begins that is part of the call of the step before it.
const onTheSameCall = "On the same call"

var (
	// bareCall finds a sentence that says no more than that somebody is rung or told.
	bareCall = regexp.MustCompile(`^(?:Telephone|Ring|Tell|Talk to) [^.,;:?]* (?:now|today|at once|on the same call)$`)
	// toSocialCare finds the sentence of a step without a contact of its own that children's social care is rung.
	toSocialCare = regexp.MustCompile(`^(?:Telephone|Tell) children['’]s social care (?:now|today|on the same call)$`)
	// socialCare finds whom a call reaches that refers a child.
	socialCare = regexp.MustCompile(`(?i)\bsocial care\b|\bmash\b|\bhub\b`)
)

// sameCall makes one call of steps that ring the same contact at once: the first of them stands as it is, and the
// others follow it as parts of that call. The steps are in their order.
func sameCall(all []step) []step {
	var out []step
	parts := map[int][]step{} // by the place in out of the step that makes the call
	for _, x := range all {
		at := slices.IndexFunc(out, func(first step) bool { return first.Now && x.Now && !x.Overdue && isPartOf(x, first) })
		if at < 0 || x.rank == beforeAll || strings.HasPrefix(second(x), "First ") {
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

// isPartOf reports whether a step is part of the call that another one makes.
func isPartOf(x, call step) bool {
	if x.Contact != nil {
		return call.Contact != nil && x.Contact.ID == call.Contact.ID
	}
	sentence, _ := first(whatOf(x))
	called := whatOf(call)
	if call.Contact != nil {
		called += " " + call.Contact.Name
	}
	refersChild := call.Contact != nil || refers.MatchString(called)
	return toSocialCare.MatchString(sentence) && refersChild && socialCare.MatchString(called)
}

// whatOf is the text of a step without the labels of the children before it.
func whatOf(x step) string {
	return english.UpperFirst(strings.TrimPrefix(x.Text, childrenBefore(x.Children)))
}

// second is what follows the first sentence of a step.
func second(x step) string { _, rest := first(whatOf(x)); return rest }

// asPart is the text of a step as part of a call: without the words that say only that somebody is rung, and with
// the children if it is for others than the call.
func asPart(x, call step) string {
	text := whatOf(x)
	if sentence, rest := first(text); rest != "" && bareCall.MatchString(sentence) {
		text = rest
	}
	start := onTheSameCall
	if !slices.Equal(x.Children, call.Children) && !x.ofAll {
		start += ", for " + english.And(x.Children)
	}
	return start + ": " + english.LowerFirst(text)
}
