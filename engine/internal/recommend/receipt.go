package recommend

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"windscreen/engine/recommendation"
)

// receipt is what is needed to replay the answer; of a brief answer, which has none, it names the
// engine and the hash of the rules alone, and as data that of the case as well.
func (b *builder) receipt(version string) (recommendation.Receipt, error) {
	if b.options.screenOnly() {
		return recommendation.Receipt{Engine: version, RulesSHA256: b.policy.FilesSHA256, Files: []recommendation.FileHash{}}, nil
	}
	canonical := b.c.Canonical(b.policy.Vocabulary, b.london)
	canonical["policy"] = b.policy.ID
	data, err := appendPlain(b.canonical[:0], canonical)
	b.canonical = data
	if err != nil {
		return recommendation.Receipt{}, fmt.Errorf("writing the canonical case: %w", err)
	}
	sum := sha256.Sum256(data)
	out := recommendation.Receipt{Engine: version, RulesSHA256: b.policy.FilesSHA256, Case: canonical,
		CaseSHA256: hex.EncodeToString(sum[:]), Files: []recommendation.FileHash{}}
	if b.options.Brief {
		out.Case = nil
		return out, nil
	}
	for _, f := range b.policy.Files {
		out.Files = append(out.Files, recommendation.FileHash{File: f.Name, SHA256: f.SHA256})
	}
	return out, nil
}
