package parallel_test

import (
	"errors"
	"testing"

	"windscreen/engine/internal/panicked"
	"windscreen/engine/internal/parallel"
)

func TestEachPieceIsDoneOnce(t *testing.T) {
	for _, n := range []int{0, 1, 100} {
		done := make([]int, n)
		parallel.Each(n, func(i int) { done[i]++ })
		for i, times := range done {
			if times != 1 {
				t.Errorf("of %d, piece %d was done %d times", n, i, times)
			}
		}
	}
}

func TestAPanicOfOnePieceReachesWhoeverAsked(t *testing.T) {
	defer func() {
		if f, ok := recover().(*panicked.Fault); !ok || f.Kind != "*errors.errorString" {
			t.Errorf("%v came of a panic", f)
		}
	}()
	parallel.Each(3, func(i int) {
		if i == 1 {
			panic(errors.New("made up"))
		}
	})
	t.Error("the panic was lost")
}
