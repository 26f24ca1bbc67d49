package catalogue_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
)

const firstHead, secondHead = "authorities/made/up/policy.yaml", "authorities/made/second/policy.yaml"

// edited is the root of two editions with one text of a file replaced by another.
func edited(t *testing.T, edits ...[3]string) *watched {
	t.Helper()
	w := root(t)
	for _, e := range edits {
		f := w.MapFS[e[0]]
		text := strings.Replace(string(f.Data), e[1], e[2], 1)
		if text == string(f.Data) {
			t.Fatalf("%s does not hold %q", e[0], e[1])
		}
		f.Data = []byte(text)
	}
	return w
}

// in says of each diagnostic what it is and where, in order.
func in(list diagnostic.List) []string {
	var out []string
	for _, d := range list {
		out = append(out, d.File+" "+string(d.Code)+": "+d.Message)
	}
	return out
}

// lint is everything that is wrong with a root.
func lint(t *testing.T, fsys fs.FS) diagnostic.List {
	t.Helper()
	_, list := catalogue.Link(fsys)
	return list
}

// TestNoEditionIsChosenWhileADateIsAtFault has a case of a day that an edition with a fault
// in its dates may cover. Another edition must not answer in its place.
func TestNoEditionIsChosenWhileADateIsAtFault(t *testing.T) {
	endless := [3]string{firstHead, "{from: 2019-01-01, to: 2020-04-30}", "{from: 2019-01-01}"}
	for name, x := range map[string]struct {
		edits [][3]string
		want  []string
	}{
		"a month of one digit": {[][3]string{endless, {secondHead, "2020-05-01", `"2020-5-1"`}},
			[]string{secondHead + ` unreadable-date: "2020-5-1" is not a date`}},
		"a month that does not exist": {[][3]string{endless, {secondHead, "2020-05-01", `"2020-13-01"`}},
			[]string{secondHead + ` unreadable-date: "2020-13-01" is not a date`}},
		"a last day before the first": {[][3]string{{secondHead, "{from: 2020-05-01}", "{from: 2020-05-01, to: 2020-04-30}"}},
			[]string{secondHead + " conflict: the last day comes before the first"}},
		"a last day that is no date": {[][3]string{{firstHead, "2020-04-30", "soon"}},
			[]string{firstHead + ` unreadable-date: "soon" is not a date`}},
		"no date, but a list": {[][3]string{{secondHead, "{from: 2020-05-01}", "[2020-05-01]"}},
			[]string{secondHead + ` wrong-shape: "in_force" must be a mapping, but it is a list`}},
	} {
		t.Run(name, func(t *testing.T) {
			w := edited(t, x.edits...)
			c, _ := open(t, w)
			choice, list := c.Choose("made", time.Date(2021, 3, 1, 12, 0, 0, 0, time.UTC), diagnostic.Diagnostic{File: "case.yaml"})
			if choice.ID != "" {
				t.Errorf("%s is chosen", choice.ID)
			}
			if diff := cmp.Diff(x.want, in(list)); diff != "" {
				t.Errorf("choosing (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(x.want, in(lint(t, w))); diff != "" {
				t.Errorf("lint (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAnEditionNamedByIDWhoseDatesAreAtFaultIsNotSaidToBeOutOfForce(t *testing.T) {
	c, _ := open(t, edited(t, [3]string{secondHead, "2020-05-01", `"2020-5-1"`}))
	choice, list := c.Choose("made-second", time.Date(2019, 3, 1, 12, 0, 0, 0, time.UTC), diagnostic.Diagnostic{})
	if list != nil || choice.ID != "made-second" || !choice.InForce {
		t.Errorf("%+v, %s", choice, list)
	}
	_, err := c.Policy("made-second")
	if err == nil || !strings.Contains(err.Error(), "is not a date") {
		t.Errorf("using it gives %v", err)
	}
}

func TestAHeadThatIsAFolderIsNoConflictOfEditions(t *testing.T) {
	w := root(t)
	delete(w.MapFS, secondHead)
	w.MapFS[secondHead+"/notes.txt"] = &fstest.MapFile{Data: []byte("notes")}
	for _, d := range lint(t, w) {
		if d.Code == diagnostic.Conflict {
			t.Errorf("%s", d)
		}
	}
	c, _ := open(t, w)
	_, list := c.Choose("made", time.Date(2019, 3, 1, 12, 0, 0, 0, time.UTC), diagnostic.Diagnostic{})
	if len(list) != 1 || list[0].File != secondHead {
		t.Errorf("choosing gives %s", list)
	}
}
