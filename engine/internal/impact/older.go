package impact

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/vocabulary"
)

// older is a case as the older vocabulary reads it: without the facts that it does not have, as in a case that the
// solver finds. It is nil if the case is still refused, such as for a word that the older vocabulary does not have.
func (c Counting) older(reader casefile.Reader, now *casefile.Case) (*casefile.Case, error) {
	said := now.Canonical(c.Now.Vocabulary, c.Now.Vocabulary.London)
	said["policy"] = c.Old.ID
	evidence, _ := said["evidence"].(map[string]any)
	for _, f := range c.Now.Vocabulary.Facts {
		if vocabulary.Counterpart(f, c.Old.Vocabulary) != nil {
			continue
		}
		if domain, ok := said[f.Domain].(map[string]any); ok {
			if delete(domain, f.Name); len(domain) == 0 {
				delete(said, f.Domain)
			}
		}
		delete(evidence, f.Path)
	}
	if explored, ok := said["explored"].([]string); ok {
		said["explored"] = slices.DeleteFunc(slices.Clone(explored), func(name string) bool {
			return name != casefile.Everything && c.Old.Vocabulary.Domain(name) == nil && c.Old.Vocabulary.Fact(name) == nil
		})
	}
	text, err := json.Marshal(said)
	if err != nil {
		return nil, fmt.Errorf("write a case: %w", err)
	}
	old, _ := reader.Read("case", text)
	return old, nil
}

// sameWords is whether the vocabularies of two policies were read from the same files, byte for byte.
func sameWords(old, now *policy.Policy) bool {
	of := func(p *policy.Policy) []policy.File {
		return slices.DeleteFunc(slices.Clone(p.Files), func(f policy.File) bool {
			return !strings.HasPrefix(f.Name, ruleroot.VocabularyDir+"/")
		})
	}
	a, b := of(old), of(now)
	return old.Vocabulary == now.Vocabulary || len(a) > 0 && slices.Equal(a, b)
}
