package pagetest

// Keeper is what keeps two lines apart.
type Keeper string

// Keepers.
const (
	// ByRules is a matter of policy: the conditions of rules, or what a rule excludes.
	ByRules Keeper = "the rules"
	// ByPage is a matter of the page: what it puts off, leaves out, or says in other words.
	ByPage Keeper = "the page"
)

// Pair is two lines that contradict each other on one page, in words. By says what keeps them apart, and
// Rules are the rules that do it, of any policy. Whatever keeps them apart, every page is held to the law.
type Pair struct {
	No         int
	One, Other string
	By         Keeper
	Rules      []string
	Law        string
}

// The laws that keep pairs apart.
const (
	lawTells    = "while the family is kept out, no step tells or asks it"
	lawAsks     = "while the family is kept out, no question is for it"
	lawSettled  = "where section 47 holds, nobody is asked whether there is reason to suspect significant harm"
	lawSeen     = "there is one time by which the child is seen"
	lawRefused  = "where help was refused, nothing goes on as agreed and no referral is announced"
	lawNoDates  = "no date without a contact from which it counts"
	lawTaken    = "where a contact was made, the step to refer says what may have been done"
	lawJudged   = "where somebody judged the level, nobody is sent to a manager about it"
	lawHarmOpen = "while the family wellbeing service is not offered, it is no step"
	lawAnswered = "where agreement was given, the row says so at once"
	lawNoRecord = "where agreement is not needed to refer, nobody writes it down"
	lawOverdue  = "what is due at the moment of the case is not overdue"
)

// Pairs are those that stood side by side in full answers before there were laws.
func Pairs() []Pair {
	const advice = "telling waits for advice"
	return []Pair{
		{1, advice, "talk with the family now", ByPage, nil, lawTells},
		{2, advice, "a question for the child, a parent or a relative", ByPage, nil, lawAsks},
		{3, advice, "send a form that was talked through with the family", ByPage, nil, lawTells},
		{4, "section 47 holds", "ask whether this is significant harm", ByPage, nil, lawSettled},
		{5, "the child is seen today", "the child is seen within three working days", ByRules,
			[]string{"escalate.seen-today", "escalate.child-seen"}, lawSeen},
		{6, "all of it was refused", "what was agreed to goes ahead", ByRules,
			[]string{"england.consent.was-refused", "england.consent.agreed"}, lawRefused},
		{7, "refused, and no referral", "tell the family, a referral included", ByRules,
			[]string{"england.consent.tell-openly"}, lawRefused},
		{8, "nobody has been in touch with the MASH", "a date by which it replies", ByPage, nil, lawNoDates},
		{9, "the MASH was contacted", "refer the child, with no word of that", ByRules,
			[]string{"england.significant-harm", "escalate.significant-harm"}, lawTaken},
		{10, "somebody judged the level", "talk to your manager about the level", ByRules,
			[]string{"escalate.sign-judged", "escalate.one-specialist-sign"}, lawJudged},
		{11, "the family wellbeing service is not offered", "its keyworker, assessment or plan is expected", ByRules,
			[]string{gate, "route.intensive-lead", "route.intensive-assessment", "route.intensive-plan", "route.intensive-review"},
			lawHarmOpen},
		{12, "agreement was given", "agreement is needed, and nothing else", ByPage, nil, lawAnswered},
		{13, "agreement is not needed", "write down the parents' agreement", ByRules,
			[]string{"england.consent.section-47", "consent.record-assessment"}, lawNoRecord},
		{14, advice, "offer the child and the family an assessment", ByPage, nil, lawTells},
		{15, "due at the moment of the contact", "was due by that moment", ByPage, nil, lawOverdue},
	}
}
