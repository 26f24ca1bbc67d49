package diagnostic

// Validation says whether a case can be answered.
type Validation struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Sound is true if the case has no error, so that it can be answered.
	Sound bool `json:"sound"`
	// Errors is how many of Diagnostics are errors, and Warnings how many are not.
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	// Diagnostics are what is wrong with the case, and what deserves a second look, in the order of their places. They may
	// quote the case: do not log them. After two hundred, one says that there are more.
	Diagnostics List `json:"diagnostics"`
}

// ValidationFormat is the Format that this version of the engine writes.
const ValidationFormat = 1

// Validated says whether a case can be answered that has these diagnostics.
func Validated(list List) *Validation {
	errors, warnings := list.Counts()
	return &Validation{Format: ValidationFormat, Sound: errors == 0, Errors: errors, Warnings: warnings,
		Diagnostics: append(List{}, list...)}
}
