package check

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
)

// levels checks that every case has a level, and that no level is every child's.
func levels(l *link.Linked) diagnostic.List {
	p := l.Policy
	if !document(l.Draft) {
		return nil
	}
	if len(p.Levels) == 0 && l.Draft.Partial {
		return nil // they may stand in the file that cannot be read
	}
	if len(p.Levels) == 0 {
		return diagnostic.List{l.Draft.File.At(l.Draft.Anchor(), diagnostic.MissingKey,
			"the policy has no levels", "write a file with levels:")}
	}
	var list diagnostic.List
	if low := p.Levels[0]; !low.Always {
		list = append(list, l.SourceFile(low.File).Diagnostic(diagnostic.NoDefault, low.Start, low.Start,
			fmt.Sprintf("level %d is the lowest but has a condition", low.Number), "remove its when: every case has a level"))
	}
	for _, level := range p.Levels[1:] {
		if level.Always {
			list = append(list, l.SourceFile(level.File).Diagnostic(diagnostic.MissingKey, level.Start, level.Start,
				fmt.Sprintf("level %d has no condition, so every child would be at it", level.Number), "write when:"))
		}
	}
	return list
}
