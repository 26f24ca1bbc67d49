package page

import (
	"fmt"

	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// inFullAnswer stands in place of the reasons where the page leaves them out.
const inFullAnswer = "The reasons are in the full answer, as the family might see this page"

// hidesReasons reports whether the page leaves out the reasons for the level. Whoever refers knows what they saw or
// heard. While telling the family waits, the family must not learn it from a page that lies open.
func (m *making) hidesReasons() bool { return m.waits() && m.f.Reader == term.ReaderReferrer }

// worseInNumber warns, where the reasons are left out, that evidence says worse than the case does, and not about what.
func (m *making) worseInNumber() []Entry {
	n := len(m.f.Contradictions)
	if n == 0 {
		return nil
	}
	return []Entry{{Text: fmt.Sprintf("%s on %s. See the full answer.", worseThanTheCase, english.Numbered(n, "point"))}}
}

// namedFor are the children whom a step or a question names before it. While telling waits, what discloses that a child
// spoke or was marked is said of all children, so that nobody learns from the page which of them it was.
func (m *making) namedFor(of family.Of, discloses bool) family.Of {
	if m.waits() && m.one == nil && discloses {
		return family.Of{Children: of.Children, All: true}
	}
	return of
}
