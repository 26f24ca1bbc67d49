package engine

import "windscreen/engine/internal/source"

// MaxBytes is the most bytes that a case or a file of scenarios may have. Larger
// ones are refused, so a program that takes them from outside need not read past
// the first byte over it.
func MaxBytes() int { return max(source.CaseLimits().Bytes, source.RuleLimits().Bytes) }
