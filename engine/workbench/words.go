package workbench

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/facts"
	"windscreen/engine/family"
	"windscreen/engine/page"
	"windscreen/engine/term"
)

// levelOf is the first line of the answer.
func levelOf(a *family.Answer) string { return page.HeadLine(page.Of(a).Head) }

// inWords is what is given of a fact, in words; empty if nothing is.
func inWords(f facts.Fact, g given) string {
	switch g.How {
	case "":
		return ""
	case isUnknown:
		return "Asked about, and not known"
	case isKept:
		return g.Kept
	case inMonths:
		return g.Months + " months"
	case isPartly:
		var out []string
		if g.AtLeast != "" {
			out = append(out, "at least “"+wordOf(f, g.AtLeast)+"”")
		}
		if g.AtMost != "" {
			out = append(out, "at most “"+wordOf(f, g.AtMost)+"”")
		}
		return strings.Join(out, " and ")
	case isKnown:
	}
	switch f.Type {
	case typeSet:
		return setInWords(f, g)
	case typeDate, typeTime:
		text, _ := g.moment(f)
		return dateInWords(text)
	}
	if g.Alleged {
		return "Only alleged: " + wordOf(f, g.Word)
	}
	return wordOf(f, g.Word)
}

// setInWords is a set in words.
func setInWords(f facts.Fact, g given) string {
	var out []string
	for _, w := range g.Words {
		out = append(out, wordOf(f, w))
	}
	says := strings.Join(out, "; ")
	switch {
	case g.None || g.Only && len(out) == 0:
		return "None of these"
	case g.Only:
		return says + ", and no others"
	}
	if len(g.Not) > 0 {
		var not []string
		for _, w := range g.Not {
			not = append(not, wordOf(f, w))
		}
		says = strings.TrimPrefix(says+". Not: "+strings.Join(not, "; "), ". ")
	}
	return says
}

// wordOf is a rung or a word in words. What is not one of the fact's is shown as it is.
func wordOf(f facts.Fact, word string) string {
	if i := slices.IndexFunc(f.Values, func(v facts.Value) bool { return v.Name == word }); i >= 0 {
		return f.Values[i].Says
	}
	switch {
	case f.Type == typeYesNo && word == "true":
		return "Yes"
	case f.Type == typeYesNo && word == "false":
		return "No"
	case f.Type == typeNumber && f.Bounds != nil && f.Bounds.Unit != "":
		if n, err := strconv.Atoi(word); err == nil && n == 1 {
			return word + " " + strings.TrimSuffix(f.Bounds.Unit, "s")
		}
		return word + " " + f.Bounds.Unit
	}
	return word
}

// dateInWords is a date of a case in words.
func dateInWords(text string) string {
	for layout, as := range map[string]string{
		"2006-01-02": "2 January 2006", "2006-01": "January 2006", "2006-01-02T15:04": "2 January 2006 at 15:04",
	} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.Format(as)
		}
	}
	return text
}

// says is a source in words.
func (e evidence) says(f facts.Fact) string {
	out := e.Source
	if e.Standing != "" {
		out += ", " + term.Says(term.Standing(e.Standing))
	}
	if e.On != "" {
		out += ", " + dateInWords(e.On)
	}
	if e.Value != "" {
		out += ": " + e.claims(f)
	}
	if e.Note != "" {
		out += " (" + e.Note + ")"
	}
	return out
}

// claims is the value of a source in words.
func (e evidence) claims(f facts.Fact) string {
	if f.Type != typeSet {
		return wordOf(f, e.Value)
	}
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(e.Value), &n); err != nil || len(n.Content) != 1 {
		return e.Value
	}
	return inWords(f, stated(f, n.Content[0]))
}
