package policy

import (
	"windscreen/engine/internal/lang"
)

// Parameter is a choice that the document leaves open.
type Parameter struct {
	lang.Constant
	Why  string
	Cite []string
}
