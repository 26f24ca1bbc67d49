package render

import (
	"maps"
	"slices"
)

// Kinds are the kinds in the table of reports and formats.
func Kinds() []Kind { return slices.Sorted(maps.Keys(formats)) }
