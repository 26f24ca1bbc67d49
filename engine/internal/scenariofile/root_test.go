package scenariofile_test

import (
	"testing"
	"testing/fstest"
	"windscreen/engine/authoring"
	"windscreen/engine/scenario"
)

// root is a small made-up rule root, with a rule of every kind and a fact of every
// type that scenarios vary.
var root = fstest.MapFS{
	"vocabulary/child.yaml": text(`
domain: child
title: The child
ask: Have you gone through who the child is?
of: child
facts:
  date_of_birth: {title: Date of birth, ask: 'When was the child born?', type: date}
  age:
    title: Age
    ask: How old is the child?
    whole: {min: 0, max: 17, unit: years, years_since: child.date_of_birth}
    silence: It is asked
`),
	"vocabulary/home.yaml": text(`
domain: home
title: Home
ask: Have you gone through home life?
of: home
facts:
  noise:
    title: Noise
    ask: How loud is it at home?
    who: [neighbour]
    scale: {none: Quiet, some: Loud at times, much: Loud at all hours}
    nothing: none
  damp:
    title: Damp
    ask: Is the home damp?
    who: [landlord]
    type: yes_no
    nothing: "no"
  pets:
    title: Pets
    ask: Which pets are there?
    choices: {cat: A cat, dog: A dog, newt: A newt}
    nothing: none
  safe_to_ask: {title: Safe to ask, ask: 'Is it safe to ask the family?', type: yes_no, protective: true}
`),
	"vocabulary/harm.yaml": text(`
domain: harm
title: Harm
ask: Have you gone through harm?
of: child
facts:
  injury:
    title: Injury
    ask: Has the child been hurt?
    who: [nurse]
    scale: {none: No injury, explained: An injury that is explained, unexplained: An injury that is not}
    nothing: none
  danger: {title: Danger now, ask: 'Is the child in danger now?', type: yes_no, danger: true, silence: It is asked}
  learnt_at: {title: When it was learnt, ask: 'When did you learn of it?', type: time}
`),
	"authorities/made/up/policy.yaml": text(`
title: Thresholds of a place that does not exist
publisher: Nobody
edition: First
in_force: {from: "2020-01-01"}
builds_on: [common]
files: [clauses.yaml, rules.yaml]
domains: {home: Home life, safety: Safety}
contacts:
  hub: {name: The hub, phone: "000", as_printed: "2020", cite: [M-01]}
  desk: {name: The desk, phone: "001", as_printed: "2020", cite: [M-01]}
clock:
  count_start_day: {value: false, why: The day after counts first., cite: [M-01]}
  cut_off: {value: none, why: None is given., cite: [M-01]}
  day_ends: {value: "17:00", why: Office hours., cite: [M-01]}
`),
	"authorities/made/up/clauses.yaml": text(`
document: Thresholds of a place that does not exist
clauses:
  - {id: M-01, section: "1", says: How to read the document}
  - {id: M-02, section: "2", says: Signs of need}
  - {id: M-03, section: "3", says: Harm and what follows}
  - {id: M-04, section: "4", says: Another clock}
  - {id: M-05, section: "5", says: What no rule puts into practice}
`),
	"authorities/made/up/rules.yaml": text(`
parameters:
  quorum: {value: 2, why: The document says several., cite: [M-01]}
statutes:
  - {name: s47, section: s47, title: Enquiries}
  - {name: s17, section: s17, title: A child in need}
indicators:
  - {id: home.noise, level: 2, domain: home, concept: noise, strength: counts, cite: [M-02], title: Noise at home,
     when: 'home.noise.atLeast("some")'}
  - {id: home.damp, level: 2, domain: home, concept: damp, strength: counts, cite: [M-02], title: A damp home,
     when: home.damp}
  - {id: harm.unexplained, level: 3, domain: safety, concept: injury, strength: decides, ground: s47, cite: [M-03],
     title: An injury without an explanation, when: 'harm.injury.atLeast("unexplained")'}
grounds:
  - {id: ground.young-and-noisy, ground: s17, cite: [M-03], title: A young child in a noisy home,
     when: 'child.age < 5 && home.noise.atLeast("some")'}
  - {id: ground.danger, ground: s47, cite: [M-03], title: Danger now, when: harm.danger}
levels:
  - {id: level.high, level: 3, name: High, cite: [M-03], when: ground.s47 || decisive(3)}
  - id: level.middle
    level: 2
    name: Middle
    cite: [M-02]
    when: |
      tally(2) >= quorum
      || ground.s17
  - {id: level.low, level: 1, name: Low, cite: [M-01]}
consent:
  agreement:
    - {id: consent.enquiry, cite: [M-03], when: ground.s47, value: not_required, says: An enquiry needs no agreement.}
    - {id: consent.usual, cite: [M-01], value: required, says: Ask the family.}
  inform:
    - {id: inform.unsafe, cite: [M-03], when: '!home.safe_to_ask', value: not_before_advice, says: Ask for advice first.}
    - {id: inform.open, cite: [M-03], when: open(home.safe_to_ask), value: advice_first, says: Find out whether it is safe.}
    - {id: inform.usual, cite: [M-01], value: expected, says: Tell the family.}
  sharing:
    - {id: sharing.enquiry, cite: [M-03], when: ground.s47, value: in_proportion, says: Share what is needed.}
    - {id: sharing.usual, cite: [M-01], value: with_agreement, says: Share with agreement.}
escalations:
  - {id: escalate.danger, cite: [M-03], when: harm.danger, immediate: true, first: true, agreement: not_required,
     action: Telephone now, who: Anyone, contact: hub, due: [{clause: M-03, within: at once, basis: At once}]}
  - id: escalate.enquiry
    cite: [M-03]
    when: ground.s47
    action: Tell the hub
    who: Whoever learns of it
    contact: hub
    due:
      - {clause: M-03, within: 24 hours, from: harm.learnt_at, basis: Within 24 hours of learning of it}
      - {clause: M-04, within: 2 working days, basis: Within two working days}
pathway:
  - {id: path.form, cite: [M-02], when: level >= 2, part: form, force: expected, says: Fill in the form, contact: hub}
  - {id: path.everyone, cite: [M-01], part: front_door, force: helpful, says: Talk to the family}
services:
  - {id: service.quiet, cite: [M-02], when: 'home.noise.atLeast("some") && "newt" in home.pets', ` +
		`says: Quiet evenings for newts, contact: hub}
  - {id: service.dry, cite: [M-02], when: home.damp && level < 3, says: Dry rooms, agreement: required}
cautions:
  - {id: caution.differs, cite: [M-01], when: judgement.differs, says: The judgement is another level}
  - {id: caution.guide, cite: [M-01], says: The lists are a guide}
`),
	"shared/common/policy.yaml": text(`
title: What every place shares
publisher: Nobody
edition: First
files: [clauses.yaml, rules.yaml]
`),
	"shared/common/clauses.yaml": text(`
document: What every place shares
clauses:
  - {id: S-01, section: "1", says: Danger is told}
`),
	"shared/common/rules.yaml": text(`
escalations:
  - {id: shared.danger, cite: [S-01], when: harm.danger, action: Tell somebody, who: Anyone, agreement: not_applicable}
`),
	"authorities/other/one/policy.yaml": text(`
title: Thresholds of another place that does not exist
publisher: Nobody
edition: First
in_force: {from: "2020-01-01"}
builds_on: [common]
files: [clauses.yaml, rules.yaml]
clock:
  count_start_day: {value: false, why: The day after counts first., cite: [O-01]}
  cut_off: {value: none, why: None is given., cite: [O-01]}
  day_ends: {value: "17:00", why: Office hours., cite: [O-01]}
`),
	"authorities/other/one/clauses.yaml": text(`
document: Thresholds of another place that does not exist
clauses:
  - {id: O-01, section: "1", says: All there is}
`),
	"authorities/other/one/rules.yaml": text(`
levels:
  - {id: level.only, level: 1, name: Only, cite: [O-01]}
consent:
  agreement: [{id: consent.usual, cite: [O-01], value: required, says: Ask the family.}]
  inform: [{id: inform.usual, cite: [O-01], value: expected, says: Tell the family.}]
  sharing: [{id: sharing.usual, cite: [O-01], value: with_agreement, says: Share with agreement.}]
escalations:
  - {id: escalate.elsewhere, replaces: {rule: shared.danger, why: The place says so itself.}, cite: [O-01], when: harm.danger,
     action: Tell somebody here, who: Anyone, agreement: not_required}
pathway:
  - {id: path.pets, cite: [O-01], when: '"cat" in home.pets', part: lead, force: helpful, says: Ask the cat}
`),
}

func text(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

// load loads the made-up rule root.
func load(t testing.TB) *authoring.Root {
	t.Helper()
	r, err := authoring.Open(root, "")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// run runs scenario files.
func run(t testing.TB, r *authoring.Root, files []authoring.ScenarioFile) *scenario.Report {
	t.Helper()
	report, err := r.Run(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	return report
}
