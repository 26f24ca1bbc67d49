package benchmark

import "runtime"

// Texts are made-up cases in JSON, and how much of each is known.
type Texts struct {
	// Known says it in words, such as "all facts known".
	Known string
	Cases [][]byte
}

// Texts are the made-up cases that everything here is measured on. They name no policy. The caller must not change them.
func (b *Bench) Texts() []Texts {
	var out []Texts
	for _, d := range b.known {
		out = append(out, Texts{Known: d.name, Cases: d.texts})
	}
	return out
}

// Report is a report without figures: what is measured with, and the machine.
func (b *Bench) Report(rounds int) *Report {
	return &Report{
		Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, CPUs: runtime.GOMAXPROCS(0),
		Policy: b.policy.ID(), Rules: len(b.cel.Policy.Rules), Facts: len(b.cel.Policy.Vocabulary.Facts), Rounds: rounds,
	}
}
