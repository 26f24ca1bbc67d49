package effect

import (
	"slices"
	"time"

	"windscreen/engine/scenario"
)

// Changes are the scenarios whose results changed from one run to the next.
type Changes struct {
	// Since is when the run before ended; zero if there was none.
	Since time.Time
	// Fail are those that passed before and fail now, and Pass those that failed before and pass now.
	Fail, Pass []scenario.Result
	// Differ are those that failed before and fail now with other results: another expectation is not met, or something else came
	// out.
	Differ []scenario.Result
	// New are those that were not run before, and Gone those that were run before and are not now.
	New, Gone []scenario.Result
}

// Any reports whether there are any.
func (c *Changes) Any() bool { return len(c.Fail)+len(c.Pass)+len(c.Differ)+len(c.New)+len(c.Gone) > 0 }

// named is what tells a scenario from others, wherever it stands in its file. Of several with one name, number is the place
// among them.
type named struct {
	file, policy, name string
	number             int
}

// Compare compares two runs. Each list is in the order of the run that it is from. Without a run before, nothing changed.
func Compare(before, now *scenario.Report) Changes {
	var c Changes
	if before == nil || now == nil {
		return c
	}
	was, is := byName(before), byName(now)
	inOrder(now, func(key named, r scenario.Result) {
		old, there := was[key]
		switch {
		case !there:
			c.New = append(c.New, r)
		case passed(old) && !passed(r):
			c.Fail = append(c.Fail, r)
		case !passed(old) && passed(r):
			c.Pass = append(c.Pass, r)
		case !slices.EqualFunc(old.Failures, r.Failures, alike):
			c.Differ = append(c.Differ, r)
		}
	})
	inOrder(before, func(key named, r scenario.Result) {
		if _, there := is[key]; !there {
			c.Gone = append(c.Gone, r)
		}
	})
	return c
}

func passed(r scenario.Result) bool { return len(r.Failures) == 0 }

// alike reports whether an expectation came out the same in two runs, wherever it stands and whatever rules it names.
func alike(a, b scenario.Failure) bool {
	return a.What == b.What && a.Expected == b.Expected && a.Actual == b.Actual
}

// inOrder visits the results of a run, each with what tells it from others.
func inOrder(run *scenario.Report, visit func(named, scenario.Result)) {
	times := map[named]int{}
	for _, r := range run.Results {
		key := named{file: r.File, policy: r.Policy, name: r.Name}
		number := times[key]
		times[key]++
		key.number = number
		visit(key, r)
	}
}

func byName(run *scenario.Report) map[named]scenario.Result {
	out := map[named]scenario.Result{}
	inOrder(run, func(key named, r scenario.Result) { out[key] = r })
	return out
}
