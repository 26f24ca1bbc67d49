package benchmark

import (
	"fmt"
	"io"
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/page"
)

// Printer writes an answer in one format.
type Printer struct {
	Name string
	Do   func(io.Writer, *family.Answer) error
}

// Budgets of answers: how many times what one thing costs another may cost.
const (
	// briefVerdicts and wholeVerdicts are how many verdicts an answer may cost: what the first screen reads without its
	// questions, and everything. A brief answer costs about 50 verdicts with all facts known and 15 with one in five known,
	// and everything from 410 to 470, where the goal allows 400 / 0.75. A verdict works in little memory and an answer in much,
	// so the busier the machine, the more verdicts an answer costs.
	briefVerdicts = 80
	wholeVerdicts = 400
	// pageAnswers is how many brief answers without questions their first screen should cost. It costs more
	// yet, so that pair has a ratio and no goal. printAnswers is how many answers it may cost to print one.
	pageAnswers  = 1
	printAnswers = 2
	// budget is the lowest ratio allowed: 1 but for what a busy machine adds.
	budget = 0.75
)

// briefWithin names the brief answer and its budget.
func briefWithin() string {
	return fmt.Sprintf("brief answer without questions, in %d verdicts", briefVerdicts)
}

// answered is how many cases make a round of answers, and how many answers are kept to be printed.
const answered = 16

// answers is working out answers beside verdicts, and the first screen and printing beside working
// out. At a ratio of 1 the second side costs as much as it may.
func (b *Bench) answers(printers []Printer) ([]Pair, error) {
	var pairs []Pair
	for i := range b.known {
		d := &b.known[i]
		brief := recommend.Options{Brief: true, NoQuestions: true}
		verdict, whole, screen := byPlan(b.compiled, d.inputs), b.answer(d.cases, recommend.Options{}), b.answer(d.cases, brief)
		verdict.Name = "verdict"
		within := func(name string, goal, times float64, against, fast Side) {
			pairs = append(pairs, Pair{Name: name + ", " + d.name, Goal: goal, Against: against, Fast: fast, block: answered, times: times})
		}
		within(briefWithin(), budget, briefVerdicts, verdict, screen)
		within(fmt.Sprintf("answer, in %d verdicts", wholeVerdicts), budget, wholeVerdicts, verdict, whole)
		kept := d.cases[:answered]
		short, err := b.made(kept, brief)
		if err != nil {
			return nil, err
		}
		within("first screen, beside its brief answer", 0, pageAnswers, b.answer(kept, brief), each(short, func(a *family.Answer) error {
			page.Of(a)
			return nil
		}))
		full, err := b.made(kept, recommend.Options{})
		if err != nil {
			return nil, err
		}
		for _, p := range printers {
			printed := each(full, func(a *family.Answer) error { return p.Do(io.Discard, a) })
			within("printing as "+p.Name+", in 2 answers", budget, printAnswers, b.answer(kept, recommend.Options{}), printed)
		}
		read, err := b.readCases(d.texts[:answered]...)
		if err != nil {
			return nil, err
		}
		for _, p := range printers {
			if slices.Contains(waitedFor, p.Name) {
				within("case to "+p.Name+", in 2 answers", budget, printAnswers, b.answer(read, recommend.Options{}),
					b.waits(d.texts[:answered], p))
			}
		}
	}
	return pairs, nil
}

// waitedFor are the formats in which people and programs wait for a whole answer.
var waitedFor = []string{"text", "json", "yaml"}

// waits is what somebody waits for: the case is read, answered and printed.
func (b *Bench) waits(texts [][]byte, p Printer) Side {
	return Side{Do: func(from, n int) error {
		for i := range n {
			cases, err := b.readCases(texts[(from+i)%len(texts)])
			if err != nil {
				return err
			}
			answers, err := b.made(cases, recommend.Options{})
			if err != nil {
				return err
			}
			if err := p.Do(io.Discard, answers[0]); err != nil {
				return err
			}
		}
		return nil
	}}
}

// readCases reads cases as commands do.
func (b *Bench) readCases(texts ...[]byte) ([]*casefile.Case, error) {
	var out []*casefile.Case
	for _, text := range texts {
		c, list := b.reader.Read("case.json", text)
		if c == nil {
			return nil, list.Err()
		}
		out = append(out, c)
	}
	return out, nil
}

// answer works out the answer on each case.
func (b *Bench) answer(cases []*casefile.Case, o recommend.Options) Side {
	name := "answer"
	if o.Brief {
		name = "brief"
	}
	return Side{Name: name, Do: func(from, n int) error {
		for i := range n {
			if _, err := b.plan.RecommendWith(cases[(from+i)%len(cases)], o); err != nil {
				return err
			}
		}
		return nil
	}}
}

// made are the answers on cases, each as that on a family of one.
func (b *Bench) made(cases []*casefile.Case, o recommend.Options) ([]*family.Answer, error) {
	var out []*family.Answer
	for _, c := range cases {
		r, err := b.plan.RecommendWith(c, o)
		if err != nil {
			return nil, err
		}
		out = append(out, family.Together([]family.Child{{Recommendation: r}}))
	}
	return out, nil
}

// each does something with each answer in turn.
func each(answers []*family.Answer, do func(*family.Answer) error) Side {
	return Side{Do: func(from, n int) error {
		for i := range n {
			if err := do(answers[(from+i)%len(answers)]); err != nil {
				return err
			}
		}
		return nil
	}}
}
