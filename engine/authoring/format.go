package authoring

import (
	"windscreen/engine/internal/layout"
)

// Format gives a file that authors write the one layout: of rules, clauses, the vocabulary, scenarios or cases, in YAML.
// The result says the same as the file, with its comments, and Format leaves it as it is. The error is a
// *diagnostic.Failure if the file cannot be read or laid out.
func Format(name string, data []byte) ([]byte, error) {
	out, faults := layout.Format(name, data)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return out, nil
}
