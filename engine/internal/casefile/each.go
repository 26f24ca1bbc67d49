package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// each reads what each person answered, and states the fact, who gave that answer, and the
// facts of persons' own answers. It stands in the mapping domain, which may not state any of
// those besides.
func (p *reading) each(f *vocabulary.Fact, n, domain *yaml.Node) {
	e := f.Each
	others := []*vocabulary.Fact{e.By}
	for _, own := range e.Own {
		others = append(others, own.Fact)
	}
	ok := true
	for _, o := range others {
		if has(domain, o.Name) {
			ok = false
			p.fault(n, diagnostic.Conflict, "leave out "+o.Name+", or write one answer at "+f.Name,
				"%s says person by person what %s would say again", f.Path, o.Path)
		}
	}
	answers := map[int]int{}
	for key, value := range p.pairs(n) {
		person, answer := e.By.Word(key.Value), p.answer(f, value)
		if person < 0 {
			p.fault(key, diagnostic.OffScale, cmp.Or(source.DidYouMean(key.Value, e.By.WordNames()),
				"write one of "+strings.Join(e.By.WordNames(), ", ")), "%s names nobody called %q", f.Path, source.Clip(key.Value))
		}
		if person < 0 || answer < 0 {
			ok = false
			continue
		}
		answers[person] = answer
		for _, own := range e.Own {
			if own.Person == person && p.misplaced(own.Fact, key, asFact(own.Fact)) {
				ok = false
			}
		}
	}
	if len(n.Content) == 0 {
		p.fault(n, diagnostic.NoValue, fmt.Sprintf("write who answered what, or leave out %s", f.Path), "%s has no value", f.Path)
	}
	if !ok || len(answers) == 0 {
		return
	}
	value, by := e.Combine(answers)
	p.state(f, n, value)
	p.state(e.By, n, by)
	for _, own := range e.Own {
		v := own.If
		if answer, named := answers[own.Person]; named {
			v = vocabulary.Exactly(int64(own.Fact.Word(f.Words[answer].Name)))
		}
		p.state(own.Fact, n, v)
	}
}

// answer reads one person's answer, as the index of a word of the fact; -1 where it is none.
func (p *reading) answer(f *vocabulary.Fact, n *yaml.Node) int {
	i := f.Word(n.Value)
	if n.Kind == yaml.ScalarNode && i >= 0 && f.Each.Answers>>i&1 != 0 {
		return i
	}
	words := f.NamesOf(f.Each.Answers)
	if n.Kind != yaml.ScalarNode {
		p.fault(n, diagnostic.WrongShape, "write one of "+strings.Join(words, ", "), "one person's answer to %s is one word", f.Path)
		return -1
	}
	near := ""
	if !slices.Contains(f.WordNames(), n.Value) {
		near = source.DidYouMean(n.Value, words)
	}
	p.fault(n, diagnostic.OffScale,
		cmp.Or(near, "write one of "+strings.Join(words, ", ")+", or leave out a person who was not asked"),
		"one person's answer to %s cannot be %q", f.Path, source.Clip(n.Value))
	return -1
}

// state states a fact.
func (p *reading) state(f *vocabulary.Fact, n *yaml.Node, v vocabulary.Value) {
	p.over(f)
	p.stated[f] = stated{p.file, n}
	delete(p.c.Evidence, f.Index)
	p.c.Values[f.Index], p.c.Origins[f.Index] = v, Stated
}
