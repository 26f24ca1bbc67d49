package engine

import (
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/source"
)

// MaxBytes is the largest number of bytes that a case or a scenario file may have. The
// engine refuses larger ones, so a program that takes them from outside need not read past
// the first byte over it.
func MaxBytes() int { return max(source.CaseLimits().Bytes, source.RuleLimits().Bytes) }

// MaxChildren is how many children a case may be about.
func MaxChildren() int { return casefile.MaxChildren }
