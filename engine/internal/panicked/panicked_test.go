package panicked_test

import (
	"strings"
	"testing"

	"windscreen/engine/internal/panicked"
)

// nowhere is a list that has nothing at any place.
var nowhere []string

// faultOf is the fault of something that panics.
func faultOf(do func()) (f *panicked.Fault) {
	defer func() { f = panicked.Of(recover()) }()
	do()
	return nil
}

func planned()    { panic("what a case says") }
func outOfRange() { _ = nowhere[len(nowhere)] }

func TestAFaultSaysWhereAndNotWhat(t *testing.T) {
	for name, x := range map[string]struct {
		do    func()
		kind  string
		where string
	}{
		"a panic of its own":    {planned, "string", "panicked_test.planned:"},
		"a place out of range":  {outOfRange, "runtime.boundsError", "panicked_test.outOfRange:"},
		"one that was recorded": {func() { panic(&panicked.Fault{Kind: "int", Where: []string{"elsewhere:1"}}) }, "int", "elsewhere:1"},
	} {
		t.Run(name, func(t *testing.T) {
			f := faultOf(x.do)
			if f.Kind != x.kind || len(f.Where) == 0 || !strings.Contains(f.Where[0], x.where) {
				t.Errorf("it says %+v", f)
			}
			if said := f.String(); strings.Contains(said, "what a case says") || !strings.Contains(said, x.where) {
				t.Errorf("Go would print %s", said)
			}
		})
	}
}
