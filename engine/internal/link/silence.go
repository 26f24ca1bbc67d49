package link

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// silence reads what silence means for a fact, or why it means nothing.
func (l *vocabularyLinker) silence(file *source.File, f *vocabulary.Fact, key shape.Text, e rulefile.FactEntry) {
	f.Silence, f.OnlyIfNothingFound, f.Hidden, f.Background = e.Silence.Value, e.OnlyIfNothingFound, e.Hidden, e.Background
	f.Discloses, f.AsksFamily = e.Discloses, e.AsksFamily
	if e.Nothing.Value != "" {
		f.Nothing = l.nothing(file, f, e.Nothing)
		if f.Silence != "" {
			l.at(file, e.Silence.Node, diagnostic.Conflict, fmt.Sprintf("silence both settles %s and does not", f.Path),
				"keep one of nothing and silence")
		}
		return
	}
	for _, x := range []struct {
		set  bool
		what string
	}{{f.OnlyIfNothingFound, "only_if_nothing_found"}, {f.Hidden, "hidden"}} {
		if x.set {
			l.at(file, key.Node, diagnostic.Misplaced, fmt.Sprintf("%s has %s, and silence never settles it", f.Path, x.what),
				"say with nothing what silence means, or remove "+x.what)
		}
	}
}

// decided checks that every fact says what silence means for it, or why it means nothing.
// Strengths, dates, facts about the case and what comes from other children need not.
func (l *vocabularyLinker) decided(k laterKeys) {
	f := k.fact
	if k.entry.Nothing.Value != "" || f.Silence != "" || f.Protective || f.AboutTheCase || f.Dated() ||
		k.entry.FromOthers != nil {
		return
	}
	l.at(k.file, k.key.Node, diagnostic.MissingKey,
		fmt.Sprintf("nobody can tell what it means if %s was gone through and not mentioned", f.Path),
		"write nothing: and the value that silence then means, or silence: and why it means none")
}

// nothing reads what silence means.
func (l *vocabularyLinker) nothing(file *source.File, f *vocabulary.Fact, t shape.Text) *vocabulary.Value {
	if f.Protective || f.Dated() {
		l.at(file, t.Node, diagnostic.Misplaced, fmt.Sprintf("silence means nothing for %s", f.Path),
			"remove the key nothing: dates and strengths must be asked about")
		return nil
	}
	return l.known(file, f, t, "silence cannot mean %q for a %s")
}

// known reads a value that the vocabulary gives to a fact. wrong is the message about a value
// that does not fit a yes or no or a set, from the value and the kind of fact.
func (l *vocabularyLinker) known(file *source.File, f *vocabulary.Fact, t shape.Text, wrong string) *vocabulary.Value {
	v := vocabulary.Value{}
	switch {
	case f.Kind == vocabulary.YesNo && (t.Value == "no" || t.Value == "yes"):
		v = vocabulary.YesOrNo(t.Value == "yes")
	case f.Kind == vocabulary.Choices && t.Value == "none":
	case f.Kind == vocabulary.Scale || f.Kind == vocabulary.Choice:
		i := l.word(file, f, t)
		if i < 0 {
			return nil
		}
		v = vocabulary.Exactly(int64(i))
	case f.Kind == vocabulary.Whole:
		n, err := strconv.ParseInt(t.Value, 10, 64)
		if err != nil || strconv.FormatInt(n, 10) != t.Value || n < f.Min || n > f.Max {
			l.at(file, t.Node, diagnostic.OffScale, fmt.Sprintf("%s cannot be %q", f.Path, t.Value),
				fmt.Sprintf("write a whole number from %d to %d", f.Min, f.Max))
			return nil
		}
		v = vocabulary.Exactly(n)
	default:
		l.at(file, t.Node, diagnostic.OffScale, fmt.Sprintf(wrong, t.Value, f.Kind),
			"write yes or no for a yes or no, and none for a set of choices")
		return nil
	}
	return &v
}

// word finds a rung or a word of a fact; -1 if the fact has no such word.
func (l *vocabularyLinker) word(file *source.File, f *vocabulary.Fact, t shape.Text) int {
	i := f.Word(t.Value)
	if i < 0 {
		l.at(file, t.Node, diagnostic.OffScale, fmt.Sprintf("%s has no %q", f.Path, t.Value),
			cmp.Or(source.DidYouMean(t.Value, f.WordNames()), "write one of "+strings.Join(f.WordNames(), ", ")))
	}
	return i
}
