package authoring_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"windscreen/engine/authoring"
	"windscreen/engine/effect"
	"windscreen/engine/internal/testroot"
)

// desk is a folder with rules and scenarios that somebody edits, and what follows it.
type desk struct {
	*testing.T
	dir string
	f   *authoring.Follower
}

const (
	ruleFile     = "rules/" + testroot.Policy + "rules.yaml"
	scenarioFile = "fixtures/three.yaml"
)

// edited is a desk that is followed until the test ends.
func edited(t *testing.T) *desk {
	t.Helper()
	d := &desk{T: t, dir: t.TempDir()}
	if err := os.CopyFS(filepath.Join(d.dir, "rules"), testroot.With()); err != nil {
		t.Fatal(err)
	}
	d.write(scenarioFile, string(threeCases.Data))
	d.follow(os.DirFS(filepath.Join(d.dir, "rules")))
	return d
}

// follow follows rules and the scenarios of the desk.
func (d *desk) follow(rules fs.FS) {
	d.Helper()
	var err error
	d.f, err = authoring.Follow(rules, "rules", authoring.FollowOptions{Fixtures: []string{filepath.Join(d.dir, "fixtures")}})
	if err != nil {
		d.Fatal(err)
	}
	ctx, cancel := context.WithCancel(d.Context())
	var wait sync.WaitGroup
	wait.Go(func() { d.f.Watch(ctx, 2*time.Millisecond) })
	d.Cleanup(func() { cancel(); wait.Wait() })
}

func (d *desk) read(name string) string {
	d.Helper()
	data, err := os.ReadFile(filepath.Join(d.dir, name))
	if err != nil {
		d.Fatal(err)
	}
	return string(data)
}

// write writes a file whole, as an editor does.
func (d *desk) write(name, text string) {
	d.Helper()
	path := filepath.Join(d.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		d.Fatal(err)
	}
	if err := os.WriteFile(path+".new", []byte(text), 0o600); err != nil {
		d.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		d.Fatal(err)
	}
}

// change changes a file.
func (d *desk) change(name, from, to string) {
	d.Helper()
	text := d.read(name)
	if !strings.Contains(text, from) {
		d.Fatalf("%s lacks %q", name, from)
	}
	d.write(name, strings.ReplaceAll(text, from, to))
}

// until waits for a report that is as asked for.
func (d *desk) until(what string, so func(effect.Report) bool) effect.Report {
	d.Helper()
	var r effect.Report
	for range 3000 {
		if r = d.f.Report(); so(r) {
			return r
		}
		time.Sleep(2 * time.Millisecond)
	}
	d.Fatalf("never %s: %+v", what, r)
	return r
}

// after waits until the work on a later change than a number of changes has ended.
func (d *desk) after(number int) effect.Report {
	d.Helper()
	return d.until(fmt.Sprintf("ended after change %d", number), func(r effect.Report) bool { return r.Number > number && !r.Working() })
}

