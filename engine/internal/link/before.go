package link

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// ahead is a consent line that says before which line of a policy built on it stands.
type ahead struct {
	line   *policy.Line
	file   *source.File
	before shape.Text
}

// before moves consent lines to where they say that they stand, in the order in which they
// were read. Before a line that was replaced is before the one that replaces it.
func (k *linker) before() {
	for a := range room.While(&k.Room, k.aheads) {
		refuse := func(code diagnostic.Code, message, remedy string) { k.At(a.file, a.before.Node, code, message, remedy) }
		other := k.ids[a.before.Value]
		switch {
		case other == nil || other.Kind != term.KindConsent:
			refuse(diagnostic.UnknownName, fmt.Sprintf("no policy built on has a consent line called %s", a.before.Value),
				source.DidYouMean(a.before.Value, k.sharedLines(a.line.Answer)))
			continue
		case other.Origin == a.line.Origin:
			refuse(diagnostic.Misplaced, fmt.Sprintf("%s is a line of this policy itself", other.ID),
				"put the lines in the order in which they answer")
			continue
		case a.line.Replaces != "":
			refuse(diagnostic.Conflict, fmt.Sprintf("%s takes the place of the line that it replaces", a.line.ID),
				"take out before, or replaces")
			continue
		case a.line.Always && a.line.Answer.Single():
			refuse(diagnostic.Misplaced, fmt.Sprintf("%s always holds, and so answers last", a.line.ID), "take out before")
			continue
		}
		to := slices.IndexFunc(k.p.Consent, func(l *policy.Line) bool { return l.Rule == other })
		if k.p.Consent[to].Answer != a.line.Answer {
			refuse(diagnostic.Misplaced, fmt.Sprintf("%s is a line of %s", other.ID, k.p.Consent[to].Answer),
				"name a line of "+string(a.line.Answer))
			continue
		}
		if k.replaced[other.ID] {
			other = k.replacement(other)
			to = slices.IndexFunc(k.p.Consent, func(l *policy.Line) bool { return l.Rule == other })
		}
		if passed := k.lessCautious(a.line, to); passed != nil {
			refuse(diagnostic.Misplaced, overtaking(a.line, passed),
				"take out before; or, if the document departs from that line, replace it and say why")
			continue
		}
		k.moveLine(a.line.Rule, other)
	}
}

// passes refuses a line that stands in for a more cautious one where it would also pass over
// others that it does not replace: the reason that it gives is for the one alone. Answers
// without an order of caution have none that is more so.
func (k *linker) passes() {
	for i, l := range k.p.Consent {
		old := k.ids[l.Replaces]
		if old == nil || !k.replaced[old.ID] || k.replacement(old) != l.Rule {
			continue
		}
		if was := entry(k.p.Consent, old).Value; was == l.Value || !l.Answer.AsCautious(was, l.Value) {
			continue
		}
		if passed := k.lessCautious(l, i+1); passed != nil {
			k.Report(k.SourceFile(l.File).Diagnostic(diagnostic.Misplaced, l.Start, l.Start, overtaking(l, passed),
				"give it a value that is as cautious; or, if the document departs from that line as well, replace it and say why"))
		}
	}
}

// overtaking says that a line would answer before a more cautious one.
func overtaking(line, passed *policy.Line) string {
	message := fmt.Sprintf("%s answers %s and would stand before %s, which answers %s", line.ID, line.Value, passed.ID, passed.Value)
	if line.Answer.AsCautious(passed.Value, line.Value) {
		message += " and is more cautious"
	}
	return message
}

// lessCautious finds a shared line of the same answer, at a place or behind it, which a line
// that stands before it would pass over though it is less cautious. What stands in for a shared line
// counts as one. A line that always holds answers last in any case, so none passes over it
// by moving; and of an answer that is a list every line is given.
func (k *linker) lessCautious(line *policy.Line, to int) *policy.Line {
	if !line.Answer.Single() {
		return nil
	}
	for _, l := range k.p.Consent[to:] {
		shared := l.Origin != line.Origin || l.Replaces != ""
		if l.Answer == line.Answer && shared && !l.Always && !k.replaced[l.ID] && !l.Answer.AsCautious(line.Value, l.Value) {
			return l
		}
	}
	return nil
}

// replacement is the rule that stands in for another.
func (k *linker) replacement(r *policy.Rule) *policy.Rule {
	i := slices.IndexFunc(k.all, func(o *policy.Rule) bool { return o.Replaces == r.ID && o.Kind == r.Kind && o.Origin != r.Origin })
	return k.all[i]
}

// moveLine moves a consent line to stand before another, and so in its place where that
// one is left out.
func (k *linker) moveLine(r, other *policy.Rule) {
	at := func(rule *policy.Rule) int {
		return slices.IndexFunc(k.p.Consent, func(l *policy.Line) bool { return l.Rule == rule })
	}
	from := at(r)
	line := k.p.Consent[from]
	k.p.Consent = slices.Delete(k.p.Consent, from, from+1)
	k.p.Consent = slices.Insert(k.p.Consent, at(other), line)
}

// sharedLines are the lines of an answer in the policies built on.
func (k *linker) sharedLines(a term.Answer) []string {
	var ids []string
	for _, l := range k.p.Consent {
		if l.Answer == a && l.Origin != k.Draft.ID {
			ids = append(ids, l.ID)
		}
	}
	return ids
}
