package page

import (
	"fmt"
	"strings"

	"windscreen/engine/internal/columns"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// oldDocument is how many years older than the case a document is when the page first says so.
const oldDocument = 3

// head is what the page begins with. The higher of a judgement and the recommendation leads.
func (m *making) head(p *Page) Head {
	h := Head{Do: m.do(p), Under: []Entry{}, Warnings: []Entry{}}
	l := m.f.Level
	here := l.Recommended
	// The first of the texts that fits the line is taken: the scale has the name of the level.
	higher, highest, alone := possible, possibleTo, nothing
	j := m.judgement()
	if strings.HasPrefix(h.Do, actNow) && (j == nil || j.Level <= l.Recommended) {
		higher, highest, alone = floor, floorTo, floorAlone
	}
	texts, cite := []string{m.levelSays(true, higher), m.levelSays(false, higher), m.levelSays(false, highest),
		m.levelSays(false, alone)}, m.levelCite()
	if m.undecided() {
		texts, cite = m.undecidedSays(), nil
	}
	if j != nil && j.Differs {
		number := fmt.Sprintf("Judged level %d", j.Level)
		judged := number + ", " + j.Name + judge(j.By)
		here = max(here, j.Level)
		until := actOn(here)
		if j.Level > l.Recommended {
			var under []string
			for _, text := range texts {
				under = append(under, english.Sentences("Recommended: "+english.LowerFirst(text), until))
			}
			e := Entry{Cite: cite}
			e.Text = fittedBeside(FirstClause(e), under...)
			h.Under = append(h.Under, e)
			texts, cite = []string{english.Stopped(judged), english.Stopped(number + judge(j.By))}, nil
		} else {
			h.Under = append(h.Under, Entry{Text: fitted(english.Sentences(judged, until), english.Sentences(number+judge(j.By), until),
				english.Sentences(number, until))})
		}
	}
	for _, text := range texts {
		h.Level = Entry{Text: m.ofChild(text), Cite: cite}
		if len(columns.Head(Width, HeadLine(h), "")) == 1 {
			break
		}
	}
	h.Under = append(h.Under, m.ifHarmSuspected(p)...)
	h.Under = append(h.Under, m.unborn()...)
	h.Under = append(h.Under, m.grounds()...)
	for _, r := range l.Scale {
		is := r.Level == here && !m.undecidedAt(here)
		h.Scale = append(h.Scale, Rung{Level: r.Level, Name: r.Name, Here: is,
			Possible: !is && r.Level <= l.AtMost && (r.Level > min(here, l.Recommended) || m.undecidedAt(here))})
	}
	h.Document, h.reader, h.id = m.document(), m.reader(), m.f.Case
	h.Warnings = m.documentWarnings(p)
	if m.hidesReasons() {
		h.Warnings = append(h.Warnings, m.worseInNumber()...)
		return h
	}
	h.Warnings = append(h.Warnings, m.contradictions()...)
	h.evidence = m.contradicted()
	return h
}

// actOn says which level is acted on while a judgement and the rules differ: the higher of the two.
func actOn(level int) string { return fmt.Sprintf("Until that is settled, act on level %d", level) }

// ofChild puts the label of the child before a text, on the page for one child of several.
func (m *making) ofChild(text string) string {
	if m.one == nil || m.oneOf < 2 {
		return text
	}
	return fmt.Sprintf("%s (of %s children): %s", english.UpperFirst(m.one.Child), english.Number(m.oneOf), english.LowerFirst(text))
}

// judge says who judged.
func judge(who string) string {
	if who == "" {
		return ""
	}
	return ", by " + english.LowerFirst(who)
}

// judgement is the judgement recorded for the child; nil if there is none, or on a page for several.
func (m *making) judgement() *recommendation.Judgement {
	if m.one == nil {
		return nil
	}
	return m.one.Judgement
}

// notYetBorn is the kind of an entry that says that a child is not yet born.
const notYetBorn = "not yet born"

// unborn says which of the children are not yet born, and when the birth is expected.
func (m *making) unborn() []Entry {
	var out []Entry
	for _, c := range m.a.Children {
		if !c.Unborn {
			continue
		}
		text := "Not yet born"
		if !c.ExpectedOn.IsZero() {
			text += ", expected " + day(c.ExpectedOn, m.f.AsOf)
		}
		e := Entry{Text: english.Stopped(text), kind: notYetBorn}
		if m.one == nil {
			e.Text, e.Children = english.UpperFirst(c.Child)+": "+english.LowerFirst(e.Text), []string{c.Child}
		}
		out = append(out, e)
	}
	return out
}

// actNow begins the phrase of a page on which something is due at once.
const actNow = "Act now"

// do is what the page calls for, in one phrase.
func (m *making) do(p *Page) string {
	due, now, dated := 0, false, false
	for _, e := range p.Steps.Entries {
		now = now || e.Now
		if e.Due {
			due++
			dated = dated || !e.When.IsZero()
		}
	}
	switch {
	case m.danger():
		return actNow + ", by telephone"
	case now:
		return actNow
	case m.waits():
		return "Take advice first"
	case m.outcome(m.everyone()) == term.OutcomeRefused:
		return "Agreement refused"
	case !m.f.Level.Settled && !m.acts():
		return "Find out more"
	case due == 0:
		return "Nothing is due"
	case due == 1 && dated:
		return "A step is due"
	case due == 1:
		return "A step to take"
	case dated:
		return "Steps are due"
	}
	return "Steps to take"
}

// danger reports whether something is to be done before anything else.
func (m *making) danger() bool {
	for _, a := range m.f.Actions {
		if a.First && a.State == term.NowDue {
			return true
		}
	}
	return false
}

// acts reports whether the reader has an action to take, beyond asking and offering help.
func (m *making) acts() bool {
	for _, a := range m.f.Actions {
		if a.State == term.NowDue && m.mine(a.Doing) {
			return true
		}
	}
	return false
}
