package link

import (
	"fmt"
	"slices"
	"strings"

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
	out := &vocabulary.Each{By: l.beside(voc, k, e.By, vocabulary.Choices, "a set of choices of the same domain")}
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
		out.Own = append(out.Own, l.own(voc, k, out, x))
	}
	if len(l.faults) == before {
		f.Each = out
	}
}

// own reads the fact that takes one person's own answer.
func (l *vocabularyLinker) own(voc *vocabulary.Vocabulary, k laterKeys, e *vocabulary.Each,
	x shape.Entry[rulefile.OwnEntry]) vocabulary.EachOwn {
	own := vocabulary.EachOwn{Person: e.By.Word(x.Key.Value)}
	if own.Person < 0 {
		l.at(k.file, x.Key.Node, diagnostic.OffScale, fmt.Sprintf("%s has no %q", e.By.Path, x.Key.Value),
			source.DidYouMean(x.Key.Value, e.By.WordNames()))
	}
	own.Fact = l.beside(voc, k, x.Value.Fact, vocabulary.Choice, "a choice of the same domain")
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

// beside finds a fact of the same domain that a key names.
func (l *vocabularyLinker) beside(voc *vocabulary.Vocabulary, k laterKeys, path shape.Text, kind vocabulary.Kind,
	what string) *vocabulary.Fact {
	f := voc.Fact(path.Value)
	var fits []string
	for _, x := range voc.Domain(k.fact.Domain).Facts {
		if x.Kind == kind && x != k.fact {
			fits = append(fits, x.Path)
		}
	}
	if f == nil || f == k.fact || f.Kind != kind || f.Domain != k.fact.Domain {
		l.at(k.file, path.Node, diagnostic.UnknownName, fmt.Sprintf("%s is not %s", path.Value, what),
			"write one of "+strings.Join(fits, ", "))
		return nil
	}
	return f
}

// setOf is a set of a fact's words.
func (l *vocabularyLinker) setOf(file *source.File, f *vocabulary.Fact, words []shape.Text) int64 {
	var set int64
	for _, w := range words {
		i := slices.Index(f.WordNames(), w.Value)
		if i < 0 {
			l.at(file, w.Node, diagnostic.OffScale, fmt.Sprintf("%s has no %q", f.Path, w.Value),
				source.DidYouMean(w.Value, f.WordNames()))
			continue
		}
		set |= 1 << i
	}
	return set
}
