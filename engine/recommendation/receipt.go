package recommendation

// Receipt is enough to replay the decision with no other file.
type Receipt struct {
	// Engine is the version of the engine.
	Engine string `json:"engine"`
	// RulesSHA256 is the hash of the rules that answered, in hexadecimal: that of a list with a line for each of Files, which
	// has its hash, two spaces and its name.
	RulesSHA256 string `json:"rules_sha256"`
	// Case is the canonical case: every stated value as it was read, without notes and
	// reasons. CaseSHA256 is the hash of its JSON, not of the bytes that were sent. A brief answer has the hash without the
	// case.
	Case       any    `json:"case"`
	CaseSHA256 string `json:"case_sha256"`
	// Files are the rule files that the policy uses, by name, with their hashes.
	Files []FileHash `json:"files"`
}

// FileHash is the SHA-256 of one rule file.
type FileHash struct {
	// File is the path of the file below the folder of rules.
	File string `json:"file"`
	// SHA256 is the SHA-256 of its bytes, in hexadecimal.
	SHA256 string `json:"sha256"`
}
