package engine_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"windscreen/engine"
	"windscreen/engine/facts"
	"windscreen/engine/family"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// householdAsOf is the moment of the families below.
const householdAsOf = "2020-03-02T14:10"

// labelled are labels of children, numbers among them.
var labelled = []string{"baby", "6", "11", "older girl", "twin 1", "twin 2"}

// stated draws so many facts, each as a case states it, by domain.
func stated(t *rapid.T, list []facts.Fact, most int, name string) map[string]map[string]any {
	out := map[string]map[string]any{}
	for range rapid.IntRange(0, most).Draw(t, name) {
		f := rapid.SampledFrom(list).Draw(t, name+" fact")
		text := f.Example
		if len(f.Values) > 0 && f.Type == "scale" {
			text = rapid.SampledFrom(f.Values).Draw(t, name+" value").Name
		}
		var value any
		if err := yaml.Unmarshal([]byte(text), &value); err != nil {
			t.Fatal(err)
		}
		if out[f.Domain] == nil {
			out[f.Domain] = map[string]any{}
		}
		out[f.Domain][f.Name] = value
	}
	return out
}

// households draws a family, as the text of a case with its children in some order.
func households(t *rapid.T, e *engine.Engine) func(order []string) string {
	var ofChild, ofHome []facts.Fact
	for _, f := range e.Facts().Facts {
		switch {
		case f.Type == "date" || f.Type == "time" || strings.Contains(f.Example, "{"): // few, and seldom sound together
		case f.Of == term.OfChild:
			ofChild = append(ofChild, f)
		case f.Of == term.OfHome:
			ofHome = append(ofHome, f)
		}
	}
	written := func(v any) string {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	top := written(stated(t, ofHome, 3, "home"))
	children := map[string]string{}
	for _, l := range labelled {
		body := stated(t, ofChild, 4, l)
		if rapid.IntRange(0, 3).Draw(t, l+" otherwise") == 0 {
			for domain, own := range stated(t, ofHome, 1, l+" home") {
				if body[domain] == nil {
					body[domain] = own
				}
			}
		}
		children[l] = written(body)
		if rapid.Bool().Draw(t, l+" explored") {
			children[l] = strings.Replace(children[l], "{", `{"explored": "all"`+map[bool]string{true: ",", false: ""}[len(body) > 0], 1)
		}
	}
	return func(order []string) string {
		var list []string
		for _, l := range order {
			list = append(list, fmt.Sprintf("%q: %s", l, children[l]))
		}
		head := fmt.Sprintf(`{"policy": "bexley-2020", "as_of": %q`, householdAsOf)
		if top != "{}" {
			head += ", " + strings.TrimSuffix(strings.TrimPrefix(top, "{"), "}")
		}
		return head + `, "children": {` + strings.Join(list, ", ") + "}}"
	}
}

// answered is the answer on a family, whose case is JSON or YAML.
func answered(t interface{ Fatal(...any) }, e *engine.Engine, text string) *family.Answer {
	c, err := e.ReadCase("case.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.EvaluateFamily(c)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestThePageForAFamilyDoesNotDependOnTheOrderOfItsChildren compares the data and the text. Where
// too few families can be read, rapid itself fails the test.
func TestThePageForAFamilyDoesNotDependOnTheOrderOfItsChildren(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	e := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		text := households(t, e)
		order := rapid.Permutation(labelled).Draw(t, "order")[:rapid.IntRange(1, 3).Draw(t, "children")]
		again := slices.Clone(order)
		slices.Sort(again)
		if _, err := e.ReadCase("case.json", []byte(text(order))); err != nil {
			t.Skip("now and then the facts drawn cannot all be so, such as the age of a baby not yet born")
		}
		first, second := answered(t, e, text(order)), answered(t, e, text(again))
		if diff := cmp.Diff(shown(t, first), shown(t, second)); diff != "" {
			t.Fatalf("%s\nand in another order (-first +second):\n%s", text(order), diff)
		}
		lawful(t, first)
	})
}

// shown is the page as text, and as data.
func shown(t *rapid.T, a *family.Answer) string {
	var b bytes.Buffer
	if err := render.Family(&b, render.Text, a, render.Options{Full: true, Rules: true}); err != nil {
		t.Fatal(err)
	}
	data, err := json.MarshalIndent(a.Family, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return b.String() + string(data)
}

// lawful checks that the page leaves nothing out: the highest level, the most cautious telling, and
// everything that is due, said of each child for whom it is.
func lawful(t *rapid.T, a *family.Answer) {
	for _, c := range a.Children {
		if c.Level.Recommended > a.Family.Level.Recommended || c.Level.AtMost > a.Family.Level.AtMost {
			t.Fatalf("the page is at level %d to %d, and %s at %d to %d", a.Family.Level.Recommended, a.Family.Level.AtMost, c.Child,
				c.Level.Recommended, c.Level.AtMost)
		}
		if !term.AnswerInform.AsCautious(string(a.Family.Telling.Value), string(c.Consent.Inform)) {
			t.Fatalf("the page says %s of telling, and %s for %s", a.Family.Telling.Value, c.Consent.Inform, c.Child)
		}
		for _, x := range c.Escalations {
			if !slices.ContainsFunc(a.Family.Actions, func(y family.Action) bool {
				return y.ID == x.ID && y.State == x.State && cmp.Equal(y.Due, x.Due) && slices.Contains(y.Children, c.Child)
			}) {
				t.Fatalf("the page does not say %s (%s) of %s", x.ID, x.State, c.Child)
			}
		}
		for _, x := range c.Questions {
			if !slices.ContainsFunc(a.Family.Questions, func(y family.QuestionOf) bool {
				return y.Fact == x.Fact && y.Domain == x.Domain && slices.Contains(y.Children, c.Child)
			}) {
				t.Fatalf("the page does not ask %s%s of %s", x.Domain, x.Fact, c.Child)
			}
		}
	}
}
