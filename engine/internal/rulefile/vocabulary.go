package rulefile

import (
	"windscreen/engine/internal/shape"
	"windscreen/engine/term"
)

// Vocabulary is one file of rules/vocabulary: the facts of one domain.
type Vocabulary struct {
	Domain       shape.Text            `yaml:"domain" need:"yes" doc:"Name of the domain, as cases and rules write it: lower case, words joined by underscores."`
	Title        shape.Text            `yaml:"title" need:"yes" doc:"The domain in plain words."`
	Ask          shape.Text            `yaml:"ask" need:"yes" doc:"The question that asks whether the whole domain has been gone through."`
	NeverASign   bool                  `yaml:"never_a_sign" doc:"True where no fact of the domain may be a sign of need: indicators, grounds and levels must not read it."`
	AboutTheCase bool                  `yaml:"about_the_case" doc:"True where the facts are about the referral or what the family answered, not about the child or the home: explored: all leaves them alone, and stating one finds nothing."`
	Of           shape.Word[term.Of]   `yaml:"of" doc:"Whom the facts of the domain are of, where a fact does not say so itself."`
	Facts        shape.Map[FactEntry]  `yaml:"facts" need:"yes" doc:"The facts, by name."`
	Conflicts    []ConflictEntry       `yaml:"conflicts" doc:"What cannot both be true. A conflict is found where its condition is certain from what a case states."`
	Done         shape.Map[shape.Text] `yaml:"done" doc:"Words for what may have been done already, by name, each with its title. Cases write them under done, and rules under done_by."`
	People       *PeopleEntry          `yaml:"people" doc:"What kind of person a source is, by the words that name it. It stands in one file of the vocabulary."`
	GravestFirst []shape.Text          `yaml:"gravest_first" doc:"Facts whose silence an answer names first, by path, in that order. It stands in one file of the vocabulary."`
	ThenAsk      []ThenAskEntry        `yaml:"then_ask" doc:"What to ask of any concern that a case states, after what the concern itself leads to, the most pressing first. It stands in one file of the vocabulary. Its entries have no from or words."`
	CopyFor      *CopyForEntry         `yaml:"copy_for" doc:"Whom a copy of the page can be for. It stands in one file of the vocabulary."`
	Openings     []OpeningEntry        `yaml:"openings" doc:"What an interview opens with while nothing is known: what may have happened, in the words of whoever is worried, and the fact that asks about it. It stands in one file of the vocabulary."`
	Renamed      shape.Map[shape.Text] `yaml:"renamed" doc:"What to write in place of an old name: of a domain, of a fact (home.old_name), or of a rung or word of a fact (home.name=old_word)."`
}

// CopyForEntry says whom a copy of the page can be for.
type CopyForEntry struct {
	Here shape.Here
	Fact shape.Text   `yaml:"fact" need:"yes" doc:"The fact whose choices are the people, by path."`
	Own  []shape.Text `yaml:"own" doc:"Choices that are the child whom the case is about. In a case about several children such a copy is about one of them."`
}

// PeopleEntry says of sources what kind of person they are.
type PeopleEntry struct {
	Here    shape.Here
	Family  []shape.Text `yaml:"family" need:"yes" doc:"Who is the child, or a member of the child's family. While telling the family is not yet safe, the first screen sends nobody to them."`
	Private []shape.Text `yaml:"private" need:"yes" doc:"Other private people, such as a neighbour. The first screen writes that they say something, and not that it is so."`
	// Of the words under who alone.
	ByDay      []shape.Text `yaml:"by_day" doc:"Whom nobody reaches in the evening, at the weekend or on a bank holiday."`
	OfPupils   []shape.Text `yaml:"of_pupils" doc:"Who does not know a child that is not yet born."`
	WasTold    []shape.Text `yaml:"was_told" doc:"Words for whoever was told, which tell that somebody spoke."`
	HasChild   []shape.Text `yaml:"has_child" doc:"Words for whoever has the child, who may be the person that is feared."`
	SocialCare []shape.Text `yaml:"social_care" doc:"Words for children's social care, which asks itself where it reads the screen."`
	Alone      shape.Text   `yaml:"alone" doc:"Words for the child whom nobody else may be asked about, such as the child, alone. Needed where a line of sharing says asks_alone."`
}

