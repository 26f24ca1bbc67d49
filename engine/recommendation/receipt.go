package recommendation

// Receipt is enough to replay the decision with no other file.
type Receipt struct {
	// Engine is the version of the engine.
	Engine string `json:"engine"`
	// Case is the canonical case: every stated value as it was read, without notes and
	// reasons. CaseSHA256 is the hash of its JSON.
	Case       any    `json:"case"`
	CaseSHA256 string `json:"case_sha256"`
	// Files are the rule files that the policy uses, by name, with their hashes.
	Files []FileHash `json:"files"`
}

// FileHash is the SHA-256 of one rule file.
type FileHash struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}
