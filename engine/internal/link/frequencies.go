package link

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/frequency"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// frequencyLinker puts the figures together.
type frequencyLinker struct {
	vocabularyLinker
	voc     *vocabulary.Vocabulary
	out     *frequency.Frequencies
	quietAt shape.Text
	// sources are in the order of the files.
	sources []*sourceAt
}

// sourceAt is where a source stands, and whether a figure is from it.
type sourceAt struct {
	file *source.File
	key  shape.Text
	used bool
}

// Frequencies puts the files of the folder frequencies together. Without files it is
// frequency.Unsourced.
func Frequencies(files []ruleroot.FrequenciesFile, voc *vocabulary.Vocabulary) (*frequency.Frequencies, diagnostic.List) {
	l := &frequencyLinker{voc: voc, out: frequency.Unsourced()}
	for _, f := range files {
		for _, e := range f.Shape.Sources.Entries {
			l.source(f.File, e.Key)
		}
		l.quiet(f.File, f.Shape.Quiet)
	}
	for _, f := range files {
		for _, e := range f.Shape.Facts.Entries {
			l.shares(f.File, e.Key, e.Value)
		}
	}
	for _, s := range l.sources {
		if !s.used {
			l.at(s.file, s.key.Node, diagnostic.Misplaced, fmt.Sprintf("no figure is from %s", s.key.Value),
				"name it at a figure, or remove it")
		}
	}
	return l.out, l.faults
}

func (l *frequencyLinker) source(file *source.File, key shape.Text) {
	if l.named(key.Value) != nil {
		l.at(file, key.Node, diagnostic.DuplicateID, fmt.Sprintf("the source %s is in two files", key.Value), "keep one of the two")
		return
	}
	l.nameOf(file, key)
	l.sources = append(l.sources, &sourceAt{file: file, key: key})
}

// named is the source of a name; nil if there is none.
func (l *frequencyLinker) named(name string) *sourceAt {
	for _, s := range l.sources {
		if s.key.Value == name {
			return s
		}
	}
	return nil
}

func (l *frequencyLinker) quiet(file *source.File, e *rulefile.QuietEntry) {
	if e == nil {
		return
	}
	if l.quietAt.IsSet() {
		l.at(file, e.Percent.Node, diagnostic.DuplicateID, "quiet is in two files", "keep one of the two")
		return
	}
	l.quietAt = e.Percent
	if n, ok := l.percent(file, e.Percent); ok {
		l.out.Quiet = n
	}
}

// percentPattern is the form of a share.
var percentPattern = pattern.New(`^(0|[1-9][0-9]?|100)(\.[0-9])?$`)

// percent reads a share, of frequency.Whole.
func (l *frequencyLinker) percent(file *source.File, t shape.Text) (int, bool) {
	if !t.IsSet() {
		return 0, false
	}
	whole, tenth, _ := strings.Cut(t.Value, ".")
	n, err := strconv.Atoi(whole + (tenth + "0")[:1])
	if !percentPattern().MatchString(t.Value) || err != nil || n > frequency.Whole {
		l.at(file, t.Node, diagnostic.OffScale, fmt.Sprintf("%q is no percentage", source.Clip(t.Value)),
			"write a number from 0 to 100, with up to one decimal")
		return 0, false
	}
	return n, true
}

// shares reads the figures of one fact.
func (l *frequencyLinker) shares(file *source.File, key shape.Text, entries rulefile.Shares) {
	f := l.voc.Fact(key.Value)
	switch {
	case f == nil:
		l.at(file, key.Node, diagnostic.UnknownName, fmt.Sprintf("there is no fact called %s", source.Clip(key.Value)),
			source.DidYouMean(key.Value, l.voc.Paths()))
		return
	case l.out.Facts[f] != nil:
		l.at(file, key.Node, diagnostic.DuplicateID, fmt.Sprintf("the figures of %s are in two files", f.Path), "put them into one")
		return
	}
	var shares []frequency.Share
	var seen []int64
	sum := 0
	for _, e := range entries {
		s, ok := l.share(file, f, e)
		if !ok {
			continue
		}
		for i, n := range s.Values {
			if slices.Contains(seen, n) {
				t := e.Values[i]
				l.at(file, t.Node, diagnostic.DuplicateID, fmt.Sprintf("%s has two figures", t.Value), "keep one of the two")
			}
			seen = append(seen, n)
		}
		if sum += s.Of; sum > frequency.Whole {
			l.at(file, e.Percent.Node, diagnostic.OffScale, fmt.Sprintf("the figures of %s come to more than 100", f.Path),
				"check them; shares of one fact leave each other out")
		}
		shares = append(shares, s)
	}
	l.out.Facts[f] = shares
}

// share reads one figure of a fact.
func (l *frequencyLinker) share(file *source.File, f *vocabulary.Fact, e rulefile.ShareEntry) (frequency.Share, bool) {
	var s frequency.Share
	var ok bool
	s.Of, ok = l.percent(file, e.Percent)
	at := l.named(e.Source.Value)
	switch {
	case e.Assumed.IsSet() == (e.Source.IsSet() || e.Says.IsSet()):
		l.at(file, e.Here.Node, diagnostic.CitesNothing, "a figure of "+f.Path+" needs either a source or a reason",
			"add source: and says:, or assumed: alone")
		ok = false
	case e.Assumed.IsSet():
	case !e.Source.IsSet() || !e.Says.IsSet():
		l.at(file, e.Here.Node, diagnostic.CitesNothing, "a figure of "+f.Path+" does not say what is counted, and where",
			"add both source: and says:")
		ok = false
	case at == nil:
		var names []string
		for _, s := range l.sources {
			names = append(names, s.key.Value)
		}
		l.at(file, e.Source.Node, diagnostic.UnknownName, fmt.Sprintf("there is no source called %s", source.Clip(e.Source.Value)),
			source.DidYouMean(e.Source.Value, names))
		ok = false
	default:
		at.used = true
	}
	if f.Dated() != (len(e.Values) == 0) {
		message, remedy := "a figure of "+f.Path+" is of no value", "add values: with the values that it is of"
		if f.Dated() {
			message, remedy = f.Path+" is a date, and a figure is of the cases that give it", "remove values:"
		}
		l.at(file, e.Here.Node, diagnostic.WrongShape, message, remedy)
		return s, false
	}
	quiet, hasQuiet := frequency.Quiet(f)
	for _, t := range e.Values {
		v := l.value(file, f, t)
		switch {
		case v == nil:
			ok = false
		case hasQuiet && f.Kind != vocabulary.Choices && *v == quiet:
			l.at(file, t.Node, diagnostic.Misplaced, fmt.Sprintf("%s is what %s is if nothing was found", t.Value, f.Path),
				"remove it: the figures of the other values leave it the rest")
			ok = false
		default:
			s.Values = append(s.Values, v.Lo)
		}
	}
	return s, ok
}

// value reads one value that a figure is of: of a list of words, one word.
func (l *frequencyLinker) value(file *source.File, f *vocabulary.Fact, t shape.Text) *vocabulary.Value {
	if f.Kind != vocabulary.Choices {
		return l.known(file, f, t, "%q is no value of a %s")
	}
	i := l.word(file, f, t)
	if i < 0 {
		return nil
	}
	v := vocabulary.Exactly(int64(i))
	return &v
}
