package engine_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"windscreen/engine"
	"windscreen/engine/family"
	"windscreen/engine/render"
)

// ownAnswer is what a case says of a young person who is able to decide, and who wants no parent told.
const ownAnswer = "{child: {age: 16}, consent: {asked: asked, young_person: partly, young_person_competent: true, " +
	"keep_from: [mother, father], told: [young_person]}}"

// alone are the words for the child whom nobody else may be asked about.
const alone = "the child, alone"

// familyUnder evaluates a case about several children under a policy.
func familyUnder(t *testing.T, e *engine.Engine, policy, children string) *family.Answer {
	t.Helper()
	return answered(t, e, "policy: "+policy+"\nas_of: 2018-03-12T13:45\nchildren: "+children+"\n")
}

func TestWhereTheChildAloneIsAskedEveryAnswerNamesNobodyElse(t *testing.T) {
	e := shipped(t)
	for _, policy := range e.IDs() {
		t.Run(policy, func(t *testing.T) {
			a := familyUnder(t, e, policy, "{one: "+ownAnswer+"}")
			if len(a.Family.Questions) == 0 {
				t.Fatal("nothing is asked")
			}
			for _, q := range a.Family.Questions {
				if !slices.Equal(q.Who, []string{alone}) || !q.Alone() || len(q.Family) > 0 {
					t.Errorf("%s%s is asked of %v, family %v", q.Domain, q.Fact, q.Who, q.Family)
				}
			}
			var text bytes.Buffer
			if err := render.FamilyQuestions(&text, render.Text, a, render.Options{}); err != nil {
				t.Fatal(err)
			}
			if s := text.String(); !strings.Contains(s, "Who: "+alone) || strings.Contains(s, "ask professionals") {
				t.Error(s)
			}
		})
	}
}

func TestOfAFamilyAQuestionThatIsForOneChildAloneIsAskedOfNobodyElse(t *testing.T) {
	e := shipped(t)
	for _, order := range []string{"{one: %[1]s, two: %[2]s}", "{two: %[2]s, one: %[1]s}"} {
		a := familyUnder(t, e, "bexley-2020", fmt.Sprintf(order, ownAnswer, "{child: {age: 9}, learning: {attendance: unknown}}"))
		both := 0
		for _, q := range a.Family.Questions {
			of, wants := slices.Contains(q.Children, "one"), slices.Equal(q.Who, []string{alone})
			if of != wants {
				t.Errorf("%s%s, of %v, is asked of %v", q.Domain, q.Fact, q.Children, q.Who)
			}
			if of && q.All {
				both++
			}
		}
		if both == 0 {
			t.Error("no question is about both children")
		}
	}
}
