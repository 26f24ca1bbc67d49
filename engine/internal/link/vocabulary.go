package link

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

var (
	// names of domains, facts, rungs, choices, parameters and statutes
	namePattern = pattern.New(`^[a-z][a-z0-9_]{0,63}$`)
	// ids of rules, concepts and domains of need
	idPattern = pattern.New(`^[a-z0-9]+([.-][a-z0-9]+)*$`)
)

// reserved are the names that mean something else in conditions or cases.
var reserved = slices.Concat(celReserved, casefile.Keys, []string{"ground", "level", "judgement",
	"certain", "days", "decisive", "domains", "hours", "open", "tally", "weeks", "years"})

// celReserved are the words that CEL keeps for itself.
var celReserved = []string{"as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let",
	"loop", "namespace", "null", "package", "return", "true", "var", "void", "while"}

// vocabularyLinker puts the vocabulary together.
type vocabularyLinker struct {
	parser *lang.Parser
	faults diagnostic.List
	// later are the keys of facts that name other facts, which are read once all are known.
	later  []laterKeys
	london *time.Location
}

// laterKeys are the keys of a fact that name other facts.
type laterKeys struct {
	fact  *vocabulary.Fact
	file  *source.File
	key   shape.Text
	entry rulefile.FactEntry
}

func (l *vocabularyLinker) report(d diagnostic.Diagnostic) { l.faults = append(l.faults, d) }

func (l *vocabularyLinker) at(f *source.File, n *yaml.Node, code diagnostic.Code, message, remedy string) {
	l.report(f.At(n, code, message, remedy))
}

// Vocabulary puts the files of the vocabulary together. Dates are London's.
func Vocabulary(parser *lang.Parser, files []ruleroot.VocabularyFile, london *time.Location) (*vocabulary.Vocabulary, diagnostic.List) {
	l := &vocabularyLinker{parser: parser, london: london}
	return l.vocabulary(files), l.faults
}

func (l *vocabularyLinker) vocabulary(files []ruleroot.VocabularyFile) *vocabulary.Vocabulary {
	var domains []*vocabulary.Domain
	places := map[string]bool{}
	for _, v := range files {
		name := v.Shape.Domain
		switch {
		case name.Value == "":
			continue
		case !namePattern().MatchString(name.Value):
			l.report(badName(v.File, name))
		case slices.Contains(reserved, name.Value), name.Value == casefile.Everything:
			l.at(v.File, name.Node, diagnostic.NameClash,
				fmt.Sprintf("a domain cannot be called %s, which means something else", name.Value), "choose another name")
		case places[name.Value]:
			l.at(v.File, name.Node, diagnostic.DuplicateID, fmt.Sprintf("the domain %s is in two files", name.Value),
				"put its facts into one file")
			continue
		}
		places[name.Value] = true
		d := &vocabulary.Domain{Name: name.Value, Title: v.Shape.Title.Value, Ask: v.Shape.Ask.Value}
		for _, e := range v.Shape.Facts.Entries {
			f := l.buildFact(v.File, d, e.Key, e.Value)
			f.NeverASign, f.AboutTheCase = f.NeverASign || v.Shape.NeverASign, v.Shape.AboutTheCase
			l.of(v.File, f, e.Key, e.Value.Of, v.Shape.Of)
			l.later = append(l.later, laterKeys{f, v.File, e.Key, e.Value})
			d.Facts = append(d.Facts, f)
		}
		if len(d.Facts) > 0 {
			domains = append(domains, d)
		}
	}
	voc := vocabulary.New(domains, l.london)
	for _, k := range l.later {
		l.relate(voc, k)
		l.decided(k)
	}
	l.allegation(voc)
	l.limited(voc)
	l.askedTogether(voc)
	for _, v := range files {
		l.anyConcern(voc, v)
		l.conflicts(voc, v)
		l.done(voc, v)
		l.people(voc, v)
		l.gravest(voc, v)
		l.copyFor(voc, v)
		l.openings(voc, v)
		l.renamed(voc, v)
	}
	slices.SortFunc(voc.Done, func(a, b vocabulary.Word) int { return strings.Compare(a.Name, b.Name) })
	return voc
}

