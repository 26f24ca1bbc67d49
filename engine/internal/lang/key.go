package lang

import (
	"encoding/binary"

	"windscreen/engine/internal/vocabulary"
)

// AppendKey appends bytes that are the same for two nodes just where Same reports that they ask the same.
func (n *Node) AppendKey(key []byte) []byte {
	n = n.bare()
	key = append(key, byte(n.Op), byte(n.Value), byte(n.Counter))
	for _, f := range []*vocabulary.Fact{n.Fact, n.From.Fact, n.To.Fact} {
		at := -1
		if f != nil {
			at = f.Index
		}
		key = binary.AppendVarint(key, int64(at))
	}
	for _, i := range []int64{n.Lo, n.Hi, n.Set, int64(n.N), int64(n.Length.Years), int64(n.Length.Days), int64(len(n.Args))} {
		key = binary.AppendVarint(key, i)
	}
	for _, a := range n.Args {
		key = a.AppendKey(key)
	}
	return key
}
