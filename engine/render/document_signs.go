package render

import (
	"fmt"
	"strings"

	"windscreen/engine/document"
	"windscreen/engine/internal/english"
	"windscreen/engine/term"
)

// level is a level with its criterion and its signs, by domain.
func (in *documentInHTML) level(l document.Level) documentSection {
	criterion := in.rule(l.Criterion)
	if l.Criterion.When == nil {
		criterion.When = &document.Condition{Says: "This is the level of every child for whom no higher level is reached."}
	}
	out := documentSection{Anchor: levelAnchor(l.Level), Heading: fmt.Sprintf("Level %d, %s", l.Level, l.Name),
		Groups: []documentGroup{{Heading: "When this level is reached", Rules: []documentRule{criterion}}}}
	for _, d := range l.Domains {
		group := documentGroup{Heading: english.UpperFirst(spaced(d.Name))}
		for _, s := range d.Signs {
			rule := in.rule(s.Rule)
			note := english.UpperFirst(inWords(s.Strength))
			if s.Ground != "" {
				note += "; makes out " + s.Ground
			}
			rule.Notes = append([]string{english.Stopped(note)}, rule.Notes...)
			group.Rules = append(group.Rules, rule)
		}
		out.Groups = append(out.Groups, group)
	}
	return out
}

// clauseAnchor is where a clause stands.
func clauseAnchor(id string) string { return "clause-" + id }

// levelAnchor is where a level stands.
func levelAnchor(level int) string { return fmt.Sprintf("level-%d", level) }

// spaced is a name with spaces where it has dashes or underlines.
func spaced(name string) string { return strings.NewReplacer("-", " ", "_", " ").Replace(name) }

// grounds are the ways in which each ground is made out, and the signs that make it out.
func (in *documentInHTML) grounds() []documentGroup {
	var out []documentGroup
	for _, g := range in.Grounds {
		group := documentGroup{Heading: g.Title}
		for _, way := range g.Ways {
			group.Rules = append(group.Rules, in.rule(way))
		}
		for _, l := range in.Levels {
			for _, d := range l.Domains {
				for _, s := range d.Signs {
					if s.Ground == g.Title {
						group.Rules = append(group.Rules, documentRule{Title: s.Title,
							Contact: documentLink{Anchor: "rule-" + s.ID, Text: fmt.Sprintf("the sign of level %d", l.Level)}})
					}
				}
			}
		}
		out = append(out, group)
	}
	return out
}

// answers are the lines by what they are about.
func (in *documentInHTML) answers() []documentGroup {
	var out []documentGroup
	for _, about := range term.TableOf[term.Answer]().Values() {
		group := documentGroup{Heading: english.UpperFirst(inWords(about))}
		for _, l := range in.Answers {
			if l.About == about {
				group.Rules = append(group.Rules, in.rule(l.Rule, l.Says))
			}
		}
		if len(group.Rules) > 0 {
			out = append(out, group)
		}
	}
	return out
}

// lines are rules that say something and no more.
func (in *documentInHTML) lines(list []document.Line) []documentRule {
	var out []documentRule
	for _, l := range list {
		out = append(out, in.rule(l.Rule, l.Says))
	}
	return out
}
