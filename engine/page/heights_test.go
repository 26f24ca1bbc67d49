package page

import (
	"fmt"
	"testing"
)

// While a page gets shorter, what changed is measured again, and the sum is what the whole page takes.
func TestAPageMeasuredInPartsIsAsLongAsTheWhole(t *testing.T) {
	for steps := range 6 {
		p := Of(alone(full(t, 20, steps)...))
		h := newHeights(p)
		same := func(what string) {
			if got, want := h.lines(), Lines(p); got != want {
				t.Errorf("%d steps, %s: %d lines in parts, %d as a whole", steps, what, got, want)
			}
		}
		same("at first")
		for _, s := range []*Section{&p.Next, &p.FindOut, &p.Steps, &p.Why[0], &p.Sure} {
			for len(s.Entries) > 0 {
				dropLast(s, "step")
				same(fmt.Sprintf("%s with %d", s.Heading, len(s.Entries)))
			}
		}
		p.Family.Entries[0].Text += " It is longer than it was before, by far more than a line of the screen has room for."
		same("a longer row")
		p.Next = Section{}
		same("nothing next")
	}
}
