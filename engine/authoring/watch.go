package authoring

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"windscreen/engine"
	"windscreen/engine/internal/fingerprint"
	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/readfile"
)

// Watched is what Watch watches.
type Watched struct {
	// Rules are a rule root.
	Rules fs.FS
	// Fixtures are paths of scenarios, as for FindFixtures.
	Fixtures []string
	// Every is how often to look; zero stands for every second.
	Every time.Duration
}

// Watch runs something for the files as they are, and again whenever a file was added, removed, written or renamed, once the
// files are at rest from one look to the next. It ends with the context, and waits for a run that goes on.
//
// A newer change ends the context of the run before, and runs never overlap. What a run returns is called if the files are still
// as they were when it began: what it read is then of one state. If they are not, Watch runs again, even if they look as before
// by the next look. Lost is called, instead of a run, if the files cannot be looked at, and not again before they can. The error
// is misuse.
func Watch(ctx context.Context, w Watched, run func(context.Context) (say func()), lost func(error)) error {
	switch {
	case ctx == nil:
		return errNoContext
	case w.Rules == nil:
		return errNoRules
	}
	if w.Every == 0 {
		w.Every = time.Second
	}
	l := newLookout(w.Rules, w.Fixtures)
	said := false
	l.watch(ctx, w.Every, func(err error) {
		if !said {
			said = true
			lost(err)
		}
	}, func(ctx context.Context, now found) *job {
		said = false
		ctx, cancel := context.WithCancel(ctx)
		j := newJob(cancel)
		go func() {
			defer close(j.ended)
			defer cancel()
			say := run(ctx)
			switch {
			case ctx.Err() != nil:
			case l.same(now) != nil:
				j.missed.Store(true)
			default:
				say()
			}
		}()
		return j
	})
	return nil
}

// lookout looks at files from outside. Make it with newLookout.
type lookout struct {
	fsys     fs.FS
	fixtures []string
	prints   fingerprint.Maker
}

func newLookout(fsys fs.FS, fixtures []string) lookout {
	return lookout{fsys, fixtures, fingerprint.NewMaker()}
}

// found is what the files look like from outside: fingerprints of the rules, and of the rules with the scenarios.
type found struct{ rules, all uint64 }

// look looks at the files. Scenarios that are not there look like none.
func (l lookout) look() (found, error) {
	roots := []fingerprint.Root{{FS: l.fsys, Name: "."}}
	rules, err := l.prints.Of(roots...)
	if err != nil {
		return found{}, fmt.Errorf("looking for changes in the rules: %w", err)
	}
	for _, path := range l.fixtures {
		info, err := os.Stat(path)
		switch {
		case err != nil: // scenarios that are not there look like none
		case info.IsDir():
			roots = append(roots, fingerprint.Root{FS: os.DirFS(path), Name: "."})
		default:
			for _, file := range append(sharedBy(path), path) {
				if _, err := os.Stat(file); err == nil {
					roots = append(roots, fingerprint.Root{FS: os.DirFS(filepath.Dir(file)), Name: filepath.Base(file)})
				}
			}
		}
	}
	all, err := l.prints.Of(roots...)
	if err != nil {
		return found{}, fmt.Errorf("looking for changes in the scenarios: %w", err)
	}
	return found{rules, all}, nil
}

// sharedBy are the files of cases that a scenario file names.
func sharedBy(path string) (out []string) {
	data, fault := readfile.ReadPath(path, engine.MaxBytes())
	if fault != nil || !bytes.Contains(data, []byte("cases_from")) {
		return nil
	}
	from, _ := scenariofile.Sharing(path, data)
	for _, name := range from {
		out = append(out, filepath.Join(filepath.Dir(path), filepath.FromSlash(name)))
	}
	return out
}

// same fails unless the files still are as they were found.
func (l lookout) same(was found) error {
	if now, err := l.look(); err != nil || now != was {
		return errors.Join(errChanged, err)
	}
	return nil
}

// job is work that goes on.
type job struct {
	cancel context.CancelFunc
	ended  chan struct{}
	// missed is whether the files changed while they were read, so that nothing came of the work.
	missed atomic.Bool
}

func newJob(cancel context.CancelFunc) *job { return &job{cancel: cancel, ended: make(chan struct{})} }

// stop ends the work and waits for that.
func (j *job) stop() {
	if j != nil {
		j.cancel()
		<-j.ended
	}
}

// watch looks for changes every so often, until the context ends, and begins work on them. It begins with the files as they are.
// Work on a change begins once the files are at rest from one look to the next; a newer change ends the work on the one before.
// Work that missed its files begins again, even if they look as they did when it began. Lost is called for each look that fails.
func (l lookout) watch(ctx context.Context, every time.Duration, lost func(error), begin func(context.Context, found) *job) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	var work *job
	defer func() { work.stop() }()
	var seen, worked found
	for first := true; ; first = false {
		now, err := l.look()
		if work != nil && work.missed.Load() {
			worked = found{}
		}
		switch {
		case err != nil:
			work.stop()
			worked = found{} // so that the same files are looked at again once they are back
			lost(err)
		case now != worked:
			work.stop()
			worked = found{} // so that an edit that is taken back is worked out again
			if first || now == seen {
				worked, work = now, begin(ctx, now)
			}
		}
		seen = now
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
