package casefile

import (
	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// Keys of a set of choices that is written as a mapping.
var setKeys = []string{"only", "includes", "excludes"}

// set reads a set of choices: a list of what is known to apply, {only: […]} where no
// other word applies, or {includes: […], excludes: […]}.
func (p *reading) set(f *vocabulary.Fact, n *yaml.Node) (vocabulary.Value, bool) {
	if n.Kind == yaml.MappingNode {
		return p.partSet(f, n)
	}
	words, ok := p.words(f, n)
	return f.AtLeast(words), ok
}

// words reads a list of words.
func (p *reading) words(f *vocabulary.Fact, n *yaml.Node) (words int64, ok bool) {
	if n.Kind != yaml.SequenceNode {
		p.fault(n, diagnostic.WrongShape, expected(f), "%s must be a list", f.Path)
		return 0, false
	}
	ok = true
	for _, w := range n.Content {
		i, fine := p.point(f, w)
		ok = ok && fine
		if fine {
			words |= 1 << i
		}
	}
	return words, ok
}

// partSet reads {only: […]} or {includes: […], excludes: […]}.
func (p *reading) partSet(f *vocabulary.Fact, n *yaml.Node) (vocabulary.Value, bool) {
	const remedy = "write {only: […]}, or {includes: […], excludes: […]}, or a list of what is known"
	v, ok := f.Unknown(), true
	for key, list := range p.pairs(n) {
		switch key.Value {
		case "only", "includes", "excludes":
		default:
			p.fault(key, diagnostic.UnknownKey, source.DidYouMean(key.Value, setKeys), "a set has no %s", source.Clip(key.Value))
			ok = false
			continue
		}
		words, fine := p.words(f, list)
		ok = ok && fine
		switch {
		case key.Value == "only" && len(n.Content) > 2:
			p.fault(key, diagnostic.WrongShape, "keep only, or includes and excludes", "only says all that there is to say of %s", f.Path)
			ok = false
		case key.Value == "only":
			return vocabulary.Exactly(words), ok
		case !fine:
		case words == 0:
			p.fault(list, diagnostic.NoValue, "name a word, or remove "+key.Value, "%s says nothing of %s", key.Value, f.Path)
			ok = false
		case key.Value == "includes":
			v.Lo = words
		default:
			v.Hi &^= words
		}
	}
	if len(n.Content) == 0 {
		p.fault(n, diagnostic.NoValue, remedy, "%s has no value", f.Path)
		ok = false
	}
	if both := v.Lo &^ v.Hi; ok && both != 0 {
		p.fault(n, diagnostic.Conflict, "keep it in one of the two", "%s both includes and excludes %s", f.Path, f.NamesOf(both)[0])
		ok = false
	}
	return v, ok
}

var quickSetKeys = newNames(setKeys)

// set takes a set of choices.
func (q *Quick) set(f *quickFact) vocabulary.Value {
	if q.peek() != '{' {
		return f.AtLeast(q.words(f))
	}
	v := q.unknown[f.Index]
	var keys uint
	for on := q.open('{', '}'); on; on = q.next('}') {
		switch q.keyOf(&quickSetKeys) {
		case "only":
			q.once(&keys, keyOnly)
			v = vocabulary.Exactly(q.words(f))
		case "includes":
			q.once(&keys, keyIncludes)
			v.Lo = q.words(f)
			q.bad = q.bad || v.Lo == 0
		case "excludes":
			q.once(&keys, keyExcludes)
			words := q.words(f)
			v.Hi &^= words
			q.bad = q.bad || words == 0
		default:
			q.bad = true
		}
	}
	q.bad = q.bad || keys == 0 || keys&keyOnly != 0 && keys != keyOnly || v.Lo&^v.Hi != 0
	return v
}

// words takes a list of words.
func (q *Quick) words(f *quickFact) (words int64) {
	for on := q.open('[', ']'); on; on = q.next(']') {
		words |= 1 << q.point(f)
	}
	return words
}
