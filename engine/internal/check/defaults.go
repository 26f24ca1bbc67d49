package check

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// defaults checks that every single answer of the consent position has one for every case.
func defaults(l *link.Linked) diagnostic.List {
	if !document(l.Draft) || len(l.Policy.Levels) == 0 {
		return nil
	}
	var list diagnostic.List
	for _, a := range term.SingleAnswers().Values() {
		if !slices.ContainsFunc(l.Policy.Consent, func(line *policy.Line) bool { return line.Answer == a && line.Always }) {
			list = append(list, noDefault(l, a))
		}
	}
	return list
}

// noDefault says so at the last line of the answer that the document has itself, or of the policy if it has none.
func noDefault(l *link.Linked, a term.Answer) diagnostic.Diagnostic {
	message := fmt.Sprintf("the consent position has no default for %s", a)
	for _, line := range slices.Backward(l.Policy.Consent) {
		if line.Answer == a && line.Origin == l.Draft.ID {
			return l.SourceFile(line.File).Diagnostic(diagnostic.NoDefault, line.Start, line.Start, message,
				"add a last line without a condition, after "+line.ID)
		}
	}
	return l.Draft.File.At(l.Draft.Anchor(), diagnostic.NoDefault, message,
		"add a last line without a condition, under consent: "+string(a)+":")
}
