package authoring

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"time"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/effect"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/panicked"
	"windscreen/engine/scenario"
)

// Follower follows the files of a rule root and of scenarios while somebody edits them, and works out what the newest ones do:
// once for each change, in the background, and never when somebody asks. It changes no file and loads no rules into use. It is
// safe for concurrent use. Make it with Follow.
type Follower struct {
	files   lookout
	name    string
	options FollowOptions

	mu     sync.Mutex
	report effect.Report
	// before are the scenarios of the last run that ended, and ended is when.
	before *scenario.Report
	ended  time.Time
	// linted is the fingerprint of the rules that lint is about.
	linted uint64
	lint   *diagnostic.Report
}

// FollowOptions say how to follow. The zero value has no scenarios.
type FollowOptions struct {
	// Fixtures are paths of scenarios, as for FindFixtures.
	Fixtures []string
	// Limit is how long the work on one change may take; zero stands for ten minutes.
	Limit time.Duration
	// Fault is told of faults of the program, for a log. It may be nil.
	Fault func(*PanicError)
}

// Follow prepares to follow a rule root. Name is as for Open. Nothing happens before Watch. The error is misuse.
func Follow(fsys fs.FS, name string, o FollowOptions) (*Follower, error) {
	if fsys == nil {
		return nil, errNoRules
	}
	if o.Limit == 0 {
		o.Limit = 10 * time.Minute
	}
	return &Follower{files: newLookout(fsys, o.Fixtures), name: name, options: o}, nil
}

// Report is what is known of the newest files by now.
func (f *Follower) Report() effect.Report {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.report
}

// update changes the report.
func (f *Follower) update(change func(*effect.Report)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	change(&f.report)
}

// Watch looks for changes every so often, until the context ends. It begins with the files as they are. Work on a change begins
// once the files are at rest from one look to the next; a newer change ends the work on the one before.
func (f *Follower) Watch(ctx context.Context, every time.Duration) {
	f.files.watch(ctx, every, func(err error) {
		f.update(func(r *effect.Report) {
			if r.Failed == nil || r.Failed.Error() != err.Error() { // what is known of older files is not of these
				*r = effect.Report{Number: r.Number + 1, Begun: time.Now(), Ended: time.Now(), Failed: err}
			}
		})
	}, f.begin)
}

// begin begins work on a change.
func (f *Follower) begin(ctx context.Context, now found) *job {
	ctx, cancel := context.WithTimeoutCause(ctx, f.options.Limit, fmt.Errorf("it took longer than %s", english.Lasting(f.options.Limit)))
	j := newJob(cancel)
	f.update(func(r *effect.Report) { *r = effect.Report{Number: r.Number + 1, Begun: time.Now()} })
	go func() {
		defer close(j.ended)
		defer cancel()
		err := f.workOrFail(ctx, now)
		if errors.Is(err, errChanged) {
			j.missed.Store(true)
			return
		}
		if errors.Is(err, context.Canceled) {
			return // a newer change comes, or the service ends
		}
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		f.update(func(r *effect.Report) { r.Failed, r.Ended = err, time.Now() })
	}()
	return j
}

// workOrFail is work. A panic ends the work on this change and not the service: it is said to be a fault of the program, with
// its type and place, since what it panicked with may hold something of a scenario.
func (f *Follower) workOrFail(ctx context.Context, now found) (err error) {
	defer func() {
		if value := recover(); value != nil {
			fault := (*PanicError)(panicked.Of(value))
			if f.options.Fault != nil {
				f.options.Fault(fault)
			}
			err = fault
		}
	}()
	return f.work(ctx, now)
}

// errChanged is the error of files that changed while they were read. They are then read again.
var errChanged = errors.New("the files changed while they were read")

// work works out what the newest files do, and puts each part into the report as soon as it is known. A failure to read is no
// error: lint says it better.
func (f *Follower) work(ctx context.Context, now found) error {
	if f.lint == nil || f.linted != now.rules {
		lint, err := Lint(ctx, f.files.fsys, f.name)
		if err == nil {
			err = f.files.same(now)
		}
		if err != nil {
			return err
		}
		f.linted, f.lint = now.rules, lint
	}
	f.update(func(r *effect.Report) { r.Lint = f.lint })
	if f.lint.Found.HasErrors() {
		return nil
	}
	e, err := engine.Open(f.files.fsys, engine.Named(f.name))
	if err != nil {
		return err
	}
	root, err := Open(f.files.fsys, f.name)
	if err != nil {
		return err
	}
	fixtures, err := FindFixtures(f.options.Fixtures)
	if err == nil {
		err = fixtures.Check(ctx, e, root)
	}
	if err != nil {
		return err
	}
	ran, covered, err := root.Cover(ctx, fixtures.Scenarios)
	if err == nil {
		err = f.files.same(now)
	}
	if err != nil {
		return err
	}
	fixtures.Join(ran)
	ran.Seen, ran.Shown = nil, nil // they are large, and the coverage says what they come to
	if !ran.OK() {
		covered = nil
	}
	f.update(func(r *effect.Report) {
		r.Scenarios, r.Coverage, r.Changes = ran, covered, effect.Compare(f.before, ran)
		r.Changes.Since = f.ended
		f.before, f.ended = ran, time.Now()
	})
	return nil
}
