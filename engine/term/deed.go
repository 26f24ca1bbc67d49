package term

// Deed is what a rule does on the first screen, beyond what its words say. The page goes by deeds and never by words, so an
// author may word a text as they like.
type Deed string

// The deeds. DeedGoesOn is for lines of inform and copy, DeedOnceTold, DeedHears and DeedHanded for lines of copy, DeedKnown for lines of
// answered, and DeedAsksAlone for lines of sharing.
// All others are for escalations and steps of the pathway.
const (
	DeedRefers    Deed = "refers"
	DeedProtects  Deed = "protects"
	DeedCallsHelp Deed = "calls_help"
	DeedSays999   Deed = "says_999"
	DeedAsks      Deed = "asks"
	DeedDiscloses Deed = "discloses"
	DeedSettles   Deed = "settles_telling"
	DeedSeenToday Deed = "seen_today"
	DeedHandsOver Deed = "hands_over"
	DeedHandsBack Deed = "hands_back"
	DeedGoesOn    Deed = "goes_on"
	DeedKnown     Deed = "known"
	DeedAsksAlone Deed = "asks_alone"
	DeedOnceTold  Deed = "once_told"
	DeedHears     Deed = "hears_answer"
	DeedHanded    Deed = "handed"
)

var deeds = Table[Deed]{
	{DeedRefers, "it refers the child", "it refers the child to children's social care: what else is said to them is part of that call"},
	{DeedProtects, "it keeps the child safe",
		"the child is seen or kept safe by it, or the police are told: once it is late, it is due at once"},
	{DeedCallsHelp, "it calls the emergency services", "it is the call for help in danger, which the screen writes before the first " +
		"step while it is open whether there is danger"},
	{DeedSays999, "it says when to call 999", "its text says when to call 999, so the screen does not write that before it"},
	{DeedAsks, "it asks the questions below", "it begins with “Ask the questions below”, which the screen writes before its text, with " +
		"“danger first” where danger is asked about"},
	{DeedDiscloses, "it tells that a child spoke",
		"it tells that a child said something, or has a mark: while telling waits, it does not " +
			"say of several children which"},
	{DeedSettles, "it settles what is told",
		"what the family is told, by whom and when is settled in it: while it is due, nobody tells them alone"},
	{DeedSeenToday, "the child is seen today", "somebody sees the child today, so whoever has the child must be told that"},
	{DeedHandsOver, "the night team is told",
		"it hands over to the night team: the screen says it on working days, from mid-afternoon until the early evening"},
	{DeedHandsBack, "the day team is told",
		"it hands over to the day team: the screen says it at night and on days off, to whoever works then"},
	{DeedGoesOn, "talking goes on", "the reader goes on talking, alone and safely, with those who know"},
	{DeedKnown, "somebody knows",
		"somebody in the family knows of it already: while telling waits, the screen asks for no more to be said"},
	{DeedAsksAlone, "the child alone is asked",
		"nobody is asked about the child but the child, alone, in every answer: whoever else is asked learns of it"},
	{DeedOnceTold, "only once told", "there is a copy for them only once they have been told: to hand it over is to tell them"},
	{DeedHears, "the copy speaks of the answer", "their copy may say what was answered, and the copy for the " +
		"family if every adult has such a line"},
	{DeedHanded, "how a copy is handed over", "it says to the practitioner how any copy is handed over, and names nobody under to"},
}

// Answers are the answers about consent of which a line does this; none if an escalation or a step does.
func (d Deed) Answers() []Answer {
	switch d {
	case DeedGoesOn:
		return []Answer{AnswerInform, AnswerCopy}
	case DeedOnceTold, DeedHears, DeedHanded:
		return []Answer{AnswerCopy}
	case DeedKnown:
		return []Answer{AnswerAnswered}
	case DeedAsksAlone:
		return []Answer{AnswerSharing}
	case DeedRefers, DeedProtects, DeedCallsHelp, DeedSays999, DeedAsks, DeedDiscloses, DeedSettles, DeedSeenToday,
		DeedHandsOver, DeedHandsBack:
	}
	return nil
}

// Table is the table of deeds.
func (Deed) Table() Table[Deed] { return deeds }
