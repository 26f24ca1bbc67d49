package term

// Doer is who does something that an answer asks for.
type Doer string

// The doers. The first three are readers too.
const (
	DoerReferrer     Doer = "referrer"
	DoerFrontDoor    Doer = "front_door"
	DoerSocialWorker Doer = "social_worker"
	DoerOthers       Doer = "others"
)

var doers = Table[Doer]{
	{DoerReferrer, "the referrer", "whoever has the concern, and may refer"},
	{DoerFrontDoor, "the front door", "whoever takes contacts and referrals for children's social care"},
	{DoerSocialWorker, "the social worker", "whoever has the case in children's social care"},
	{DoerOthers, "others", "anybody else, such as the police, a conference or the manager of a service"},
}

// Table is the table of doers.
func (Doer) Table() Table[Doer] { return doers }

// Is reports whether a reader is the doer. Where a case does not say for whom the answer is, it is
// for whoever may refer.
func (d Doer) Is(r Reader) bool {
	if r == "" {
		r = ReaderReferrer
	}
	return string(d) == string(r)
}

// Awaits is what an action has to wait for.
type Awaits string

// What an action may wait for.
const (
	AwaitsTelling   Awaits = "telling"
	AwaitsAgreement Awaits = "agreement"
)

var awaited = Table[Awaits]{
	{AwaitsTelling, "until telling the family is safe", "it tells, asks or offers the family something, so it waits until that is safe"},
	{AwaitsAgreement, "until the family agrees", "it goes ahead only once the family has agreed"},
}

// Table is the table of what an action may wait for.
func (Awaits) Table() Table[Awaits] { return awaited }

// Outcome is what the family's answer comes to, as far as actions depend on it.
type Outcome string

// The outcomes.
const (
	OutcomeGiven   Outcome = "given"
	OutcomeRefused Outcome = "refused"
)

var outcomes = Table[Outcome]{
	{OutcomeGiven, "agreement was given", "what needs agreement goes ahead, as far as it was agreed to"},
	{OutcomeRefused, "agreement was refused", "what needs agreement does not go ahead"},
}

// Table is the table of outcomes.
func (Outcome) Table() Table[Outcome] { return outcomes }
