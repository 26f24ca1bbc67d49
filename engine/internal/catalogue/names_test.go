package catalogue_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/testroot"
)

// councils is a root with this many councils, each with one policy.
func councils(n int) fstest.MapFS {
	base := testroot.With()
	out := testroot.With()
	for name := range base {
		if strings.HasPrefix(name, testroot.Policy) {
			delete(out, name)
		}
	}
	for i := range n {
		for name, f := range base {
			if rest, ok := strings.CutPrefix(name, testroot.Policy); ok {
				out[fmt.Sprintf("authorities/council%c/2020/%s", 'a'+i, rest)] = f
			}
		}
	}
	return out
}

// said is what is said of a policy that cannot be had.
func said(t *testing.T, err error) string {
	t.Helper()
	var failure *diagnostic.Failure
	if !errors.As(err, &failure) || len(failure.Diagnostics) != 1 {
		t.Fatalf("the error is %v", err)
	}
	d := failure.Diagnostics[0]
	return d.Message + "; " + d.Remedy
}

// A remedy that lists hundreds of names is none.
func TestNamesAreListedOnlyWhereTheyAreFew(t *testing.T) {
	for n, want := range map[int]string{
		1: "the policies are councila-2020, councila",
		4: "the policies are councila-2020, councilb-2020, councilc-2020, councild-2020, councila, councilb, councilc, councild",
		5: "there are 5 policies of 5 councils; windscreen policies lists them",
	} {
		c, _ := open(t, councils(n))
		_, err := c.Policy("zzz")
		if got, want := said(t, err), `there is no policy called "zzz"; `+want; got != want {
			t.Errorf("of %d: %s, want %s", n, got, want)
		}
		if _, err := c.Policy("councila-2021"); !strings.Contains(said(t, err), "did you mean councila-2020") {
			t.Errorf("of %d: the nearest is not named: %s", n, said(t, err))
		}
	}
}

func TestACouncilIsNoIDAndItsEditionsAreNamed(t *testing.T) {
	c, _ := open(t, root(t))
	for name, want := range map[string]string{
		"made":    "made is a council with several editions; name one: made-second or made-up",
		"nowhere": "nowhere is a council with one edition; name it: nowhere-2020",
	} {
		_, err := c.Policy(name)
		if got := said(t, err); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		_, err = c.Once(name)
		if got := said(t, err); got != want {
			t.Errorf("for one use: %s, want %s", got, want)
		}
	}
}