// OpeningEntry is one thing that may have happened, and the fact that asks about it.
type OpeningEntry struct {
	Here shape.Here
	Says shape.Text `yaml:"says" need:"yes" doc:"What may have happened, in a few plain words, such as A mark or an injury."`
	Fact shape.Text `yaml:"fact" need:"yes" doc:"The fact, by path, whose question it opens."`
}

// FactEntry is one fact. Exactly one of Type, Scale, Choice, Choices and Whole
// says what its values are.
type FactEntry struct {
	Title              shape.Text                `yaml:"title" need:"yes" doc:"The fact in a few plain words, as an explanation names it."`
	Ask                shape.Text                `yaml:"ask" need:"yes" doc:"The question that a practitioner would ask."`
	Short              shape.Text                `yaml:"short" doc:"The question as the first screen asks it. Needed where ask is too long for it."`
	Who                []shape.Text              `yaml:"who" doc:"Who could answer, the likeliest first."`
	Also               []shape.Text              `yaml:"also" doc:"Everyday words that find the fact in a search; shown nowhere."`
	Of                 shape.Word[term.Of]       `yaml:"of" doc:"Whom the fact is of: the child, the home, or the case as a whole. It decides where a case about several children states it."`
	FromOthers         *FromOthersEntry          `yaml:"from_others" doc:"What the fact takes from the other children of a case about several. Nobody is asked about it."`
	Type               shape.Word[term.FactType] `yaml:"type" doc:"The type of a fact that needs no list of values."`
	Scale              shape.Map[shape.Text]     `yaml:"scale" doc:"Ordered rungs, from nothing of the kind to the most serious, each with its meaning."`
	Choice             shape.Map[shape.Text]     `yaml:"choice" doc:"Words of which exactly one applies, each with its meaning."`
	Choices            shape.Map[shape.Text]     `yaml:"choices" doc:"Words of which any number apply, each with its meaning."`
	Whole              *WholeEntry               `yaml:"whole" doc:"A whole number and its bounds."`
	Nothing            shape.Text                `yaml:"nothing" doc:"What the fact is taken to be where it was gone through and not mentioned."`
	Silence            shape.Text                `yaml:"silence" doc:"In place of nothing: why silence never settles the fact."`
	OnlyIfNothingFound bool                      `yaml:"only_if_nothing_found" doc:"True where silence settles the fact only if nothing was found in any domain."`
	Protective         bool                      `yaml:"protective" doc:"True for a strength or a safeguard; silence never confirms one."`
	Danger             bool                      `yaml:"danger" doc:"True for immediate danger: silence rules it out only if everything was gone through, or the fact by name, and it is still asked."`
	Safety             bool                      `yaml:"safety" doc:"True for a fact that asks about danger in the words of a concern. Where stated concerns lead to it soon, it comes first, and the question about immediate danger later."`
	Topic              shape.Text                `yaml:"topic" doc:"A word that is shared by facts that ask the same in other words. One of them is asked among the first."`
	Hidden             bool                      `yaml:"hidden" doc:"True for a harm that hides. Where silence ruled it out, the answer says so."`
	AsksFamily         bool                      `yaml:"asks_family" doc:"True for a fact that nobody knows before the family is asked. While telling the family waits, the first screen does not ask for it."`
	Discloses          bool                      `yaml:"discloses" doc:"True for a fact whose question tells that a child said something, or has a mark. While telling the family waits, the first screen does not say of which child it is asked."`
	Belief             bool                      `yaml:"belief" doc:"True for what somebody believes. An explanation names it after what was seen or said."`
	Background         bool                      `yaml:"background" doc:"True for a fact that says nothing of need, such as who is involved: stating it finds nothing."`
	Applies            shape.Expr                `yaml:"applies" doc:"Whom the fact can apply to, as a condition over facts. Where that is certainly not so, a fact that is not stated is not asked, and takes otherwise, or nothing."`
	Otherwise          shape.Text                `yaml:"otherwise" doc:"What the fact is taken to be where it does not apply. Left out where that is what nothing says."`
	Presumed           *PresumedEntry            `yaml:"presumed" doc:"Bounds that a whole number, or what a yes or no, is taken to have where a case does not say otherwise."`
	Complete           bool                      `yaml:"complete" doc:"True for choices of which a case always names all. Of others a list names those that are known."`
	Each               *EachEntry                `yaml:"each" doc:"For a choice: how the answers of several persons make its value. A case may then write it person by person."`
	Suspicion          shape.Text                `yaml:"suspicion" doc:"The yes-or-no fact that says that this one is suspected and not established. Where this one is alleged, it stays open."`
	AllegedAtLeast     shape.Text                `yaml:"alleged_at_least" doc:"The rung that an allegation by itself amounts to. For a hidden harm, the lowest rung means that an allegation is serious but establishes nothing."`
	OfAllegations      bool                      `yaml:"of_allegations" doc:"True for the one yes-or-no fact that says that something serious is alleged and not established. It is yes where a case alleges a fact of the same domain, or a hidden one with suspicion or alleged_at_least. No sign, ground or level may read it."`
	AnswersFirst       shape.Expr                `yaml:"answers_first" doc:"A condition over facts. Where it is certain, other questions come before this one."`
	Census             shape.Map[Codes]          `yaml:"census" doc:"Codes of the children in need census, by rung or word, or under yes: of factors, such as 3B, and of the category of need, such as N1. An annotation only."`
	ThenAsk            []ThenAskEntry            `yaml:"then_ask" doc:"What somebody with experience asks next where the fact states a concern, the most pressing first."`
	MayBeAhead         bool                      `yaml:"may_be_ahead" doc:"True for a date or time that may be after as_of."`
	AheadOf            shape.Text                `yaml:"ahead_of" doc:"For a yes or no: the date before which the answer is yes. It follows from a case that gives the date, unless the case gives the date that takes its place."`
	Expects            shape.Text                `yaml:"expects" doc:"For a date that is expected: the date that takes its place once it is known."`
}

