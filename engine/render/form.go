package render

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"windscreen/engine/facts"
	"windscreen/engine/internal/vocabulary"
)

// Form writes a case to fill in, as YAML with comments: every fact of the list under its
// domain, commented out, with its question, its values and an example. Once as_of is there it
// can be read as it is, as a case that states nothing. It fails if f or its list is nil, or if
// w fails.
func Form(w io.Writer, f *facts.Form) error {
	if f == nil || f.List == nil {
		return errors.New("there is no form to write")
	}
	out := &form{Form: copied(f, clean)}
	out.head()
	for _, d := range out.List.Domains {
		out.domain(d)
	}
	out.foot()
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
	f.comment("", "", "What someone has gone through: domains, single facts, or all. A fact there that is not stated is then "+
		"taken as what silence means for it; windscreen facts shows what that is. What nobody has gone through stays unknown.")
	f.off("", "explored", "["+strings.Join(f.explored(), ", ")+"]")
	s := f.scale()
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

// scale is a scale and a rung in its middle: the one of the guides or else the first, made up
// where there is none.
func (f *form) scale() example {
	var out example
	for _, fact := range f.List.Facts {
		if fact.Type == vocabulary.Scale.String() && (out.path == "" || fact.Path == guides) {
			out = example{fact.Path, fact.Values[len(fact.Values)/2].Name}
		}
	}
	if out.path == "" {
		return example{guides, "present"}
	}
	return out
}

// explored are the first few domains.
func (f *form) explored() []string {
	var names []string
	for _, d := range f.List.Domains[:min(2, len(f.List.Domains))] {
		names = append(names, d.Name)
	}
	return names
}

// domain writes the facts of a domain.
func (f *form) domain(d facts.Domain) {
	f.line("")
	f.comment("", "", d.Title+". "+d.Ask)
	f.line(d.Name + ":")
	for _, fact := range f.List.Facts {
		if fact.Domain == d.Name {
			f.fact(fact)
		}
	}
}

// fact writes one fact.
func (f *form) fact(fact facts.Fact) {
	const indent = "  "
	text := sentence(fact.Title, fact.Ask)
	if len(fact.Values) == 0 {
		text = bracketed(text, phrase(lowerFirst(fact.Takes)))
	}
	f.line("")
	f.comment(indent, "", joined(" ", text, fact.Applies))
	for _, v := range fact.Values {
		f.comment(indent, "  - ", v.Name+": "+v.Says)
	}
	f.off(indent, fact.Name, f.Example(fact))
}

// foot writes what comes after the facts.
func (f *form) foot() {
	s := f.scale()
	f.line("")
	f.comment("", "", "Who says what, for facts stated above: the value that they speak for, a role and never a name, how "+
		"firmly (observed, disclosed, reported, alleged or disputed), the day, and a note, which is never shown.")
	f.line("#evidence:")
	f.line("#  " + s.path + ": [{value: " + s.value + ", source: school, standing: reported, on: " + f.day() + "}]")
	f.line("")
	f.comment("", "", "What has been done already, when and by whom: the id of a step in an answer, or a word of the vocabulary.")
	f.line("#done:")
	f.line("#  told_police: {at: " + f.moment() + ", by: school}")
	f.line("")
	f.comment("", "", "The level that a professional has judged. It stands beside the answer and never changes it.")
	f.line("#judgement: {level: 2, by: team manager, reason: Made up}")
}

// day is a day that is not after the case's.
func (f *form) day() string {
	return f.Example(facts.Fact{Type: vocabulary.Date.String(), Example: vocabulary.ExampleDate})
}

// moment is a moment that is not after the case's.
func (f *form) moment() string {
	return f.Example(facts.Fact{Type: vocabulary.Time.String(), Example: vocabulary.ExampleTime})
}
