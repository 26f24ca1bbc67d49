package workbench

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// startView is the form with which a case begins, or with which its beginning is changed.
type startView struct {
	// Changing is true if there is a case already.
	Changing  bool
	Documents []document
	Year, Month, Day, Clock,
	Reader, Labels, ID string
	Several bool
	Readers []term.Word[term.Reader]
	// MostChildren is how many children a case may be about.
	MostChildren int
	// Errors are what is wrong, by field.
	Errors map[string]string
}

// document is a document that a case can name.
type document struct {
	Name, Says string
	Chosen     bool
}

// home shows the start page.
func (b *bench) home(w http.ResponseWriter, _ *http.Request) {
	e := b.current()
	now := b.options.Now().In(e.London())
	s := &startView{Year: strconv.Itoa(now.Year()), Month: strconv.Itoa(int(now.Month())), Day: strconv.Itoa(now.Day()),
		Clock: now.Format("15:04"), Readers: term.TableOf[term.Reader](), MostChildren: engine.MaxChildren()}
	var err error
	if s.Documents, err = documents(e, ""); err != nil {
		b.faultyRules(w)
		return
	}
	b.write(w, http.StatusOK, "start", &view{Title: "Find a child’s level of need", Start: s})
}

// documents are the documents that a case can name: for each council its edition of the day, and then each edition.
func documents(e *engine.Engine, chosen string) ([]document, error) {
	var out []document
	for _, council := range e.Councils() {
		editions, err := editionsOf(e, council)
		if err != nil {
			return nil, err
		}
		if len(editions) > 1 {
			out = append(out, document{Name: council, Says: english.UpperFirst(council) + ", the edition in force on the day of the case"})
		}
		out = append(out, editions...)
	}
	for i := range out {
		out[i].Chosen = out[i].Name == chosen
	}
	return out, nil
}

// editionsOf are the editions of a council's document.
func editionsOf(e *engine.Engine, council string) ([]document, error) {
	var out []document
	for _, id := range e.Editions(council) {
		p, err := e.Policy(id)
		if err != nil {
			return nil, err
		}
		info := p.Info()
		says := english.UpperFirst(council) + ", " + info.Edition + inForce(info.InForceFrom, info.InForceTo)
		out = append(out, document{Name: id, Says: says})
	}
	return out, nil
}

// inForce says from when and until when an edition is in force.
func inForce(from, to recommendation.Day) string {
	const day = "2 January 2006"
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return " (in force from " + from.Format(day) + ")"
	case from.IsZero():
		return " (in force to " + to.Format(day) + ")"
	}
	return " (in force from " + from.Format(day) + " to " + to.Format(day) + ")"
}

// typedStart is what was typed into the form with which a case begins.
func (v *visit) typedStart() *startView {
	one := func(name string) string { return strings.TrimSpace(v.form.Get(name)) }
	return &startView{Year: one("year"), Month: one("month"), Day: one("day"), Clock: one("clock"), Reader: one("reader"), ID: one("id"),
		Labels: lines(v.form.Get("labels")), Several: one("several") == "yes", Readers: term.TableOf[term.Reader](),
		MostChildren: engine.MaxChildren(), Errors: map[string]string{}}
}

// wrong notes what is wrong with a field.
func (v *visit) wrong(s *startView, field, says string) {
	if s.Errors[field] == "" {
		s.Errors[field] = says
		v.problems = append(v.problems, problem{Field: field, Says: says})
	}
}

// moment is the moment of the case, as a case writes it; empty if it is none.
func (v *visit) moment(s *startView) string {
	clock := s.Clock
	if len(clock) == len("9:05") {
		clock = "0" + clock
	}
	year, _ := strconv.Atoi(s.Year) // what is no number is no date either
	month, _ := strconv.Atoi(s.Month)
	day, _ := strconv.Atoi(s.Day)
	text := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		v.wrong(s, "day", "The day of the case must be a real date, such as 27 3 2020")
	}
	if _, err := time.Parse("15:04", clock); err != nil {
		v.wrong(s, "clock", "The time of the case must be a time of day, such as 14:10")
	}
	return text + "T" + clock
}

// start begins a case.
func (b *bench) start(v *visit) {
	s := v.typedStart()
	c := &caseFile{doc: &yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{{Kind: yaml.MappingNode}}}}
	policy := v.form.Get("policy")
	if policy == "" {
		v.wrong(s, "policy", "Choose the document to apply")
	}
	c.setTop("policy", policy)
	if s.ID != "" {
		put(c.root(), "id", words(s.ID))
	}
	c.setTop("as_of", v.moment(s))
	c.setTop("reader", s.Reader)
	if v.form.Get("several") == "" {
		v.wrong(s, "several", "Say whether the case is about one child or several")
	}
	if s.Several {
		labels := labelsOf(s.Labels)
		if len(labels) < 2 {
			v.wrong(s, "labels", "Give each child a label, one on each line. For one child, choose “One child”")
		}
		children := within(c.root(), "children")
		for _, label := range labels {
			children.Content = append(children.Content, words(label), &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle})
		}
	}
	var err error
	if v.text, err = c.text(); err == nil && len(v.problems) == 0 {
		v.read, v.file, err = readCase(v.e, v.text)
		if err == nil {
			v.answer, err = v.e.EvaluateFamily(v.read)
		}
	}
	if err != nil {
		v.wrong(s, fieldOf(err), firstOf(err))
	}
	if len(v.problems) == 0 {
		v.ask("")
		return
	}
	if s.Documents, err = documents(v.e, policy); err != nil {
		v.fault()
		return
	}
	b.write(v.w, http.StatusUnprocessableEntity, "start",
		&view{Title: "Find a child’s level of need", Start: s, Problems: v.problems})
}

// labelsOf are the labels of the children, one on each line.
func labelsOf(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if label := strings.Join(strings.Fields(line), " "); label != "" && !slices.Contains(out, label) {
			out = append(out, label)
		}
	}
	return out
}
