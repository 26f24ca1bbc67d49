package pagetest_test

import (
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/internal/pagetest"
	"windscreen/engine/page"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// handed is an answer by which the mother has a copy of her own, with something changed.
func handed(change func(*recommendation.Recommendation)) pagetest.Look {
	r := &recommendation.Recommendation{AsOf: caseTime, People: []recommendation.Person{{Name: "mother", Title: "The mother"}}}
	r.Consent.Inform, r.Consent.Sharing = term.InformExpected, term.SharingWithAgreement
	rule := recommendation.Rule{ID: "copy", Does: []term.Deed{term.DeedGoesOn}}
	r.Consent.Copy = []recommendation.Line{{To: "mother", Rule: rule, Says: "Alone"}}
	change(r)
	return pagetest.Look{Answer: family.Together([]family.Child{{Recommendation: r}})}
}

// rings gives the rule that allows the copy somebody to ring, who answers at any hour or by day.
func rings(always bool) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) {
		r.Consent.Copy[0].ForFamily = &recommendation.ForFamily{Ring: &recommendation.Contact{Name: "the line", Phone: "020 7946 0000",
			Now: &recommendation.Answering{Phone: "020 7946 0000", Always: always}}}
	}
}

// named is a case that names words in a list.
func named(domain, fact string, value any) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) {
		r.Receipt.Case = map[string]any{domain: map[string]any{fact: value}}
	}
}

// tellsFamily is an answer in which a step says something to the family.
func tellsFamily(says string) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) {
		r.Pathway = []recommendation.Step{{Rule: recommendation.Rule{ID: "step", ForFamily: &recommendation.ForFamily{Says: says}}}}
	}
}

// answeredBesideCarer is an answer by which another carer has the copy, and somebody has answered.
func answeredBesideCarer(by string) func(*recommendation.Recommendation) {
	return func(r *recommendation.Recommendation) {
		r.People = []recommendation.Person{{Name: "other_carer", Title: "Another carer"}}
		r.Consent.Copy[0].To = "other_carer"
		named("consent", "by", []string{by})(r)
	}
}

func TestACopyOfOnesOwnThatIsNotSafeBreaksALaw(t *testing.T) {
	for _, x := range []struct {
		law           string
		broken, sound func(*recommendation.Recommendation)
	}{
		{"nobody from whom something is kept has a copy of their own",
			named("consent", "keep_from", []string{"mother"}), named("consent", "keep_from", map[string]any{"only": []any{"father"}})},
		{"nobody from whom something is kept has a copy of their own",
			named("consent", "keep_from", map[string]any{"includes": []any{"mother"}}), named("consent", "keep_from", nil)},
		{"no parent has a copy of their own where that parent may be feared",
			named("harm", "by", []string{"parent"}), named("harm", "by", []string{"other_adult"})},
		{"while telling waits, a copy for one person rests on a rule that says how it is given",
			func(r *recommendation.Recommendation) {
				r.Consent.Inform, r.Consent.Copy[0].Says = term.InformAdviceFirst, ""
			},
			func(r *recommendation.Recommendation) { r.Consent.Inform = term.InformAdviceFirst }},
		{"a copy for one person names nobody else, and says nothing of what is kept",
			tellsFamily("The father is not told."), tellsFamily("Somebody rings you.")},
		{"a copy for one person names nobody else, and says nothing of what is kept",
			tellsFamily("This is kept from somebody."), tellsFamily("You keep a copy.")},
		{"a copy speaks of an answer only to those who gave it", tellsFamily("You agreed to this."), tellsFamily("Somebody rings you.")},
		{"a copy speaks of an answer only to those who gave it",
			tellsFamily("In January you said no to it."), func(r *recommendation.Recommendation) {
				tellsFamily("In January you said no to it.")(r)
				r.Consent.Copy[0].Does = []term.Deed{term.DeedGoesOn, term.DeedHears}
			}},
		{"nobody who has not been told has a copy of their own",
			named("consent", "told", nil), named("consent", "told", []string{"mother"})},
		{"nobody who has not been told has a copy of their own",
			named("consent", "by", []string{"father"}), named("consent", "by", []string{"mother"})},
		{"nobody who has not been told has a copy of their own", answeredBesideCarer("mother"), answeredBesideCarer("other_holder")},
		{"every copy says whom to ring in a crisis, at any hour", rings(false), rings(true)},
	} {
		if len(broken(t, x.law, handed(x.broken))) == 0 {
			t.Errorf("%s: nothing breaks it", x.law)
		}
		if how := broken(t, x.law, handed(x.sound)); len(how) > 0 {
			t.Errorf("%s: %v breaks it", x.law, how)
		}
	}
}

func TestACopyForTheFamilyThatAnAdultMayNotSeeBreaksALaw(t *testing.T) {
	const law = "there is a copy for the family only if each adult may have one or may once told, and one of them knows"
	for _, x := range []struct {
		name   string
		change func(*recommendation.Recommendation)
		breaks bool
	}{
		{"the mother may have one, and knows", func(*recommendation.Recommendation) {}, false},
		{"no line for the mother", func(r *recommendation.Recommendation) { r.Consent.Copy = nil }, true},
		{"the mother may have one once told, and nobody knows", func(r *recommendation.Recommendation) {
			r.Consent.Copy[0].Does = []term.Deed{term.DeedOnceTold}
		}, true},
	} {
		l := handed(x.change)
		l.Copy = &page.Page{ForFamily: true}
		if how := broken(t, law, l); len(how) > 0 != x.breaks {
			t.Errorf("%s: what breaks the law: %q", x.name, how)
		}
	}
}
