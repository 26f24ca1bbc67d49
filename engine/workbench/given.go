package workbench

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/facts"
	"windscreen/engine/term"
)

// given is what a form, or a case, says of one fact.
type given struct {
	How how
	// Word is the rung, the word, the number, or true or false.
	Word string
	// AtLeast and AtMost are the bounds of what is partly known, and Months an age below two.
	AtLeast, AtMost, Months string
	// Words are those of a set that are known, and Not those that are known not to be. Only is true if
	// there are no others, None if there are none at all.
	Words, Not []string
	Only, None bool
	// Year, Month, Day and Clock are a date, and the time of day.
	Year, Month, Day, Clock string
	// Alleged is true if it is only alleged.
	Alleged bool
	// Kept is the value as the case writes it, where no form can show it.
	Kept string
}

// how is in which way a fact is stated.
type how string

// The ways. The zero one is that it is not stated.
const (
	isKnown   how = "is"
	isPartly  how = "partly"
	inMonths  how = "months"
	isUnknown how = "unknown"
	isKept    how = "kept"
)

// The types of facts, as facts.Fact names them.
const (
	typeYesNo  = "yes or no"
	typeScale  = "scale"
	typeChoice = "choice"
	typeSet    = "set of choices"
	typeNumber = "whole number"
	typeDate   = "date"
	typeTime   = "time"
)

// takesMonths reports whether a fact can be stated in months, and takesPartly whether it has bounds.
func takesMonths(f facts.Fact) bool { return strings.Contains(f.Partly, "{months:") }
func takesPartly(f facts.Fact) bool { return strings.Contains(f.Partly, "{at_least:") }

// ofChild reports whether each child has a value of the fact.
func ofChild(f facts.Fact) bool { return f.Of != term.OfHome && f.Of != term.OfCase }

// posted reads what a form says of a fact under a key.
func posted(f facts.Fact, key string, form url.Values) given {
	one := func(part string) string { return strings.TrimSpace(form.Get(key + "." + part)) }
	g := given{AtLeast: one("at_least"), AtMost: one("at_most"), Months: one("months"), Year: one("year"), Month: one("month"),
		Day: one("day"), Clock: one("clock"), Kept: one("kept"), Only: one("only") != "", Not: form[key+".not"]}
	switch choice, word, _ := strings.Cut(one("how"), ":"); how(choice) {
	case isKnown:
		g.How, g.Word = isKnown, word
	case isPartly, inMonths, isUnknown, isKept:
		g.How = how(choice)
	}
	switch f.Type {
	case typeNumber:
		g.Word = one("number")
		if g.How == "" && g.Word != "" {
			g.How = isKnown
		}
	case typeDate, typeTime:
		if g.How == "" && g.Year+g.Month+g.Day+g.Clock != "" {
			g.How = isKnown
		}
	case typeSet:
		g.Words = slices.DeleteFunc(slices.Clone(form[key+".words"]), func(w string) bool {
			switch w {
			case "!none":
				g.None = true
			case "!unknown":
				g.How = isUnknown
			}
			return strings.HasPrefix(w, "!")
		})
		if g.How == "" && (len(g.Words)+len(g.Not) > 0 || g.None || g.Only) {
			g.How = isKnown
		}
	}
	return g
}

// stated reads what a case says of a fact, as its text writes it; nil is nothing.
func stated(f facts.Fact, n *yaml.Node) given {
	if n == nil {
		return given{}
	}
	g, ok := statedAs(f, n)
	if !ok {
		return given{How: isKept, Kept: written(n)}
	}
	return g
}

// statedAs reads what a form can show.
func statedAs(f facts.Fact, n *yaml.Node) (g given, ok bool) {
	switch {
	case n.Kind == yaml.ScalarNode && n.Value == "unknown":
		return given{How: isUnknown}, true
	case n.Kind == yaml.SequenceNode && f.Type == typeSet:
		words, ok := wordsOf(n)
		return given{How: isKnown, Words: words, None: len(words) == 0}, ok
	case n.Kind == yaml.MappingNode:
		return statedByKeys(f, n)
	case n.Kind != yaml.ScalarNode:
		return given{}, false
	}
	g = given{How: isKnown, Word: n.Value}
	switch f.Type {
	case typeYesNo:
		switch n.Value {
		case "yes":
			g.Word = "true"
		case "no":
			g.Word = "false"
		}
	case typeDate, typeTime:
		day, clock, _ := strings.Cut(n.Value, "T")
		g.Word, g.Clock = "", clock
		parts := append(strings.Split(day, "-"), "", "")
		g.Year, g.Month, g.Day = parts[0], strings.TrimLeft(parts[1], "0"), strings.TrimLeft(parts[2], "0")
		made, _ := g.moment(f)
		return g, made == n.Value
	case typeSet:
		return given{}, false
	}
	return g, true
}

