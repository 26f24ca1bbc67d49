package page_test

import (
	"strings"
	"testing"
)

// A young man of 17 was put out by his stepfather. His mother must not be told.
const putOut = `
policy: bexley-2020
as_of: 2020-09-04T16:50
reader: referrer
child: {age: 17, sex: male, without_family_home: true, lives_with: elsewhere, wishes: [help, keep_from_someone], disability: none}
care: {rejected: true, safe_place: true, safe_until: 2020-09-06T20:00, accommodation_requested: true}
harm: {immediate_danger: false, physical_injury: none}
consent:
  {asked: decided_against, young_person: agreed, given: agreed, by: [young_person], keep_from: [mother, other_adult],
   told: [young_person]}
referral: {source: college, stage: none}
`

func TestAPageKeptFromTheParentsDoesNotShowThatTheirSonSpoke(t *testing.T) {
	p := pageOf(t, putOut)
	text := wholeOf(p)
	if !strings.Contains(text, "Agreement Not needed from the parents.") {
		t.Error(text)
	}
	for _, s := range []string{"the request", "Given", "Parents", "asked for"} {
		if strings.Contains(text, s) {
			t.Errorf("%q is in %s", s, text)
		}
	}
}

// A mother agreed to help. Her partner may have harmed the child before, and whether telling is safe is not known.
const partnerFeared = `
policy: essex-2017
as_of: 2018-01-18T09:15
reader: social_worker
child: {expected_on: 2018-03-05}
home: {people: [mother, parents_partner], risky_person: known, domestic_abuse: unknown}
harm: {significant_harm: suspected, immediate_danger: false, person: [violent_to_adults, licence_or_bail], by: [parents_partner]}
involved: {agencies: [midwife, probation, social_worker]}
consent: {asked: asked, given: agreed, by: [mother]}
referral: {source: midwife, stage: open_case, made_at: 2018-01-08T12:00}
evidence:
  home.risky_person:
    - {value: known, source: probation, standing: reported, on: 2018-01-10}
`

const notToTell = "Tell or ask nobody else in the family yet, and show nobody this page."

func TestWhereSomebodyAtHomeIsFearedThePageIsNotShownUntilTellingIsKnownToBeSafe(t *testing.T) {
	p := pageOf(t, partnerFeared)
	if !strings.Contains(wholeOf(p), notToTell) || strings.Contains(wholeOf(p), "(probation") {
		t.Errorf("%s", wholeOf(p))
	}
	known := pageOf(t, strings.Replace(partnerFeared, "by: [mother]}\nref", "by: [mother], seeking_raises_risk: false}\nref", 1))
	if strings.Contains(wholeOf(known), notToTell) {
		t.Errorf("although telling is safe:\n%s", wholeOf(known))
	}
}
