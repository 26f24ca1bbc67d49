package service

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"sync/atomic"
	"time"

	"windscreen/engine"
	"windscreen/engine/effect"
	"windscreen/engine/internal/fingerprint"
)

// Rules are rules that can be swapped while they are in use: always whole, and only for rules that are sound.
// They are safe for concurrent use. Make them with OpenRules.
type Rules struct {
	fsys   fs.FS
	name   string
	engine atomic.Pointer[engine.Engine]

	// loading is held while rules are read, and guards seen: the fingerprint of the files last read, sound or not.
	loading sync.Mutex
	seen    uint64
	prints  fingerprint.Maker

	state sync.Mutex
	last  effect.Loaded
}

// OpenRules reads a rule root and prepares every policy. The error is as for engine.Load. Name is what the root is
// called, as for engine.Named.
func OpenRules(ctx context.Context, fsys fs.FS, name string) (*Rules, error) {
	if fsys == nil {
		return nil, errors.New("service: there are no rules to open: the file system is nil")
	}
	r := &Rules{fsys: fsys, name: name, prints: fingerprint.NewMaker()}
	r.loading.Lock()
	defer r.loading.Unlock()
	if err := r.load(ctx); err != nil {
		return nil, err
	}
	return r, nil
}

// Engine is the engine of the newest rules that are sound. Take it once for each request: a case belongs to the
// engine that read it.
func (r *Rules) Engine() *engine.Engine { return r.engine.Load() }

// Last says what came of reading rules so far.
func (r *Rules) Last() effect.Loaded {
	r.state.Lock()
	defer r.state.Unlock()
	return r.last
}

// Reload reads the rules again, if a file changed since they were last read. If they are sound, they answer from
// then on; if not, the rules from before go on answering, and the error says why, as for engine.Load.
func (r *Rules) Reload(ctx context.Context) error {
	r.loading.Lock()
	defer r.loading.Unlock()
	now, err := r.fingerprint()
	if err == nil && now == r.seen {
		return nil
	}
	if err == nil {
		err = r.load(ctx)
	} else {
		r.seen = 0 // so that the same files are read again once they are back
	}
	if err != nil && ctx.Err() == nil {
		r.state.Lock()
		if r.last.Failed == nil || r.last.Failed.Error() != err.Error() {
			r.last.Failed, r.last.FailedAt = err, time.Now()
		}
		r.state.Unlock()
	}
	return err
}

// errChanging is the error of rules that changed while they were read.
var errChanging = errors.New("the rules changed while they were read")

// load reads rules and swaps them in, if they are sound and did not change meanwhile.
func (r *Rules) load(ctx context.Context) error {
	before, err := r.fingerprint()
	if err != nil {
		return err
	}
	e, err := engine.Load(ctx, r.fsys, engine.Named(r.name))
	after, changed := r.fingerprint()
	if changed != nil || after != before {
		return errors.Join(errChanging, changed)
	}
	r.seen = before
	if err != nil {
		return err
	}
	r.engine.Store(e)
	r.state.Lock()
	r.last = effect.Loaded{Since: time.Now(), Times: r.last.Times + 1}
	r.state.Unlock()
	return nil
}

// fingerprint is a number that differs once a file of the root was added, removed, written or renamed.
func (r *Rules) fingerprint() (uint64, error) {
	now, err := r.prints.Of(fingerprint.Root{FS: r.fsys, Name: "."})
	if err != nil {
		return 0, fmt.Errorf("looking for changes in the rules: %w", err)
	}
	return now, nil
}

// Watch looks for changes every so often and reloads, until the context ends. It calls each with what came of every
// reload: nil where new rules answer now, and otherwise why they do not. It says the same failure once.
func (r *Rules) Watch(ctx context.Context, every time.Duration, each func(error)) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	said := ""
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		before := r.Last().Times
		err := r.Reload(ctx)
		switch {
		case errors.Is(err, errChanging) || ctx.Err() != nil: // the next tick finds them at rest
		case err != nil && err.Error() != said:
			said = err.Error()
			each(err)
		case err == nil && r.Last().Times != before:
			said = ""
			each(nil)
		}
	}
}
