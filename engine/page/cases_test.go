package page_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"windscreen/engine"
	"windscreen/engine/page"
	"windscreen/rules"
)

var shipped = sync.OnceValues(func() (*engine.Engine, error) { return engine.Open(rules.FS) })

// pageOf is the page of a case by the rules as shipped.
func pageOf(t *testing.T, text string) *page.Page {
	t.Helper()
	e, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	c, err := e.ReadCase("case.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.EvaluateFamily(c)
	if err != nil {
		t.Fatal(err)
	}
	return page.Of(a)
}

// wholeOf is the text of a page, without its line ends.
func wholeOf(p *page.Page) string {
	var all []string
	for _, b := range p.Blocks(page.Width) {
		for _, l := range b.Lines {
			all = append(all, strings.Fields(l)...)
		}
	}
	return strings.Join(all, " ")
}

// A girl lives with her mother's friend. The school told the council yesterday, at 11:20.
const privatelyFostered = `
policy: bexley-2020
as_of: 2020-11-10T13:00
reader: social_worker
child:
  {age: 14, sex: female, disability: none, lives_with: someone_else, arranged_privately: true, stay_28_days: true,
   private_fostering_known_on: 2020-11-09, development: reasonable, caring_role: none, looked_after: false}
harm: {immediate_danger: false, significant_harm: unlikely}
care: {warmth: warm, tonight: safe_adult, now_with: school}
consent: {asked: told_only, seeking_raises_risk: false, told: [other_carer]}
referral: {source: school, stage: referral, made_at: 2020-11-09T11:20}
explored: [harm, care, health, learning, wellbeing, behaviour]
`

func TestWhatIsOverdueOrDueTodayIsOnTheScreenAndTheVisitInDecemberGivesWay(t *testing.T) {
	p := pageOf(t, privatelyFostered)
	if p.Next.Aside != "counted from Mon 9 Nov 11:20" {
		t.Errorf("aside %q", p.Next.Aside)
	}
	var got []string
	for _, e := range p.Next.Entries {
		got = append(got, e.Label+" "+e.Text)
	}
	want := []string{"Tue 10 Nov 11:20 Overdue: latest for the MASH to reply to the referrer; latest for the MASH to give the outcome.",
		"Tue 10 Nov 17:00 Latest for a MASH manager to decide."}
	if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
		t.Errorf("%q", got)
	}
	if s := p.Steps.Entries[0].Text; !strings.Contains(s, "by Wed 18 Nov 17:00, counted from Mon 9 Nov.") {
		t.Errorf("first step: %s", s)
	}
	if strings.Contains(wholeOf(p), "Dec") {
		t.Error("the visit in December takes the room")
	}
}

// A neighbour, whose name is to be kept, thinks that a small child is alone in the evenings.
const thinCall = `
policy: bexley-2020
as_of: 2020-10-12T09:20
reader: front_door
child: {age: {at_least: 3, at_most: 6}}
care: {left_alone: {alleged: long}}
referral: {source: acquaintance, stage: screener, made_at: 2020-10-12T09:10, referrer: [keep_name, seldom_sees]}
`

func TestOnAThinCallDangerComesFirstAndNoNeighbourIsAsked(t *testing.T) {
	p := pageOf(t, thinCall)
	for i, start := range []string{"Do not tell or ask the family yet", "Find out more, then decide"} {
		if s := p.Steps.Entries[i].Text; !strings.HasPrefix(s, start) {
			t.Errorf("step %d: %s", i+1, s)
		}
	}
	for _, e := range p.Steps.Entries {
		if e.Due && strings.HasPrefix(e.Text, "Social care") {
			t.Errorf("a step without its verb: %s", e.Text)
		}
	}
	if q := p.FindOut.Entries[0]; q.Fact != "harm.immediate_danger" {
		t.Errorf("the first question is about %s", q.Fact)
	}
	if strings.Contains(strings.ToLower(wholeOf(p)), "neighbour") {
		t.Error("the page names a neighbour, and it was one who rang")
	}
}

// At night a father is strangling the mother of a child of three.
const nightCall = `
policy: bexley-2020
as_of: 2020-03-11T02:40
child: {age: 3, lives_with: parent}
home: {domestic_abuse: serious, assaults: [strangled, injured], child_present: true, people: [mother, father]}
harm: {immediate_danger: true}
care: {safe_place: false}
referral: {source: other_health, stage: none}
`

func TestWhenTheReferrerIsToldStaysOnAFullPage(t *testing.T) {
	if text := wholeOf(pageOf(t, nightCall)); !strings.Contains(text, "24 hours from the contact, to tell the referrer") {
		t.Error(text)
	}
}

func TestWhoeverIsAskedAboutDangerIsSomebodySafe(t *testing.T) {
	p := pageOf(t, `
policy: bexley-2020
as_of: 2020-06-19T17:30
child: {age: 8, lives_with: parent}
harm: {emotional_abuse: suspected}
`)
	if q := p.FindOut.Entries[0]; q.Fact != "harm.immediate_danger" || q.Who[0] != "a safe adult there" {
		t.Errorf("%+v", q)
	}
}

// settledLow is a case at level 2 in which all was gone through and telling is safe.
const settledLow = `
policy: bexley-2020
as_of: 2020-09-28T12:00
child: {age: 12, sex: male, development: reasonable, lives_with: parent, caring_role: some}
adults: {physical_health: some}
learning: {attendance: irregular, attendance_cause: caring}
care: {warmth: warm, tonight: safe_adult, now_with: school}
harm: {immediate_danger: false, significant_harm: unlikely}
involved: {agencies: [school, gp], parents_engagement: no_concern}
referral: {source: school, stage: none}
explored: all
consent: {asked: unprompted, given: agreed, by: [mother, young_person], young_person: agreed, sharing: agreed, seeking_raises_risk: `

func TestFromWhomThisIsKeptIsAskedOnlyWhereTellingMayBeUnsafe(t *testing.T) {
	const fact = "consent.keep_from"
	asks := func(p *page.Page) bool {
		return slices.ContainsFunc(p.FindOut.Entries, func(e page.Entry) bool { return e.Fact == fact })
	}
	if asks(pageOf(t, settledLow+"false}")) {
		t.Error("telling is safe, and the page asks from whom this must be kept")
	}
	if !asks(pageOf(t, settledLow+"true}")) {
		t.Error("telling may put someone at risk, and the page does not ask from whom this must be kept")
	}
	if text := wholeOf(pageOf(t, settledLow+"false, keep_from: [father]}")); strings.Contains(text, "kept from") ||
		!strings.Contains(text, "Telling Not yet. Take advice first") {
		t.Errorf("this is to be kept from someone, and the page says that there is a secret, or not that telling waits: %s", text)
	}
}

func TestALevelThatWasNotReachedAndOneThatNothingMovesAreSaidPlainly(t *testing.T) {
	text := wholeOf(pageOf(t, settledLow+"false}"))
	for _, want := range []string{

		"Level 2, unless something is so that was not asked about by name."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.Contains(text, "Settled") {
		t.Errorf("the page calls settled what rests on silence: %s", text)
	}
}
