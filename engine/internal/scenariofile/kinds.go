package scenariofile

import (
	"encoding/binary"
	"slices"
	"sync"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/vocabulary"
)

// kinds puts together the looks at which a condition reads the same. At all looks of one kind the condition comes to the same
// and leaves the same open, and so does any other condition that reads no more. What changed rules leave open took about a twelfth
// of the time of trying changes, and takes less than a hundredth; telling looks apart takes about a fiftieth.
type kinds struct {
	reads []read
	// of is the kind of each look, by look.number, and count how many kinds there are.
	of    []int32
	count int
	// left are keys of what the rule leaves open before any change, by kind; nil where that was not asked for.
	lock sync.Mutex
	left [][]byte
}

// read is one thing that a condition reads: by FactIn a fact, by TimeIn the moment of the case, otherwise a finding. The
// judgement is always told apart, as few cases have one.
type read struct {
	op      lang.Op
	counter lang.Counter
	n       int
}

// newKinds tells apart the looks of some trials, of which there are so many, by what is read.
func newKinds(trials []*trial, looks int, reads []read) *kinds {
	k := &kinds{reads: reads, of: make([]int32, looks)}
	met := map[string]int32{}
	var key []byte
	for _, t := range trials {
		for i := range t.looks {
			l := &t.looks[i]
			key = l.appendReads(key[:0], reads)
			kind, known := met[string(key)]
			if !known {
				kind = int32(len(met)) //nolint:gosec // there are far fewer looks
				met[string(key)] = kind
			}
			k.of[l.number] = kind
		}
	}
	k.count = len(met)
	k.left = make([][]byte, k.count)
	return k
}

// readsOf are the things that a condition reads, each once.
func readsOf(root *lang.Node) []read {
	var out []read
	add := func(op lang.Op, counter lang.Counter, n int) {
		if r := (read{op, counter, n}); !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	root.Facts(func(f *vocabulary.Fact) { add(lang.FactIn, 0, f.Index) })
	root.Walk(1, func(n *lang.Node, _ int) {
		switch n.Op {
		case lang.TimeIn:
			add(lang.TimeIn, 0, 0)
		case lang.Ground, lang.Decisive:
			add(n.Op, 0, n.N)
		case lang.CountIn:
			add(n.Op, n.Counter, n.N)
		case lang.JudgedOtherwise:
			add(lang.CountIn, lang.Level, 0)
		case lang.Const, lang.And, lang.Or, lang.Not, lang.If, lang.AtLeastN, lang.FactIn, lang.OneOf, lang.Member, lang.OpenFact,
			lang.Open, lang.Certain, lang.Named, lang.Judged:
		}
	})
	return out
}

// covers reports whether the kinds tell apart all that a condition reads.
func (k *kinds) covers(reads []read) bool {
	return !slices.ContainsFunc(reads, func(r read) bool { return !slices.Contains(k.reads, r) })
}

// appendReads appends what is read at a look.
func (l *look) appendReads(key []byte, reads []read) []byte {
	e := l.env
	number := func(n int64) { key = binary.LittleEndian.AppendUint64(key, uint64(n)) } //nolint:gosec // the bits are all that counts
	between := func(r logic.Range) {
		number(r.Lo)
		number(r.Hi)
	}
	judged := int64(-1)
	if e.Judgement.Recorded {
		judged = int64(e.Judgement.Level)
	}
	number(judged)
	for _, r := range reads {
		switch {
		case r.op == lang.FactIn:
			between(e.Values[r.n].Range())
		case r.op == lang.TimeIn:
			number(e.AsOf)
		case r.op == lang.Ground:
			key = append(key, byte(e.Grounds[r.n]))
		case r.op == lang.Decisive:
			key = append(key, byte(e.Decisive[r.n]))
		case r.counter == lang.Tally:
			between(e.Tally[r.n])
		case r.counter == lang.Domains:
			between(e.Domains[r.n])
		case r.counter == lang.Level:
			between(e.Level)
		}
	}
	return key
}

// comes is what one changed rule comes to and leaves open at looks of each kind, as far as that was asked for.
type comes struct {
	kinds *kinds
	// truths are by kind, and notKnown where that was not asked for; left is nil there, and otherwise a key of what is left open, or
	// empty where that is the same as before.
	truths []logic.Truth
	left   []*string
}

// notKnown is no truth.
const notKnown = logic.True + 1

// comes is what a changed rule comes to.
func (y *trying) comes(rule int) *comes {
	if y.came == nil {
		y.came = make([]*comes, len(y.Changed.Policy.Rules))
	}
	if y.came[rule] == nil {
		k := y.kinds[rule]()
		if reads := readsOf(y.Changed.Policy.Rules[rule].When.Root); !k.covers(reads) {
			k = newKinds(y.trials, y.looks, slices.Concat(k.reads, reads))
		}
		y.came[rule] = &comes{k, slices.Repeat([]logic.Truth{notKnown}, k.count), make([]*string, k.count)}
	}
	return y.came[rule]
}

// truth is what a changed rule comes to by Kleene's rules at a look, beside the findings.
func (y *trying) truth(rule int, l *look) logic.Truth {
	r := y.Changed.Policy.Rules[rule]
	if !r.InForce(l.input.AsOf) {
		return logic.False
	}
	c := y.comes(rule)
	t := &c.truths[c.kinds.of[l.number]]
	if *t == notKnown {
		*t = r.When.Root.Truth(l.env)
	}
	return *t
}

// left is a key of what a changed rule leaves open at a look, or empty where that is the same as before.
func (y *trying) left(rule int, l *look) string {
	before, after := y.unit.Policy.Rules[rule], y.Changed.Policy.Rules[rule]
	if !before.InForce(l.input.AsOf) || before == after {
		return ""
	}
	c := y.comes(rule)
	kind := c.kinds.of[l.number]
	if c.left[kind] == nil {
		key := ""
		y.key = y.leaves(after.When.Root, l.env, y.key[:0])
		if !slices.Equal(y.leavesBefore(c.kinds, kind, before.When.Root, l.env), y.key) {
			key = string(y.key)
		}
		c.left[kind] = &key
	}
	return *c.left[kind]
}

// leaves appends a key of what a condition leaves open.
func (y *trying) leaves(root *lang.Node, env *lang.Env, key []byte) []byte {
	y.leaver.Reset()
	return y.leaver.Left(root, env).AppendKey(key)
}

// leavesBefore is a key of what a condition leaves open before any change at looks of one kind.
func (y *trying) leavesBefore(k *kinds, kind int32, root *lang.Node, env *lang.Env) []byte {
	k.lock.Lock()
	defer k.lock.Unlock()
	if k.left[kind] == nil {
		k.left[kind] = y.leaves(root, env, nil)
	}
	return k.left[kind]
}
