package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// ServiceEntry is a service and whom it is for.
type ServiceEntry struct {
	Head         `yaml:",inline"`
	Says         shape.Text                 `yaml:"says" need:"yes" doc:"What the service offers."`
	Organisation shape.Text                 `yaml:"organisation" doc:"Who provides it; never an individual."`
	ListedAt     shape.Int                  `yaml:"listed_at" doc:"The level at which the document's directory lists the service. It only sorts the directory: it is no sign of a child's level."`
	ListedOnly   bool                       `yaml:"listed_only" doc:"True for a service that the directory lists and that no condition can fit to a case: open to everyone, or for those whom no fact describes. It is listed and never suggested, and has no when."`
	Agreement    shape.Word[term.Agreement] `yaml:"agreement" doc:"Whether the service needs agreement."`
	Contact      shape.Text                 `yaml:"contact" doc:"A contact of policy.yaml."`
}
