package scenariofile

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/evaluate/reference"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/mutate"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/rules"
)

// byPlan compiles a policy as answers are given by default.
func byPlan(p *policy.Policy) (evaluate.Evaluator, error) { return plan.New(p), nil }

// someTrials are the scenarios of some files of fixtures under a shipped policy, and all changes of its rules.
func someTrials(t *testing.T, id string, names ...string) (*Trials, []*mutate.Change) {
	t.Helper()
	c, list := catalogue.Open(rules.FS, catalogue.Options{Compile: byPlan})
	if list.HasErrors() {
		t.Fatalf("%s", list)
	}
	var inputs []Input
	for _, name := range names {
		in, _ := scenariosAt(t, filepath.Join("..", "..", "..", "fixtures", filepath.FromSlash(name)))
		in.Name = name
		inputs = append(inputs, in)
	}
	unit, err := c.Once(id)
	if err != nil {
		t.Fatal(err)
	}
	runner := Runner{Reader: casefile.NewReader(c.Vocabulary()), Catalogue: c}
	trials, failed, err := runner.Trials(context.Background(), inputs, unit, byPlan)
	if err != nil || len(failed) > 0 {
		t.Fatalf("%v, %d fail", err, len(failed))
	}
	parser, err := lang.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	return trials, mutate.Of(parser, unit.Policy)
}

// whole reports whether a scenario fails under a changed policy by running every scenario from its case to its last expectation,
// with the evaluator that compile makes. What it passes on is a sketch; whole answers are made only of what fails by one. With whole
// answers of all it took about 25 times as long. TestASketchHasAllThatAScenarioCanExpect holds sketches against whole answers.
func (t *Trials) whole(changed *mutate.Changed, compile catalogue.Compile) (bool, error) {
	e, err := compile(changed.Policy)
	if err != nil {
		return false, err
	}
	maker := recommend.New(changed.Policy, e, t.unit.Maker.London, "")
	for _, one := range t.trials {
		run := *one.run
		run.maker = maker
		if len(run.do(true).result.Failures) > 0 {
			return true, nil
		}
	}
	return false, nil
}

// TestPassingOverScenariosMissesNoneThatNotices holds what is noticed against running every scenario in whole, for changes
// spread over all kinds, and for some of them by the reference as well, which compiles the changed text.
func TestPassingOverScenariosMissesNoneThatNotices(t *testing.T) {
	if testing.Short() {
		t.Skip("to run every scenario in whole takes long")
	}
	trials, changes := someTrials(t, "bournemouth-2017", "authorities/bournemouth/2017/levels-and-responses.yaml",
		"authorities/bournemouth/2017/agreement.yaml")
	// These files are about the policy's own rules.
	changes = slices.DeleteFunc(changes, func(c *mutate.Change) bool { return c.Origin != "bournemouth-2017" })
	count := map[bool]int{}
	for i := 0; i < len(changes); i += len(changes)/10 + 1 {
		c := changes[i]
		changed, err := c.Apply()
		if err != nil {
			t.Fatal(err)
		}
		by, err := trials.Notices(changed)
		if err != nil {
			t.Fatal(err)
		}
		count[by != nil]++
		compilers := []catalogue.Compile{byPlan}
		if i%5 == 0 {
			compilers = append(compilers, reference.New)
		}
		for _, compile := range compilers {
			want, err := trials.whole(changed, compile)
			if err != nil {
				t.Fatal(err)
			}
			if (by != nil) != want {
				t.Errorf("%s %s, %s: noticed %v; by running everything %v", c.Rule, c.ID, c.Says(), by != nil, want)
			}
		}
	}
	if count[true] == 0 || count[false] == 0 {
		t.Errorf("noticed or not: %v; the changes are one-sided", count)
	}
}

// TestWhatExplainsAnAnswerNoticesOnlyWhatRunningInWholeDoes looks for changes that no outcome tells and that something else
// does, such as a question that is asked no longer, and holds some of them against running every scenario in whole.
func TestWhatExplainsAnAnswerNoticesOnlyWhatRunningInWholeDoes(t *testing.T) {
	if testing.Short() {
		t.Skip("to look for such changes takes long")
	}
	trials, changes := someTrials(t, "bournemouth-2017", "authorities/bournemouth/2017/levels-and-responses.yaml",
		"authorities/bournemouth/2017/agreement.yaml")
	const enough = 3
	found := 0
	for _, c := range changes {
		changed, err := c.Apply()
		if err != nil {
			t.Fatal(err)
		}
		tried := trials.Try(changed)
		by, err := tried.Outright()
		if by == nil && err == nil {
			by, err = tried.Explained()
		} else if err == nil {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if by == nil {
			continue
		}
		noticed, err := trials.whole(changed, byPlan)
		if err != nil {
			t.Fatal(err)
		}
		if !noticed {
			t.Errorf("%s %s, %s: %q notices it; by running everything none does", c.Rule, c.ID, c.Says(), by.Name)
		}
		if found++; found == enough {
			return
		}
	}
	t.Errorf("%d changes are noticed only by what explains an answer, where %d were looked for", found, enough)
}
