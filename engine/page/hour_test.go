package page_test

import (
	"strings"
	"testing"
)

// A small child has burns that nobody explains, and is fetched in half an hour.
const fetchedAtEight = `
policy: bexley-2020
as_of: 2020-05-08T19:30
reader: READER
child: {age: 2}
harm: {physical_injury: unexplained}
involved: {agencies: [childminder], next_at: 2020-05-08T20:00}
consent: {asked: not_yet}
referral: {source: childminder, stage: STAGE}
`

func TestTheHourAtWhichAChildIsFetchedStandsInAStep(t *testing.T) {
	for reader, stage := range map[string]string{"referrer": "none", "front_door": "referral", "social_worker": "referral"} {
		text := wholeOf(pageOf(t, strings.NewReplacer("READER", reader, "STAGE", stage).Replace(fetchedAtEight)))
		if !strings.Contains(text, "before Fri 8 May 20:00") {
			t.Errorf("for the %s:\n%s", reader, text)
		}
	}
}

func TestThePageSaysWhenPoliceProtectionEndsOrThatItsBeginningIsAsked(t *testing.T) {
	const taken = `
policy: essex-2017
as_of: 2020-12-28T09:30
reader: social_worker
child: {age: 5, police_protection: true}
`
	known := wholeOf(pageOf(t, strings.Replace(taken, "true}", "true, police_protection_from: 2020-12-28T04:00}", 1)))
	if !strings.Contains(known, "before police protection ends, 72 hours from Mon 28 Dec 04:00") {
		t.Errorf("the hour is known:\n%s", known)
	}
	if text := wholeOf(pageOf(t, taken)); !strings.Contains(text, "Ask the police when police protection began") {
		t.Errorf("the hour is not known:\n%s", text)
	}
}
