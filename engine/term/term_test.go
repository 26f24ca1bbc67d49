package term_test

import (
	"fmt"
	"strings"
	"testing"

	"windscreen/engine/term"
)

func Example() {
	for _, w := range term.TableOf[term.Sharing]() {
		fmt.Printf("%s: %s\n", w.Code, w.Says)
	}
	fmt.Println(term.Doc(term.StrengthContext))
	// Output:
	// with_agreement: with the family's agreement
	// advice_first: take advice first
	// in_proportion: what is needed and in proportion, without agreement if need be
	// not_applicable: does not arise
	// explains and never counts
}

func TestAWordThatIsNoneOfItsListHasNone(t *testing.T) {
	const made = term.Agreement("nonsense")
	if says, doc, order := term.Says(made), term.Doc(made), term.Order(made); says != "" || doc != "" || order != -1 {
		t.Errorf("%q, %q, %d", says, doc, order)
	}
	said := []string{made.OfAction(), made.OfService(), term.Strength("heavy").Note(true), term.Status("repealed").Pending()}
	if words := strings.Join(said, ""); words != "" {
		t.Errorf("words were made up: %q", words)
	}
	if _, ok := term.TableOf[term.Agreement]().Of("nonsense"); ok {
		t.Error("it was found")
	}
}

// Where nothing is to be agreed to, an action says nothing of it. Any other agreement that
// said nothing would go missing in silence.
func TestOnlyWhatDoesNotAriseGoesUnsaidOfAnAction(t *testing.T) {
	for _, a := range term.TableOf[term.Agreement]().Values() {
		if unsaid := a.OfAction() == ""; unsaid != (a == term.AgreementNotApplicable) || a.OfService() == "" {
			t.Errorf("%s: of an action %q, of a service %q", a, a.OfAction(), a.OfService())
		}
	}
}

// What an answer can be is written with the answer and in the list of its values; both are
// one table.
func TestSingleAnswersAreThoseWithValues(t *testing.T) {
	want := map[term.Answer]int{term.AnswerAgreement: len(term.TableOf[term.Agreement]()),
		term.AnswerInform: len(term.TableOf[term.Inform]()), term.AnswerSharing: len(term.TableOf[term.Sharing]())}
	for _, a := range term.TableOf[term.Answer]().Values() {
		if len(a.Values()) != want[a] || a.Single() != (want[a] > 0) {
			t.Errorf("%s has %d values, and single is %t", a, len(a.Values()), a.Single())
		}
	}
	if n := len(term.SingleAnswers()); n != len(want) {
		t.Errorf("%d single answers", n)
	}
}

// A part of several policies' answers that is an answer on consent has that answer's name
// and words.
func TestAnswersOnConsentAreSetSideBySideUnderTheirOwnNames(t *testing.T) {
	for _, w := range term.SingleAnswers() {
		if got := term.Says(term.Aspect(w.Code)); got != w.Says {
			t.Errorf("%s is headed %q, want %q", w.Code, got, w.Says)
		}
	}
}

func TestSomeStrengthCountsAndSomeDoesNot(t *testing.T) {
	want := map[term.Strength]bool{
		term.StrengthDecides: true, term.StrengthCounts: true, term.StrengthModifies: false, term.StrengthContext: false,
	}
	for _, s := range term.TableOf[term.Strength]().Values() {
		if counts, ok := want[s]; !ok || s.Counts() != counts {
			t.Errorf("%s counts: %t", s, s.Counts())
		}
	}
}

// The order of caution holds every value of its answer once, so that none goes unguarded.
func TestTheOrderOfCautionHoldsEveryValue(t *testing.T) {
	for _, a := range []term.Answer{term.AnswerInform, term.AnswerSharing} {
		for _, v := range a.Values().Codes() {
			for _, other := range a.Values().Codes() {
				if there, back := a.AsCautious(v, other), a.AsCautious(other, v); v != other && there == back {
					t.Errorf("%s: neither %s nor %s is the more cautious", a, v, other)
				}
			}
		}
	}
	if !term.AnswerInform.AsCautious("not_before_advice", "expected") || !term.AnswerSharing.AsCautious("in_proportion", "with_agreement") {
		t.Error("the order is the wrong way round")
	}
}

// Needing agreement can hold up protection, and not needing it takes a right away.
func TestNoAgreementIsMoreCautiousThanAnother(t *testing.T) {
	for _, v := range term.TableOf[term.Agreement]().Codes() {
		for _, other := range term.TableOf[term.Agreement]().Codes() {
			if term.AnswerAgreement.AsCautious(v, other) != (v == other) {
				t.Errorf("%s and %s", v, other)
			}
		}
	}
}
