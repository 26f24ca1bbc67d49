//go:build ignore

// Command verdict decides cases by rules that were written as Go, and says how long it took.
package main

import (
	"bufio"
	"encoding/gob"
	"io"
	"os"
	"time"
)

// These are as in the package that wrote the program.
type (
	Case struct {
		Values      []int64
		AsOf        int64
		Judged      bool
		JudgedLevel int64
	}
	Sets    struct{ Cases [][]Case }
	Answers struct{ Of [][]Answer }
	Answer  struct {
		Low, High                               int
		Grounds, Consent, Escalations, Possible []int
	}
	Work struct{ Set, From, N int }
)

// known is a case as decide reads it.
type known struct {
	values      [facts]value
	asOf        int64
	judged      bool
	judgedLevel int64
}

// verdict is what decide fills in.
type verdict struct {
	low, high int
	grounds   [statutes]truth
	// The first of the elements of each list hold; the last element is only there to write to.
	consent                            [consents + 1]uint16
	escalations, possible              [escalations + 1]uint16
	consented, escalated, possibleOnes int
}

func main() {
	if err := serve(os.Stdin, os.Stdout); err != nil && err != io.EOF {
		println(err.Error())
		os.Exit(1)
	}
}

func serve(r io.Reader, w io.Writer) (err error) {
	if london, err = time.LoadLocation("Europe/London"); err != nil {
		return err
	}
	in, out := gob.NewDecoder(bufio.NewReader(r)), gob.NewEncoder(w)
	var sets Sets
	if err := in.Decode(&sets); err != nil {
		return err
	}
	var cases [][]known
	var answers Answers
	v := new(verdict)
	for _, set := range sets.Cases {
		var of []known
		var to []Answer
		for i := range set {
			of = append(of, read(&set[i]))
			decide(&of[i], v)
			to = append(to, v.answer())
		}
		cases, answers.Of = append(cases, of), append(answers.Of, to)
	}
	if err := out.Encode(&answers); err != nil {
		return err
	}
	for {
		var work Work
		if err := in.Decode(&work); err != nil {
			return err
		}
		set := cases[work.Set]
		begun := Used()
		for i := range work.N {
			decide(&set[(work.From+i)%len(set)], v)
		}
		if err := out.Encode(int64(Used() - begun)); err != nil {
			return err
		}
	}
}

func read(c *Case) known {
	k := known{asOf: c.AsOf, judged: c.Judged, judgedLevel: c.JudgedLevel}
	for i := range k.values {
		k.values[i] = value{c.Values[2*i], c.Values[2*i+1]}
	}
	return k
}

func (v *verdict) answer() Answer {
	a := Answer{Low: v.low, High: v.high, Consent: ints(v.consent[:v.consented]),
		Escalations: ints(v.escalations[:v.escalated]), Possible: ints(v.possible[:v.possibleOnes])}
	for _, g := range v.grounds {
		a.Grounds = append(a.Grounds, int(g))
	}
	return a
}

func ints(list []uint16) (out []int) {
	for _, x := range list {
		out = append(out, int(x))
	}
	return out
}
