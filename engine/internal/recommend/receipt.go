package recommend

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
)

// receipt is what is needed to replay the answer; of a brief answer, which has none, it names the
// engine and the hash of the rules alone, and as data that of the case as well.
func (b *builder) receipt(version string) (recommendation.Receipt, error) {
	if b.options.screenOnly() {
		return recommendation.Receipt{Engine: version, RulesSHA256: b.policy.FilesSHA256, Files: []recommendation.FileHash{}}, nil
	}
	canonical := b.c.CanonicalOf(b.policy.Vocabulary, b.london, b.said)
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

// said is what the case says of a fact, as plain data. Where an explanation shows just that, it is the same data.
func (b *builder) said(f *vocabulary.Fact) any {
	v := b.c.Says(f)
	if b.showed.has(f) && v == b.c.Values[f.Index] {
		return b.facts[f.Index].Value
	}
	return f.Plain(v, b.london)
}
