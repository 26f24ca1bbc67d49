// Package leftfile reads lists of changes that are left although no scenario notices them, each with the reason, and holds
// them against what came of the changes.
package leftfile

import (
	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/shape"
)

// Schema is the JSON Schema of such a list. Which rules and changes there are depends on the rules and is not in it.
func Schema() *jsonschema.Schema {
	return shape.Schema[File]("", "Windscreen changes that are left: small changes of the rules that no scenario notices, with reasons")
}

// File is a list as it stands on disk.
type File struct {
	Left []Group `yaml:"left" doc:"The changes that are left; empty if there are none."`
}

// Group is changes that are left for one reason.
type Group struct {
	Why     shape.Text              `yaml:"why" need:"yes" doc:"Why no scenario has to notice these changes."`
	Changes shape.Map[[]shape.Text] `yaml:"changes" need:"yes" doc:"The changes, in the words of the report, by the id of the rule, or the name of the condition or parameter. Where several policies have one of that name, write of and the policy after it."`
}
