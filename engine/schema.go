package engine

import "windscreen/engine/internal/schema"

// CaseSchema returns the JSON Schema (draft 2020-12) of the cases that ReadCase reads, as
// authoring.Root.CaseSchema does.
func (e *Engine) CaseSchema() ([]byte, error) {
	if err := e.usable(); err != nil {
		return nil, err
	}
	return schema.Encode(schema.Case(e.catalogue.Vocabulary(), e.catalogue.Names()))
}
