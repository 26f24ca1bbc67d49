// Package gocode writes the rules of a policy as Go, to measure against: one case at a time it is
// about as fast as the rules can get, and nobody would want to read or change it. The code is made from the checked
// conditions and shares nothing with package plan. It goes by Kleene's rules alone, so it gives the
// same verdict as the plan in cases in which every fact is known.
//
// The code is built and run in a process of its own. It is in no package of the module, so that
// building the module needs nothing generated.
package gocode

import (
	"bytes"
	"embed"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"windscreen/engine/internal/cputime"
	"windscreen/engine/internal/policy"
)

//go:embed program
var program embed.FS

// ignored keeps the sources of the program out of the build of this module.
const ignored = "//go:build ignore\n\n"

// Write writes the program for a policy to an empty folder. The folder is then a module without
// dependencies.
func Write(p *policy.Policy, folder string) error {
	for _, f := range []struct {
		in   fs.ReadFileFS
		name string
	}{{program, "program/main.go"}, {program, "program/truth.go"}, {cputime.Sources, "unix.go"}, {cputime.Sources, "other.go"}} {
		text, err := f.in.ReadFile(f.name)
		if err != nil {
			return err
		}
		text = bytes.TrimPrefix(text, []byte(ignored))
		text = bytes.Replace(text, []byte("package cputime"), []byte("package main"), 1)
		if err := os.WriteFile(filepath.Join(folder, path.Base(f.name)), text, 0o600); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "decide.go"), []byte(Source(p)), 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "go.mod"), []byte("module verdict\n\ngo 1.25.0\n"), 0o600)
}

// The program reads Sets, writes their Answers, and then reads one Work after another until its
// input ends, each of which it does and answers with how many nanoseconds that took. They are in
// the encoding of encoding/gob.
type (
	// Case is what is known of a case. Values has the two ends of each fact, one after the other.
	Case struct {
		Values      []int64
		AsOf        int64
		Judged      bool
		JudgedLevel int64
	}
	// Sets are sets of cases.
	Sets struct{ Cases [][]Case }
	// Answers are by set and case: see Answer.
	Answers struct{ Of [][]Answer }
	// Answer is a verdict. Grounds are by statute: 0 for no, 1 for unknown and 3 for yes. Consent,
	// Escalations and Possible are indexes of the policy's lines and escalations.
	Answer struct {
		Low, High                               int
		Grounds, Consent, Escalations, Possible []int
	}
	// Work is to decide N cases of a set, beginning with case From.
	Work struct{ Set, From, N int }
)

// Equal reports whether two answers are the same.
func (a *Answer) Equal(b *Answer) bool {
	return a.Low == b.Low && a.High == b.High && slices.Equal(a.Grounds, b.Grounds) && slices.Equal(a.Consent, b.Consent) &&
		slices.Equal(a.Escalations, b.Escalations) && slices.Equal(a.Possible, b.Possible)
}
