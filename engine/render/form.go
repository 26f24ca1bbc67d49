package render

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"windscreen/engine/facts"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// Form writes a case to fill in, as YAML with comments: every fact of the list under its
// domain, commented out, with its question, its values and an example. In a case about several
// children, the facts of the home stand at the top, and those of a child under the first child.
// Once as_of is there it can be read as it is, as a case that states nothing. It fails if f or
// its list is nil, or if w fails.
func Form(w io.Writer, f *facts.Form) error {
	if f == nil || f.List == nil {
		return errors.New("there is no form to write")
	}
	out := &form{Form: copied(f, clean)}
	out.head()
	if out.Children > 0 {
		out.family()
	} else {
		out.domains("", anyFact)
		out.evidence("", anyFact)
		out.done("")
		out.judgement("")
	}
	_, err := io.WriteString(w, out.text.String())
	return err
}

// form is a form that is being written.
type form struct {
	*facts.Form
	text strings.Builder
}

// formWidth is the width of comments. Editors of YAML seldom wrap.
const formWidth = 100

// comment writes a comment, wrapped. Its first line follows a mark, and the others are set in
// as far.
func (f *form) comment(indent, mark, s string) {
	for i, line := range wrap(s, formWidth-len(indent+"# "+mark)) {
		if i > 0 {
			mark = strings.Repeat(" ", len(mark))
		}
		f.line(indent + "# " + mark + line)
	}
}

func (f *form) line(s string) { f.text.WriteString(strings.TrimRight(s, " ") + "\n") }

// off writes a line that is commented out: without the # it is part of the case.
func (f *form) off(indent, key, value string) { f.line(joined(" ", indent+"#"+key+":", value)) }

// head says how to fill in the form, and writes what is not a fact.
func (f *form) head() {
	f.comment("", "", "A case to fill in. Where a line begins with # and no space, remove the # and change the value to what "+
		"is known. Leave the others as they are: a fact left out is unknown, never false. Never write a name or an address.")
	f.comment("", "", "windscreen facts WORD finds facts by word; windscreen eval FILE answers the case.")
	f.line("")
	f.comment("", "", "The document to apply, or a council, for its edition in force on the day; windscreen policies lists them.")
	if f.Policy != "" {
		f.line("policy: " + f.Policy)
	} else {
		f.off("", "policy", "")
	}
	f.comment("", "", "An id of your own for the case, never a person's name.")
	f.off("", "id", "case-1")
	f.comment("", "", "The date and time of the case, in London, such as "+vocabulary.ExampleTime+". Clocks start from it.")
	f.line(joined(" ", "as_of:", f.AsOf))
	f.comment("", "", "For whom the answer is: referrer, front_door or social_worker.")
	f.off("", "reader", "referrer")
	here, gone := anyFact, "domains, single facts, or all"
	if f.Children > 0 {
		here, gone = ofHome, "domains or single facts, here of the home alone; what was gone through for a child stands under the child"
	}
	f.comment("", "", "What someone has gone through: "+gone+". A fact there that is not stated is then "+
		"taken as what silence means for it; windscreen facts shows what that is. What nobody has gone through stays unknown.")
	f.off("", "explored", "["+strings.Join(f.explored(here), ", ")+"]")
	s := f.scale(anyFact)
	f.line("")
	f.comment("", "", "How to write what is known of a fact:")
	for _, way := range [][2]string{
		{"unknown", "asked about, and not known"},
		{"{at_least: " + s.value + "}", "partly known: this or worse; at_most for this or less"},
		{"{alleged: " + s.value + "}", "only alleged: it may be anything up to this"},
		{"{only: [a, b]}", "of a list, all there are; a plain list names those that are known"},
	} {
		f.line(fmt.Sprintf("#   %-*s %s", formColumn, way[0], way[1]))
	}
}

// formColumn is where the meanings of ways of writing begin.
const formColumn = 24

// example is a fact and a value of it.
type example struct{ path, value string }

// guides is the scale that the guides take as their example.
const guides = "home.domestic_abuse"

