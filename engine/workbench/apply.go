package workbench

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/term"
)

// apply takes what was typed into the case: one fact after another, so that one that cannot be taken holds up none
// of the others.
func (v *visit) apply() {
	for _, key := range v.form["shown"] {
		f, child, ok := v.byKey(key)
		if do := v.form.Get("do"); !ok || do == doSkip || do == doBack {
			continue
		}
		if _, again := v.typed[key]; again {
			continue // a form that repeats a fact is none of ours, and each costs a reading of the case
		}
		was := stated(*f, v.file.fact(*f, child))
		g := answering(*f, posted(*f, key, v.form), was)
		v.typed[key] = g
		e, drop, typed := v.typedEvidence(*f, key)
		if reflect.DeepEqual(normal(g), normal(was)) && !typed && len(drop) == 0 {
			continue
		}
		next, err := v.file.copy()
		if err != nil {
			v.problem(key, f.Title+" could not be taken into the case")
			continue
		}
		if says := v.change(next, *f, child, key, g, e, drop, typed); says != "" {
			v.problem(key, says)
			continue
		}
		text, err := next.text()
		if err != nil {
			v.problem(key, f.Title+" could not be taken into the case")
			continue
		}
		if _, _, err := readCase(v.e, text); err != nil {
			v.problem(key, plain(*f, err))
			continue
		}
		v.file = next
	}
	v.goneThrough()
}

// answering is what a form gives of a fact. A value typed beside "do not know", or beside what the form cannot show, is an answer
// if the fact stood so before: whoever typed it did not go back to the choice above.
func answering(f facts.Fact, g, was given) given {
	typed := g.Year+g.Month+g.Day+g.Clock != "" || f.Type == typeNumber && g.Word != "" || len(g.Words) > 0
	if typed && g.How == was.How && (g.How == isUnknown || g.How == isKept) {
		g.How = isKnown
	}
	return g
}

// goneThrough takes in what was gone through, as far as the form asked for it: areas are those that it asked about,
// and gone those that were ticked.
func (v *visit) goneThrough() {
	for _, area := range v.form["areas"] {
		d, child, ok := v.area(area)
		gone := slices.Contains(v.form["gone"], area)
		if !ok || v.file.gone(d.Name, child) == gone {
			continue
		}
		next, err := v.file.copy()
		if err == nil {
			next.explore(d.Name, child, gone)
			var text string
			if text, err = next.text(); err == nil {
				_, _, err = readCase(v.e, text)
			}
		}
		switch {
		case err != nil:
			v.problem("gone-"+area, d.Title+": that it was gone through could not be taken into the case")
		case next.gone(d.Name, child) != gone:
			v.problem("gone-"+area, d.Title+": the case says that everything was gone through; change that in the case file")
		default:
			v.file = next
		}
	}
}

// area is the domain and the child of an area that can be gone through.
func (v *visit) area(name string) (d facts.Domain, child int, ok bool) {
	domain, of, _ := strings.Cut(name, "@")
	child = everyChild
	if of != "" {
		n, err := strconv.Atoi(of)
		if err != nil || n < 0 || n >= len(v.file.children) {
			return d, 0, false
		}
		child = n
	}
	i := slices.IndexFunc(v.list.Domains, func(d facts.Domain) bool { return d.Name == domain })
	if i < 0 {
		return d, 0, false
	}
	return v.list.Domains[i], child, true
}

// change makes one change to a case. It says what is wrong with what was typed, or nothing.
func (v *visit) change(c *caseFile, f facts.Fact, child int, key string, g given, e evidence, drop []int, typed bool) string {
	c.dropEvidence(f, child, drop)
	if typed {
		if says := v.addEvidence(c, f, child, key, g, e); says != "" {
			return says
		}
		switch said := c.evidence(f, child); {
		case g.How == isKnown && canBeAlleged(f, g.Word):
			g.Alleged = onlyAlleged(said, g.Word)
		case isOfWords(f, g) && onlyAlleged(said, written(list(g.Words))), isChoice(f, g) && onlyAlleged(said, g.Word):
			g = given{How: isUnknown} // a choice cannot be alleged itself: its evidence says what is
		}
	} else if was := stated(f, c.fact(f, child)); was.Alleged && was.Word == g.Word {
		g.Alleged = true
	}
	n, says := g.node(f)
	if says != "" {
		return says
	}
	if was := stated(f, c.fact(f, child)); g.Alleged != was.Alleged || !reflect.DeepEqual(normal(g), normal(was)) {
		c.state(f, child, n)
	}
	return ""
}

