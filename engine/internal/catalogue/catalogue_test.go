package catalogue_test

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/testroot"
)

// watched is a rule root that counts how often each file is opened.
type watched struct {
	fstest.MapFS
	mu     sync.Mutex
	opened map[string]int
}

func (w *watched) Open(name string) (fs.File, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if f := w.MapFS[name]; f != nil {
		w.opened[name]++
	}
	return w.MapFS.Open(name)
}

// ReadFile would otherwise go round Open.
func (w *watched) ReadFile(name string) ([]byte, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.opened[name]++
	return w.MapFS.ReadFile(name)
}

// read is the files read since the last call, below a folder.
func (w *watched) read(below string) []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	var out []string
	for _, name := range slices.Sorted(maps.Keys(w.opened)) {
		if strings.HasPrefix(name, below) {
			out = append(out, name)
		}
	}
	w.opened = map[string]int{}
	return out
}

// root is a watched root with a second edition of the same council, from May 2020, and
// another council's document.
func root(t *testing.T) *watched {
	t.Helper()
	base := testroot.With()
	w := &watched{MapFS: base, opened: map[string]int{}}
	for name, f := range testroot.With() {
		if rest, ok := strings.CutPrefix(name, testroot.Policy); ok {
			text := strings.Replace(string(f.Data), "{from: 2019-01-01}", "{from: 2020-05-01}", 1)
			base["authorities/made/second/"+rest] = &fstest.MapFile{Data: []byte(text)}
			base["authorities/nowhere/2020/"+rest] = &fstest.MapFile{Data: f.Data}
		}
	}
	first := base[testroot.Policy+"policy.yaml"]
	first.Data = []byte(strings.Replace(string(first.Data), "{from: 2019-01-01}", "{from: 2019-01-01, to: 2020-04-30}", 1))
	return w
}

// open opens a root; compiled counts how many policies were compiled.
func open(t *testing.T, fsys fs.FS) (c *catalogue.Catalogue, compiled *atomic.Int32) {
	t.Helper()
	compiled = &atomic.Int32{}
	c, list := catalogue.Open(fsys, catalogue.Options{Compile: func(p *policy.Policy) (evaluate.Evaluator, error) {
		compiled.Add(1)
		return plan.New(p), nil
	}})
	if len(list) > 0 {
		t.Fatalf("%s", list)
	}
	return c, compiled
}

func TestOnlyWhatIsAskedForIsRead(t *testing.T) {
	w := root(t)
	c, _ := open(t, w)
	other := func(name string) bool { return !strings.HasPrefix(name, "vocabulary/") }
	if got := w.read(""); len(got) == 0 || slices.ContainsFunc(got, other) {
		t.Errorf("opening reads %v", got)
	}
	names := []string{"made-second", "made-up", "nowhere-2020", "made", "nowhere"}
	if diff := cmp.Diff(names, c.Names()); diff != "" {
		t.Errorf("the names (-want +got):\n%s", diff)
	}
	if got := w.read(""); len(got) > 0 {
		t.Errorf("giving the names reads %v", got)
	}
	choice, list := c.Choose("made", time.Date(2020, 6, 1, 12, 0, 0, 0, time.UTC), diagnostic.Diagnostic{})
	if list != nil || choice.ID != "made-second" {
		t.Errorf("%+v, %s", choice, list)
	}
	if diff := cmp.Diff([]string{"authorities/made/second/policy.yaml", "authorities/made/up/policy.yaml"}, w.read("")); diff != "" {
		t.Errorf("choosing an edition reads (-want +got):\n%s", diff)
	}
	if _, err := c.Policy("made-second"); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"authorities/made/second/clauses.yaml", "authorities/made/second/rules.yaml",
		"shared/law/clauses.yaml", "shared/law/grounds.yaml", "shared/law/policy.yaml",
	}
	if diff := cmp.Diff(want, w.read("")); diff != "" {
		t.Errorf("a policy reads (-want +got):\n%s", diff)
	}
	if _, err := c.Policy("nowhere-2020"); err != nil {
		t.Fatal(err)
	}
	if got := w.read("shared/"); got != nil {
		t.Errorf("a second policy reads %v again", got)
	}
}

func TestAPolicyIsMadeReadyOnceForManyGoroutines(t *testing.T) {
	w := root(t)
	c, compiled := open(t, w)
	var wait sync.WaitGroup
	got := make([]*catalogue.Policy, 16)
	for i := range got {
		wait.Go(func() {
			p, err := c.Policy("made-up")
			if err != nil {
				t.Error(err)
			}
			got[i] = p
		})
	}
	wait.Wait()
	for _, p := range got {
		if p != got[0] {
			t.Error("two goroutines got two policies")
		}
	}
	if n := compiled.Load(); n != 1 {
		t.Errorf("compiled %d times", n)
	}
}

func TestAFirstTryThatFailedStaysFailed(t *testing.T) {
	w := root(t)
	name := testroot.Policy + "rules.yaml"
	sound := w.MapFS[name].Data
	w.MapFS[name] = &fstest.MapFile{Data: []byte("levels: []\n")}
	c, _ := open(t, w)
	_, first := c.Policy("made-up")
	w.MapFS[name] = &fstest.MapFile{Data: sound}
	_, second := c.Policy("made-up")
	var failure *diagnostic.Failure
	if !errors.As(first, &failure) || first.Error() != second.Error() {
		t.Errorf("first %v, then %v", first, second)
	}
	if _, err := c.Policy("nowhere-2020"); err != nil {
		t.Errorf("the fault of one policy is another's: %v", err)
	}
}

