package authoring_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"windscreen/engine/authoring"
	"windscreen/engine/internal/testroot"
)

// log is what a watch says, in order.
type log struct {
	mu    sync.Mutex
	lines []string
}

func (l *log) add(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line)
}

// is waits until just these lines were said.
func (l *log) is(t *testing.T, want ...string) {
	t.Helper()
	var got string
	for range 3000 {
		l.mu.Lock()
		got = strings.Join(l.lines, "\n")
		l.mu.Unlock()
		if got == strings.Join(want, "\n") {
			return
		}
		time.Sleep(2 * time.Millisecond)
	}
	t.Fatalf("it said\n%s\nwant\n%s", got, strings.Join(want, "\n"))
}

// watched is a desk whose files a watch reads, until the test ends; the log has the first line of the scenarios for each run.
func watched(t *testing.T) (*desk, *log) {
	t.Helper()
	d := &desk{T: t, dir: t.TempDir()}
	if err := os.CopyFS(filepath.Join(d.dir, "rules"), testroot.With()); err != nil {
		t.Fatal(err)
	}
	d.write(scenarioFile, "one\n")
	var l log
	ctx, cancel := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	wait.Go(func() {
		err := authoring.Watch(ctx, authoring.Watched{Rules: os.DirFS(filepath.Join(d.dir, "rules")),
			Fixtures: []string{filepath.Join(d.dir, "fixtures")}, Every: 2 * time.Millisecond},
			func(ctx context.Context) func() {
				data, err := os.ReadFile(filepath.Join(d.dir, scenarioFile))
				if string(data) == "two\n" {
					<-ctx.Done() // until something newer comes
				}
				return func() { l.add(strings.TrimSpace(string(data)) + map[bool]string{true: " is gone"}[err != nil]) }
			}, func(error) { l.add("lost") })
		if err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(func() { cancel(); wait.Wait() })
	return d, &l
}

func TestAWatchRunsOnceForEachChange(t *testing.T) {
	d, l := watched(t)
	l.is(t, "one")
	d.change(ruleFile, "title: Abuse at home", "title: Anew")
	l.is(t, "one", "one")
	d.write(scenarioFile, "two\n")
	time.Sleep(20 * time.Millisecond) // for the run on it, which then waits
	d.write(scenarioFile, "three\n")
	l.is(t, "one", "one", "three") // the run that something newer ended says nothing
	time.Sleep(20 * time.Millisecond)
	l.is(t, "one", "one", "three")
}

func TestAWatchSaysOnceThatTheRulesAreLost(t *testing.T) {
	d, l := watched(t)
	l.is(t, "one")
	rules := filepath.Join(d.dir, "rules")
	if err := os.Rename(rules, rules+".away"); err != nil {
		t.Fatal(err)
	}
	l.is(t, "one", "lost")
	time.Sleep(20 * time.Millisecond)
	if err := os.Rename(rules+".away", rules); err != nil {
		t.Fatal(err)
	}
	l.is(t, "one", "lost", "one")
}

// flickering is a folder of rules that looks changed at one look, if it is asked to.
type flickering struct {
	fs.StatFS
	// looks counts down the looks: the one that makes it 1 finds a change, and no other does.
	looks *atomic.Int64
	// opened is called when the rules of the policy are opened.
	opened func()
}

// Stat looks at a file; a look begins with the folder.
func (f flickering) Stat(name string) (fs.FileInfo, error) {
	if name == "." {
		f.looks.Add(-1)
	}
	info, err := f.StatFS.Stat(name)
	if err == nil && strings.HasSuffix(name, "up/rules.yaml") && f.looks.Load() == 1 {
		return touched{info}, nil
	}
	return info, err
}

// Open opens a file.
func (f flickering) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "up/rules.yaml") {
		f.opened()
	}
	return f.StatFS.Open(name)
}

// touched is a file that was written just now.
type touched struct{ fs.FileInfo }

// ModTime is when it was written.
func (touched) ModTime() time.Time { return time.Now() }

// flicker makes such a folder.
func flicker(t *testing.T) flickering {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, testroot.With()); err != nil {
		t.Fatal(err)
	}
	folder, ok := os.DirFS(dir).(fs.StatFS)
	if !ok {
		t.Fatal("a folder has no Stat")
	}
	return flickering{folder, new(atomic.Int64), func() {}}
}

// oneLook is how often a look asks for the folder before it comes to the files, and one more.
const oneLook = 3

// seldom is so long that the look at the end of a run comes before the next look for changes.
const seldom = 50 * time.Millisecond

// TestAWatchMakesUpForARunThatMissedItsFiles has a file look changed at the end of the first run, and as before at the next look for
// changes.
func TestAWatchMakesUpForARunThatMissedItsFiles(t *testing.T) {
	f := flicker(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ran, said := 0, 0
	late := time.AfterFunc(10*time.Second, cancel)
	defer late.Stop()
	err := authoring.Watch(ctx, authoring.Watched{Rules: f, Every: seldom}, func(context.Context) func() {
		ran++
		if ran == 1 {
			f.looks.Store(oneLook)
		}
		return func() { said = ran; cancel() }
	}, func(err error) { t.Error(err) })
	if err != nil || said != 2 {
		t.Errorf("run %d of %d said something, %v; the second should have", said, ran, err)
	}
}

// TestWorkThatMissedItsFilesBeginsAgain is the same of a Follower.
func TestWorkThatMissedItsFilesBeginsAgain(t *testing.T) {
	f := flicker(t)
	var follower *authoring.Follower
	f.opened = func() {
		if follower.Report().Number == 1 { // the last time that the first work opens them counts
			f.looks.Store(oneLook)
		}
	}
	var err error
	follower, err = authoring.Follow(f, "rules", authoring.FollowOptions{})
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{T: t, f: follower}
	ctx, cancel := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	wait.Go(func() { follower.Watch(ctx, seldom) })
	t.Cleanup(func() { cancel(); wait.Wait() })
	if r := d.after(0); r.Lint == nil || r.Number < 2 {
		t.Errorf("the report is %+v", r)
	}
}

func TestAWatchRefusesNothingToWatch(t *testing.T) {
	if err := authoring.Watch(t.Context(), authoring.Watched{}, nil, nil); err == nil {
		t.Error("there is nothing to watch")
	}
}