// FromOthersEntry is what a fact takes from the other children of a case. Exactly one of its keys is given.
type FromOthersEntry struct {
	Ground shape.Text              `yaml:"ground" doc:"For a yes or no: a statutory ground, by the name that rules write after ground. The fact is yes while the ground holds for another child."`
	Answer shape.Word[term.Answer] `yaml:"answer" doc:"For a scale: an answer of the consent position that has an order of caution. The fact is the most cautious that the answer is for any other child, if the scale has it as a rung."`
}

// Codes are codes of the children in need census.
type Codes []shape.Text

// PresumedEntry is what a whole number, or a yes or no, is taken to be where a case does not say otherwise.
type PresumedEntry struct {
	Is      shape.Text `yaml:"is" doc:"What a yes or no is presumed to be."`
	AtLeast *int       `yaml:"at_least" doc:"Least value presumed."`
	AtMost  *int       `yaml:"at_most" doc:"Greatest value presumed."`
	Why     shape.Text `yaml:"why" need:"yes" doc:"Why this may be presumed."`
	Says    shape.Text `yaml:"says" doc:"The sentence by which an answer that rests on this says so. A yes or no may do without, where nobody need be told."`
}

// ConflictEntry is something that cannot be true.
type ConflictEntry struct {
	When     shape.Expr                        `yaml:"when" need:"yes" doc:"What cannot be true, as a condition over facts."`
	Says     shape.Text                        `yaml:"says" need:"yes" doc:"What is wrong, for whoever wrote the case."`
	Severity shape.Word[term.ConflictSeverity] `yaml:"severity" need:"yes" doc:"Whether the case is refused, or answered with a note."`
}

// WholeEntry bounds a whole-number fact.
type WholeEntry struct {
	Min        int        `yaml:"min" need:"yes" doc:"Least value."`
	Max        int        `yaml:"max" need:"yes" doc:"Greatest value."`
	Unit       shape.Text `yaml:"unit" doc:"What is counted, such as years."`
	YearsSince shape.Text `yaml:"years_since" doc:"A date fact from which the number is worked out, as completed years at as_of."`
}