func TestEachPolicyIsFreedBeforeTheNext(t *testing.T) {
	c, compiled := open(t, root(t))
	visit := func() []string {
		var ids []string
		if err := c.Each(t.Context(), c.IDs(), func(p *catalogue.Policy) error {
			ids = append(ids, p.Policy.ID)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return ids
	}
	if diff := cmp.Diff(c.IDs(), visit()); diff != "" {
		t.Error(diff)
	}
	if len(c.Ready()) != 0 {
		t.Errorf("%d policies are kept", len(c.Ready()))
	}
	if _, err := c.Policy("made-up"); err != nil {
		t.Fatal(err)
	}
	compiled.Store(0)
	visit()
	if n := compiled.Load(); n != 2 || len(c.Ready()) != 1 {
		t.Errorf("%d policies compiled beside the one in use, %d kept", n, len(c.Ready()))
	}
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	err := c.Each(ctx, c.IDs(), func(*catalogue.Policy) error { n++; cancel(); return nil })
	if !errors.Is(err, context.Canceled) || n != 1 {
		t.Errorf("after the context ended %d were visited: %v", n, err)
	}
	stop := errors.New("stop")
	if err := c.Each(t.Context(), c.IDs(), func(*catalogue.Policy) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("an error of visit is lost: %v", err)
	}
}

func TestTwoEditionsOfOneDayAreAnErrorWhereOneIsChosen(t *testing.T) {
	w := root(t)
	second := w.MapFS["authorities/made/second/policy.yaml"]
	second.Data = []byte(strings.Replace(string(second.Data), "2020-05-01", "2020-04-01", 1))
	c, _ := open(t, w)
	_, list := c.Choose("made", time.Date(2020, 6, 1, 12, 0, 0, 0, time.UTC), diagnostic.Diagnostic{})
	if !list.HasErrors() || list[0].Code != diagnostic.Conflict || list[0].File != "authorities/made/second/policy.yaml" {
		t.Errorf("%s", list)
	}
}

func TestAPolicySetsASharedParameterAnew(t *testing.T) {
	law := []txtar.File{
		{Name: "shared/law/grounds.yaml", Data: []byte(`
parameters:
  young: {value: 3, why: The law does not say}
statutes:
  - {name: s47, section: s47, title: Enquiries}
grounds:
  - {id: law.protection, title: Young, cite: [LAW-47], ground: s47, when: child.age < young}
`)},
		{Name: "authorities/made/up/extra.yaml", Data: []byte(`
parameters:
  young: {value: 5, why: The document says five, cite: [MU-1]}
`)},
	}
	for n := range 2 {
		w, list := catalogue.Link(testroot.With(law[:n+1]...))
		if len(list) > 0 {
			t.Fatalf("%s", list)
		}
		p := w.Policies[0]
		if young := p.Parameters["young"]; young.Int != int64(3+2*n) {
			t.Errorf("the parameter is %d", young.Int)
		}
		hi := int64(0)
		for _, g := range p.Grounds {
			hi = g.When.Root.Hi
		}
		if hi != int64(2+2*n) {
			t.Errorf("the shared rule asks for up to %d", hi)
		}
	}
}

func TestAPanicInAFirstTryIsNotForgotten(t *testing.T) {
	c, list := catalogue.Open(root(t), catalogue.Options{Compile: func(*policy.Policy) (evaluate.Evaluator, error) { panic("broken") }})
	if len(list) > 0 {
		t.Fatalf("%s", list)
	}
	for range 2 {
		func() {
			defer func() {
				if got := recover(); got != "broken" {
					t.Errorf("the panic is %v", got)
				}
			}()
			p, err := c.Policy("made-up")
			t.Errorf("there is an answer: %v, %v", p, err)
		}()
	}
	if ready := c.Ready(); len(ready) > 0 {
		t.Errorf("%d policies are ready", len(ready))
	}
}

func TestARootWithoutADocumentIsRefused(t *testing.T) {
	base := testroot.With()
	for name := range base {
		if strings.HasPrefix(name, testroot.Policy) {
			delete(base, name)
		}
	}
	want := []string{". missing-file: there is no policy here"}
	c, list := catalogue.Open(base, catalogue.Options{})
	if diff := cmp.Diff(want, in(list)); diff != "" {
		t.Errorf("opening it (-want +got):\n%s", diff)
	}
	list, err := c.All(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, in(list)); diff != "" {
		t.Errorf("everything in it (-want +got):\n%s", diff)
	}
}

// TestWhatAnEvaluatorRefusesHasThePlaceOfItsRule has an evaluator refuse one rule, which no
// rules are known to make a real one do.
func TestWhatAnEvaluatorRefusesHasThePlaceOfItsRule(t *testing.T) {
	var rule *policy.Rule
	c, list := catalogue.Open(testroot.With(), catalogue.Options{Name: "here", Compile: func(p *policy.Policy) (evaluate.Evaluator, error) {
		for _, i := range p.Indicators {
			rule = i.Rule
		}
		return nil, &evaluate.Refused{Rule: rule, By: "abacus", Err: errors.New("it has too few beads")}
	}})
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	_, err := c.Policy(c.IDs()[0])
	var failure *diagnostic.Failure
	if !errors.As(err, &failure) || len(failure.Diagnostics) == 0 {
		t.Fatalf("the error is %v", err)
	}
	d := failure.Diagnostics[len(failure.Diagnostics)-1]
	if d.Code != diagnostic.Engine || d.File != "here/"+rule.File || d.Start.Line < rule.Start.Line || d.Start.IsZero() || d.Remedy == "" ||
		d.Message != "rule "+rule.ID+": abacus refuses it: it has too few beads" {
		t.Errorf("the fault is %+v, of the rule at %s:%d", d, rule.File, rule.Start.Line)
	}
}
