package link

import (
	"cmp"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// more reads the keys of a fact that stand by themselves.
func (l *vocabularyLinker) more(file *source.File, f *vocabulary.Fact, e rulefile.FactEntry) {
	misplaced := func(t *yaml.Node, message, remedy string) {
		l.at(file, t, diagnostic.Misplaced, f.Path+" "+message, remedy)
	}
	f.Complete = e.Complete
	if f.Complete && f.Kind != vocabulary.Choices {
		misplaced(e.Title.Node, "is complete, but is no set of choices", "remove complete")
	}
	if p := e.Presumed; p != nil {
		l.presumed(file, f, p)
	}
	if t := e.AllegedAtLeast; t.Value != "" {
		if f.Kind != vocabulary.Scale {
			misplaced(t.Node, "has alleged_at_least, but is no scale", "remove it")
		} else if v := l.known(file, f, t, ""); v != nil {
			f.Alleged, f.SeriousIfAlleged = v.Lo, true
		}
	}
	if e.OfAllegations {
		f.OfAllegations, f.NeverASign = f.Kind == vocabulary.YesNo, true
		if f.Kind != vocabulary.YesNo {
			misplaced(e.Title.Node, "is of allegations, but is no yes or no", "remove of_allegations")
		}
	}
	l.census(file, f, e.Census)
}

// allegation finds the fact that says that something is alleged, of which there is one at most.
func (l *vocabularyLinker) allegation(voc *vocabulary.Vocabulary) {
	for _, k := range l.later {
		switch {
		case !k.fact.OfAllegations:
		case voc.Allegation != nil:
			l.at(k.file, k.entry.Title.Node, diagnostic.Misplaced,
				fmt.Sprintf("%s is of allegations, and so is %s", k.fact.Path, voc.Allegation.Path),
				"remove of_allegations from one of them")
		default:
			voc.Allegation = k.fact
		}
	}
}

// presumed reads the bounds that a number is taken to have, or what a yes or no is taken to be.
func (l *vocabularyLinker) presumed(file *source.File, f *vocabulary.Fact, p *rulefile.PresumedEntry) {
	f.PresumedSays = p.Says.Value
	if t := p.Is; t.Value != "" && f.Kind == vocabulary.YesNo {
		f.Presumed, f.Presumption = l.known(file, f, t, "%q cannot be presumed of a %s"), p.Why.Value
		return
	}
	v := f.Unknown()
	if p.AtLeast != nil {
		v.Lo = int64(*p.AtLeast)
	}
	if p.AtMost != nil {
		v.Hi = int64(*p.AtMost)
	}
	if all := f.Unknown(); f.Kind != vocabulary.Whole || v == all || v.Lo > v.Hi || !f.Covers(all, v) {
		l.at(file, p.Why.Node, diagnostic.OffScale, fmt.Sprintf("this presumes nothing that %s can be", f.Path),
			"write at_least or at_most within the bounds of a whole number, or is: for a yes or no")
		return
	}
	if p.Says.Value == "" {
		l.at(file, p.Why.Node, diagnostic.Empty, "an answer that rests on what is presumed of "+f.Path+" cannot say so",
			"add says: with a sentence such as The case gives no age")
	}
	f.Presumed, f.Presumption = &v, p.Why.Value
}

// factorPattern is the form of a factor code of the children in need census.
var factorPattern = pattern.New(`^[1-9][0-9]?[A-F]$`)

// census reads the census codes of a fact's words.
func (l *vocabularyLinker) census(file *source.File, f *vocabulary.Fact, m shape.Map[rulefile.Codes]) {
	words := f.WordNames()
	if f.Kind == vocabulary.YesNo {
		words = []string{"yes"}
	}
	for _, e := range m.Entries {
		if !slices.Contains(words, e.Key.Value) {
			l.at(file, e.Key.Node, diagnostic.OffScale, fmt.Sprintf("%s has no %q", f.Path, e.Key.Value),
				cmp.Or(source.DidYouMean(e.Key.Value, words), "write one of its words, or yes"))
		}
		for _, code := range e.Value {
			if _, need := term.Need("").Table().Of(code.Value); !need && !factorPattern().MatchString(code.Value) {
				l.at(file, code.Node, diagnostic.OffScale, fmt.Sprintf("%q is not a code of the census", code.Value),
					"write a factor such as 3B, or a category of need such as N1")
			}
		}
		if f.Census == nil {
			f.Census = map[string][]string{}
		}
		f.Census[e.Key.Value] = shape.Strings(e.Value)
	}
}

// relate reads the keys of a fact that name other facts.
func (l *vocabularyLinker) relate(voc *vocabulary.Vocabulary, k laterKeys) {
	if w := k.entry.Whole; w != nil && w.YearsSince.Value != "" {
		k.fact.YearsSince = l.other(voc.Facts, k, w.YearsSince, vocabulary.Date, "a date fact")
	}
	if e := k.entry.Each; e != nil {
		l.each(voc, k, e)
	}
	l.expectation(voc, k)
	if t := k.entry.Suspicion; t.Value != "" {
		k.fact.Suspicion = l.other(voc.Facts, k, t, vocabulary.YesNo, "a yes-or-no fact")
	}
	if k.fact.Applies = l.condition(voc, k.file, k.entry.Applies, k.fact.NeverASign); k.fact.Applies != nil {
		k.fact.Otherwise = k.fact.Nothing
		if t := k.entry.Otherwise; t.Value != "" {
			k.fact.Otherwise = l.known(k.file, k.fact, t, "%q cannot be what a %s is otherwise")
		}
	} else if t := k.entry.Otherwise; t.Value != "" && k.entry.Applies.Node == nil && k.entry.FromOthers == nil {
		l.at(k.file, t.Node, diagnostic.Misplaced, fmt.Sprintf("%s has otherwise and always applies", k.fact.Path),
			"say with applies where it applies, or remove otherwise")
	}
	if e := k.entry.FromOthers; e != nil {
		l.fromOthers(k, e)
	}
	// It only orders questions, so it may read what is never a sign of need.
	k.fact.AnswersFirst = l.condition(voc, k.file, k.entry.AnswersFirst, true)
	l.thenAsk(voc, k)
}

// other finds the fact of a kind that a key names, among some facts.
func (l *vocabularyLinker) other(among []*vocabulary.Fact, k laterKeys, path shape.Text, kind vocabulary.Kind,
	what string) *vocabulary.Fact {
	var fits []string
	for _, f := range among {
		if f.Kind != kind || f == k.fact {
			continue
		}
		if f.Path == path.Value {
			return f
		}
		fits = append(fits, f.Path)
	}
	remedy := source.DidYouMean(path.Value, fits)
	if remedy == "" && len(fits) > 0 {
		remedy = "write for example " + fits[0]
	}
	l.at(k.file, path.Node, diagnostic.UnknownName, fmt.Sprintf("%s is not %s", path.Value, what), remedy)
	return nil
}

// condition reads a condition over facts, which may be those that are never a sign of need
// where it decides nothing about others; nil where there is none.
func (l *vocabularyLinker) condition(voc *vocabulary.Vocabulary, file *source.File, e shape.Expr, neverASign bool) vocabulary.Condition {
	if e.Node == nil {
		return nil
	}
	parsed, faults := l.parser.Parse(e.Node.Value)
	var c *lang.Condition
	if parsed != nil {
		c, faults = parsed.Bind(&lang.Scope{Vocabulary: voc, Stratum: lang.FactsOnly, NeverASign: neverASign})
	}
	textFaults(l.report, file, e.Node, faults)
	if c == nil {
		return nil
	}
	return c.OfFacts()
}

// limited puts the facts that do not apply to everyone in order: each after those that its
// condition reads.
func (l *vocabularyLinker) limited(voc *vocabulary.Vocabulary) {
	const (
		underWay = 1 + iota
		done
	)
	at := map[*vocabulary.Fact]int{}
	place := map[*vocabulary.Fact]laterKeys{}
	for _, k := range l.later {
		place[k.fact] = k
	}
	var visit func(f *vocabulary.Fact)
	visit = func(f *vocabulary.Fact) {
		if f.Applies == nil || at[f] == done {
			return
		}
		if at[f] == underWay {
			l.at(place[f].file, place[f].entry.Applies.Node, diagnostic.Circular,
				fmt.Sprintf("whether %s applies depends on %s itself", f.Path, f.Path), "remove one of the facts that applies reads")
			return
		}
		at[f] = underWay
		f.Applies.Facts(visit)
		at[f] = done
		voc.Limited = append(voc.Limited, f)
	}
	for _, f := range voc.Facts {
		visit(f)
	}
}

// conflicts reads what cannot be true.
func (l *vocabularyLinker) conflicts(voc *vocabulary.Vocabulary, v ruleroot.VocabularyFile) {
	for _, e := range v.Shape.Conflicts {
		if c := l.condition(voc, v.File, e.When, true); c != nil {
			voc.Conflicts = append(voc.Conflicts, vocabulary.Conflict{When: c, Says: e.Says.Value, Severity: e.Severity.Value,
				File: v.File.Name, Line: place(v.File, e.When.Node).Line})
		}
	}
}
