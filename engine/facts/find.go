package facts

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"windscreen/engine/internal/source"
)

// Searched is what a search found for one of its words.
type Searched struct {
	// Word is the word that was looked for.
	Word string `json:"word"`
	// Found is how many facts the word finds by itself.
	Found int `json:"found"`
	// Nearest are words of the vocabulary that it may have been meant for, if it finds nothing.
	Nearest []string `json:"nearest"`
}

// How well a word matches, the best first: as it is, by its stem, or as the beginning of a
// longer word.
const (
	exact = iota
	sameStem
	beginning
	noMatch
)

// Where a word can stand in a fact, the best first.
const (
	inName = iota // the name or the title
	inDomain
	inQuestion // the question, or the everyday words
	inValues
	inRules
	places
)

// Find searches for words in the paths, titles, questions and values of facts, and in the
// titles of the rules that read them. Neglect finds neglected, and exploit finds
// exploitation. For several words, it finds the facts that have all of them. A text is split into
// words, and words without meaning of their own, such as "with", are passed over. The best matches
// come first: a whole word of the name or the title, then the domain, then a word of the
// question or an everyday word for the fact, of a value or its meaning, and of a rule's title.
//
// The list is not changed. Without a word, Find returns all of it.
func (l *List) Find(words ...string) *List { return l.find(words, false) }

// FindAny is Find for people who describe what happened in their own words. If no fact has all the words, it finds those that have
// some of them, and puts first those that have most.
func (l *List) FindAny(words ...string) *List { return l.find(words, true) }

func (l *List) find(words []string, some bool) *List {
	words = telling(wordsOf(strings.Join(words, " ")))
	if len(words) == 0 {
		return l
	}
	out := &List{Format: l.Format, Domains: []Domain{}, Facts: []Fact{}}
	type found struct {
		Fact
		score, missing int
	}
	var hits []found
	counts := map[string]int{}
	known := map[string]bool{}
	for _, f := range l.Facts {
		in := textsOf(f)
		for _, list := range in {
			for _, w := range list {
				known[w] = true
			}
		}
		score, missing := 0, 0
		for _, w := range words {
			s, ok := rank(w, in)
			if !ok {
				missing++
				continue
			}
			counts[w]++
			score += s
		}
		if missing == 0 || some && missing < len(words) {
			f.Rules = naming(f.Rules, words)
			hits = append(hits, found{f, score, missing})
		}
	}
	slices.SortStableFunc(hits, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.missing, b.missing), cmp.Compare(a.score, b.score))
	})
	if len(hits) > 0 && hits[0].missing == 0 {
		hits = slices.DeleteFunc(hits, func(h found) bool { return h.missing > 0 })
	}
	domains := map[string]bool{}
	for _, h := range hits {
		out.Facts = append(out.Facts, h.Fact)
		domains[h.Domain] = true
	}
	for _, d := range l.Domains {
		if domains[d.Name] {
			out.Domains = append(out.Domains, d)
		}
	}
	vocabulary := slices.Sorted(maps.Keys(known))
	for _, w := range words {
		s := Searched{Word: w, Found: counts[w], Nearest: []string{}}
		if s.Found == 0 {
			s.Nearest = append(s.Nearest, source.Nearest(w, vocabulary)...)
		}
		out.Searched = append(out.Searched, s)
	}
	return out
}

// Matching is the text in which a search found one of its words, if that is not the title: a value, or the question. It is empty
// if the title has the word, or if none of these texts has it.
func (f Fact) Matching(words ...string) string {
	words = telling(wordsOf(strings.Join(words, " ")))
	has := func(text string) bool {
		in := wordsOf(text)
		return slices.ContainsFunc(words, func(w string) bool { return match(w, in) < noMatch })
	}
	if has(f.Title) {
		return ""
	}
	for _, v := range f.Values {
		if has(v.Says) {
			return v.Says
		}
	}
	if has(f.Ask) {
		return f.Ask
	}
	return ""
}

// textsOf are the words of a fact, by place.
func textsOf(f Fact) [places][]string {
	var in [places][]string
	in[inName] = wordsOf(f.Name + " " + f.Title)
	in[inDomain] = wordsOf(f.Domain)
	in[inQuestion] = wordsOf(f.Ask + " " + strings.Join(f.Also, " "))
	for _, v := range f.Values {
		in[inValues] = append(in[inValues], wordsOf(v.Name+" "+v.Says)...)
	}
	for _, r := range f.Rules {
		in[inRules] = append(in[inRules], wordsOf(r.Title)...)
	}
	return in
}

// rank is how well a word matches a fact, and whether it does; a lower rank is a better match. Where the word stands weighs more
// than in which form.
func rank(word string, in [places][]string) (int, bool) {
	best := noMatch * places
	for place, list := range in {
		if m := match(word, list); m < noMatch {
			best = min(best, place*noMatch+m)
		}
	}
	return best, best < noMatch*places
}

// match is how well a word matches the best of a list.
func match(word string, list []string) int {
	best, of := noMatch, stem(word)
	for _, w := range list {
		switch s := stem(w); {
		case w == word:
			return exact
		case s == of:
			best = min(best, sameStem)
		case utf8.RuneCountInString(of) > least && strings.HasPrefix(s, of):
			best = min(best, beginning)
		}
	}
	return best
}

// naming are the rules whose titles have one of the words.
func naming(rules []Rule, words []string) []Rule {
	out := []Rule{}
	for _, r := range rules {
		title := wordsOf(r.Title)
		if slices.ContainsFunc(words, func(w string) bool { return match(w, title) < noMatch }) {
			out = append(out, r)
		}
	}
	return out
}
