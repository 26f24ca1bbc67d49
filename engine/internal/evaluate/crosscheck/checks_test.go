package crosscheck_test

import (
	"errors"
	"strings"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/crosscheck"
	"windscreen/engine/internal/evaluate/expr"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// wrong is a condition of the vocabulary whose reader says otherwise than its tree.
type wrong struct{ vocabulary.Condition }

func (wrong) Truth([]vocabulary.Value, int64) logic.Truth { return logic.False }
func (wrong) String() string                              { return "made_up.yes_a || true" }
func (wrong) Root() *lang.Node                            { return lang.Always().Root }

// checked is the plan checked by expr.
func checked(t *testing.T, p *policy.Policy) *crosscheck.Evaluator {
	t.Helper()
	e, err := crosscheck.New(p, evaluators[1].make, evaluators[2].make)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// disagrees is the disagreement that an error is; it must be on this.
func disagrees(t *testing.T, err error, on string) *diagnostic.Disagreement {
	t.Helper()
	var d *diagnostic.Disagreement
	if !errors.As(err, &d) {
		t.Fatalf("the error is %v", err)
	}
	if d.On != on {
		t.Errorf("they disagree on %s, want %s", d.On, on)
	}
	return d
}

func TestWhatTheReaderOfCasesMakesOfTheVocabularyIsChecked(t *testing.T) {
	for on, plant := range map[string]func(*vocabulary.Vocabulary){
		"applies of made_up.yes_b":           func(v *vocabulary.Vocabulary) { v.Fact("made_up.yes_b").Applies = wrong{} },
		"what is asked before made_up.yes_c": func(v *vocabulary.Vocabulary) { v.Fact("made_up.yes_c").AnswersFirst = wrong{} },
		"vocabulary/a.yaml:7: what cannot be true": func(v *vocabulary.Vocabulary) {
			v.Conflicts = append(v.Conflicts, vocabulary.Conflict{When: wrong{}, File: "vocabulary/a.yaml", Line: 7})
		},
	} {
		p := link(t, sound)
		plant(p.Vocabulary)
		_, err := evaluate.Decide(checked(t, p), caseOf(p, nil))
		d := disagrees(t, err, on)
		if d.Evaluators != [2]string{"the reader of cases", "expr"} || d.Say != [2]string{"false", "true"} || d.Text == "" {
			t.Errorf("the disagreement is %+v", d)
		}
	}
}

func TestTheLinesOfConsentThatAnAnswerGivesAreChecked(t *testing.T) {
	p := link(t, sound)
	e, in := checked(t, p), caseOf(p, nil)
	if err := e.CheckLines(in, []string{"sharing", "agreement", "inform"}); err != nil {
		t.Error(err)
	}
	d := disagrees(t, e.CheckLines(in, []string{"sharing", "agreement"}), "the lines of consent that answer")
	if d.Evaluators != [2]string{"the answer", "expr"} || d.Say != [2]string{"[agreement sharing]", "[agreement inform sharing]"} {
		t.Errorf("the disagreement is %+v", d)
	}
}

func TestTheFirstLineThatHoldsAnswers(t *testing.T) {
	more := strings.NewReplacer(
		"    - {id: inform,",
		"    - {id: inform-1, title: Line, cite: [M-1], value: expected, says: Says, when: made_up.yes_a}\n    - {id: inform,",
		"  sharing:\n", `  record:
    - {id: record-1, title: Line, cite: [M-1], says: Says, when: made_up.yes_a}
    - {id: record-2, title: Line, cite: [M-1], says: Says, when: made_up.yes_a}
    - {id: record-3, title: Line, cite: [M-1], says: Says, when: made_up.yes_b}
  sharing:
`)
	p := link(t, more.Replace(sound))
	e, err := expr.New(p)
	if err != nil {
		t.Fatal(err)
	}
	o, err := evaluate.Decide(e, caseOf(p, map[string]vocabulary.Value{"made_up.yes_a": vocabulary.YesOrNo(true)}))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, l := range e.Lines(o) {
		ids = append(ids, l.ID)
	}
	for _, want := range []string{"agreement", "inform-1", "record-1", "record-2", "sharing"} {
		if !strings.Contains(strings.Join(ids, " ")+" ", want+" ") {
			t.Errorf("%s does not answer: %v", want, ids)
		}
	}
	if len(ids) != 5 {
		t.Errorf("the lines are %v", ids)
	}
}
