package scenariofile

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// children are those whom a case is about.
type children struct {
	// several is whether it is about several, and labels are theirs; there may be none yet.
	several bool
	labels  []string
	// layers are the documents that make up the case.
	layers []casefile.Layer
}

func childrenOf(layers []casefile.Layer) children {
	labels, several := casefile.Labels(layers)
	return children{several, labels, layers}
}

// allSay reports whether the case says something under these keys for every child, so that what
// it says at the top counts for none.
func (c children) allSay(at []string) bool {
	says := func(under ...string) bool {
		return slices.ContainsFunc(c.layers, func(l casefile.Layer) bool { return valueAt(l.Node, append(under, at...)) != nil })
	}
	silent := func(label string) bool { return !says(casefile.KeyChildren, label) }
	return says(casefile.KeyEach) || len(c.labels) > 0 && !slices.ContainsFunc(c.labels, silent)
}

// count is how many children there are.
func (c children) count() int { return max(1, len(c.labels)) }

// expectsOf checks that a scenario expects something only of children that its case has.
func (p *reading) expectsOf(s *Scenario, of children) {
	x := s.Expect.Children
	switch {
	case !x.IsSet():
		return
	case !of.several:
		p.fault(x.Node, diagnostic.Misplaced, "the case is about one child, so nothing can be expected of several",
			"write under expect itself what is expected, or name the children in the case: children: {baby: {…}}")
		return
	}
	for _, e := range x.Entries {
		if p.full() {
			return
		}
		if !slices.Contains(of.labels, e.Key.Value) {
			p.fault(e.Key.Node, diagnostic.UnknownName, fmt.Sprintf("the case has no child called %s", source.Clip(e.Key.Value)),
				p.nearestChild(e.Key.Value, of.labels))
		}
	}
}

// nearestChild says which child a label may have been meant for.
func (p *reading) nearestChild(label string, labels []string) string {
	if near := source.DidYouMean(label, labels); near != "" || len(labels) == 0 {
		return near
	}
	return "its children are " + strings.Join(labels, ", ")
}

// family reads what is expected of all children of a case together: of the page for the family.
func (e *expecting) family(x *Expect) {
	e.ofOneChild(x)
	e.level(x)
	e.grounds(x.Grounds.states())
	e.cites(x.Cites)
	if inform := x.Consent.Inform.Text(); inform.IsSet() {
		e.consentAnswer(term.AnswerInform, inform)
	}
	e.escalations(x.Escalations)
	e.deadlines(x.Deadlines)
	e.questions(x.Questions)
}

// ofOneChild refuses what can only be expected of one child.
func (e *expecting) ofOneChild(x *Expect) {
	under := func(n *yaml.Node, keys ...string) {
		for _, key := range keys {
			if source.Value(n, key) != nil {
				e.fault(keyOf(n, key), diagnostic.Misplaced, key+" can only be expected of one child, and the case is about several",
					"write it in expect under the child's label: children: {LABEL: …}")
			}
		}
	}
	under(x.Here.Node, "rules", "services", "pathway", "cautions")
	under(source.Value(x.Here.Node, "consent"), "agreement", "sharing", "could_be")
}

// keyOf is where a key of a mapping stands.
func keyOf(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i]
		}
	}
	return nil
}

// told expects the answer whether to tell a family, which is as cautious as for any child.
func (e *expecting) told(t shape.Text, failure func(a *answer) *scenario.Failure) {
	e.checkAll("consent.inform", t.Node, func(all *answers) *scenario.Failure {
		told := all.told()
		if string(told) == t.Value {
			return nil
		}
		return all.worded(all.most(func(a *answer) int64 { return boolean(a.explained.Consent.Inform == told) }), failure)
	})
	e.explained(readsAnswers)
}
