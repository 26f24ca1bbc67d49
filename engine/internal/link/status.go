package link

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// pending puts in words that a clause is not law in force; empty where it is, or
// where nothing is said.
func (k *linker) pending(id string) string { return k.p.Clauses[id].Status.Pending() }

// commenced refuses law which is not in force as the ground of anything that takes
// effect: it may be told, and changes nothing.
func (k *linker) commenced(f *source.File, cite []shape.Text) {
	for _, c := range cite {
		if why := k.pending(c.Value); why != "" {
			k.At(f, c.Node, diagnostic.Misplaced, fmt.Sprintf("%s %s, so only a caution may cite it", c.Value, why),
				"put it in a caution, or cite law that is in force")
		}
	}
}

// notCommenced reports whether a caution rests on law which is not in force. Such a
// one is left out unless it is asked for, so no other may give way to it.
func (k *linker) notCommenced(f *source.File, h rulefile.Head) bool {
	for _, c := range h.Cite {
		why := k.pending(c.Value)
		if why == "" {
			continue
		}
		if h.Replaces != nil {
			k.At(f, h.Replaces.Rule.Node, diagnostic.Misplaced,
				fmt.Sprintf("%s %s, so a caution that cites it cannot replace a rule", c.Value, why),
				"remove replaces:, so that both cautions apply")
		}
		return true
	}
	return false
}
