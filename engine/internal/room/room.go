// Package room collects the faults of a rule root up to a limit, so that hostile rules cost
// little time and memory.
package room

import (
	"fmt"
	"iter"
	"slices"

	"windscreen/engine/diagnostic"
)

// mostErrors is how many errors of a rule root are kept, and mostWarnings how many warnings. More would not help whoever
// corrects them.
const mostErrors, mostWarnings = 500, 1000

// Room keeps the faults of a rule root, up to a limit for errors and another for warnings. Many warnings therefore never crowd out
// an error, which must keep the root from loading.
type Room struct {
	list             diagnostic.List
	kept             map[diagnostic.Diagnostic]bool
	errors, warnings int
	// leftOut is the first fault of each severity for which there was no room.
	leftOut map[diagnostic.Severity]diagnostic.Diagnostic
}

// Add keeps a fault that is not kept yet. A shared policy is linked again in every
// policy that builds on it, and its faults are found again.
func (r *Room) Add(d diagnostic.Diagnostic) {
	count, most := &r.errors, mostErrors
	if d.Severity == diagnostic.Warning {
		count, most = &r.warnings, mostWarnings
	}
	if r.kept[d] || r.Full() {
		return // once linking has stopped early, faults found afterwards may be wrong
	}
	if *count == most {
		if _, ok := r.leftOut[d.Severity]; !ok {
			if r.leftOut == nil {
				r.leftOut = map[diagnostic.Severity]diagnostic.Diagnostic{}
			}
			r.leftOut[d.Severity] = d
		}
		return
	}
	if r.kept == nil {
		r.kept = map[diagnostic.Diagnostic]bool{}
	}
	*count++
	r.kept[d] = true
	r.list = append(r.list, d)
}

// Full reports whether an error was left out because the limit was reached. Linking may then stop: the root does not load, and no
// more errors are kept.
func (r *Room) Full() bool {
	_, ok := r.leftOut[diagnostic.Error]
	return ok
}

// HasErrors reports whether an error was found, kept or not.
func (r *Room) HasErrors() bool { return r.errors > 0 }

// Sorted returns the faults that were kept, in reading order, and at the end says whether there are more.
func (r *Room) Sorted() diagnostic.List {
	r.list.Sort()
	for _, severity := range []diagnostic.Severity{diagnostic.Error, diagnostic.Warning} {
		if d, ok := r.leftOut[severity]; ok {
			what := map[diagnostic.Severity]string{diagnostic.Error: "errors", diagnostic.Warning: "warnings"}[severity]
			d.Message = fmt.Sprintf("there are more %s, which are not listed; this is one of them", what)
			d.Remedy = "correct those before this one first"
			r.list = append(r.list, d)
		}
	}
	return slices.Clip(r.list)
}

// AddAll keeps several faults.
func (r *Room) AddAll(list diagnostic.List) {
	for _, d := range list {
		r.Add(d)
	}
}

// While goes through a list until the room is full.
func While[T any](r *Room, list []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, x := range list {
			if r.Full() || !yield(x) {
				return
			}
		}
	}
}
