package readable_test

import (
	"strings"
	"testing"
	"time"

	"windscreen/engine/document"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/readable"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/vocabulary"
)

// madeUp is a small made-up policy, and the scope of its conditions.
func madeUp(t *testing.T) (*policy.Policy, *lang.Scope, *lang.Parser) {
	t.Helper()
	fact := func(name, title string, kind vocabulary.Kind, words ...string) *vocabulary.Fact {
		f := &vocabulary.Fact{Path: "x." + name, Domain: "x", Name: name, Title: title, Kind: kind, Max: 25}
		for _, w := range words {
			name, says, _ := strings.Cut(w, "=")
			f.Words = append(f.Words, vocabulary.Word{Name: name, Says: says})
		}
		return f
	}
	age := fact("age", "Age", vocabulary.Whole)
	age.Unit = "years"
	scope := &lang.Scope{
		Vocabulary: vocabulary.New([]*vocabulary.Domain{{Name: "x", Facts: []*vocabulary.Fact{
			age,
			fact("born", "Born", vocabulary.YesNo),
			fact("neglect", "Neglect", vocabulary.Scale, "none=No sign", "some=Some concern", "evident=Evident", "serious=Serious"),
			fact("lives", "Lives with", vocabulary.Choice, "parent=A parent", "gran=A grandmother", "friend=A friend",
				"foster=A foster carer"),
			fact("seen_by", "Seen by", vocabulary.Choices, "gp=The GP", "school=The school"),
			fact("seen", "Last seen", vocabulary.Time), fact("told", "Told", vocabulary.Time),
		}}}, time.UTC),
		Parameters: map[string]lang.Constant{"quorum": {Kind: lang.WholeConstant, Int: 3}},
		Grounds:    []string{"s47"}, Levels: []int{1, 2, 3, 4}, Stratum: lang.WithJudgement,
	}
	p := &policy.Policy{ID: "made-up", Statutes: []policy.Statute{{Name: "s47", Title: "Section 47"}}}
	for n := 1; n <= 4; n++ {
		p.Levels = append(p.Levels, &policy.Level{Rule: &policy.Rule{}, Number: n})
	}
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	named, faults := parser.Condition("x.born && x.age < 2", scope)
	if named == nil {
		t.Fatal(faults)
	}
	scope.Conditions = map[string]*lang.NamedCondition{"infant": lang.Name("infant", "A baby", named)}
	return p, scope, parser
}

// lines are a condition as an indented list.
func lines(c document.Condition, indent string) string {
	var b strings.Builder
	b.WriteString(indent + c.Says + "\n")
	for _, of := range c.Of {
		b.WriteString(lines(of, indent+"  "))
	}
	return b.String()
}

