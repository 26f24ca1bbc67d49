package scenario

import (
	"iter"
	"slices"
)

// Truths is what rules came out as in one case. It is small, a byte for each rule:
// the cases of one policy share the ids.
type Truths struct {
	ids    []string
	values []byte
}

// words are the truths in the order in which values counts them; the first is that of
// a rule of which nothing is said.
var words = [...]string{"", "true", "false", "unknown"}

// NewTruths makes the truths of the rules with these ids, which are kept and must not
// change. Of says what each came out as: "true", "false" or "unknown", and anything
// else where the case says nothing of it.
func NewTruths(ids []string, of func(i int) string) Truths {
	t := Truths{ids: ids, values: make([]byte, len(ids))}
	for i := range ids {
		word := of(i)
		for n, w := range words {
			if w == word {
				t.values[i] = byte(n)
			}
		}
	}
	return t
}

// All goes through the rules of which the case says something, by id, with "true",
// "false" or "unknown".
func (t Truths) All() iter.Seq2[string, string] {
	return func(yield func(id, truth string) bool) {
		for i, v := range t.values {
			if v != 0 && !yield(t.ids[i], words[v]) {
				return
			}
		}
	}
}

// Equal reports whether two say the same of the same rules.
func (t Truths) Equal(other Truths) bool {
	return slices.Equal(t.ids, other.ids) && slices.Equal(t.values, other.values)
}
