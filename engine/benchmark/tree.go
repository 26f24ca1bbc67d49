//go:build fastjson

package benchmark

import (
	"github.com/valyala/fastjson"

	"windscreen/engine"
)

// trees is from the bytes of a case to its verdict, beside a fast parser that makes a tree of the same text and does nothing
// with it. The parser is built in only where the tag asks for it, because nothing else needs it.
func (b *Bench) trees() []Pair {
	var pairs []Pair
	for i := range b.known {
		d := &b.known[i]
		var v engine.Verdict
		var parser fastjson.Parser
		pairs = append(pairs, Pair{
			Name: "JSON to verdict, beside a tree by fastjson, " + d.name, block: Cases, times: 1,
			Against: Side{Name: "fastjson", Do: func(from, n int) error {
				for i := range n {
					if _, err := parser.ParseBytes(d.texts[(from+i)%Cases]); err != nil {
						return err
					}
				}
				return nil
			}},
			Fast: b.ofJSON(d, &v),
		})
	}
	return pairs
}
