package benchmark

import (
	"bufio"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/gocode"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
)

// generated is the rules as a Go program, at work in its own process.
type generated struct {
	in  io.WriteCloser
	to  *gob.Encoder
	out *gob.Decoder
	run *exec.Cmd
	// stop ends the program if it does not end by itself.
	stop context.CancelFunc
}

// longest is how long building the program and measuring with it may take in all, on a busy machine too.
const longest = time.Hour

// startGenerated writes the program to an empty folder, builds it with the Go toolchain on the PATH,
// without network, and gives it the cases. Answers are by set and case.
func startGenerated(p *policy.Policy, folder string, sets ...[]evaluate.Input) (*generated, [][]gocode.Answer, error) {
	if err := gocode.Write(p, folder); err != nil {
		return nil, nil, err
	}
	ctx, stop := context.WithTimeout(context.Background(), longest)
	build := exec.CommandContext(ctx, "go", "build", "-o", "verdict.exe", ".")
	build.Dir = folder
	build.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "GOTOOLCHAIN=local", "GOPROXY=off")
	if text, err := build.CombinedOutput(); err != nil {
		stop()
		return nil, nil, fmt.Errorf("building the rules as Go: %w: %s", err, text)
	}
	g := &generated{run: exec.CommandContext(ctx, filepath.Join(folder, "verdict.exe")), stop: stop}
	g.run.Stderr = os.Stderr
	if err := g.start(); err != nil {
		stop()
		return nil, nil, err
	}
	var message gocode.Sets
	for _, inputs := range sets {
		message.Cases = append(message.Cases, casesOf(inputs))
	}
	var answers gocode.Answers
	if err := errors.Join(g.to.Encode(&message), g.out.Decode(&answers)); err != nil {
		stop() // it may still be writing
		return nil, nil, errors.Join(err, g.end())
	}
	return g, answers.Of, nil
}

// start starts the program, and opens the ways to it and from it.
func (g *generated) start() error {
	in, err := g.run.StdinPipe()
	if err != nil {
		return err
	}
	out, err := g.run.StdoutPipe()
	if err != nil {
		return err
	}
	g.in, g.to, g.out = in, gob.NewEncoder(in), gob.NewDecoder(bufio.NewReader(out))
	return g.run.Start()
}

// casesOf is inputs as the program reads them.
func casesOf(inputs []evaluate.Input) []gocode.Case {
	var cases []gocode.Case
	for _, in := range inputs {
		c := gocode.Case{AsOf: in.AsOf, Judged: in.Judgement.Recorded, JudgedLevel: int64(in.Judgement.Level)}
		for _, v := range in.Values {
			c.Values = append(c.Values, v.Lo, v.Hi)
		}
		cases = append(cases, c)
	}
	return cases
}

// work has the program decide cases, and gives the processor time that this took it.
func (g *generated) work(set, from, n int) (time.Duration, error) {
	var nanoseconds int64
	err := errors.Join(g.to.Encode(gocode.Work{Set: set, From: from, N: n}), g.out.Decode(&nanoseconds))
	return time.Duration(nanoseconds), err
}

// end ends the program.
func (g *generated) end() error {
	defer g.stop()
	return errors.Join(g.in.Close(), g.run.Wait())
}

// againstGenerated is the plan beside the rules as Go: on the few cases and on many, in which all is
// known, and on quiet cases. The two must come to the same in each. The second result ends the
// program.
func (b *Bench) againstGenerated() (pairs []Pair, end func() error, err error) {
	quiet, err := b.quietCases(manyCases)
	if err != nil {
		return nil, nil, err
	}
	known, plausible := b.known[0].wide, inputsOf(quiet)
	sets := []struct {
		name   string
		inputs []evaluate.Input
	}{
		{"all facts known", known[:Cases]}, {fmt.Sprintf("%d cases, all facts known", manyCases), known},
		{"quiet cases", plausible[:Cases]}, {fmt.Sprintf("%d quiet cases", manyCases), plausible},
	}
	folder, err := os.MkdirTemp("", "windscreen-bench")
	if err != nil {
		return nil, nil, err
	}
	g, answers, err := startGenerated(b.cel.Policy, folder, sets[0].inputs, sets[1].inputs, sets[2].inputs, sets[3].inputs)
	if err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(folder))
	}
	end = func() error { return errors.Join(g.end(), os.RemoveAll(folder)) }
	for i, x := range sets {
		if err := sameAnswers(b.cel.Policy, b.compiled, x.inputs, answers[i]); err != nil {
			return nil, nil, errors.Join(fmt.Errorf("%s: %w", x.name, err), end())
		}
		pairs = append(pairs, Pair{
			Name: fmt.Sprintf("verdict, in %g of generated Go, %s", timesGenerated, x.name), Goal: budget,
			Fast:    byPlan(b.compiled, x.inputs),
			Against: Side{Name: "generated", took: func(from, n int) (time.Duration, error) { return g.work(i, from, n) }},
			block:   Cases, times: timesGenerated,
		})
	}
	return pairs, end, nil
}

// timesGenerated is how many times what the rules as Go cost the plan should cost at most.
const timesGenerated = 2.5

// sameAnswers fails unless the program came to what the plan comes to.
func sameAnswers(p *policy.Policy, compiled *plan.Plan, inputs []evaluate.Input, answers []gocode.Answer) error {
	s, v := compiled.NewState(), &plan.Verdict{}
	for i, in := range inputs {
		s.Verdict(in, v)
		if got, want := answers[i], answerOf(p, v); !got.Equal(&want) {
			return fmt.Errorf("case %d: generated Go comes to %v and the plan to %v", i, got, want)
		}
	}
	return nil
}

// answerOf is a verdict of the plan as the program gives one.
func answerOf(p *policy.Policy, v *plan.Verdict) gocode.Answer {
	a := gocode.Answer{Low: int(v.Level.Lo), High: int(v.Level.Hi)}
	for _, g := range v.Grounds {
		a.Grounds = append(a.Grounds, map[logic.Truth]int{logic.False: 0, logic.Unknown: 1, logic.True: 3}[g])
	}
	for _, l := range v.Consent {
		a.Consent = append(a.Consent, slices.Index(p.Consent, l))
	}
	for _, e := range v.Escalations {
		a.Escalations = append(a.Escalations, slices.Index(p.Escalations, e))
	}
	for _, e := range v.Possible {
		a.Possible = append(a.Possible, slices.Index(p.Escalations, e))
	}
	return a
}
