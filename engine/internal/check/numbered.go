package check

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
)

// numbered holds the number of clauses against the one that policy.yaml gives.
func numbered(l *link.Linked) diagnostic.List {
	want := l.Draft.Policy.Clauses
	if !want.IsSet() || l.Draft.Partial {
		return nil
	}
	got := 0
	for _, f := range l.Draft.Clauses {
		got += len(f.Shape.Clauses)
	}
	if got == want.Value {
		return nil
	}
	return diagnostic.List{l.Draft.File.At(want.Node, diagnostic.Conflict,
		fmt.Sprintf("policy.yaml says that the document has %d statements, but the registers hold %d", want.Value, got),
		"add the missing clause, or correct the number")}
}
