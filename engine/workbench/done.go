package workbench

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/facts"
	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// doneView is what was done already, and what a professional has judged.
type doneView struct {
	// Steps are what the answer asks for, and Recorded what the case says was done.
	Steps      []stepView
	Recorded   []recordedView
	Levels     []recommendation.Rung
	Judgements []judgementView
}

// stepView is a step that could be said to be done.
type stepView struct {
	// Key is the id of the step, as the names of its fields have it.
	Key, Title, For string
	Done            bool
	By              string
	// Year, Month, Day and Clock are when.
	Year, Month, Day, Clock string
	Error                   string
}

// ID is the id of the step in the page.
func (s stepView) ID() string { return idOf("step." + s.Key) }

// recordedView is something that the case says was done. Key takes it away.
type recordedView struct{ Key, Says string }

// judgementView is a judgement, of the only child of a case or of one of several.
type judgementView struct {
	Key, For          string
	Level, By, Reason string
	Error             string
}

// ID is the id of the judgement in the page.
func (j judgementView) ID() string { return idOf("judgement." + j.Key) }

// done shows what was done and judged, and takes in what was typed.
func (b *bench) done(v *visit) {
	if !v.ready() {
		return
	}
	if v.form.Get("do") == doNext {
		for _, s := range v.steps() {
			if s.Done {
				v.tryChange("step."+s.Key, func(c *caseFile) string { return v.recordStep(c, s) })
			}
		}
		for _, key := range v.form["undo"] {
			id, child, ok := v.stepOf(key)
			if ok {
				v.tryChange("undo", func(c *caseFile) string { c.takeAway(c.part(child), "done", id); return "" })
			}
		}
		for _, child := range v.everyone() {
			v.tryChange("judgement."+placeOf(child), func(c *caseFile) string { return v.recordJudgement(c, child) })
		}
		if !v.evaluate() {
			return
		}
	}
	v.show("done", &view{Title: "What was done, and what was judged", Done: v.doneView()})
}

// tryChange makes one change to the case, if the case is sound and can be answered after it. Otherwise the problem stands
// at a field. A change that changes nothing is not tried: it would cost an answer.
func (v *visit) tryChange(field string, change func(*caseFile) string) {
	next, err := v.file.copy()
	var before string
	if err == nil {
		before, err = next.text()
	}
	if err != nil {
		v.problem(field, "This could not be taken into the case")
		return
	}
	if says := change(next); says != "" {
		v.problem(field, says)
		return
	}
	text, err := next.text()
	if err == nil && text == before {
		return
	}
	if err == nil {
		read, _, readErr := readCase(v.e, text)
		if err = readErr; err == nil {
			_, err = v.e.EvaluateFamily(read)
		}
	}
	if err != nil {
		v.problem(field, firstOf(err))
		return
	}
	v.file = next
}

// everyone are the places of all children, or of the only one.
func (v *visit) everyone() []int { return v.file.places(facts.Fact{Of: term.OfChild}) }

// placeOf is a place as a field has it.
func placeOf(child int) string {
	if child == everyChild {
		return ""
	}
	return strconv.Itoa(child)
}

// stepOf is the id and the child of a key such as escalate.now@0.
func (v *visit) stepOf(key string) (id string, child int, ok bool) {
	id, of, _ := strings.Cut(key, "@")
	for _, c := range append(v.everyone(), everyChild) {
		if placeOf(c) == of {
			return id, c, v.file.part(c) != nil
		}
	}
	return "", 0, false
}

// steps are what the answer asks for, with what was typed of each.
func (v *visit) steps() []stepView {
	var out []stepView
	add := func(of family.Of, r recommendation.Rule) {
		one := func(part string) string { return strings.TrimSpace(v.form.Get("step." + r.ID + "." + part)) }
		out = append(out, stepView{Key: r.ID, Title: r.Title, For: forWhom(v.read.Children(), of), By: one("by"), Year: one("year"),
			Month: one("month"), Day: one("day"), Clock: one("clock"), Done: slices.Contains(v.form["step"], r.ID)})
	}
	for _, a := range v.answer.Family.Actions {
		if a.State == term.NowDue {
			add(a.Of, a.Rule)
		}
	}
	for _, s := range v.answer.Family.Pathway {
		add(s.Of, s.Rule)
	}
	return out
}

