package link

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// each reads how the answers of several persons make the value of a fact. What is wrong
// with it leaves the fact without.
func (l *vocabularyLinker) each(voc *vocabulary.Vocabulary, k laterKeys, e *rulefile.EachEntry) {
	before := len(l.faults)
	f := k.fact
	if f.Kind != vocabulary.Choice {
		l.at(k.file, k.key.Node, diagnostic.Misplaced, fmt.Sprintf("%s has each, but is no choice", f.Path), "remove each")
		return
	}
	beside := voc.Domain(f.Domain).Facts
	out := &vocabulary.Each{By: l.other(beside, k, e.By, vocabulary.Choices, "a set of choices of the same domain")}
	if out.By == nil {
		return
	}
	named := map[string]bool{}
	for _, group := range e.Whose {
		for _, w := range group {
			if named[w.Value] {
				l.at(k.file, w.Node, diagnostic.DuplicateKey, fmt.Sprintf("%s is in whose twice", w.Value), "name each person once")
			}
			named[w.Value] = true
		}
		out.Whose = append(out.Whose, l.setOf(k.file, out.By, group))
	}
	for _, w := range out.By.Words {
		if !named[w.Name] {
			l.at(k.file, e.By.Node, diagnostic.MissingKey, fmt.Sprintf("whose does not say where %s counts", w.Name),
				"add them to a group of whose")
		}
	}
	out.Pending = l.setOf(k.file, f, e.Pending)
	alone := int64(0)
	for _, row := range e.Rows {
		r := vocabulary.EachRow{Some: l.setOf(k.file, f, row.Some), Others: l.setOf(k.file, f, row.Others)}
		if v := l.known(k.file, f, row.Gives, ""); v != nil {
			r.Gives = int(v.Lo)
		}
		out.Rows, out.Answers = append(out.Rows, r), out.Answers|r.Some|r.Others
		if len(row.Others) == 0 {
			alone |= r.Some
		}
	}
	for i, w := range f.Words {
		if (out.Answers|out.Pending)>>i&1 != 0 && alone>>i&1 == 0 {
			l.at(k.file, e.By.Node, diagnostic.MissingKey, fmt.Sprintf("no row says what %s makes where nobody answers otherwise", w.Name),
				"add a row: {some: ["+w.Name+"], gives: …}")
		}
	}
	for _, x := range e.Own.Entries {
		out.Own = append(out.Own, l.own(beside, k, out, x))
	}
	if len(l.faults) == before {
		f.Each = out
	}
}

// own reads the fact that takes one person's own answer.
func (l *vocabularyLinker) own(beside []*vocabulary.Fact, k laterKeys, e *vocabulary.Each,
	x shape.Entry[rulefile.OwnEntry]) vocabulary.EachOwn {
	own := vocabulary.EachOwn{
		Person: l.word(k.file, e.By, x.Key),
		Fact:   l.other(beside, k, x.Value.Fact, vocabulary.Choice, "a choice of the same domain"),
	}
	if own.Fact == nil {
		return own
	}
	if v := l.known(k.file, own.Fact, x.Value.Otherwise, ""); v != nil {
		own.If = *v
	}
	for i, w := range k.fact.Words {
		if e.Answers>>i&1 != 0 && own.Fact.Word(w.Name) < 0 {
			l.at(k.file, x.Value.Fact.Node, diagnostic.OffScale, fmt.Sprintf("%s has no %q", own.Fact.Path, w.Name),
				"give it every word that a person can answer")
		}
	}
	return own
}

// setOf is a set of a fact's words.
func (l *vocabularyLinker) setOf(file *source.File, f *vocabulary.Fact, words []shape.Text) int64 {
	var set int64
	for _, w := range words {
		if i := l.word(file, f, w); i >= 0 {
			set |= 1 << i
		}
	}
	return set
}
