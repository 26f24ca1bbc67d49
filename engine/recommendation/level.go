package recommendation

import "windscreen/engine/term"

// Level is the recommended level of need. Level numbers belong to the policy.
type Level struct {
	// Recommended is the highest level whose criterion is met on what is known.
	Recommended int `json:"recommended"`
	// AtMost is the highest level not ruled out by what is known.
	AtMost int `json:"at_most"`
	// Settled is true if nothing that is unknown could change the level.
	Settled bool `json:"settled"`
	// RestsOnContradicted is true if the level rests on what the case states of facts of which
	// the evidence says worse: without those, it would be another level or would not be settled.
	RestsOnContradicted bool `json:"rests_on_contradicted,omitempty"`
	// Name is the policy's own name for the recommended level.
	Name string `json:"name"`
	// Criterion is the level rule that set the level, and its parts.
	Criterion Criterion `json:"criterion"`
	// Because are the facts without which the level would not be reached.
	Because []Fact `json:"because"`
	// EitherWay are facts that are not known and were tried with each possible value: rules
	// read them both ways, and something holds whichever way they turn out.
	EitherWay []string `json:"either_way"`
	// NotEveryWay are facts that are not known, that rules read both ways, and that were not tried, because there would have
	// been too many ways. If there are any, Recommended and AtMost are bounds: the level may be higher than the one, and
	// lower than the other, on what is known.
	NotEveryWay []string `json:"not_every_way,omitempty"`
	// Cite are the ids of the clauses behind the level.
	Cite []string `json:"cite"`
	// Scale is every level of the policy, lowest first.
	Scale []Rung `json:"scale"`
}

// Undecided reports whether nothing decides a level: the lowest of a policy is recommended, for want of anything else, and a
// higher one is possible.
func Undecided(recommended, atMost int, scale []Rung) bool {
	return len(scale) > 0 && recommended == scale[0].Level && atMost > recommended
}

// Rung is one level of a policy.
type Rung struct {
	// Level is the number of the level.
	Level int `json:"level"`
	// Name is the policy's own name for it.
	Name string `json:"name"`
	// ForFamily says what help at this level is, to a family; empty where the rules do not say.
	ForFamily string `json:"for_family,omitempty"`
}

// Criterion is a level rule and the value of each of its parts.
type Criterion struct {
	// Rule is the id of the level rule.
	Rule string `json:"rule"`
	// When is its CEL text; empty for a rule that always holds.
	When string `json:"when"`
	// Conditions are the named conditions that it uses, itself or through others.
	Conditions []Condition `json:"conditions,omitempty"`
	// Parts are the alternatives of the criterion, in their order in the text. One part that
	// is met is enough.
	Parts []Part `json:"parts"`
}

// Part is one alternative of a criterion.
type Part struct {
	// Text is the CEL of this part.
	Text  string   `json:"text"`
	Value term.Met `json:"value"`
	// Says puts the part in words, with the numbers it came to.
	Says string `json:"says"`
	// Found and Asked are how many different signs were found and how many are asked for, where the
	// part asks for that alone; otherwise 0.
	Found int `json:"found,omitempty"`
	Asked int `json:"asked,omitempty"`
	// Rules are the indicators or grounds that the part counted.
	Rules []string `json:"rules,omitempty"`
}

// Obstacle is one criterion of the next level up that is not met.
type Obstacle struct {
	// Level is the level that is not reached.
	Level int `json:"level"`
	// Name is the policy's own name for it.
	Name string `json:"name"`
	// Rule is the id of the level rule.
	Rule string `json:"rule"`
	// Part is the CEL of the alternative; Value is "not_met" or "open".
	Part  string   `json:"part"`
	Value term.Met `json:"value"`
	// Conditions are the named conditions that the part uses, itself or through others.
	Conditions []Condition `json:"conditions,omitempty"`
	// Says is the part in words, with the numbers that it came to.
	Says string `json:"says"`
	// Takes puts in a few words what the part takes and what was found of it, and Missing is how many
	// signs it lacks, where it asks for numbers of signs alone. Otherwise they are empty and 0.
	Takes   string `json:"takes,omitempty"`
	Missing int    `json:"missing,omitempty"`
	// InTheWay are the known facts because of which it is not met.
	InTheWay []Fact `json:"in_the_way"`
	// Open are the unknown facts that could still meet it.
	Open []string `json:"open"`
	// Sets are the smallest sets of answers that meet it, as ChangesIf.Sets are: the best, and none where
	// more than three answers are needed.
	Sets [][]Given `json:"sets,omitempty"`
	// Cite are the ids of the clauses behind the criterion.
	Cite []string `json:"cite"`
}

// Judgement is the professional judgement recorded in the case. It appears beside the
// recommendation and always has the last word.
type Judgement struct {
	// Level is the level that was judged.
	Level int `json:"level"`
	// Name is the policy's own name for it.
	Name string `json:"name"`
	// By is the role of whoever judged.
	By string `json:"by"`
	// Reason is the reason that the case records.
	Reason string `json:"reason"`
	// Differs is true if the judgement is not the recommended level.
	Differs bool `json:"differs"`
}
