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
			list = append(list, l.Draft.File.At(l.Draft.Anchor(), diagnostic.NoDefault,
				fmt.Sprintf("the consent position has no default for %s", a), "add a last line without a condition"))
		}
	}
	return list
}