// statedByKeys reads what a case writes with keys, such as {at_least: present}.
func statedByKeys(f facts.Fact, n *yaml.Node) (g given, ok bool) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		v := n.Content[i+1]
		ok := v.Kind == yaml.ScalarNode
		switch n.Content[i].Value {
		case "at_least":
			g.How, g.AtLeast = isPartly, v.Value
		case "at_most":
			g.How, g.AtMost = isPartly, v.Value
		case "months":
			g.How, g.Months = inMonths, v.Value
		case "alleged":
			g.How, g.Word, g.Alleged = isKnown, v.Value, true
			if f.Type == typeYesNo && v.Value == "yes" {
				g.Word = "true"
			}
		case "only":
			g.How, g.Only = isKnown, true
			g.Words, ok = wordsOf(v)
		case "includes":
			g.How = isKnown
			g.Words, ok = wordsOf(v)
		case "excludes":
			g.How = isKnown
			g.Not, ok = wordsOf(v)
		default:
			ok = false
		}
		if !ok {
			return given{}, false
		}
	}
	return g, g.How != ""
}

// wordsOf are the words of a list, and whether it is one.
func wordsOf(n *yaml.Node) (words []string, ok bool) {
	for _, w := range n.Content {
		if w.Kind != yaml.ScalarNode {
			return nil, false
		}
		words = append(words, w.Value)
	}
	return words, n.Kind == yaml.SequenceNode
}

// node is what a case writes for it; nil if nothing is stated. The problem says what is wrong with what was typed, in
// a sentence that begins with the title of the fact.
func (g given) node(f facts.Fact) (n *yaml.Node, problem string) {
	switch g.How {
	case "":
		return nil, ""
	case isUnknown:
		if len(g.Words) > 0 {
			return nil, f.Title + ": choose what applies, or that you do not know, not both"
		}
		return scalar("unknown"), ""
	case isKept:
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(g.Kept), &doc); err != nil || len(doc.Content) != 1 {
			return nil, f.Title + ": choose one of the answers"
		}
		return doc.Content[0], ""
	case isPartly:
		return g.partly(f)
	case inMonths:
		if _, err := strconv.Atoi(g.Months); err != nil {
			return nil, f.Title + ": enter how many months, such as 7"
		}
		return mapping("months", scalar(g.Months)), ""
	case isKnown:
	}
	switch f.Type {
	case typeNumber:
		if !g.number(f, g.Word) {
			return nil, fmt.Sprintf("%s must be a whole number from %d to %d", f.Title, f.Bounds.Min, f.Bounds.Max)
		}
	case typeSet:
		return g.set(f)
	case typeDate, typeTime:
		text, problem := g.moment(f)
		return scalar(text), problem
	}
	if g.Alleged {
		return mapping("alleged", scalar(g.Word)), ""
	}
	return scalar(g.Word), ""
}

// partly is what a case writes for what is known only within bounds.
func (g given) partly(f facts.Fact) (*yaml.Node, string) {
	if g.AtLeast == "" && g.AtMost == "" {
		return nil, f.Title + ": say what it is at least, or at most"
	}
	n := mapping()
	for _, bound := range [][2]string{{"at_least", g.AtLeast}, {"at_most", g.AtMost}} {
		if bound[1] == "" {
			continue
		}
		if f.Type == typeNumber && !g.number(f, bound[1]) {
			return nil, fmt.Sprintf("%s: at least and at most must be whole numbers from %d to %d", f.Title, f.Bounds.Min, f.Bounds.Max)
		}
		n.Content = append(n.Content, scalar(bound[0]), scalar(bound[1]))
	}
	return n, ""
}

// number reports whether a text is a number that the fact can have.
func (given) number(f facts.Fact, text string) bool {
	i, err := strconv.ParseInt(text, 10, 64)
	return err == nil && f.Bounds != nil && i >= f.Bounds.Min && i <= f.Bounds.Max && strconv.FormatInt(i, 10) == text
}

// set is what a case writes for a set of words.
func (g given) set(f facts.Fact) (*yaml.Node, string) {
	switch {
	case g.None && len(g.Words) > 0:
		return nil, f.Title + ": choose what applies, or none of these, not both"
	case g.None:
		return list(nil), ""
	case g.Only:
		return mapping("only", list(g.Words)), ""
	case len(g.Not) == 0:
		return list(g.Words), ""
	case slices.ContainsFunc(g.Words, func(w string) bool { return slices.Contains(g.Not, w) }):
		return nil, f.Title + ": the same thing cannot apply and not apply"
	}
	n := mapping()
	if len(g.Words) > 0 {
		n.Content = append(n.Content, scalar("includes"), list(g.Words))
	}
	n.Content = append(n.Content, scalar("excludes"), list(g.Not))
	return n, ""
}

// moment is the date, or the date and the time of day, as a case writes it.
func (g given) moment(f facts.Fact) (text, problem string) {
	wrong := f.Title + " must be a date, such as 27 3 2020"
	year, err := strconv.Atoi(g.Year)
	if err != nil || len(g.Year) != 4 || year < 0 {
		return "", wrong + ", with the year in four figures"
	}
	text = g.Year
	for _, part := range []string{g.Month, g.Day} {
		if part == "" {
			break
		}
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 || n > 31 {
			return "", wrong
		}
		text += fmt.Sprintf("-%02d", n)
	}
	if g.Month == "" && g.Day != "" {
		return "", wrong
	}
	if g.Clock == "" || f.Type != typeTime {
		return text, ""
	}
	return text + "T" + g.Clock, ""
}
