package link

import (
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// people reads what kind of person sources are.
func (l *vocabularyLinker) people(voc *vocabulary.Vocabulary, v ruleroot.VocabularyFile) {
	e := v.Shape.People
	if e == nil {
		return
	}
	if voc.People.Family != nil || voc.People.Private != nil {
		l.at(v.File, e.Here.Node, diagnostic.DuplicateID, "two files say what kind of person sources are", "keep one of the two")
		return
	}
	lower := func(list []shape.Text) []string {
		var out []string
		for _, t := range list {
			out = append(out, strings.ToLower(t.Value))
		}
		return out
	}
	var alone []string
	if e.Alone.IsSet() {
		alone = lower([]shape.Text{e.Alone})
	}
	voc.People = vocabulary.People{Family: lower(e.Family), Private: lower(e.Private), Kinds: map[term.Whom][]string{
		term.WhomByDay: lower(e.ByDay), term.WhomOfPupils: lower(e.OfPupils), term.WhomWasTold: lower(e.WasTold),
		term.WhomHasChild: lower(e.HasChild), term.WhomSocialOwn: lower(e.SocialCare),
		term.WhomAlone: alone,
	}}
}

// gravest reads the facts whose silence an answer names first.
func (l *vocabularyLinker) gravest(voc *vocabulary.Vocabulary, v ruleroot.VocabularyFile) {
	for i, t := range v.Shape.GravestFirst {
		f := voc.Fact(t.Value)
		switch {
		case i == 0 && len(voc.GravestFirst) > 0:
			l.at(v.File, t.Node, diagnostic.DuplicateID, "two files say whose silence is named first", "keep one of the two")
			return
		case f == nil:
			l.at(v.File, t.Node, diagnostic.UnknownName, fmt.Sprintf("there is no fact %s", t.Value),
				source.DidYouMean(t.Value, voc.Paths()))
		case !f.Hidden && !f.Danger:
			l.at(v.File, t.Node, diagnostic.Misplaced, fmt.Sprintf("the silence about %s is never named", f.Path),
				"name only facts with hidden: true or danger: true")
		case slices.Contains(voc.GravestFirst, f):
			l.at(v.File, t.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is named twice", f.Path), "name it once")
		default:
			voc.GravestFirst = append(voc.GravestFirst, f)
		}
	}
}