func TestAConditionIsPutInWords(t *testing.T) {
	p, scope, parser := madeUp(t)
	for text, want := range map[string]string{
		`x.age < 18`:                           "Age: under 18 years",
		`x.age < 1`:                            "Age: under 1 year",
		`x.age >= 16`:                          "Age: 16 years, or more",
		`!(x.age >= 16)`:                       "Age: under 16 years",
		`x.age.between(5, 11)`:                 "Age: from 5 to 11 years",
		`!x.age.between(5, 11)`:                "Age: not from 5 to 11 years",
		`x.born`:                               "Born: yes",
		`!x.born`:                              "Born: no",
		`x.neglect.atLeast("evident")`:         "Neglect: Evident, or worse",
		`!x.neglect.atLeast("evident")`:        "Neglect: Some concern, or less",
		`x.neglect.atMost("some")`:             "Neglect: Some concern, or less",
		`x.neglect.between("some", "evident")`: "Neglect: from “Some concern” to “Evident”",
		`x.lives == "gran"`:                    "Lives with: “A grandmother”",
		`x.lives != "gran"`:                    "Lives with: not “A grandmother”",
		`x.lives in ["gran", "friend"]`:        "Lives with: “A grandmother” or “A friend”",
		`"gp" in x.seen_by`:                    "Seen by: includes “The GP”",
		`!("gp" in x.seen_by)`:                 "Seen by: not “The GP”",
		`open(x.born)`:                         "Born: not known",
		`!open(x.born)`:                        "Born: known",
		`as_of - x.seen > weeks(3)`:            "The time of the case: more than 3 weeks after “Last seen”",
		`!(as_of - x.seen > weeks(3))`:         "The time of the case: no more than 3 weeks after “Last seen”",
		`x.seen - as_of <= days(5)`:            "Last seen: no more than 5 days after the time of the case",
		`x.seen - x.told >= years(1)`:          "Last seen: at least 1 year after “Told”",
		`x.seen - x.told < hours(24)`:          "Last seen: less than 24 hours after “Told”",
		`x.seen > as_of`:                       "Last seen: after the time of the case",
		`x.seen <= x.told`:                     "Last seen: not after “Told”",
		`ground.s47`:                           "Section 47: made out",
		`!ground.s47`:                          "Section 47: not made out",
		`decisive(4)`:                          "A sign that by itself decides level 4",
		`!decisive(3)`:                         "No sign that by itself decides level 3 or above",
		`tally(2) >= 1`:                        "At least one sign of need at level 2 or above",
		`tally(3) >= quorum`:                   "At least 3 different signs of need at level 3 or above",
		`!(tally(3) >= quorum)`:                "At most 2 different signs of need at level 3 or above",
		`domains(4) >= 2`:                      "Signs of need at level 4 in at least 2 domains",
		`level >= 3`:                           "The level is at least 3",
		`!(level >= 3)`:                        "The level is at most 2",
		`judgement.recorded`:                   "A judgement is recorded",
		`infant`:                               "A baby",
		`!infant`:                              "Not: a baby",
		`certain(x.born)`:                      "It is certain that:\n  Born: yes",
		`!certain(x.born)`:                     "It is not certain that:\n  Born: yes",
		`open(x.born || ground.s47)`: "It is not known whether:\n" +
			"  At least one of these:\n    Born: yes\n    Section 47: made out",
		`x.born && (x.age < 2 && infant)`:        "All of these:\n  Born: yes\n  Age: under 2 years\n  A baby",
		`!(x.born || x.age < 2)`:                 "All of these:\n  Born: no\n  Age: 2 years, or more",
		`atLeastN(2, x.born, infant, x.age < 2)`: "At least two of these:\n  Born: yes\n  A baby\n  Age: under 2 years",
		`"gp" in x.seen_by || "school" in x.seen_by || x.born`: "At least one of these:\n  Seen by: includes at least one of:\n" +
			"    The GP\n    The school\n  Born: yes",
	} {
		c, faults := parser.Condition(text, scope)
		if c == nil {
			t.Errorf("%s: %v", text, faults)
			continue
		}
		if got := strings.TrimSuffix(lines(readable.Condition(p, time.UTC, c.Root), ""), "\n"); got != want {
			t.Errorf("%s\nsays %q\nnot  %q", text, got, want)
		}
	}
}

// TestNoShippedConditionIsLeftInCEL: what no words were found for would stand as it was written.
func TestNoShippedConditionIsLeftInCEL(t *testing.T) {
	root := shippedroot.Rules(t)
	conditions := 0
	for _, p := range root.Policies {
		for _, r := range p.Rules {
			if r.Always {
				continue
			}
			conditions++
			said := lines(readable.Condition(p, root.London, r.When.Root), "")
			for _, cel := range []string{"&&", "||", "==", "!=", "<", ">", "as_of", "certain(", "open(", "atLeast", "tally("} {
				if strings.Contains(said, cel) {
					t.Errorf("%s, %s: %q stands in:\n%s", p.ID, r.ID, cel, said)
				}
			}
		}
	}
	if conditions < 1000 {
		t.Fatalf("only %d conditions", conditions)
	}
}
