package engine_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/recommendation"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

var update = flag.Bool("update", false, "write golden files anew")

const unlessArchive = "testdata/explanations/unless-and-named.txtar"

// unlessCases are cases under the archive's rules, by what is known of what stands under
// unless.
var unlessCases = map[string]string{
	"open":      "child: {age: 2}, home: {child_present: true}",
	"ruled-out": "child: {age: 2, status: none, agencies: []}, home: {child_present: true}",
	"certain":   "child: {age: 2, status: looked_after, agencies: [police, school]}, home: {child_present: true}",
	"quiet":     "child: {age: 4, agencies: []}, home: {child_present: true}",
}

// unlessAnswer answers one of the cases.
func unlessAnswer(t *testing.T, name string) *recommendation.Recommendation {
	t.Helper()
	a, err := txtar.ParseFile(unlessArchive)
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.Load(t.Context(),
		testroot.With(slices.DeleteFunc(a.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "want") })...))
	if err != nil {
		t.Fatal(err)
	}
	data := fmt.Sprintf("{id: %s, policy: made-up, as_of: 2020-03-02T14:10, %s}", name, unlessCases[name])
	return evaluate(t, e, name+".yaml", []byte(data))
}

func TestAnswersWithUnlessAndNamedConditionsLookAsTheyDidBefore(t *testing.T) {
	a, err := txtar.ParseFile(unlessArchive)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	files := slices.DeleteFunc(slices.Clone(a.Files), func(f txtar.File) bool {
		want[f.Name] = string(f.Data)
		return strings.HasPrefix(f.Name, "want")
	})
	for _, name := range []string{"certain", "open", "quiet", "ruled-out"} {
		r := unlessAnswer(t, name)
		for ending, options := range map[string]render.Options{"": {Full: true}, "-with-rules": {Full: true, Rules: true}} {
			var out bytes.Buffer
			if err := render.Recommendation(&out, render.Text, r, options); err != nil {
				t.Fatal(err)
			}
			// The receipt holds hashes of the files.
			text, _, _ := strings.Cut(out.String(), "\nReceipt\n")
			file := "want-" + name + ending
			files = append(files, txtar.File{Name: file, Data: []byte(text + "\n")})
			if diff := cmp.Diff(want[file], text+"\n"); diff != "" && !*update {
				t.Errorf("%s is not as before (-before +now):\n%s", file, diff)
			}
		}
	}
	if *update {
		slices.SortStableFunc(files, func(a, b txtar.File) int {
			if !strings.HasPrefix(a.Name, "want") || !strings.HasPrefix(b.Name, "want") {
				return 0
			}
			return strings.Compare(a.Name, b.Name)
		})
		a.Files = files
		if err := os.WriteFile(filepath.FromSlash(unlessArchive), txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOnlyACertainExceptionEndsARule(t *testing.T) {
	for name, want := range map[string]struct {
		due    string // the escalations that are due
		unless string // notify's exception, and whether it is open
		inform term.Inform
		waits  []string // what it waits on
	}{
		"open":      {"ring notify", "a council placed the child: open", "advice_first", []string{"child.status"}},
		"ruled-out": {"ring notify", "a council placed the child: not so", "advice_first", nil},
		"certain":   {"", "", "expected", nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := unlessAnswer(t, name)
			var due []string
			for _, e := range r.Escalations {
				due = append(due, e.ID)
				if e.ID != "notify" {
					continue
				}
				says := e.Unless.Says + ": " + map[bool]string{true: "open", false: "not so"}[e.Unless.Open]
				if says != want.unless || !slices.Equal(e.Unless.WaitsOn, want.waits) || e.Unless.When != "placed" {
					t.Errorf("unless is %+v, want %s, waiting on %v", e.Unless, want.unless, want.waits)
				}
			}
			if got := strings.Join(due, " "); got != want.due || r.Consent.Inform != want.inform {
				t.Errorf("due are %q and telling is %s; want %q and %s", got, r.Consent.Inform, want.due, want.inform)
			}
			data, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			if open := strings.Contains(string(data), `"open":true`); open != (name == "open") {
				t.Errorf("the JSON says that something under unless is open: %v", open)
			}
		})
	}
}

// What stands under an open unless is asked for, though its rule holds.
func TestWhatIsOpenUnderUnlessIsAmongTheQuestions(t *testing.T) {
	asked := func(name string) map[string]bool {
		out := map[string]bool{}
		for _, q := range unlessAnswer(t, name).Questions {
			for _, c := range q.Could {
				out[q.Fact+" for "+c.Rule] = true
			}
		}
		return out
	}
	open, closed := asked("open"), asked("ruled-out")
	for _, want := range []string{"child.status for notify", "child.agencies for ring", "child.agencies for door",
		"child.agencies for advice", "child.agencies for caution"} {
		if !open[want] || closed[want] {
			t.Errorf("%s: asked while open %v, and when it is known %v", want, open[want], closed[want])
		}
	}
}

func TestANamedConditionIsNamedAndWhatIsBehindItStillTold(t *testing.T) {
	r := unlessAnswer(t, "open")
	i := slices.IndexFunc(r.Indicators, func(i recommendation.Indicator) bool { return i.ID == "there" })
	if i < 0 {
		t.Fatal("the sign does not hold")
	}
	sign := r.Indicators[i]
	want := []recommendation.Condition{
		{Name: "young_and_there", Title: "A child under three was there", Value: term.IsMet, When: "young && home.child_present"},
		{Name: "young", Title: "The child is under three", Value: term.IsMet, When: "child.age < infant_under"},
	}
	if diff := cmp.Diff(want, sign.Conditions); diff != "" {
		t.Errorf("the conditions are not as expected (-want +got):\n%s", diff)
	}
	var facts []string
	for _, f := range sign.Because {
		facts = append(facts, f.Fact)
	}
	if got := strings.Join(facts, " "); got != "child.age home.child_present" {
		t.Errorf("it rests on %q", got)
	}
	quiet := unlessAnswer(t, "quiet").Level.Criterion.Parts
	part := func(p recommendation.Part) bool {
		return p.Text == "old_enough_and_hurt" && p.Says == "A child of three or more was there"
	}
	if !slices.ContainsFunc(quiet, part) {
		t.Errorf("the criterion does not say the part by its title: %+v", quiet)
	}
}
