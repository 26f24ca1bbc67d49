package term

import "slices"

// Answer is a question of the consent position, and how rules and answers name it. Of the
// single answers the first line that holds counts; of the others every line that holds.
type Answer string

// The answers.
const (
	AnswerAgreement Answer = "agreement"
	AnswerAnswered  Answer = "answered"
	AnswerInform    Answer = "inform"
	AnswerSharing   Answer = "sharing"
	AnswerFrom      Answer = "from"
	AnswerRecord    Answer = "record"
	AnswerRefused   Answer = "refused"
	AnswerCopy      Answer = "copy"
)

// answerRow is an answer with the values that a single one can have, nil for the others; and
// those values in their order of caution.
type answerRow struct {
	Word[Answer]
	values  Table[string]
	caution []string
}

var answerRows = []answerRow{
	{Word[Answer]{AnswerAgreement, "agreement to the service recommended", "does the service recommended need agreement?"},
		agreements.plain(), nil},
	{Word[Answer]{AnswerAnswered, "the answer so far", "what was asked, and what has been agreed and refused so far"}, nil, nil},
	{Word[Answer]{AnswerInform, "telling the family", "is the family told?"}, informs.plain(), informCaution},
	{Word[Answer]{AnswerSharing, "sharing information", "what may be shared without agreement?"}, sharings.plain(), sharingCaution},
	{Word[Answer]{AnswerFrom, "agreement from", "whose agreement to seek"}, nil, nil},
	{Word[Answer]{AnswerRecord, "what to write down", "what to write down"}, nil, nil},
	{Word[Answer]{AnswerRefused, "after a refusal", "what follows a refusal"}, nil, nil},
	{Word[Answer]{AnswerCopy, "a copy for one person", "who may have a copy of their own"}, nil, nil},
}

// The order of caution, the most cautious first: caution for the child.
//
// Being told may add to the risk, so what holds that up comes first. Sharing keeps a child
// safe, so what holds that up comes last. Agreement has no such order: to need it can hold up
// protection, and not to need it takes a right away.
var (
	informCaution = []string{string(InformNotBeforeAdvice), string(InformAdviceFirst), string(InformNotAPrecondition),
		string(InformExpected), string(InformNotApplicable)}
	sharingCaution = []string{string(SharingInProportion), string(SharingAdviceFirst), string(SharingWithAgreement),
		string(SharingNotApplicable)}
)

var answers = tableOf[Answer](answerRows)

// Table is the table of answers.
func (Answer) Table() Table[Answer] { return answers }

// Values are what a single answer can be; empty for an answer that is a list of lines.
func (a Answer) Values() Table[string] { return find(answerRows, a).values }

// Single reports whether the first line that holds is the whole answer, which is so of those with values.
func (a Answer) Single() bool { return a == AnswerAgreement || a == AnswerInform || a == AnswerSharing }

// AsCautious reports whether one value of a single answer is at least as cautious as another.
// Where the answer has no order of caution, only the same value is.
func (a Answer) AsCautious(value, as string) bool {
	order := find(answerRows, a).caution
	i, j := slices.Index(order, value), slices.Index(order, as)
	return value == as || i >= 0 && j >= 0 && i < j
}

// HasCaution reports whether some values of the answer are more cautious than others.
func (a Answer) HasCaution() bool { return len(find(answerRows, a).caution) > 0 }

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

// agreementRow is an agreement with a sentence for one action, which needs the family's
// agreement, and one for a service, which needs that of the people it is for. An empty
// sentence is left out.
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

// OfAction says it of one action, as a sentence; empty if there is nothing to say.
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

// AfterAdvice reports whether nobody may tell or ask the family before advice has been taken.
func (i Inform) AfterAdvice() bool { return i == InformAdviceFirst || i == InformNotBeforeAdvice }

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
