package link

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// thenAsk reads what to ask next where a fact states a concern.
func (l *vocabularyLinker) thenAsk(voc *vocabulary.Vocabulary, k laterKeys) {
	f := k.fact
	if len(k.entry.ThenAsk) > 0 && (f.Dated() || f.Protective || f.FromOthers != nil) {
		l.at(k.file, k.key.Node, diagnostic.Misplaced, f.Path+" has then_ask, and never states a concern",
			"remove then_ask: dates, strengths and what comes from other children state none")
		return
	}
	for _, e := range k.entry.ThenAsk {
		t := l.asks(voc, k.file, e)
		switch {
		case t == nil:
			continue
		case t.Fact == f && f.Kind != vocabulary.Choices && f.Kind != vocabulary.Scale: // of these, a case may state a part
			l.at(k.file, e.Fact.Node, diagnostic.Circular, f.Path+" asks next about itself", "name another fact")
			continue
		case t.Fact == f && f.Kind == vocabulary.Scale && !e.Ask.IsSet():
			l.at(k.file, e.Fact.Node, diagnostic.MissingKey, f.Path+" asks how far it goes, and has no words for it",
				"add ask: what to find out, such as how often it happens and what comes of it")
			continue
		case !l.limits(k, e, t):
			continue
		}
		if slices.ContainsFunc(f.ThenAsk, func(o vocabulary.ThenAsk) bool {
			return o.Fact == t.Fact && (o.EveryConcern() || t.EveryConcern() || o.From == t.From && o.Words == t.Words)
		}) {
			l.at(k.file, e.Fact.Node, diagnostic.DuplicateID, fmt.Sprintf("%s asks next about %s twice", f.Path, t.Fact.Path), "keep one")
			continue
		}
		f.ThenAsk = append(f.ThenAsk, *t)
	}
}

// anyConcern reads what to ask of any concern.
func (l *vocabularyLinker) anyConcern(voc *vocabulary.Vocabulary, v ruleroot.VocabularyFile) {
	for i, e := range v.Shape.ThenAsk {
		if i == 0 && len(voc.ThenAsk) > 0 {
			l.at(v.File, e.Here.Node, diagnostic.DuplicateID, "two files say what to ask of any concern", "keep one of the two")
			return
		}
		t := l.asks(voc, v.File, e)
		switch {
		case t == nil:
		case e.From.IsSet() || len(e.Words) > 0 || t.When != nil:
			l.at(v.File, e.Fact.Node, diagnostic.Misplaced, "what is asked of any concern is asked of any child",
				"remove from, words and when")
		case slices.ContainsFunc(voc.ThenAsk, func(o vocabulary.ThenAsk) bool { return o.Fact == t.Fact }):
			l.at(v.File, e.Fact.Node, diagnostic.DuplicateID, t.Fact.Path+" is asked about twice", "keep one")
		default:
			voc.ThenAsk = append(voc.ThenAsk, *t)
		}
	}
}

// asks reads an entry of then_ask, without the limits of the concern; nil if it names no fact that can be asked about.
func (l *vocabularyLinker) asks(voc *vocabulary.Vocabulary, file *source.File, e rulefile.ThenAskEntry) *vocabulary.ThenAsk {
	l.readable(file, e)
	next := voc.Fact(e.Fact.Value)
	switch {
	case !e.Fact.IsSet():
		return nil
	case next == nil:
		l.at(file, e.Fact.Node, diagnostic.UnknownName, fmt.Sprintf("there is no fact %s to ask about", e.Fact.Value),
			source.DidYouMean(e.Fact.Value, voc.Paths()))
		return nil
	case next.FromOthers != nil:
		l.at(file, e.Fact.Node, diagnostic.Misplaced, "nobody is asked about "+next.Path+", which comes from the other children",
			"name another fact, such as one that a rule reads of this child")
		return nil
	}
	return &vocabulary.ThenAsk{Fact: next, Why: e.Why.Value, Ask: e.Ask.Value, Discloses: e.Discloses, Source: e.Source.Value,
		Cite: shape.Strings(e.Cite), When: l.condition(voc, file, e.When, true)} // it only orders questions
}

