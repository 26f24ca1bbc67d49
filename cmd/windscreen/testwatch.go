package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"windscreen/engine/authoring"
	"windscreen/engine/effect"
	"windscreen/engine/render"
	"windscreen/engine/scenario"
)

// watcher runs scenarios whenever a file changes.
type watcher struct {
	*app
	cmd   *cobra.Command
	every time.Duration
	run   func(context.Context) (*scenario.Report, error)
	// before is the last run in which no file had a fault.
	before *scenario.Report
	// first is how the first run ended, if it was in misuse. The call is then most likely wrong, and watching ends.
	first error
	// last is how the last run ended.
	last error
	runs int
}

// watchScenarios runs scenarios until the process is told to stop.
func (a *app) watchScenarios(cmd *cobra.Command, dir string, t selection, paths []string, format render.Format) error {
	if format != render.Text {
		return usage("--watch prints text: leave out -o %s", format)
	}
	w := &watcher{app: a, cmd: cmd, every: lookAgain, run: func(ctx context.Context) (*scenario.Report, error) {
		return runScenarios(ctx, dir, t, paths)
	}}
	return w.watch(cmd.Context(), dir, fixturePaths(paths))
}

// watch runs, and runs again, until it is told to stop. It ends as the last run did.
func (w *watcher) watch(ctx context.Context, dir string, fixtures []string) error {
	fsys, err := ruleRoot(dir)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process
	watched := authoring.Watched{Rules: fsys, Fixtures: fixtures, Every: w.every}
	err = authoring.Watch(ctx, watched, func(ctx context.Context) func() {
		report, err := w.run(ctx)
		return func() {
			if w.said(report, err); w.first != nil {
				stop()
			}
		}
	}, func(err error) { w.said(nil, err) })
	return errors.Join(err, w.first, w.last)
}

// said prints what came of a run, or why there was none.
func (w *watcher) said(report *scenario.Report, err error) {
	first := w.runs == 0
	w.runs++
	var misuse *usageError
	if first && errors.As(err, &misuse) {
		w.first = err
		return
	}
	w.last = errFindings
	if err == nil {
		err = w.print(report)
		w.last = outcome(report)
	}
	if err != nil {
		w.exit(w.cmd, err) // which prints it; a change may mend it
	}
	if first {
		_ = w.app.print([]byte("Looking for changes. Stop with Ctrl+C.\n")) // the next report fails as well, if nothing reads them
	}
}

// print prints the first report, and after that what each run changed.
func (w *watcher) print(report *scenario.Report) error {
	report.Seen, report.Shown = nil, nil // they are large, and nothing here reads them
	before, faulty := w.before, report.Faults.HasErrors()
	if !faulty {
		w.before = report
	}
	if before == nil {
		return show(w.app, render.Scenarios, render.Text, report, render.Options{})
	}
	changes := effect.Compare(before, report)
	if faulty {
		changes.Gone = nil // they stand in the files with faults
	}
	if err := w.app.print([]byte("\n")); err != nil {
		return err
	}
	return show(w.app, func(out io.Writer, _ render.Format, r *scenario.Report, o render.Options) error {
		return render.ScenarioChanges(out, &changes, r, o)
	}, render.Text, report, render.Options{})
}