func TestWhatAnEditDoesIsWorkedOutOnceForEachChange(t *testing.T) {
	d := edited(t)
	first := d.after(0)
	if first.Failed != nil || first.Lint == nil || first.Scenarios == nil || !first.Scenarios.OK() || first.Coverage == nil {
		t.Fatalf("the first report is %+v", first)
	}
	if first.Changes.Any() || !first.Changes.Since.IsZero() {
		t.Errorf("the first run changed something: %+v", first.Changes)
	}

	d.change(ruleFile, `atLeast("present")`, `atLeast("past")`)
	d.after(first.Number)
	d.change(scenarioFile, "hold: [abuse]", "not: [abuse]")
	failing := d.until("a run that fails", func(r effect.Report) bool {
		return !r.Working() && r.Scenarios != nil && r.Scenarios.Failed() == 1
	})
	if c := failing.Changes; len(c.Fail) != 1 || c.Fail[0].Name != "Known" || len(c.Pass)+len(c.New)+len(c.Gone) > 0 || c.Since.IsZero() {
		t.Errorf("what changed is %+v", c)
	}
	if failing.Coverage != nil {
		t.Error("scenarios that fail cover something")
	}
	if f := failing.Scenarios.Results[0].Failures; len(f) != 1 || f[0].Expected == "" || f[0].Actual == "" {
		t.Errorf("the failure is %+v", f)
	}

	d.change(ruleFile, "indicators:", "nonsense:")
	broken := d.after(failing.Number)
	if broken.Lint == nil || !broken.Lint.Found.HasErrors() || broken.Scenarios != nil || broken.Coverage != nil {
		t.Errorf("rules with a fault give %+v", broken)
	}

	// What is mended is compared with the last run, though there were faults meanwhile.
	d.change(ruleFile, "nonsense:", "indicators:")
	same := d.after(broken.Number)
	if same.Changes.Any() || same.Scenarios.Failed() != 1 {
		t.Errorf("the same rules as before the fault change %+v", same.Changes)
	}
	d.change(scenarioFile, "not: [abuse]}}\n  - name: Not known", "hold: [abuse]}}\n  - name: Not known")
	if c := d.after(same.Number).Changes; len(c.Pass) != 1 || len(c.Fail) > 0 {
		t.Errorf("what was mended is %+v", c)
	}

	number := d.f.Report().Number
	time.Sleep(50 * time.Millisecond) // many looks, at files that are at rest
	if now := d.f.Report().Number; now != number {
		t.Errorf("work began %d times without a change", now-number)
	}
}

// slow is a folder of rules of which one file is read only once it may be. It counts looks at that file.
type slow struct {
	fs.StatFS
	waits *atomic.Bool
	looks *atomic.Int64
	came  chan struct{}
	goOn  chan struct{}
}

// Stat looks at a file.
func (s slow) Stat(name string) (fs.FileInfo, error) {
	if strings.HasSuffix(name, "up/rules.yaml") {
		defer s.looks.Add(1)
	}
	return s.StatFS.Stat(name)
}

// Open waits before it opens the rules of the policy.
func (s slow) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "up/rules.yaml") && s.waits.CompareAndSwap(true, false) {
		s.came <- struct{}{}
		<-s.goOn
	}
	return s.StatFS.Open(name)
}

// slowly is a desk that is followed, whose first run waits to be let go on.
func slowly(t *testing.T) (*desk, slow) {
	t.Helper()
	d := &desk{T: t, dir: t.TempDir()}
	if err := os.CopyFS(filepath.Join(d.dir, "rules"), testroot.With()); err != nil {
		t.Fatal(err)
	}
	d.write(scenarioFile, string(threeCases.Data))
	folder, ok := os.DirFS(filepath.Join(d.dir, "rules")).(fs.StatFS)
	if !ok {
		t.Fatal("a folder has no Stat, so that a look at it would wait as well")
	}
	s := slow{folder, new(atomic.Bool), new(atomic.Int64), make(chan struct{}), make(chan struct{})}
	s.waits.Store(true)
	d.follow(s)
	<-s.came
	return d, s
}

// TestANewerChangeEndsTheWorkOnTheOneBefore takes the change back before the work goes on. The files are then as they were when
// the work began, so it would report on them if the change had not ended it.
func TestANewerChangeEndsTheWorkOnTheOneBefore(t *testing.T) {
	d, s := slowly(t)
	path := filepath.Join(d.dir, ruleFile)
	if err := os.Link(path, path+".kept"); err != nil {
		t.Fatal(err)
	}
	d.change(ruleFile, "title: Abuse at home", "title: Anew")
	// The second look begins after the change. The look that found it waits for the work to end, and there is none after it.
	for before, most := s.looks.Load(), 200; s.looks.Load() < before+2 && most > 0; most-- {
		time.Sleep(time.Millisecond)
	}
	if err := os.Rename(path+".kept", path); err != nil {
		t.Fatal(err)
	}
	close(s.goOn)
	r := d.until("work on the files that are there again", func(r effect.Report) bool {
		if r.Number == 1 && r.Lint != nil {
			t.Fatal("the work on the first files was not ended")
		}
		return r.Number > 1 && !r.Working()
	})
	if r.Failed != nil || r.Scenarios == nil {
		t.Errorf("the report is %+v", r)
	}
}

