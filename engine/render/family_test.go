package render_test

import (
	"strings"
	"testing"

	"windscreen/engine/family"
	rec "windscreen/engine/recommendation"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// alone is the answer on a case about one child, without a label.
func alone(r *rec.Recommendation) *family.Answer {
	return &family.Answer{Format: family.FormatVersion, Children: []family.Child{{OneOf: 1, Recommendation: r}}}
}

// household is the answer on a made-up case about three children.
func household() *family.Answer {
	baby, six, eleven := settled(), thin(), claims()
	eleven.Judgement = differing().Judgement
	six.Escalations, six.TakenAsAbsent = baby.Escalations[1:], []string{"harm.sexual_abuse", "behaviour.self_harm"}
	eleven.TakenAsAbsent = []string{"harm.sexual_abuse"}
	for _, r := range []*rec.Recommendation{baby, six, eleven} {
		r.Case, r.Document = "made-up-family", base("").Document
	}
	return family.Together([]family.Child{
		{Child: "6", Recommendation: six},
		{Child: "11", Recommendation: eleven, Otherwise: []family.Otherwise{{
			Fact: "home.domestic_abuse", Title: "Domestic abuse in the home",
			Child: "no sign of it", Home: "repeated, or causing injury or fear"}}},
		{Child: "baby", Recommendation: baby},
	})
}

// crowd is a family of so many children, all alike but for their labels.
func crowd(n int) *family.Answer {
	var list []family.Child
	for i := range n {
		r := thin()
		if i == 3 {
			r = refused()
		}
		list = append(list, family.Child{Child: string(rune('a' + i)), Recommendation: r})
	}
	return family.Together(list)
}

func TestFamiliesLookAsTheyDidBefore(t *testing.T) {
	eleven := []render.Named{{Answer: household(), Child: "11"}}
	goldens(t, map[string]look{
		"family/three.txt":         {of(render.Family, household()), render.Text, render.Options{Full: true}},
		"family/three.colour.txt":  {of(render.Family, household()), render.Text, render.Options{Full: true, Colour: true}},
		"family/three.rules50.txt": {of(render.Family, household()), render.Text, render.Options{Full: true, Rules: true, Width: 50}},
		"family/three.md":          {of(render.Family, household()), render.Markdown, render.Options{Full: true}},
		"family/three.json":        {of(render.Family, household()), render.JSON, render.Options{Full: true}},
		"family/three.yaml":        {of(render.Family, household()), render.YAML, render.Options{Full: true}},
		"family/eleven.txt":        {of(render.Family, crowd(11)), render.Text, render.Options{Full: true}},
		"family/child.txt":         {of(render.Families, eleven), render.Text, render.Options{Full: true}},
		"family/child.md":          {of(render.Families, eleven), render.Markdown, render.Options{Full: true}},
		"family/three.screen.txt":  {of(render.Family, household()), render.Text, render.Options{}},
		"family/three.screen.md":   {of(render.Family, household()), render.Markdown, render.Options{}},
		"family/three.brief.json":  {of(render.Family, household()), render.JSON, render.Options{}},
		"family/eleven.screen.txt": {of(render.Family, crowd(11)), render.Text, render.Options{}},
		"family/child.screen.txt":  {of(render.Families, eleven), render.Text, render.Options{}},
		"family/child.brief.json":  {of(render.Families, eleven), render.JSON, render.Options{}},
		"family/questions.txt":     {of(render.FamilyQuestions, household()), render.Text, render.Options{All: true}},
		"family/questions.json":    {of(render.FamilyQuestions, household()), render.JSON, render.Options{}},
		"family/questions-of.txt":  {of(render.ChildQuestions, &household().Children[1]), render.Text, render.Options{}},
	})
}

// TestAFamilyOfOneWithoutALabelIsARecommendation: a case about one child is answered as it always
// was, in every format.
func TestAFamilyOfOneWithoutALabelIsARecommendation(t *testing.T) {
	for name, r := range examples() {
		for _, f := range render.KindRecommendation.Formats() {
			for _, o := range []render.Options{{}, {Full: true}, {Full: true, Rules: true}} {
				if got, want := in(t, f, of(render.Family, alone(r)), o), in(t, f, of(render.Recommendation, r), o); got != want {
					t.Errorf("%s as %s:\n%s\nnot\n%s", name, f, got, want)
				}
			}
		}
	}
}

// What the first screen lets the reader say, the full answer does not forbid.
func TestTheFullAnswerDoesNotForbidToSayWhatIsKnown(t *testing.T) {
	a := household()
	for i := range a.Children {
		knows := rec.Line{Rule: rec.Rule{ID: "knows", Does: []term.Deed{term.DeedKnown}}, Says: "Somebody knows."}
		a.Children[i].Consent.Answered = append(a.Children[i].Consent.Answered, knows)
	}
	got := in(t, render.Text, of(render.Family, a), render.Options{Width: 10_000, Full: true})
	if want := "- To those in the family who know already, say only what you must, such as that it is being looked into. " +
		"Tell or ask nobody else in the family yet, " +
		"and show nobody this page. " +
		"Telling the family: not before advice has been taken."; !strings.Contains(got, want) {
		t.Errorf("%q is not in:\n%s", want, got)
	}
}

// TestNobodyOfTheFamilyIsToBeAskedWhileTellingWaits: the baby's answer is that nobody is told
// before advice, and the six-year-old's own is that the family is told and asked.
func TestNobodyOfTheFamilyIsToBeAskedWhileTellingWaits(t *testing.T) {
	wide := render.Options{Width: 10_000, Full: true}
	a := household()
	for i := range a.Family.Questions {
		a.Family.Questions[i].Who = []string{"parent", "school", "child", "wider family", "children's home", "young person"}
		a.Family.Questions[i].Family = []string{"parent", "child", "wider family", "young person"}
	}
	a.Family.Questions[0].Who, a.Family.Questions[0].Family = []string{"parent"}, []string{"parent"}
	got := in(t, render.Text, of(render.Family, a), wide)
	for _, want := range []string{
		"- Telling the family: not before advice has been taken",
		"- Do not tell or ask the family yet, and do not show them this page",
		"recommended: needed, once telling the family is safe.",
		"Sharing information: with the family's agreement, once telling the family is safe.",
		"Agreement from, once telling the family is safe: A parent with parental responsibility",
		"Ask the family none of this until telling them is safe",
		"Who: whoever gives the advice says who asks.",
		"Who: school, children's home.",
		"Ask professionals about each by name.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in:\n%s", want, got)
		}
	}
	for _, not := range []string{"parent,", "young person", "Telling the family: expected"} {
		if strings.Contains(got, not) {
			t.Errorf("%q is in:\n%s", not, got)
		}
	}
	a.Family.Telling.Value = "expected"
	got = in(t, render.Text, of(render.Family, a), wide)
	if strings.Contains(got, "once telling the family is safe") || !strings.Contains(got, "Who: parent, school, child") {
		t.Errorf("nothing need wait in:\n%s", got)
	}
}

// TestThePageSaysWhoWasToldAndWhoAnswered: "Being told is not agreeing" helps nobody who cannot
// see who was told.
func TestThePageSaysWhoWasToldAndWhoAnswered(t *testing.T) {
	a := household()
	a.Family.Lines = append(a.Family.Lines, family.LineOf{Of: family.Of{All: true}, Answer: term.AnswerAnswered,
		Line: rec.Line{Says: "Being told is not agreeing.", Rule: rec.Rule{ID: "told", Title: "Who has been told",
			Because: []rec.Fact{{Fact: "consent.told", Title: "Who has been told", Says: "the mother"}}}}})
	got := in(t, render.Text, of(render.Family, a), render.Options{Width: 10_000, Full: true})
	if want := "Being told is not agreeing.\n    Who has been told: the mother\n"; !strings.Contains(got, want) {
		t.Errorf("%q is not in:\n%s", want, got)
	}
}
