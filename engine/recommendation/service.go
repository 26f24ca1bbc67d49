package recommendation

import "windscreen/engine/term"

// Service is a service that fits the case, or may.
type Service struct {
	Rule
	// State is term.Fits or term.Possible; empty in a directory that was held against no case.
	State term.State `json:"state"`
	Says  string     `json:"says"`
	// Organisation is who provides it; empty where the document does not say.
	Organisation string `json:"organisation,omitempty"`
	// ListedAt is the level at which the document's directory lists the service; 0 where
	// it lists it at none. It says nothing of the child's own level.
	ListedAt int `json:"listed_at,omitempty"`
	// Agreement is whether the service needs the agreement of whoever it is for; empty
	// where that is not said.
	Agreement term.Agreement `json:"agreement,omitempty"`
	Contact   *Contact       `json:"contact"`
	WaitsOn   []string       `json:"waits_on,omitempty"`
}