func TestANewerChangeIsWorkedOutAfterTheOneBefore(t *testing.T) {
	d, s := slowly(t)
	if r := d.f.Report(); !r.Working() || r.Number != 1 {
		t.Errorf("while it reads, the report is %+v", r)
	}
	d.change(ruleFile, "title: Abuse at home", "title: Anew")
	time.Sleep(10 * time.Millisecond) // for the look that finds the change, which then waits
	close(s.goOn)
	r := d.after(1)
	found := false
	for _, rule := range r.Coverage.Policies[0].Rules {
		found = found || rule.Title == "Anew"
	}
	if !found || r.Failed != nil {
		t.Errorf("the newer rules were not worked out: %+v", r)
	}
}

// faulty is a folder of rules that the program cannot cope with.
type faulty struct{ fs.StatFS }

// Open panics at the rules of the policy, with what they hold.
func (f faulty) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "up/rules.yaml") {
		panic(errors.New("planted"))
	}
	return f.StatFS.Open(name)
}

func TestAFaultOfTheProgramEndsTheWorkAndNothingElse(t *testing.T) {
	d := &desk{T: t, dir: t.TempDir()}
	if err := os.CopyFS(d.dir, testroot.With()); err != nil {
		t.Fatal(err)
	}
	folder, ok := os.DirFS(d.dir).(fs.StatFS)
	if !ok {
		t.Fatal("a folder has no Stat, so that a look at it would panic as well")
	}
	d.follow(faulty{folder})
	r := d.after(0)
	var fault *authoring.PanicError
	if !errors.As(r.Failed, &fault) || strings.Contains(r.Failed.Error()+strings.Join(fault.Where, ""), "planted") ||
		fault.Kind != "*errors.errorString" || len(fault.Where) == 0 {
		t.Errorf("the report is %+v", r)
	}
}

func TestWorkEndsAtItsLimit(t *testing.T) {
	f, err := authoring.Follow(testroot.With(), "", authoring.FollowOptions{Limit: time.Nanosecond})
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{T: t, f: f}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go f.Watch(ctx, time.Millisecond)
	if r := d.after(0); r.Failed == nil || !strings.Contains(r.Failed.Error(), "it took longer than 1ns") {
		t.Errorf("it ends with %v", r.Failed)
	}
}

func TestRulesThatAreGoneAreReadAgainOnceTheyAreBack(t *testing.T) {
	d := edited(t)
	d.after(0)
	rules := filepath.Join(d.dir, "rules")
	if err := os.Rename(rules, rules+".away"); err != nil {
		t.Fatal(err)
	}
	d.until("failed", func(r effect.Report) bool { return r.Failed != nil })
	if err := os.Rename(rules+".away", rules); err != nil {
		t.Fatal(err)
	}
	d.until("well again", func(r effect.Report) bool { return !r.Working() && r.Failed == nil && r.Scenarios != nil })
}

func TestScenariosThatAreNotThereAreSaidToBe(t *testing.T) {
	d := &desk{T: t, dir: t.TempDir()}
	d.follow(testroot.With())
	if r := d.after(0); !errors.Is(r.Failed, fs.ErrNotExist) || r.Lint == nil || r.Scenarios != nil {
		t.Errorf("the report is %+v", r)
	}
}

func TestFollowRefusesNoRules(t *testing.T) {
	if _, err := authoring.Follow(nil, "", authoring.FollowOptions{}); err == nil {
		t.Error("there is nothing to follow")
	}
}
