package term

// Answer is a question of the consent position, and how rules and answers name it. Of the
// single answers the first line that holds counts; of the others every line that holds.
type Answer string

// The answers.
const (
	AnswerAgreement Answer = "agreement"
	AnswerInform    Answer = "inform"
	AnswerSharing   Answer = "sharing"
	AnswerFrom      Answer = "from"
	AnswerRecord    Answer = "record"
	AnswerRefused   Answer = "refused"
)

// answerRow is an answer with the values that a single one can have; nil for the others.
type answerRow struct {
	Word[Answer]
	values Table[string]
}

var answerRows = []answerRow{
	{Word[Answer]{AnswerAgreement, "agreement to the service recommended", "does the service recommended need agreement?"},
		agreements.plain()},
	{Word[Answer]{AnswerInform, "telling the family", "is the family told?"}, informs.plain()},
	{Word[Answer]{AnswerSharing, "sharing information", "what may be shared without agreement?"}, sharings.plain()},
	{Word[Answer]{AnswerFrom, "agreement from", "whose agreement to seek"}, nil},
	{Word[Answer]{AnswerRecord, "what to write down", "what to write down"}, nil},
	{Word[Answer]{AnswerRefused, "after a refusal", "what follows a refusal"}, nil},
}

var answers = tableOf[Answer](answerRows)

// Table is the table of answers.
func (Answer) Table() Table[Answer] { return answers }

// Values are what a single answer can be; empty for an answer that is a list of lines.
func (a Answer) Values() Table[string] { return find(answerRows, a).values }

// Single reports whether the first line that holds is the whole answer.
func (a Answer) Single() bool { return len(a.Values()) > 0 }

// SingleAnswers are the answers of which the first line that holds counts.
func SingleAnswers() Table[Answer] {
	var single Table[Answer]
	for _, w := range answers {
		if w.Code.Single() {
			single = append(single, w)
		}
	}
	return single
}

// Agreement says whether something needs agreement: the service recommended, one action, or
// one service.
type Agreement string

// The agreements.
const (
	AgreementRequired      Agreement = "required"
	AgreementNotRequired   Agreement = "not_required"
	AgreementNotApplicable Agreement = "not_applicable"
)

// agreementRow is an agreement as it is said of one action, by itself the family's to agree
// to, and of one service, which is for whoever it is for. Nothing is said where it is empty.
type agreementRow struct {
	Word[Agreement]
	ofAction, ofService string
}

var agreementRows = []agreementRow{
	{Word[Agreement]{AgreementRequired, "needed", "it goes ahead only with agreement"},
		"This needs the family's agreement.", "This needs the agreement of whoever it is for."},
	{Word[Agreement]{AgreementNotRequired, "not needed", "it goes ahead whether or not anyone agrees"},
		"This does not need the family's agreement.", "No agreement is needed."},
	{Word[Agreement]{AgreementNotApplicable, "does not arise", "there is nothing to agree to"},
		"", "There is nothing to agree to."},
}

var agreements = tableOf[Agreement](agreementRows)

// Table is the table of agreements.
func (Agreement) Table() Table[Agreement] { return agreements }

// OfAction says it of one action, as a sentence; empty where there is nothing to say.
func (a Agreement) OfAction() string { return find(agreementRows, a).ofAction }

// OfService says it of one service, as a sentence.
func (a Agreement) OfService() string { return find(agreementRows, a).ofService }

// Inform says whether to tell the family.
type Inform string

// Whether to tell the family.
const (
	InformExpected         Inform = "expected"
	InformAdviceFirst      Inform = "advice_first"
	InformNotBeforeAdvice  Inform = "not_before_advice"
	InformNotAPrecondition Inform = "not_a_precondition"
	InformNotApplicable    Inform = "not_applicable"
)

var informs = Table[Inform]{
	{InformExpected, "expected", "the family is told"},
	{InformAdviceFirst, "take advice first", "take advice first: whether telling them is safe is not known"},
	{InformNotBeforeAdvice, "not before advice has been taken",
		"they are not told until advice has been taken: telling them may add to the risk"},
	{InformNotAPrecondition, "not a condition for acting", "what has to be done does not wait until they are told"},
	{InformNotApplicable, "does not arise", "there is nothing to tell"},
}

// Table is the table of whether to tell the family.
func (Inform) Table() Table[Inform] { return informs }

// Sharing says what may be shared without agreement.
type Sharing string

// What may be shared.
const (
	SharingWithAgreement Sharing = "with_agreement"
	SharingAdviceFirst   Sharing = "advice_first"
	SharingInProportion  Sharing = "in_proportion"
	SharingNotApplicable Sharing = "not_applicable"
)

var sharings = Table[Sharing]{
	{SharingWithAgreement, "with the family's agreement", "nothing is shared without agreement"},
	{SharingAdviceFirst, "take advice first", "take advice first: whether it may be shared without agreement is not known"},
	{SharingInProportion, "what is needed and in proportion, without agreement if need be",
		"what is needed and in proportion may be shared without agreement"},
	{SharingNotApplicable, "does not arise", "there is nothing to share"},
}

// Table is the table of what may be shared.
func (Sharing) Table() Table[Sharing] { return sharings }
