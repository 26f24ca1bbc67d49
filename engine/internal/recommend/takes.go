package recommend

import (
	"fmt"
	"math"
	"strings"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/readable"
)

// counts are the counts that a condition asks for. It has none if the condition asks for anything but a least
// number of signs, or of areas with a sign.
func counts(n *lang.Node) []*lang.Node {
	switch {
	case n.Op == lang.CountIn && (n.Counter == lang.Tally || n.Counter == lang.Domains) && n.Hi == math.MaxInt64:
		return []*lang.Node{n}
	case n.Op == lang.And:
		var all []*lang.Node
		for _, a := range n.Args {
			of := counts(a)
			if len(of) == 0 {
				return nil
			}
			all = append(all, of...)
		}
		return all
	}
	return nil
}

// found is how many signs, or areas with a sign, are known for a count.
func (b *builder) found(n *lang.Node) int64 {
	if n.Counter == lang.Domains {
		return b.env.Domains[n.N].Lo
	}
	return b.env.Tally[n.N].Lo
}

// takes puts in words how many signs a condition takes, and how many there are.
func (b *builder) takes(n *lang.Node) string {
	var parts []string
	for _, c := range counts(n) {
		what := fmt.Sprintf("%d different signs", c.Lo)
		switch {
		case c.Lo == 1:
			what = "one sign"
		case c.Counter == lang.Domains:
			what = fmt.Sprintf("signs in %d areas", c.Lo)
		}
		known := "none"
		if n := b.found(c); n > 0 {
			known = fmt.Sprint(n)
		}
		parts = append(parts, fmt.Sprintf("%s of level %s (%s known)", what, readable.OrAbove(b.policy, c.N), known))
	}
	return strings.Join(parts, " and ")
}

// missing is how many signs, and areas with a sign, a condition lacks.
func (b *builder) missing(n *lang.Node) int {
	var lacks int64
	for _, c := range counts(n) {
		lacks += max(0, c.Lo-b.found(c))
	}
	return int(lacks)
}
