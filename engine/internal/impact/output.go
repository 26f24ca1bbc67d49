package impact

import (
	"fmt"
	"slices"
	"strconv"

	"windscreen/engine/impact"
	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/policy"
	"windscreen/engine/term"
)

// output is one way in which the answers of two policies can differ.
type output struct {
	impact.Difference
	// differs is the formula of the cases in which it shows, and shows the same of what the evaluators say. Both are
	// nil for what shows in every answer.
	differs func(*moment) formula.Ref
	shows   func(old, now *seen) bool
	// ends are From and Into by what is seen, where they are not the same in every case; otherwise it is nil.
	ends func(old, now *seen) (from, into string)
	// data is whether it is a text or a setting, which does not follow from findings.
	data bool
	// about are the rules of either policy that it is about; empty for what follows from findings.
	about []*policy.Rule
}

// outputs adds the outputs of two policies that formulas tell.
func (w *work) outputs() {
	w.levels()
	w.grounds()
	w.consent()
	w.rules()
}

// add adds an output.
func (w *work) add(o *output) {
	o.Rules = []impact.Rule{}
	w.list = append(w.list, o)
}

// levels are the outputs about the level: each level that could become another, and the highest level.
func (w *work) levels() {
	all := slices.Concat(numbers(w.old), numbers(w.now))
	slices.Sort(all)
	all = slices.Compact(all)
	for _, from := range numbers(w.old) {
		for _, into := range numbers(w.now) {
			if from == into {
				continue
			}
			a, b := strconv.Itoa(from), strconv.Itoa(into)
			w.add(&output{
				Difference: impact.Difference{ID: "level/" + a + "/" + b, Respect: impact.Level, From: a, Into: b},
				differs: func(m *moment) formula.Ref {
					if m.alike(all, func(s side, n int) formula.Ref { return s.from(n).Is }) {
						return formula.False
					}
					return m.Now.And(m.old.recommends(from), m.now.recommends(into))
				},
				shows: func(old, now *seen) bool {
					return old.outcome.Level.Lo == int64(from) && now.outcome.Level.Lo == int64(into)
				},
			})
		}
	}
	for _, raised := range []bool{true, false} {
		how := "lowered"
		if raised {
			how = "raised"
		}
		w.add(&output{
			Difference: impact.Difference{ID: "highest_level/" + how, Respect: impact.Highest, What: how},
			differs: func(m *moment) formula.Ref {
				if m.alike(all, func(s side, n int) formula.Ref { return s.from(n).May }) {
					return formula.False
				}
				var ways []formula.Ref
				for _, n := range all {
					more, less := m.now.from(n).May, m.old.from(n).May
					if !raised {
						more, less = less, more
					}
					ways = append(ways, m.Now.And(more, less.Not()))
				}
				return m.Now.Or(ways...)
			},
			shows: func(old, now *seen) bool {
				return raised && now.outcome.Level.Hi > old.outcome.Level.Hi || !raised && now.outcome.Level.Hi < old.outcome.Level.Hi
			},
			ends: func(old, now *seen) (string, string) {
				return strconv.FormatInt(old.outcome.Level.Hi, 10), strconv.FormatInt(now.outcome.Level.Hi, 10)
			},
		})
	}
}

// numbers are the numbers of a policy's levels.
func numbers(p *policy.Policy) []int {
	var list []int
	for _, l := range p.Levels {
		list = append(list, l.Number)
	}
	return list
}

// turn is how a state can become another.
type turn struct {
	name, from, into string
	was, is          []state
}

// turns are all of these.
var turns = []turn{
	{"gained", "no, or open", "yes", []state{no, open}, []state{yes}},
	{"lost", "yes", "no, or open", []state{yes}, []state{no, open}},
	{"opened", "no", "open", []state{no}, []state{open}},
	{"closed", "open", "no", []state{open}, []state{no}},
}

// grounds are the outputs about statutory grounds.
func (w *work) grounds() {
	index := func(p *policy.Policy, name string) int {
		return slices.IndexFunc(p.Statutes, func(s policy.Statute) bool { return s.Name == name })
	}
	var names []string
	titles := map[string]string{}
	for _, p := range []*policy.Policy{w.now, w.old} {
		for _, s := range p.Statutes {
			if !slices.Contains(names, s.Name) {
				names, titles[s.Name] = append(names, s.Name), s.Title
			}
		}
	}
	for _, name := range names {
		was, is := index(w.old, name), index(w.now, name)
		for _, t := range turns {
			w.add(&output{
				Difference: impact.Difference{ID: "grounds/" + name + "/" + t.name, Respect: impact.Grounds, Of: name, Title: titles[name],
					What: t.name, From: t.from, Into: t.into},
				differs: func(m *moment) formula.Ref {
					return m.turned(t, func(s state) formula.Ref { return m.old.ground(was, s) },
						func(s state) formula.Ref { return m.now.ground(is, s) })
				},
				shows: func(old, now *seen) bool {
					return slices.Contains(t.was, old.ground(was)) && slices.Contains(t.is, now.ground(is))
				},
			})
		}
	}
}

