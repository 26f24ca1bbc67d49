package benchmark

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/draw"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/readfile"
)

// cites is a list of clauses in the vocabulary, each in a register that made-up rules do not have.
var cites = regexp.MustCompile(`\bcite: \[[^\]]*\]`)

// linear is the ratio of linear growth, less a fifth for what else the machine does.
// That no more is worked out is tested by counting, in package plan.
const linear = 0.8

// grown is a verdict under made-up rules, as many as the policy has, beside one under
// four times and under sixteen times as many. At linear growth
// the ratio is 1.
func (b *Bench) grown() ([]Pair, error) {
	var one Side
	var pairs []Pair
	for _, times := range []int{1, 4, 16} {
		p, inputs, err := b.madeUp(times * len(b.cel.Policy.Rules))
		if err != nil {
			return nil, err
		}
		if side := byPlan(p, inputs); times == 1 {
			one = side
			one.Name = "rules ×1"
		} else {
			pairs = append(pairs, Pair{Name: fmt.Sprintf("verdict, rules ×%d, against linear growth", times), Goal: linear,
				Against: one, Fast: side, block: Cases, times: float64(times)})
		}
	}
	return pairs, nil
}

// madeUp is a plan of n made-up rules, and cases for it, half of whose facts are
// known.
func (b *Bench) madeUp(n int) (*plan.Plan, []evaluate.Input, error) {
	files, err := b.files("vocabulary")
	if err != nil {
		return nil, nil, err
	}
	for name, data := range files {
		files[name] = cites.ReplaceAll(data, []byte("source: A clause of the rules that were left out"))
	}
	maps.Copy(files, draw.Rules(rand.New(rand.NewPCG(5, 6)), b.cel.Policy.Vocabulary, n))
	fsys, err := inMemory(files)
	if err != nil {
		return nil, nil, err
	}
	root, list := catalogue.Link(fsys)
	if root == nil {
		return nil, nil, fmt.Errorf("the made-up rules do not load: %w", list.Err())
	}
	p := root.Policy(draw.PolicyID)
	r := rand.New(rand.NewPCG(7, 8))
	inputs := make([]evaluate.Input, Cases)
	for i := range inputs {
		inputs[i] = recommend.Input(draw.Case(r, p, 50, false, root.London))
	}
	return plan.New(p), inputs, nil
}

// files reads every file below a folder of the rule root.
func (b *Bench) files(folder string) (map[string][]byte, error) {
	names, faults := readfile.Walk(b.fsys, folder, []string{".yaml"}, readfile.FolderLimits())
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return b.read(names)
}

// read reads files of the rule root.
func (b *Bench) read(names []string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, name := range names {
		data, fault := readfile.Read(b.fsys, name, engine.MaxBytes())
		if fault != nil {
			return nil, diagnostic.List{*fault}.Err()
		}
		files[name] = data
	}
	return files, nil
}

// Singles is the work that nothing is measured against; eval is as in Options.
func (b *Bench) Singles(eval func(data []byte) error) ([]Single, error) {
	// The files of one policy and of those it builds on, and no other.
	var names []string
	for _, f := range b.cel.Policy.Files {
		names = append(names, f.Name)
	}
	files, err := b.read(names)
	if err != nil {
		return nil, err
	}
	alone, err := inMemory(files)
	if err != nil {
		return nil, err
	}
	list := []Single{{"loading and compiling one policy", func() error { return one(alone, b.policy.ID())(0, 1) }}}
	if eval != nil {
		data := b.known[1].texts[0]
		list = append(list, Single{"eval of one case, a whole process", func() error { return eval(data) }})
	}
	return list, nil
}
