package link

import (
	"cmp"
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// of reads whom a fact is of: what it says itself, or else what its domain says.
func (l *vocabularyLinker) of(file *source.File, f *vocabulary.Fact, key shape.Text, own, domain shape.Word[term.Of]) {
	if f.Of = cmp.Or(own.Value, domain.Value); f.Of == "" {
		l.at(file, key.Node, diagnostic.MissingKey, fmt.Sprintf("%s does not say whom it is of", f.Path),
			"write of: child, of: home or of: case, here or at the top of the file for every fact in it")
	}
}

// fromOthers reads what a fact takes from the other children of a case, and what it is if
// none gives it.
func (l *vocabularyLinker) fromOthers(k laterKeys, e *rulefile.FromOthersEntry) {
	f := k.fact
	refuse := func(t shape.Text, code diagnostic.Code, message, remedy string) {
		l.at(k.file, t.Node, code, f.Path+" "+message, remedy)
	}
	if e.Ground.Value != "" == e.Answer.IsSet() {
		refuse(k.key, diagnostic.WrongShape, "must take exactly one thing from the other children", "give exactly one of ground and answer")
		return
	}
	f.FromOthers = &vocabulary.FromOthers{Ground: e.Ground.Value, Answer: e.Answer.Value}
	if f.Of != term.OfChild && f.Of != "" {
		refuse(k.key, diagnostic.Misplaced, fmt.Sprintf("is of the %s, and takes something from the other children", f.Of),
			"write of: child")
	}
	if k.entry.Applies.Node != nil {
		refuse(k.key, diagnostic.Misplaced, "takes something from the other children, and applies to some children only", "remove applies")
	}
	if t := k.entry.Nothing; t.Value != "" {
		refuse(t, diagnostic.Misplaced, "comes from the other children, so silence says nothing of it",
			"write otherwise in place of nothing")
	}
	if t := k.entry.Otherwise; t.Value != "" {
		f.Otherwise = l.known(k.file, f, t, "%q cannot be what a %s is otherwise")
	} else {
		refuse(k.key, diagnostic.MissingKey, "does not say what it is if no other child gives it",
			"write otherwise: and the value that it then has")
	}
	if e.Answer.IsSet() {
		l.fromAnswer(k, e.Answer)
	} else if f.Kind != vocabulary.YesNo {
		refuse(e.Ground, diagnostic.Misplaced, "takes a ground from the other children, but is no yes or no", "write type: yes_no")
	}
}

// fromAnswer checks that a fact can take an answer: it is a scale, and its rungs are the lowest
// and, above that, values of the answer, the more cautious the higher.
func (l *vocabularyLinker) fromAnswer(k laterKeys, answer shape.Word[term.Answer]) {
	f, a := k.fact, answer.Value
	switch {
	case !a.HasCaution():
		l.at(k.file, answer.Node, diagnostic.Misplaced, fmt.Sprintf("no value of %s is more cautious than another", a),
			fmt.Sprintf("write %s or %s", term.AnswerInform, term.AnswerSharing))
		return
	case f.Kind != vocabulary.Scale:
		l.at(k.file, answer.Node, diagnostic.Misplaced, f.Path+" takes an answer from the other children, but is no scale",
			"write as its scale what the answer can be, the more cautious the higher, above a lowest rung for nothing of the kind")
		return
	}
	values := a.Values().Codes()
	last := ""
	for _, w := range k.entry.Scale.Entries[1:] {
		_, known := a.Values().Of(w.Key.Value)
		switch {
		case !known:
			l.at(k.file, w.Key.Node, diagnostic.OffScale, fmt.Sprintf("%s cannot be %q", a, w.Key.Value),
				cmp.Or(source.DidYouMean(w.Key.Value, values), "write "+english.Or(values)))
			return
		case last != "" && !a.AsCautious(w.Key.Value, last):
			l.at(k.file, w.Key.Node, diagnostic.OffScale, fmt.Sprintf("%s stands above %s, and is less cautious", w.Key.Value, last),
				"put the more cautious rung higher")
			return
		}
		last = w.Key.Value
	}
}
