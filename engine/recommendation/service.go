package recommendation

import "windscreen/engine/term"

// Service is a service that fits the case, or may.
type Service struct {
	Rule
	// State is term.Fits or term.Possible; empty in a directory without a case.
	State term.State `json:"state"`
	// Says is what the service does, in words.
	Says string `json:"says"`
	// Organisation is who provides it, or empty if the document does not say.
	Organisation string `json:"organisation,omitempty"`
	// ListedAt is the level at which the document's directory lists the service, or 0 if the
	// directory gives no level. It says nothing about the child's level.
	ListedAt int `json:"listed_at,omitempty"`
	// Agreement says whether the service needs the agreement of the people it is for:
	// required, not_required or not_applicable. It is empty if the document does not say.
	Agreement term.Agreement `json:"agreement,omitempty"`
	// Contact is whom to call; null where the document names nobody.
	Contact *Contact `json:"contact"`
	// WaitsOn are the facts on which it depends whether the service fits.
	WaitsOn []string `json:"waits_on,omitempty"`
}
