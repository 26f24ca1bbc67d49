package authoring_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/testroot"
)

// That twelve pigeons do not fit into eleven holes is true, and takes a solver that only tries things out very long.
func TestWhatIsNotDecidedIsSaid(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	const pigeons, holes = 12, 11
	var facts, fits strings.Builder
	facts.WriteString("domain: p\ntitle: Pigeons\nask: Pigeons?\nof: child\nfacts:\n")
	for pigeon := range pigeons {
		var in []string
		for hole := range holes {
			fmt.Fprintf(&facts, "  in_%x%x: {title: T, ask: A, type: yes_no, nothing: \"no\"}\n", pigeon, hole)
			in = append(in, fmt.Sprintf("p.in_%x%x", pigeon, hole))
		}
		fmt.Fprintf(&fits, "(%s)\n      && ", strings.Join(in, " || "))
	}
	for hole := range holes {
		var in []string
		for pigeon := range pigeons {
			in = append(in, fmt.Sprintf("p.in_%x%x", pigeon, hole))
		}
		fmt.Fprintf(&fits, "!atLeastN(2, %s)\n      && ", strings.Join(in, ", "))
	}
	rule := "cautions:\n  - id: fits\n    title: T\n    cite: [MU-1]\n    says: S\n    when: |\n      " + fits.String() + "true\n"
	list := lint(t, testroot.With(
		txtar.File{Name: "vocabulary/p.yaml", Data: []byte(facts.String())},
		txtar.File{Name: testroot.Policy + "extra.yaml", Data: []byte(rule)}))
	if len(list) != 1 || list[0].Code != diagnostic.Undecided || list[0].Severity != diagnostic.Warning {
		t.Errorf("it should be said that one rule was not decided:\n%s", list)
	}
}
