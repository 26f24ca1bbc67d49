package link

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/room"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// whoDoes is who does something, and what it waits for.
func whoDoes(e rulefile.Doing) policy.Doing {
	return policy.Doing{By: wordsOf(e.By), Needs: wordsOf(e.Needs)}
}

// wordsOf are the values of closed words, in the order of their table: how a file orders them changes
// nothing.
func wordsOf[T term.Closed[T]](list []shape.Word[T]) []T {
	var out []T
	for _, w := range list {
		out = append(out, w.Value)
	}
	slices.SortFunc(out, func(a, b T) int { return cmp.Compare(term.Order(a), term.Order(b)) })
	return out
}

// excluding is what a rule's file says under excludes or after.
type excluding struct {
	rule *policy.Rule
	file *source.File
	ids  []shape.Text
}

// leaving is that a rule points to another, and where its file says so.
type leaving struct {
	to   *policy.Rule
	file *source.File
	node *yaml.Node
}

// exclude finds the rules that others leave out, once all are known. Whatever leaves out a rule
// that was replaced leaves out the one that stands in for it.
func (k *linker) exclude() {
	leaves := map[*policy.Rule][]leaving{}
	for x := range room.While(&k.Room, k.excludes) {
		if !k.listed(x.rule) {
			k.At(x.file, x.ids[0].Node, diagnostic.Misplaced, fmt.Sprintf("%s cannot leave out another rule", k.sort(x.rule)),
				"write in when: of the other rule that it does not hold")
			continue
		}
		for _, id := range x.ids {
			if !id.IsSet() {
				continue
			}
			fault := func(code diagnostic.Code, message, remedy string) { k.At(x.file, id.Node, code, message, remedy) }
			named := k.ids[id.Value]
			if named == nil {
				fault(diagnostic.UnknownName, fmt.Sprintf("there is no rule called %s", id.Value),
					source.DidYouMean(id.Value, slices.Sorted(maps.Keys(k.ids))))
				continue
			}
			switch other := k.standIn(named); {
			case other == x.rule && named != x.rule:
				fault(diagnostic.Conflict, fmt.Sprintf("%s replaces %s, so it would leave out itself", x.rule.ID, named.ID), "take it out")
			case other == x.rule:
				fault(diagnostic.Conflict, "a rule cannot leave out itself", "take it out")
			case !k.listed(other):
				fault(diagnostic.Misplaced, fmt.Sprintf("%s is %s, and cannot be left out", other.ID, k.sort(other)),
					"write in its when: that it does not hold")
			case slices.Contains(x.rule.Excludes, other.ID):
				fault(diagnostic.DuplicateID, fmt.Sprintf("%s is named twice", other.ID), "name it once")
			default:
				x.rule.Excludes = append(x.rule.Excludes, other.ID)
				if !k.replaced[x.rule.ID] {
					leaves[x.rule] = append(leaves[x.rule], leaving{other, x.file, id.Node})
				}
			}
		}
		slices.Sort(x.rule.Excludes)
	}
	k.circles(k.excludes, leaves, leftOut)
}

// leftOut says that rules leave one another out in a circle.
var leftOut = circleWords{
	does: "leaves out", two: "%s and %s leave out each other, so an answer in which both hold would show neither",
	more:   "rules leave one another out in a circle, so an answer in which all hold would show none",
	remedy: "keep it in the rule that is to be shown, and take it out of the other",
}

// standIn is the rule itself, or the one that replaces it.
func (k *linker) standIn(r *policy.Rule) *policy.Rule {
	if k.replaced[r.ID] {
		for _, other := range k.all {
			if other.Replaces == r.ID {
				return other
			}
		}
	}
	return r
}

// listed reports whether a rule is one of a list in the answer, of which one can be left out.
func (k *linker) listed(r *policy.Rule) bool {
	switch r.Kind {
	case term.KindEscalation, term.KindPathway, term.KindCaution:
		return true
	case term.KindConsent:
		return !entry(k.p.Consent, r).Answer.Single()
	case term.KindIndicator, term.KindGround, term.KindLevel, term.KindService:
	}
	return false
}

// sort is what a rule is, such as "an indicator" or "a line of agreement".
func (k *linker) sort(r *policy.Rule) string {
	if r.Kind == term.KindConsent {
		return k.about(r)
	}
	return article(r.Kind) + " " + string(r.Kind)
}

// circles reports rules that point to one another in a circle.
func (k *linker) circles(list []excluding, to map[*policy.Rule][]leaving, words circleWords) {
	c := circles{k: k, to: to, words: words, done: map[*policy.Rule]bool{}}
	for _, x := range list {
		c.follow(x.rule)
	}
}

// circles finds rules that point to one another in a circle.
type circles struct {
	k     *linker
	to    map[*policy.Rule][]leaving
	words circleWords
	// way are the rules on the way to the one at hand; done are those that were followed.
	way  []*policy.Rule
	done map[*policy.Rule]bool
}

// circleWords say what is wrong with a circle: what each rule does to the next, and what follows from a circle of
// two and of more; remedy is what to do about two.
type circleWords struct{ does, two, more, remedy string }

// follow goes from a rule to those that it points to.
func (c *circles) follow(r *policy.Rule) {
	if c.done[r] || c.k.Room.Full() {
		return
	}
	c.done[r] = true
	c.way = append(c.way, r)
	for _, l := range c.to[r] {
		if i := slices.Index(c.way, l.to); i >= 0 {
			c.report(l, c.way[i:])
		}
		c.follow(l.to)
	}
	c.way = c.way[:len(c.way)-1]
}

// report reports a circle, at the place that closes it.
func (c *circles) report(l leaving, way []*policy.Rule) {
	if len(way) == 2 {
		c.k.At(l.file, l.node, diagnostic.Circular, fmt.Sprintf(c.words.two, way[0].ID, way[1].ID), c.words.remedy)
		return
	}
	var says []string
	for i := range min(len(way), mostOfCircle) {
		says = append(says, fmt.Sprintf("%s %s %s", way[i].ID, c.words.does, way[(i+1)%len(way)].ID))
	}
	if more := len(way) - len(says); more > 0 {
		says = append(says, fmt.Sprintf("and so on through %d more", more))
	}
	c.k.At(l.file, l.node, diagnostic.Circular, c.words.more+": "+strings.Join(says, ", "), "take out one of these")
}