// readable checks the texts of an entry of then_ask: lengths, and exactly one of source and cite.
func (l *vocabularyLinker) readable(file *source.File, e rulefile.ThenAskEntry) {
	for _, x := range []struct {
		text shape.Text
		most int
	}{{e.Why, roomForWhy}, {e.Ask, roomForQuestion}, {e.Source, roomForGuidance}} {
		if n := utf8.RuneCountInString(x.text.Value); n > x.most && x.text.IsSet() {
			l.at(file, x.text.Node, diagnostic.TooLong,
				fmt.Sprintf("the text has %d characters, and the page has room for %d", n, x.most),
				fmt.Sprintf("write at most %d characters", x.most))
		}
	}
	at := e.Fact.Node
	switch {
	case at == nil:
	case e.Source.IsSet() && len(e.Cite) > 0:
		l.at(file, e.Source.Node, diagnostic.Conflict, "this question gives both a source and a cite", "keep one of the two")
	case !e.Source.IsSet() && len(e.Cite) == 0:
		l.at(file, at, diagnostic.CitesNothing, "nothing says where this question comes from",
			"add source: with the name of national guidance, or cite: with ids of clauses")
	}
	for i, c := range e.Cite {
		if slices.ContainsFunc(e.Cite[:i], func(o shape.Text) bool { return o.Value == c.Value }) {
			l.at(file, c.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is cited twice", c.Value), "cite it once")
		}
	}
}

// limits reads from which rung up, or for which words, a question is asked.
func (l *vocabularyLinker) limits(k laterKeys, e rulefile.ThenAskEntry, t *vocabulary.ThenAsk) bool {
	f := k.fact
	words := f.Kind == vocabulary.Choice || f.Kind == vocabulary.Choices
	if e.From.IsSet() {
		switch {
		case f.Kind != vocabulary.Scale:
			l.at(k.file, e.From.Node, diagnostic.Misplaced, f.Path+" is no scale, and has no rungs", "write words: for a choice or choices")
			return false
		case e.From.Value == f.Words[0].Name:
			l.at(k.file, e.From.Node, diagnostic.OffScale, fmt.Sprintf("%s is nothing of the kind, and no concern", e.From.Value),
				"write a higher rung, or remove from")
			return false
		}
		i := l.word(k.file, f, e.From)
		if i < 0 {
			return false
		}
		t.From = int64(i)
	}
	for _, w := range e.Words {
		if !words {
			l.at(k.file, w.Node, diagnostic.Misplaced, f.Path+" is no choice, and has no words", "write from: for a scale")
			return false
		}
		i := l.word(k.file, f, w)
		if i < 0 {
			return false
		}
		t.Words |= 1 << i
	}
	return true
}

// askedTogether checks that what is asked next can apply to a child of whom the fact states a concern.
func (l *vocabularyLinker) askedTogether(voc *vocabulary.Vocabulary) {
	room := make([]vocabulary.Value, len(voc.Facts))
	for _, k := range l.later {
		for i := range k.fact.ThenAsk {
			t := &k.fact.ThenAsk[i]
			if canApply(k.fact, t, room) {
				continue
			}
			at := k.key.Node
			for _, e := range k.entry.ThenAsk {
				if e.Fact.Value == t.Fact.Path {
					at = e.Fact.Node
				}
			}
			l.at(k.file, at, diagnostic.Conflict, fmt.Sprintf("%s never applies where %s states this", t.Fact.Path, k.fact.Path),
				"name a fact that applies to the same children, or remove the entry")
		}
	}
}

// mostCombinations is how many combinations of values are tried to see whether two facts can apply to one child.
const mostCombinations = 20_000

// canApply reports whether a fact can apply where what is asked next follows from another. It tries every value of
// the facts that both conditions read, and leaves those that only one reads open. Room holds a value for each fact.
func canApply(f *vocabulary.Fact, t *vocabulary.ThenAsk, room []vocabulary.Value) bool {
	if t.Fact.Applies == nil {
		return true
	}
	var both []*vocabulary.Fact
	if f.Applies != nil {
		f.Applies.Facts(func(x *vocabulary.Fact) {
			reads := false
			t.Fact.Applies.Facts(func(y *vocabulary.Fact) { reads = reads || x == y })
			if reads && x != f && !x.Dated() && x.Kind != vocabulary.Choices && !slices.Contains(both, x) {
				both = append(both, x)
			}
		})
	}
	values := map[*vocabulary.Fact]vocabulary.Value{f: f.Concern(t)}
	tries := 0
	holds := func(of *vocabulary.Fact) bool {
		return of.Applies == nil || of.Applies.Truth(filled(room, of, values), 0) != logic.False
	}
	var try func(at int) bool
	try = func(at int) bool {
		if at == len(both) {
			tries++
			return tries > mostCombinations || holds(f) && holds(t.Fact)
		}
		all := both[at].Unknown()
		for n := all.Lo; n <= all.Hi; n++ {
			values[both[at]] = vocabulary.Exactly(n)
			if try(at + 1) {
				return true
			}
		}
		return false
	}
	return try(0)
}

// filled puts into values by Fact.Index what is given of the facts that a condition reads, and leaves the rest of them open. What it
// does not read keeps the value that it had.
func filled(values []vocabulary.Value, of *vocabulary.Fact, given map[*vocabulary.Fact]vocabulary.Value) []vocabulary.Value {
	of.Applies.Facts(func(x *vocabulary.Fact) {
		v, ok := given[x]
		if !ok {
			v = x.Unknown()
		}
		values[x.Index] = v
	})
	return values
}
