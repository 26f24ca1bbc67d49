package comparison_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/comparison"
	"windscreen/engine/term"
)

func TestAComparisonHasEveryAspectInOrder(t *testing.T) {
	var got []term.Aspect
	for _, a := range comparison.Of("", nil).Aspects {
		got = append(got, a.Name)
	}
	if diff := cmp.Diff(term.TableOf[term.Aspect]().Values(), got); diff != "" {
		t.Errorf("(-listed +compared)\n%s", diff)
	}
}
