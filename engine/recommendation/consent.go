package recommendation

// Consent is the consent position: separate answers, never one yes or no.
type Consent struct {
	// Agreement says whether the service recommended needs the family's agreement:
	// required, not_required or not_applicable.
	Agreement string `json:"agreement"`
	// From says whose agreement to seek.
	From []Line `json:"from"`
	// Inform says whether to tell the family: expected, advice_first,
	// not_before_advice, not_a_precondition or not_applicable.
	Inform string `json:"inform"`
	// Sharing says what may be shared without agreement: with_agreement,
	// advice_first, in_proportion or not_applicable.
	Sharing string `json:"sharing"`
	// Record is what to record.
	Record []Line `json:"record"`
	// Refused is what follows a refusal, or empty if nobody refused.
	Refused []Line `json:"refused"`
	// CouldBe are other answers that are still open.
	CouldBe []CouldBe `json:"could_be"`
	// Why gives the rule behind each single answer: agreement, inform, sharing.
	Why map[string]Line `json:"why"`
}

// Line is one line of a consent position.
type Line struct {
	Rule
	// Says is the line in words.
	Says string `json:"says"`
}

// CouldBe is an answer that is still open.
type CouldBe struct {
	// Answer is the question it belongs to: agreement, inform, sharing, from,
	// record or refused.
	Answer string `json:"answer"`
	// Value is what the answer would be; for from, record and refused, its words.
	Value string `json:"value"`
	Says  string `json:"says"`
	Rule  string `json:"rule"`
	// WaitsOn are the facts that would decide it.
	WaitsOn []string `json:"waits_on"`
	Cite    []string `json:"cite"`
}