// recordStep says in a case that a step was done, of the children for whom it is.
func (v *visit) recordStep(c *caseFile, s stepView) string {
	if s.By == "" {
		return s.Title + ": say who did it, such as school"
	}
	n := mapping()
	put(n, "by", words(s.By))
	if s.Year+s.Month+s.Day+s.Clock != "" {
		when := given{Year: s.Year, Month: s.Month, Day: s.Day, Clock: s.Clock}
		text, says := when.moment(facts.Fact{Title: s.Title, Type: typeTime})
		if says != "" {
			return says
		}
		put(n, "at", scalar(text))
	}
	labels := strings.Split(s.For, ", ")
	for _, child := range v.everyone() {
		if child == everyChild || s.For == "" || slices.Contains(labels, v.file.children[child]) {
			put(within(c.partToChange(child), "done"), s.Key, n)
		}
	}
	return ""
}

// recordJudgement takes the judgement that was typed for a child into a case.
func (v *visit) recordJudgement(c *caseFile, child int) string {
	one := func(part string) string {
		return strings.TrimSpace(v.form.Get("judgement." + placeOf(child) + "." + part))
	}
	level, by, reason := one("level"), one("by"), lines(one("reason"))
	switch {
	case level+by+reason == "":
		put(c.partToChange(child), "judgement", nil)
		return ""
	case level == "" || by == "" || reason == "":
		return "A judgement needs a level, who judged, and the reason"
	}
	n := mapping()
	put(n, "level", scalar(level))
	put(n, "by", words(by))
	put(n, "reason", words(reason))
	put(c.partToChange(child), "judgement", n)
	return ""
}

// doneView is what was done and judged, with what was typed and could not be taken.
func (v *visit) doneView() *doneView {
	out := &doneView{Levels: v.answer.Family.Level.Scale}
	errorOf := func(field string) string {
		for _, p := range v.problems {
			if p.Field == field {
				return p.Says
			}
		}
		return ""
	}
	for _, s := range v.steps() {
		if s.Error = errorOf("step." + s.Key); s.Error == "" {
			s = stepView{Key: s.Key, Title: s.Title, For: s.For}
		}
		out.Steps = append(out.Steps, s)
	}
	titles := map[string]string{}
	for _, c := range v.answer.Children {
		for _, d := range c.Done {
			titles[d.Name] = d.Title
		}
	}
	for _, child := range v.everyone() {
		out.Recorded = append(out.Recorded, v.recorded(child, titles)...)
		j := judgementView{Key: placeOf(child), Error: errorOf("judgement." + placeOf(child))}
		if child != everyChild {
			j.For = v.file.children[child]
		}
		n := at(v.file.part(child), "judgement")
		for key, to := range map[string]*string{"level": &j.Level, "by": &j.By, "reason": &j.Reason} {
			if said := at(n, key); said != nil {
				*to = said.Value
			}
			if j.Error != "" {
				*to = v.form.Get("judgement." + j.Key + "." + key)
			}
		}
		out.Judgements = append(out.Judgements, j)
	}
	if len(v.file.children) > 0 {
		out.Recorded = append(out.Recorded, v.recorded(everyChild, titles)...)
	}
	return out
}

// recorded is what one part of the case says was done.
func (v *visit) recorded(child int, titles map[string]string) []recordedView {
	var out []recordedView
	n := at(v.file.part(child), "done")
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		id, said := n.Content[i].Value, n.Content[i+1]
		says := cmp.Or(titles[id], id)
		if child != everyChild {
			says = "For " + v.file.children[child] + ": " + says
		}
		if by := at(said, "by"); by != nil {
			says += ", by " + by.Value
		}
		if when := at(said, "at"); when != nil {
			says += ", " + dateInWords(when.Value)
		}
		out = append(out, recordedView{Key: id + "@" + placeOf(child), Says: says})
	}
	return out
}
