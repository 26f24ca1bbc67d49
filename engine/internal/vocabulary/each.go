package vocabulary

// Each is how the answers of several persons make the value of one fact. A case may then
// write the fact person by person.
type Each struct {
	// By is the set of those who gave the answer. Its words are the persons.
	By *Fact
	// Whose are groups of persons, as sets of words of By. The answers of the first group of
	// which anyone is named make the value.
	Whose []int64
	// Answers are the words of the fact that a person can answer. Pending are those that are
	// no answer yet; they count only where nobody in the group has answered otherwise.
	Answers, Pending int64
	// Rows are tried in order. The first that fits gives the value.
	Rows []EachRow
	// Own are the persons whose own answer is a fact of its own besides.
	Own []EachOwn
}

// EachRow is a row of the table: someone answered one of Some, and, unless Others is empty,
// someone one of Others.
type EachRow struct {
	Some, Others int64
	// Gives is the word that the row gives.
	Gives int
}

// EachOwn is the fact of one person's own answer, which has every word of Answers. If is its
// value if the person is not named.
type EachOwn struct {
	Person int
	Fact   *Fact
	If     Value
}

// Combine gives the value that the answers make, by person, and the set of those who gave
// it. There must be an answer; each is one of Answers.
func (e *Each) Combine(answers map[int]int) (value, by Value) {
	for _, group := range e.Whose {
		said, who := e.said(answers, group, e.Answers&^e.Pending)
		if said == 0 {
			said, who = e.said(answers, group, e.Pending)
		}
		for _, row := range e.Rows {
			if said&row.Some != 0 && (row.Others == 0 || said&row.Others != 0) {
				return Exactly(int64(row.Gives)), Exactly(who)
			}
		}
	}
	return Value{}, Value{}
}

// said is what those of a group answered, of some words, and who they are.
func (e *Each) said(answers map[int]int, group, of int64) (said, who int64) {
	for person, word := range answers {
		if group>>person&1 != 0 && of>>word&1 != 0 {
			said, who = said|1<<word, who|1<<person
		}
	}
	return said, who
}
