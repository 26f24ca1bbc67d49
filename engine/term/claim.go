package term

// Standing is how far a piece of evidence can be relied on.
type Standing string

// The standings. Evidence that names none stands as reported.
const (
	StandingObserved  Standing = "observed"
	StandingDisclosed Standing = "disclosed"
	StandingReported  Standing = "reported"
	StandingAlleged   Standing = "alleged"
	StandingDisputed  Standing = "disputed"
)

var standings = Table[Standing]{
	{StandingObserved, "observed", "the source saw or found it"},
	{StandingDisclosed, "disclosed", "the child, or the person it happened to, said so"},
	{StandingReported, "reported", "the source has it from work with the family or from somebody who knows"},
	{StandingAlleged, "alleged", "somebody claims it and nothing else bears it out"},
	{StandingDisputed, "disputed", "somebody claims it and somebody else denies it"},
}

// Table is the table of standings.
func (Standing) Table() Table[Standing] { return standings }

// Reader is whom an answer is for.
type Reader string

// The readers.
const (
	ReaderReferrer     Reader = "referrer"
	ReaderFrontDoor    Reader = "front_door"
	ReaderSocialWorker Reader = "social_worker"
)

var readers = Table[Reader]{
	{ReaderReferrer, "the referrer", "whoever is worried about the child and may refer"},
	{ReaderFrontDoor, "the front door", "whoever takes contacts and referrals for children's social care"},
	{ReaderSocialWorker, "the social worker", "whoever has the case in children's social care"},
}

// Table is the table of readers.
func (Reader) Table() Table[Reader] { return readers }

// InSocialCare reports whether the reader works in children's social care, so that nobody has to tell it for them.
func (r Reader) InSocialCare() bool { return r == ReaderFrontDoor || r == ReaderSocialWorker }
