package vocabulary

import (
	"math/bits"
	"strings"
)

// AtLeast is the value of a set of choices of which these words are known to apply. A
// list in a case names what is known, so the other words may apply too. Where the list is
// empty, or a case always names all words of the fact, no other word applies.
func (f *Fact) AtLeast(words int64) Value {
	if words == 0 || f.Complete {
		return Exactly(words)
	}
	return Value{words, f.Unknown().Hi}
}

// WhenGoneThrough is a stated value once the fact has been gone through: whoever went
// through a set of choices and named some words meant no others.
func (f *Fact) WhenGoneThrough(v Value) Value {
	if f.Kind == Choices {
		return Exactly(v.Lo)
	}
	return v
}

// plainSet is what is known of a set of choices, as a case would state it.
func (f *Fact) plainSet(v Value) any {
	switch {
	case v == f.AtLeast(v.Lo):
		return f.NamesOf(v.Lo)
	case v.Known():
		return map[string]any{"only": f.NamesOf(v.Lo)}
	}
	partly := map[string]any{}
	if v.Lo != 0 {
		partly["includes"] = f.NamesOf(v.Lo)
	}
	if ruledOut := f.ruledOut(v); ruledOut != 0 {
		partly["excludes"] = f.NamesOf(ruledOut)
	}
	return partly
}

// saysSet puts a set of choices in words.
func (f *Fact) saysSet(v Value) string {
	switch {
	case v.Lo == 0 && v.Known():
		return "none of these"
	case v.Known() && (f.Complete || v == f.Unknown().all()):
		return f.list(v.Lo)
	case v.Known():
		return f.list(v.Lo) + "; and no others"
	}
	var parts []string
	if v.Lo != 0 {
		parts = append(parts, "At least: "+f.list(v.Lo))
	}
	if ruledOut := f.ruledOut(v); ruledOut != 0 {
		parts = append(parts, "Not: "+f.list(ruledOut))
	}
	return strings.Join(parts, ". ")
}

// all is the set of all the words that may apply.
func (v Value) all() Value { return Exactly(v.Hi) }

// ruledOut are the words that are known not to apply.
func (f *Fact) ruledOut(v Value) int64 { return f.Unknown().Hi &^ v.Hi }

// list puts words in order, as people read them.
func (f *Fact) list(set int64) string {
	says := make([]string, 0, bits.OnesCount64(uint64(set)))
	for i, w := range f.Words {
		if set&(1<<i) != 0 {
			says = append(says, w.Says)
		}
	}
	return strings.Join(says, "; ")
}

// NamesOf lists the names of a set of the fact's words, in declared order.
func (f *Fact) NamesOf(set int64) []string {
	names := make([]string, 0, bits.OnesCount64(uint64(set)))
	for i, w := range f.Words {
		if set&(1<<i) != 0 {
			names = append(names, w.Name)
		}
	}
	return names
}