// badName says that a text cannot be the name of a domain, fact, rung or parameter.
func badName(f *source.File, t shape.Text) diagnostic.Diagnostic {
	return f.At(t.Node, diagnostic.BadName, fmt.Sprintf("%q cannot be a name", t.Value),
		"use lower-case letters, digits and underscores, starting with a letter")
}

// nameOf checks the name of a fact, rung or choice.
func (l *vocabularyLinker) nameOf(f *source.File, t shape.Text) {
	if !namePattern().MatchString(t.Value) {
		l.report(badName(f, t))
	}
	if slices.Contains(celReserved, t.Value) {
		l.at(f, t.Node, diagnostic.NameClash, fmt.Sprintf("%s is a word that CEL or YAML reserves", t.Value), "choose another name")
	}
}

// buildFact makes one fact.
func (l *vocabularyLinker) buildFact(file *source.File, d *vocabulary.Domain, key shape.Text, e rulefile.FactEntry) *vocabulary.Fact {
	f := &vocabulary.Fact{
		Domain: d.Name, Name: key.Value, Path: d.Name + "." + key.Value,
		Title: e.Title.Value, Ask: e.Ask.Value, Short: l.plain(file, e.Short), Who: shape.Strings(e.Who), Also: shape.Strings(e.Also),
		Protective: e.Protective, Danger: e.Danger, Safety: e.Safety, Topic: e.Topic.Value, MayBeAhead: e.MayBeAhead, Belief: e.Belief,
	}
	l.nameOf(file, key)
	fits(l.report, file, e.Ask, e.Short, roomForQuestion)
	for _, w := range e.Who {
		fits(l.report, file, w, w, roomForSource)
	}
	kinds := 0
	words := func(kind vocabulary.Kind, m shape.Map[shape.Text], least int) {
		if len(m.Entries) == 0 {
			return
		}
		kinds++
		f.Kind = kind
		for _, w := range m.Entries {
			l.nameOf(file, w.Key)
			if w.Key.Value == "unknown" {
				l.at(file, w.Key.Node, diagnostic.NameClash, "unknown is what a case says if a fact is not known",
					"choose another word, such as cannot_be_told")
			}
			f.Words = append(f.Words, vocabulary.NewWord(w.Key.Value, w.Value.Value))
		}
		if len(f.Words) < least || len(f.Words) > vocabulary.MaxWords {
			l.at(file, key.Node, diagnostic.WrongShape, fmt.Sprintf("%s has %d words", f.Path, len(f.Words)),
				fmt.Sprintf("write from %d to %d words", least, vocabulary.MaxWords))
		}
	}
	words(vocabulary.Scale, e.Scale, 2)
	words(vocabulary.Choice, e.Choice, 2)
	words(vocabulary.Choices, e.Choices, 1)
	if e.Whole != nil {
		kinds++
		f.Kind, f.Min, f.Max, f.Unit = vocabulary.Whole, int64(e.Whole.Min), int64(e.Whole.Max), e.Whole.Unit.Value
		if f.Min >= f.Max {
			l.at(file, key.Node, diagnostic.OffScale, fmt.Sprintf("no number lies from %d to %d", f.Min, f.Max),
				"write the smaller number at min")
			f.Max = f.Min + 1
		}
	}
	if e.Type.IsSet() {
		kinds++
		f.Kind = factKind(e.Type.Value)
	}
	if kinds != 1 {
		l.at(file, key.Node, diagnostic.WrongShape, fmt.Sprintf("%s has %d types", f.Path, kinds),
			"give exactly one of type, scale, choice, choices and whole")
	}
	l.silence(file, f, key, e)
	l.more(file, f, e)
	return f
}

// factKind is the kind of a fact that needs no list of values.
func factKind(t term.FactType) vocabulary.Kind {
	switch t {
	case term.FactYesNo:
		return vocabulary.YesNo
	case term.FactDate:
		return vocabulary.Date
	case term.FactTime:
		return vocabulary.Time
	}
	return vocabulary.YesNo
}
