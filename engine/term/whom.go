package term

// Whom is what kind of source somebody is, of whom the first screen would ask a question.
type Whom string

// The kinds of source.
const (
	WhomByDay     Whom = "by_day"
	WhomOfPupils  Whom = "of_pupils"
	WhomWasTold   Whom = "was_told"
	WhomHasChild  Whom = "has_child"
	WhomSocialOwn Whom = "social_care"
	WhomAlone     Whom = "alone"
)

var whoms = Table[Whom]{
	{WhomByDay, "reached by day", "whom nobody reaches in the evening, at the weekend or on a bank holiday"},
	{WhomOfPupils, "of pupils", "who does not know a child that is not yet born"},
	{WhomWasTold, "who was told", "whoever was told: the words tell that somebody spoke"},
	{WhomHasChild, "who has the child", "whoever has the child, who may be the person that is feared"},
	{WhomSocialOwn, "social care", "children's social care, which asks itself where it reads the page"},
	{WhomAlone, "the child alone", "the child, without anybody else: whoever else is asked learns of it"},
}

// Table is the table of kinds of source.
func (Whom) Table() Table[Whom] { return whoms }
