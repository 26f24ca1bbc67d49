package impact

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/impact"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// acknowledgedFile is an acknowledgement file as it stands on disk.
type acknowledgedFile struct {
	Acknowledged []entry `yaml:"acknowledged" doc:"The differences that are meant; empty if there are none."`
}

// entry is one difference that is meant.
type entry struct {
	Here       shape.Here
	Policy     shape.Text `yaml:"policy" need:"yes" doc:"The newer policy, by its id."`
	Difference shape.Text `yaml:"difference" need:"yes" doc:"The name of the difference, as the report prints it in brackets."`
	Why        shape.Text `yaml:"why" need:"yes" doc:"Why it is meant."`
}

// Acknowledged reads an acknowledgement file. Its entries are nil if the list has errors.
func Acknowledged(name string, data []byte) ([]impact.Entry, diagnostic.List) {
	var faults source.Faults
	add := func(list diagnostic.List) {
		for _, d := range list {
			faults.Add(d)
		}
	}
	doc, list := source.Parse(name, data, source.RuleLimits())
	add(list)
	if doc == nil {
		return nil, faults.List()
	}
	var f acknowledgedFile
	add(shape.Decode(doc.File, doc.Root, &f))
	entries := []impact.Entry{}
	seen := map[[2]string]bool{}
	for _, e := range f.Acknowledged {
		start, _ := doc.File.Span(e.Here.Node)
		if key := [2]string{e.Policy.Value, e.Difference.Value}; seen[key] {
			faults.Add(doc.File.At(e.Here.Node, diagnostic.DuplicateID, "this difference is acknowledged already", "remove one of the two"))
		} else {
			seen[key] = true
		}
		entries = append(entries, impact.Entry{Policy: e.Policy.Value, Difference: e.Difference.Value, Why: e.Why.Value, Line: start.Line})
	}
	if found := faults.List(); found.HasErrors() {
		return nil, found
	}
	return entries, faults.List()
}
