package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// changesLabel is the label of the row on what would change the answer, and mostAnswers how many answers it takes
// together at most.
const (
	changesLabel = "Changes if"
	mostAnswers  = 2
)

// given is what one answer, or two, to questions on the page would change.
type given struct {
	// asked are the numbers of the questions, answers the answers in words.
	asked   []int
	answers []string
	// call is the call for help that is made before anything else, and level the level that is brought.
	call  string
	level int
}

// changesIf names answers to the questions on the page, one or two at a time, that call for help at once or
// raise the level. It names no section of an Act: to a parent that reads as the finding. While telling waits, or
// one answer would make it wait, it names calls for help alone, as the rest tells a parent what not to say. On the page
// for several children it names one for each child.
func (m *making) changesIf() []string {
	if m.one != nil {
		return m.mostTelling(m.one, mostChanges)
	}
	return m.changesOfEach()
}

// changesOfEach names for each child, in the order of their rows, the first answer that changes something. What is the
// same for several children is named once.
func (m *making) changesOfEach() []string {
	var says []string
	var children []family.Of
	for _, row := range m.f.Rows[:min(mostRows, len(m.f.Rows))] {
		c := m.child(row.Child)
		if c == nil {
			continue
		}
		for _, change := range m.mostTelling(c, 1) {
			at := slices.Index(says, change)
			if at < 0 {
				at = len(says)
				says, children = append(says, change), append(children, family.Of{})
			}
			children[at].Children = append(children[at].Children, row.Child)
		}
	}
	for i, of := range children {
		if len(of.Children) < len(m.f.Rows) {
			says[i] += " for " + english.And(of.Children)
		}
	}
	return says
}

// mostTelling are the first answers that change something for a child, in words: at most so many.
func (m *making) mostTelling(c *family.Child, most int) []string {
	list := m.allGiven(c)
	callsOnly := m.unnamed()
	list = slices.DeleteFunc(list, func(g *given) bool { return g.call == "" && (callsOnly || g.level == 0) })
	slices.SortStableFunc(list, func(a, b *given) int {
		return cmp.Or(cmp.Compare(min(1, len(b.call)), min(1, len(a.call))), cmp.Compare(len(a.asked), len(b.asked)),
			slices.Compare(a.asked, b.asked), cmp.Compare(a.level, b.level))
	})
	// Of several answers to the same questions only the least serious is named.
	list = slices.CompactFunc(list, func(a, b *given) bool { return slices.Equal(a.asked, b.asked) })
	var out []string
	for len(list) > 0 && len(out) < most {
		first, together, brings := list[0], len(list[0].asked), bringsTo(c, list[0])
		list = slices.DeleteFunc(list[1:], func(g *given) bool {
			same := together == 1 && slices.Equal(first.answers, g.answers) && brings == bringsTo(c, g)
			if same {
				first.asked = append(first.asked, g.asked...)
			}
			return same
		})
		out = append(out, first.says(together)+": "+brings)
	}
	return out
}

// changesOf says again what answers would change if the page was too full for all its questions: only of those
// that are left.
func (m *making) changesOf(p *Page) {
	if len(p.FindOut.Entries) == len(m.asked) {
		return
	}
	m.asked = m.asked[:len(p.FindOut.Entries)]
	at := slices.IndexFunc(p.Sure.Entries, func(e Entry) bool { return e.Label == changesLabel })
	if at < 0 {
		return
	}
	p.Sure.Entries[at].Text = english.Sentences(m.changesIf()...)
	if p.Sure.Entries[at].Text == "" || Lines(p) > Height {
		p.Sure.remove(changesLabel)
	}
}

// allGiven are the answers that decide something for a child, each once, in the order of the answer's own.
func (m *making) allGiven(child *family.Child) []*given {
	var out []*given
	for _, c := range child.ChangesIf {
		if m.saidAbove(c) {
			continue
		}
		for _, set := range c.Sets {
			g := m.given(child, set)
			if g == nil {
				continue
			}
			at := slices.IndexFunc(out, func(o *given) bool { return slices.Equal(o.asked, g.asked) && slices.Equal(o.answers, g.answers) })
			if at < 0 {
				at = len(out)
				out = append(out, g)
			}
			out[at].note(c)
		}
	}
	return out
}

// given is a set of answers; nil if there are too many, or one is to a question that the page does not ask about
// the child.
func (m *making) given(child *family.Child, set []recommendation.Given) *given {
	if len(set) > mostAnswers {
		return nil
	}
	set = slices.Clone(set)
	place := func(a recommendation.Given) int {
		at := slices.Index(m.asked, a.Fact)
		if at >= 0 && !m.askedOf[at].All && !slices.Contains(m.askedOf[at].Children, child.Child) {
			return -1
		}
		return at
	}
	slices.SortFunc(set, func(a, b recommendation.Given) int { return cmp.Compare(place(a), place(b)) })
	g := &given{}
	for _, a := range set {
		if place(a) < 0 {
			return nil
		}
		a.Says = withoutWorse(english.Bare(a.Says))
		g.asked, g.answers = append(g.asked, place(a)+1), append(g.answers, AnswerSays(a))
	}
	return g
}

// note notes that the answers decide something.
func (g *given) note(c recommendation.ChangesIf) {
	switch c.Kind {
	case term.KindEscalation:
		if comesFirst(c) && c.CallsHelp {
			g.call = cmp.Or(g.call, english.LowerFirst(english.Bare(c.Title)))
		}
	case term.KindLevel:
		g.level = max(g.level, c.Level)
	case term.KindGround, term.KindIndicator, term.KindConsent, term.KindPathway, term.KindService, term.KindCaution:
	}
}

// AnswerSays is an answer in words, in quotation marks unless it is yes or no.
func AnswerSays(a recommendation.Given) string {
	if _, yesOrNo := a.Value.(bool); yesOrNo || strings.Contains(a.Says, "“") {
		return a.Says
	}
	return "“" + english.LowerFirst(english.Bare(a.Says)) + "”"
}

// says puts the answers in words: to that many questions at once, or to any one of several.
func (g *given) says(together int) string {
	var numbers []string
	for _, n := range g.asked {
		numbers = append(numbers, fmt.Sprint(n))
	}
	switch {
	case together == 1:
		return english.Or(numbers) + " is " + g.answers[0]
	case g.answers[0] == g.answers[1]:
		return english.And(numbers) + " are " + g.answers[0]
	}
	return fmt.Sprintf("%s is %s and %s is %s", numbers[0], g.answers[0], numbers[1], g.answers[1])
}

// bringsTo is what the answers change for a child.
func bringsTo(c *family.Child, g *given) string {
	if g.call != "" {
		return g.call
	}
	level := fmt.Sprintf("level %d", g.level)
	if scale := c.Level.Scale; len(scale) > 0 && g.level < scale[len(scale)-1].Level {
		level = "at least " + level // other facts may bring a higher one
	}
	return level
}
