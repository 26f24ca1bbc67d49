package authoring_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
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

func TestAWatchRefusesNothingToWatch(t *testing.T) {
	if err := authoring.Watch(t.Context(), authoring.Watched{}, nil, nil); err == nil {
		t.Error("there is nothing to watch")
	}
}