// alike is whether some formulas are the same in both policies: then nothing made of them can differ.
func (m *moment) alike(of []int, formulas func(side, int) formula.Ref) bool {
	return !slices.ContainsFunc(of, func(n int) bool { return formulas(m.old, n) != formulas(m.now, n) })
}

// turned is whether something turned from one state of the older policy to one of the newer.
func (m *moment) turned(t turn, was, is func(state) formula.Ref) formula.Ref {
	if was(yes) == is(yes) && was(no) == is(no) {
		return formula.False
	}
	var before, after []formula.Ref
	for _, s := range t.was {
		before = append(before, was(s))
	}
	for _, s := range t.is {
		after = append(after, is(s))
	}
	return m.Now.And(m.Now.Or(before...), m.Now.Or(after...))
}

// answered is the respect of a consent answer that has a value, and empty for the others.
func answered(a term.Answer) impact.Respect {
	switch a {
	case term.AnswerAgreement:
		return impact.Agreement
	case term.AnswerInform:
		return impact.Telling
	case term.AnswerSharing:
		return impact.Sharing
	case term.AnswerAnswered, term.AnswerFrom, term.AnswerRecord, term.AnswerRefused, term.AnswerCopy:
	}
	return ""
}

// consent are the outputs about the values of consent answers.
func (w *work) consent() {
	for _, a := range term.SingleAnswers() {
		for _, from := range a.Code.Values() {
			for _, into := range a.Code.Values() {
				if from.Code == into.Code {
					continue
				}
				respect := answered(a.Code)
				w.add(&output{
					Difference: impact.Difference{ID: fmt.Sprintf("%s/%s/%s", respect, from.Code, into.Code), Respect: respect,
						From: from.Code, Into: into.Code},
					differs: func(m *moment) formula.Ref {
						if !slices.ContainsFunc(a.Code.Values(), func(v term.Word[string]) bool {
							return m.old.says(a.Code, v.Code) != m.now.says(a.Code, v.Code)
						}) {
							return formula.False
						}
						return m.Now.And(m.old.says(a.Code, from.Code), m.now.says(a.Code, into.Code))
					},
					shows: func(old, now *seen) bool {
						return old.values[a.Code] == from.Code && now.values[a.Code] == into.Code
					},
					about: slices.Concat(w.linesOf(w.old, a.Code), w.linesOf(w.now, a.Code)),
				})
			}
		}
	}
}

// linesOf are the rules of the lines of one answer.
func (w *work) linesOf(p *policy.Policy, a term.Answer) []*policy.Rule {
	var list []*policy.Rule
	for _, l := range p.Consent {
		if l.Answer == a {
			list = append(list, l.Rule)
		}
	}
	return list
}

// respectOf are the respects of the kinds of rule.
var respectOf = map[term.Kind]impact.Respect{
	term.KindIndicator: impact.Signs, term.KindGround: impact.Signs, term.KindLevel: impact.Signs, term.KindConsent: impact.Consent,
	term.KindEscalation: impact.Actions, term.KindPathway: impact.Pathway, term.KindService: impact.Services,
	term.KindCaution: impact.Cautions,
}

// rules are the outputs about whether a rule is in the answer.
func (w *work) rules() {
	for _, b := range w.matched {
		if b.listed {
			continue
		}
		r := b.any()
		for _, t := range turns {
			if b.alone && t.name != "gained" && t.name != "lost" {
				continue
			}
			respect := respectOf[r.Kind]
			w.add(&output{
				Difference: impact.Difference{ID: fmt.Sprintf("%s/%s/%s", respect, r.ID, t.name), Respect: respect, Of: r.ID,
					Title: r.Title, What: t.name, From: t.from, Into: t.into},
				differs: func(m *moment) formula.Ref {
					return m.turned(t, func(s state) formula.Ref { return m.old.rule(b.old, b.alone, s) },
						func(s state) formula.Ref { return m.now.rule(b.now, b.alone, s) })
				},
				shows: func(old, now *seen) bool {
					return slices.Contains(t.was, old.rule(b.old, b.alone)) && slices.Contains(t.is, now.rule(b.now, b.alone))
				},
				about: b.both(),
			})
		}
	}
}
