package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// evidenced is where the evidence for a fact stands, and whether a value in it could not be
// read.
type evidenced struct {
	stated
	unread bool
}

// word reads a word of a closed list; empty where it is none.
func word[T term.Closed[T]](p *reading, n *yaml.Node, what string) T {
	words := term.TableOf[T]().Codes()
	if n.Kind != yaml.ScalarNode || !slices.Contains(words, n.Value) {
		p.fault(n, diagnostic.NotOneOf, cmp.Or(source.DidYouMean(n.Value, words), "write one of "+strings.Join(words, ", ")),
			"%s cannot be %q", what, source.Clip(n.Value))
		return ""
	}
	return T(n.Value)
}

// reader reads whom the answer is for.
func (p *reading) reader(n *yaml.Node) { p.c.Reader = word[term.Reader](p, n, "reader") }

// alleged reads {alleged: …} as the value of a fact.
func (p *reading) alleged(f *vocabulary.Fact, n *yaml.Node) {
	switch {
	case !f.CanBeAlleged():
		p.fault(n, diagnostic.WrongShape,
			fmt.Sprintf("write %s: unknown, and what is alleged under evidence with standing: alleged", f.Name),
			"%s is a %s; only a scale or a yes or no can be alleged", f.Path, f.Kind)
		return
	case len(n.Content) != 2:
		p.fault(n, diagnostic.WrongShape, "write {alleged: …} and nothing beside it", "%s is alleged and something else as well", f.Path)
		return
	}
	if n.Content[1].Kind != yaml.ScalarNode {
		p.fault(n.Content[1], diagnostic.WrongShape, "write the worst that is alleged", "what is alleged of %s is one value", f.Path)
		return
	}
	v, ok := p.value(f, n.Content[1])
	switch {
	case !ok:
	case v == f.Least():
		p.fault(n.Content[1], diagnostic.OffScale, "write what is alleged, or leave the fact out", "this alleges nothing of %s", f.Path)
	default:
		p.c.Values[f.Index], p.c.Origins[f.Index] = f.IfAlleged(v), Alleged
	}
}

// claims states each fact that has evidence and that the case does not state itself, and then
// what follows from all that is alleged.
func (p *reading) claims() {
	for _, f := range p.Vocabulary.Facts {
		if _, said := p.stated[f]; said || len(p.c.Evidence[f.Index]) == 0 || p.evidenced[f].unread {
			continue
		}
		p.onEvidence(f, p.evidenced[f].stated)
	}
	var serious []*vocabulary.Fact
	for _, f := range p.Vocabulary.Facts {
		if p.c.Origins[f.Index] != Alleged || len(p.c.From[f.Index]) > 0 {
			continue
		}
		if p.Vocabulary.Serious(f) {
			serious = append(serious, f)
		}
		if f.Suspicion != nil {
			p.suspect(f, f.Suspicion)
		}
	}
	p.allege(serious)
}

// onEvidence states a fact by its evidence. What is established comes before what is alleged or
// disputed.
func (p *reading) onEvidence(f *vocabulary.Fact, at stated) {
	var says vocabulary.Sources
	var alleged []vocabulary.Value
	for _, e := range p.c.Evidence[f.Index] {
		if e.Value == nil {
			continue
		}
		switch e.Standing {
		case term.StandingObserved:
			says.Observed = append(says.Observed, *e.Value)
		case term.StandingDisclosed:
			says.Disclosed = append(says.Disclosed, *e.Value)
		case term.StandingReported, "": // evidence that names none stands as reported
			says.Reported = append(says.Reported, *e.Value)
		case term.StandingAlleged, term.StandingDisputed:
			alleged = append(alleged, *e.Value)
		}
	}
	say := fmt.Sprintf("for example %s: {%s: …}, or unknown", f.Domain, f.Name)
	switch {
	case len(says.All()) > 0:
		v, ok := f.Together(says)
		if !ok {
			p.at(at.file, at.node, diagnostic.Conflict, "say what you take it to be, "+say,
				"the evidence for %s does not agree, and the case does not say what it is", f.Path)
			return
		}
		p.c.Values[f.Index], p.c.Origins[f.Index] = v, Stated
	case len(alleged) > 0 && f.CanBeAlleged():
		worst := f.Worst(alleged)
		if worst == f.Least() {
			p.at(at.file, at.node, diagnostic.EvidenceAlone, "say what you take it to be, "+say,
				"what is alleged of %s is nothing, and the case does not say what it is", f.Path)
			return
		}
		p.c.Values[f.Index], p.c.Origins[f.Index] = f.IfAlleged(worst), Alleged
	case len(alleged) > 0:
		p.at(at.file, at.node, diagnostic.EvidenceAlone, "say what you take it to be, "+say,
			"what the evidence says of %s is not established, and the case does not say what it is", f.Path)
		return
	default:
		p.at(at.file, at.node, diagnostic.EvidenceAlone, "give the evidence a value:, or say what you take it to be, "+say,
			"there is evidence for %s but the case does not say what it is", f.Path)
		return
	}
	p.stated[f], p.c.Claimed[f.Index] = at, true
}

// suspect leaves open whether a fact that is alleged is suspected, unless the case says so
// itself: somebody has spoken of it, but nobody has found it.
func (p *reading) suspect(f, suspicion *vocabulary.Fact) {
	switch p.c.Origins[suspicion.Index] {
	case NotStated, Explored, Derived, Presumed, NotApplicable:
		p.c.Values[suspicion.Index], p.c.Origins[suspicion.Index] = suspicion.Unknown(), Alleged
		p.c.From[suspicion.Index] = []*vocabulary.Fact{f}
	case Alleged:
		if from := p.c.From[suspicion.Index]; len(from) > 0 {
			p.c.From[suspicion.Index] = append(from, f)
		}
	case Stated:
		p.denied(f, suspicion)
	case SaidUnknown:
	}
}

// allege notes that something serious is alleged, unless the case says otherwise.
func (p *reading) allege(serious []*vocabulary.Fact) {
	f := p.Vocabulary.Allegation
	switch {
	case len(serious) == 0:
	case p.c.Origins[f.Index] == Stated:
		p.denied(serious[0], f)
	default:
		p.c.Values[f.Index], p.c.Origins[f.Index], p.c.From[f.Index] = vocabulary.YesOrNo(true), Derived, serious
		delete(p.c.Claimed, f.Index)
	}
}

// denied notes that a fact is alleged although the case says no to what follows from that.
func (p *reading) denied(f, follows *vocabulary.Fact) {
	if v := p.c.Values[follows.Index]; v != vocabulary.YesOrNo(true) {
		p.c.Notes = append(p.c.Notes, Note{
			Says:  fmt.Sprintf("%s is alleged, but %s is stated as %s", f.Path, follows.Path, follows.Says(v, p.London)),
			Facts: []*vocabulary.Fact{f, follows},
		})
	}
}