// scale is a scale that is wanted and a rung in its middle. It is the scale of the guides if that is
// wanted, or else the first; without any, it is made up.
func (f *form) scale(wanted func(facts.Fact) bool) example {
	var out example
	for _, fact := range f.List.Facts {
		if wanted(fact) && fact.Type == vocabulary.Scale.String() && (out.path == "" || fact.Path == guides) {
			out = example{fact.Path, fact.Values[len(fact.Values)/2].Name}
		}
	}
	if out.path == "" {
		return example{guides, "present"}
	}
	return out
}

// explored are the first few domains with facts that are wanted.
func (f *form) explored(wanted func(facts.Fact) bool) []string {
	var names []string
	for _, d := range f.List.Domains {
		if len(names) < 2 && slices.ContainsFunc(f.List.Facts, func(x facts.Fact) bool { return x.Domain == d.Name && wanted(x) }) {
			names = append(names, d.Name)
		}
	}
	return names
}

// These say which facts are wanted: any, those of a child, or those of the home and the case.
func anyFact(facts.Fact) bool   { return true }
func ofChild(f facts.Fact) bool { return f.Of != term.OfHome && f.Of != term.OfCase }
func ofHome(f facts.Fact) bool  { return !ofChild(f) }

// domains writes the facts that are wanted, under their domains.
func (f *form) domains(indent string, wanted func(facts.Fact) bool) {
	for _, d := range f.List.Domains {
		var own []facts.Fact
		for _, fact := range f.List.Facts {
			if fact.Domain == d.Name && wanted(fact) {
				own = append(own, fact)
			}
		}
		if len(own) == 0 {
			continue
		}
		f.line("")
		f.comment(indent, "", d.Title+". "+d.Ask)
		f.line(indent + d.Name + ":")
		for _, fact := range own {
			f.fact(indent+"  ", fact)
		}
	}
}

// fact writes one fact.
func (f *form) fact(indent string, fact facts.Fact) {
	text := english.Sentences(fact.Title, fact.Ask)
	if len(fact.Values) == 0 {
		text = bracketed(text, english.Bare(english.LowerFirst(fact.Takes)))
	}
	f.line("")
	f.comment(indent, "", joined(" ", text, fact.Applies))
	for _, v := range fact.Values {
		f.comment(indent, "  - ", v.Name+": "+v.Says)
	}
	f.off(indent, fact.Name, f.Example(fact))
}

// evidence writes who says what, of one of the facts that are wanted.
func (f *form) evidence(indent string, wanted func(facts.Fact) bool) {
	s := f.scale(wanted)
	f.line("")
	f.comment(indent, "", "Who says what, for facts stated above: the value that they speak for, a role and never a name, how "+
		"firmly (observed, disclosed, reported, alleged or disputed), the day, and a note, which is never shown.")
	f.line(indent + "#evidence:")
	f.line(indent + "#  " + s.path + ": [{value: " + s.value + ", source: school, standing: reported, on: " + f.day() + "}]")
}

// done writes what has been done.
func (f *form) done(indent string) {
	f.line("")
	f.comment(indent, "", "What has been done already, when and by whom: the id of a step in an answer, or a word of the vocabulary.")
	f.line(indent + "#done:")
	f.line(indent + "#  told_police: {at: " + f.moment() + ", by: school}")
}

// judgement writes what a professional judged.
func (f *form) judgement(indent string) {
	f.line("")
	f.comment(indent, "", "The level that a professional has judged. It stands beside the answer and never changes it.")
	f.line(indent + "#judgement: {level: 2, by: team manager, reason: Made up}")
}

// day is a day that is not after the case's.
func (f *form) day() string {
	return f.Example(facts.Fact{Type: vocabulary.Date.String(), Example: vocabulary.ExampleDate})
}

// moment is a moment that is not after the case's.
func (f *form) moment() string {
	return f.Example(facts.Fact{Type: vocabulary.Time.String(), Example: vocabulary.ExampleTime})
}
