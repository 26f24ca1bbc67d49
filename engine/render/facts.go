package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine/facts"
	"windscreen/engine/internal/english"
)

// Facts writes a list of facts, in a format of KindFacts. Text shows the few best of those that a search
// found, with question, values and their meanings. Of the options, Width, Colour and All are for Text. All shows
// every fact that was found, and of each also what silence means, whom it applies to, whom it is of, the rules that
// read it and what to ask next. Without a search, Text shows each domain, and a line for each of its facts. It fails
// if l is nil, if the format is not one of the kind's, or if w fails.
func Facts(w io.Writer, f Format, l *facts.List, o Options) error {
	return factLists.write(w, KindFacts, f, l, o)
}

// factsText writes a list of facts for people.
func factsText(w io.Writer, l *facts.List, o Options) error {
	return inText(func(l *facts.List) outline { return factsInWords(l, o.All) })(w, l, o)
}

// mostFacts is how many facts of a search text shows unless all are asked for: the best match comes first.
const mostFacts = 5

// factsInWords is the outline of a list of facts.
func factsInWords(l *facts.List, all bool) outline {
	switch {
	case len(l.Searched) == 0:
		return domainsInWords(l)
	case len(l.Facts) == 0:
		return nothingFound(l.Searched)
	}
	var out outline
	shown := l.Facts
	if !all {
		shown = shown[:min(len(shown), mostFacts)]
	}
	for _, f := range shown {
		s := section{head: item{tone: strong, text: joined(" – ", f.Path, f.Title)}, items: []item{{text: f.Ask}, factTakes(f)}}
		if all {
			s.items = append(s.items, factInUse(f)...)
		}
		out = append(out, s)
	}
	if more := len(l.Facts) - len(shown); more > 0 {
		out = append(out, section{head: item{text: fmt.Sprintf("%d more: --all shows them, and more about each.", more)}})
	} else if !all {
		out = append(out, section{head: item{text: "--all shows more about each."}})
	}
	return out
}

// factInUse is what silence about a fact means, whom it applies to and whom it is of, the rules that read it, and what to ask next.
func factInUse(f facts.Fact) []item {
	var items []item
	for _, text := range []string{f.Partly, f.Silence, f.Applies, f.Of.Sentence(), namedIn(f.Rules)} {
		if text != "" {
			items = append(items, item{text: text})
		}
	}
	if len(f.ThenAsk) > 0 {
		items = append(items, thenAsk(f.ThenAsk))
	}
	return items
}

// thenAsk is what to ask next, in which words if not the fact's own, and why.
func thenAsk(asks []facts.ThenAsk) item {
	it := item{text: "Then ask:"}
	for _, a := range asks {
		when := ""
		switch {
		case a.From != "":
			when = " (from " + a.From + ")"
		case len(a.Words) > 0:
			when = " (for " + strings.Join(a.Words, ", ") + ")"
		}
		if a.When != "" {
			when += " (when " + a.When + ")"
		}
		asked := ""
		if a.Ask != "" {
			asked = " “" + a.Ask + "”"
		}
		it.under = append(it.under, item{bullet: true, text: bracketed(joined(": ", a.Path+when+asked, a.Why), a.Source)})
	}
	return it
}

// domainsInWords are domains and their facts, in one line each.
func domainsInWords(l *facts.List) outline {
	var out outline
	for _, d := range l.Domains {
		s := section{head: item{tone: strong, text: joined(" – ", d.Name, d.Title)}}
		for _, f := range l.Facts {
			if f.Domain == d.Name {
				s.items = append(s.items, item{text: joined(" – ", f.Path, f.Title)})
			}
		}
		out = append(out, s)
	}
	return out
}

// nothingFound says how far each word of a search leads.
func nothingFound(words []facts.Searched) outline {
	var all []string
	s := section{}
	for _, w := range words {
		all = append(all, w.Word)
		switch {
		case w.Found > 0:
			s.items = append(s.items, item{text: fmt.Sprintf("%s alone: %s.", w.Word, english.Counted(w.Found, "fact"))})
		case len(w.Nearest) > 0:
			s.items = append(s.items, item{text: fmt.Sprintf("%s: did you mean %s?", w.Word, english.Or(w.Nearest))})
		default:
			s.items = append(s.items, item{text: w.Word + ": no word like it."})
		}
	}
	s.head = item{tone: strong, text: "No fact has " + strings.Join(all, " and ") + "."}
	return outline{s}
}

// factTakes is what values a fact can take.
func factTakes(f facts.Fact) item {
	it := item{text: f.Takes}
	if len(f.Values) == 0 {
		it.text = "Value: " + english.LowerFirst(f.Takes)
	}
	for _, v := range f.Values {
		it.under = append(it.under, item{bullet: true, text: joined(": ", v.Name, v.Says)})
	}
	return it
}

// namedIn names the first few of the rules that a search found.
func namedIn(rules []facts.Rule) string {
	var titles []string
	for _, r := range rules[:min(len(rules), shownRules)] {
		title := r.Title
		if title == "" {
			title = r.ID
		}
		titles = append(titles, bracketed(english.Bare(title), r.Policy))
	}
	if more := len(rules) - shownRules; more > 0 {
		titles = append(titles, fmt.Sprintf("and %d more", more))
	}
	if len(titles) == 0 {
		return ""
	}
	return english.Stopped("In rules: " + strings.Join(titles, "; "))
}