// addEvidence adds the evidence that was typed. It speaks for the answer itself, unless another value was chosen.
func (v *visit) addEvidence(c *caseFile, f facts.Fact, child int, key string, g given, e evidence) string {
	switch {
	case e.Source == "":
		return f.Title + ": say who it comes from, such as school"
	case v.dateTyped(key) && e.On == "":
		return f.Title + ": the day of the evidence must be a date, such as 27 3 2020"
	}
	var value *yaml.Node
	if chosen := v.form[key+".evidence.value"]; f.Type == typeSet && len(chosen) > 0 {
		value = list(chosen)
	} else if len(chosen) > 0 && chosen[0] != "" {
		value = scalar(chosen[0])
	} else {
		g.Alleged = false
		if g.How == isKnown || g.How == inMonths || g.How == isPartly {
			var says string
			if value, says = g.node(f); says != "" {
				return says
			}
		}
	}
	c.addEvidence(f, child, value, e)
	return ""
}

// dateTyped reports whether a day was typed for the evidence.
func (v *visit) dateTyped(key string) bool {
	return v.form.Get(key+".evidence.year")+v.form.Get(key+".evidence.month")+v.form.Get(key+".evidence.day") != ""
}

// typedEvidence is the evidence typed for a fact, the places of what is to be taken away, and whether anything was
// typed.
func (v *visit) typedEvidence(f facts.Fact, key string) (e evidence, drop []int, typed bool) {
	one := func(part string) string { return strings.TrimSpace(v.form.Get(key + ".evidence." + part)) }
	e = evidence{Source: one("source"), Standing: one("standing"), Note: lines(one("note"))}
	day := given{Year: one("year"), Month: one("month"), Day: one("day")}
	if text, says := day.moment(f); says == "" && len(text) == len("2020-03-02") {
		e.On = text
	}
	for _, place := range v.form[key+".evidence.drop"] {
		if n, err := strconv.Atoi(place); err == nil {
			drop = append(drop, n)
		}
	}
	return e, drop, e.Source+e.Standing+e.Note+one("value") != "" || v.dateTyped(key)
}

// canBeAlleged reports whether a fact can be only alleged: a rung above the lowest, or a yes.
func canBeAlleged(f facts.Fact, word string) bool {
	switch f.Type {
	case typeYesNo:
		return word == "true"
	case typeScale:
		return len(f.Values) > 0 && word != f.Values[0].Name
	}
	return false
}

// isOfWords reports whether it is a set of which words are known, and nothing else.
func isOfWords(f facts.Fact, g given) bool {
	return f.Type == typeSet && g.How == isKnown && len(g.Words) > 0 && len(g.Not) == 0 && !g.Only
}

// isChoice reports whether it is a word of a choice.
func isChoice(f facts.Fact, g given) bool { return f.Type == typeChoice && g.How == isKnown }

// onlyAlleged reports whether nothing but claims speak for a value of a fact. What is said of another value does not weaken it.
func onlyAlleged(list []evidence, word string) bool {
	list = slices.DeleteFunc(slices.Clone(list), func(e evidence) bool { return e.Value != "" && !sameWords(e.Value, word) })
	return len(list) > 0 && !slices.ContainsFunc(list, func(e evidence) bool {
		return e.Standing != string(term.StandingAlleged) && e.Standing != string(term.StandingDisputed)
	})
}

// sameWords reports whether two values as they are written are the same word, or sets of the same words in any order.
func sameWords(a, b string) bool {
	words := func(s string) []string {
		list := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("[], ", r) })
		slices.Sort(list)
		return list
	}
	return slices.Equal(words(a), words(b))
}

// normal is what is given, so that the same can be told by comparing.
func normal(g given) given {
	out := given{How: g.How}
	switch g.How {
	case "", isUnknown:
	case isKept:
		out.Kept = g.Kept
	case inMonths:
		out.Months = g.Months
	case isPartly:
		out.AtLeast, out.AtMost = g.AtLeast, g.AtMost
	case isKnown:
		out = g
		out.AtLeast, out.AtMost, out.Months, out.Kept = "", "", "", ""
		out.Words = slices.Sorted(slices.Values(g.Words))
		out.Not = slices.Sorted(slices.Values(g.Not))
		out.Alleged = false // it comes from the evidence, not from the form
	}
	return out
}

func (v *visit) problem(key, says string) {
	v.problems = append(v.problems, problem{Field: key, Says: says})
}

// plain is what the engine says of a value, in words for whoever typed it.
func plain(f facts.Fact, err error) string {
	var failure *diagnostic.Failure
	if !errors.As(err, &failure) || len(failure.Diagnostics) == 0 {
		return f.Title + " could not be taken into the case"
	}
	for _, d := range failure.Diagnostics {
		if d.Severity == diagnostic.Error {
			says := diagnostic.OneLine(d.Message)
			if d.Remedy != "" {
				says = fmt.Sprintf("%s (%s)", says, diagnostic.OneLine(d.Remedy))
			}
			return f.Title + ": " + strings.ReplaceAll(says, f.Path, "this")
		}
	}
	return f.Title + " could not be taken into the case"
}
