package workbench

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"windscreen/engine/coverage"
	"windscreen/engine/diagnostic"
	"windscreen/engine/effect"
	"windscreen/engine/internal/english"
	"windscreen/engine/scenario"
	"windscreen/engine/term"
)

// authorsPath is where those who edit the rules see what their edits do. Nothing on the page is of a case that was posted.
const authorsPath = "/authors/"

// Authors is what is shown to those who edit the rules.
type Authors struct {
	// Rules are those in use.
	Rules effect.Loaded
	// Effect is what the newest files do.
	Effect effect.Report
}

// authorsView is the page for those who edit the rules.
type authorsView struct {
	// Stamp differs once there is something new.
	Stamp string
	// InUse says which rules are in use, and since when.
	InUse string
	// Kept says why the newest rules are not in use; empty if they are. Faults are what is wrong with them.
	Kept   string
	Faults listView[faultView]
	// Doing says how far the work is, and Working whether there is more to come. Failed says what could not be worked out.
	Doing, Failed string
	Working       bool
	// Linted, Ran and Covered are true once there is a result.
	Linted, Ran, Covered bool
	Remarks              listView[faultView]
	// Blocked is true if errors in the rules keep the scenarios from being run.
	Blocked bool
	// Passed and Count are how the scenarios came out, and Since when they are compared with.
	Count    string
	Compared string
	Changes  []changesView
	Failures listView[failureView]
	Files    listView[faultView]
	Policies []coverageView
}

// listView is the beginning of a list that may be long.
type listView[T any] struct {
	All  int
	List []T
}

// mostListed is how many entries of a list the page shows. The commands show all.
const mostListed = 100

// More is how many entries are not shown.
func (l listView[T]) More() int { return l.All - len(l.List) }

// listed shows the beginning of a list.
func listed[F, T any](list []F, show func(F) T) listView[T] {
	out := listView[T]{All: len(list)}
	for _, x := range list[:min(len(list), mostListed)] {
		out.List = append(out.List, show(x))
	}
	return out
}

// faultView is a fault, or a remark, and its place.
type faultView struct{ Place, Kind, Says, Remedy string }

// faultOf shows a diagnostic.
func faultOf(d diagnostic.Diagnostic) faultView {
	kind := "Warning"
	if d.Severity == diagnostic.Error {
		kind = "Error"
	}
	return faultView{lineOf(d.File, d.Start), kind, english.Stopped(diagnostic.OneLine(d.Message)),
		english.Stopped(diagnostic.OneLine(d.Remedy))}
}

// lineOf is a file and a line.
func lineOf(file string, at diagnostic.Position) string {
	if at.IsZero() {
		return diagnostic.OneLine(file)
	}
	return fmt.Sprintf("%s:%d", diagnostic.OneLine(file), at.Line)
}

// scenarioView is a scenario and its place.
type scenarioView struct{ Place, Name, Policy string }

func scenarioOf(r scenario.Result) scenarioView {
	return scenarioView{lineOf(r.File, r.Start), diagnostic.OneLine(r.Name), r.Policy}
}

// changesView are scenarios whose results changed, of one kind.
type changesView struct {
	Heading string
	listView[scenarioView]
}

// failureView is a scenario that fails.
type failureView struct {
	scenarioView
	Unmet []unmetView
}

// unmetView is an expectation that was not met.
type unmetView struct {
	Place, What, Expected, Actual string
	// Rules are the rules concerned, and More how many were left out.
	Rules []ruleView
	More  int
}

// ruleView is a rule that a failure shows: how it came out, its condition, and what that reads.
type ruleView struct {
	Place, ID, Truth, When string
	Reads                  []scenario.Reading
}

// unmet is an expectation of a scenario that was not met.
func unmet(s scenario.Result, f scenario.Failure) unmetView {
	out := unmetView{Place: lineOf(s.File, f.Start), What: f.What, Expected: diagnostic.Visible(f.Expected),
		Actual: diagnostic.Visible(f.Actual), More: f.More}
	for _, r := range f.Rules {
		out.Rules = append(out.Rules, ruleView{lineOf(r.File, r.Start), r.ID, term.Says(r.Truth), diagnostic.Visible(r.When), r.Reads})
	}
	return out
}

// coverageView is the coverage of one policy.
type coverageView struct {
	ID, Says string
	// Own are the policy's own rules that were not tried in full, Shared those of others, and Clauses the clauses that nothing
	// carries.
	Own, Shared, Clauses listView[gapView]
}

// Gaps reports whether there are any.
func (c coverageView) Gaps() bool { return c.Own.All+c.Shared.All+c.Clauses.All > 0 }

// gapView is a rule or a clause of which something is missing.
type gapView struct{ Place, ID, Title, Missing string }

// authors shows what edits of the rules do.
func (b *bench) authors(w http.ResponseWriter, _ *http.Request) {
	a := b.options.Authors()
	b.write(w, http.StatusOK, "authors", &view{Title: "What edits of the rules do", Authors: b.authorsView(a)})
}

// authorsView is the page from what is known.
func (b *bench) authorsView(a Authors) *authorsView {
	r := &a.Effect
	london := b.current().London()
	at := func(t time.Time) string { return t.In(london).Format("15:04:05 on 2 January 2006") }
	v := &authorsView{Working: r.Working()}
	v.InUse = fmt.Sprintf("The rules as they were at %s are in use. The service has used %s of the rules since it began.",
		at(a.Rules.Since), english.Counted(a.Rules.Times, "version"))
	v.Stamp = fmt.Sprintf("%d.%d.%t.%t.%t.%d", a.Rules.Times, r.Number, r.Lint != nil, r.Scenarios != nil, r.Working(),
		max(0, a.Rules.FailedAt.UnixMilli()))
	v.kept(a.Rules, at)
	switch {
	case r.Failed != nil:
		v.Doing = fmt.Sprintf("The newest files could not be worked out in full. Work stopped at %s.", at(r.Ended))
	case r.Number == 0:
		v.Doing = "The files have not been looked at yet."
	case !r.Working():
		v.Doing = fmt.Sprintf("This is what the newest files do. It was worked out at %s and took %s.", at(r.Ended), took(r))
	case r.Lint == nil:
		v.Doing = "The newest files are being worked out. The rules are checked first."
	default:
		v.Doing = "The newest files are being worked out. The scenarios are being run."
	}
	if r.Failed != nil {
		v.Failed = english.UpperFirst(english.Stopped(diagnostic.OneLine(r.Failed.Error())))
	}
	if v.Linted = r.Lint != nil; v.Linted {
		v.Blocked = r.Lint.Found.HasErrors()
		v.Remarks = listed(r.Lint.Found, faultOf)
	}
	v.scenarios(r, at)
	if v.Covered = r.Coverage != nil; v.Covered {
		for i := range r.Coverage.Policies {
			v.Policies = append(v.Policies, coverageOf(&r.Coverage.Policies[i]))
		}
	}
	return v
}

// took is how long the work took, to the second.
func took(r *effect.Report) string {
	seconds := int(r.Ended.Sub(r.Begun).Round(time.Second) / time.Second)
	return english.Counted(max(1, seconds), "second")
}

// kept says why the newest rules are not in use.
func (v *authorsView) kept(rules effect.Loaded, at func(time.Time) string) {
	if rules.Failed == nil {
		return
	}
	var failure *diagnostic.Failure
	if !errors.As(rules.Failed, &failure) {
		v.Kept = fmt.Sprintf("At %s the files could not be read. The rules from before go on answering. %s",
			at(rules.FailedAt), english.UpperFirst(english.Stopped(diagnostic.OneLine(rules.Failed.Error()))))
		return
	}
	warns := func(d diagnostic.Diagnostic) bool { return d.Severity != diagnostic.Error }
	errs := slices.DeleteFunc(slices.Clone(failure.Diagnostics), warns)
	v.Kept = fmt.Sprintf("The newest files are not in use. They were read at %s and have %s. The rules from before go on answering.",
		at(rules.FailedAt), english.Counted(len(errs), "error"))
	v.Faults = listed(errs, faultOf)
}

// scenarios says how the scenarios came out.
func (v *authorsView) scenarios(r *effect.Report, at func(time.Time) string) {
	if v.Ran = r.Scenarios != nil; !v.Ran {
		return
	}
	v.Count = fmt.Sprintf("%d passed, %d failed.", r.Scenarios.Passed(), r.Scenarios.Failed())
	v.Files = listed(r.Scenarios.Faults, faultOf)
	c := &r.Changes
	if !c.Since.IsZero() {
		v.Compared = at(c.Since)
	}
	for _, kind := range []struct {
		heading string
		list    []scenario.Result
	}{
		{"Passed before and fail now", c.Fail}, {"Failed before and pass now", c.Pass},
		{"Failed before and fail now in another way", c.Differ}, {"Not run before", c.New}, {"No longer run", c.Gone},
	} {
		if len(kind.list) > 0 {
			v.Changes = append(v.Changes, changesView{kind.heading, listed(kind.list, scenarioOf)})
		}
	}
	failed := slices.DeleteFunc(slices.Clone(r.Scenarios.Results), func(r scenario.Result) bool { return len(r.Failures) == 0 })
	v.Failures = listed(failed, func(s scenario.Result) failureView {
		out := failureView{scenarioView: scenarioOf(s)}
		for _, f := range s.Failures {
			out.Unmet = append(out.Unmet, unmet(s, f))
		}
		return out
	})
}

// coverageOf is the coverage of one policy.
func coverageOf(p *coverage.Policy) coverageView {
	out := coverageView{ID: p.ID, Says: fmt.Sprintf("%s in %s", english.Counted(len(p.Rules), "rule"), english.Counted(p.Cases, "case"))}
	var own, shared []coverage.Rule
	for _, r := range p.Rules {
		switch {
		case len(r.NeverSeen) == 0:
		case r.Policy == p.ID:
			own = append(own, r)
		default:
			shared = append(shared, r)
		}
	}
	out.Own, out.Shared = listed(own, untried), listed(shared, untried)
	open := slices.DeleteFunc(slices.Clone(p.Clauses), func(c coverage.Clause) bool { return !c.Open() })
	out.Clauses = listed(open, func(c coverage.Clause) gapView {
		return gapView{lineOf(c.File, c.Start), c.ID, c.Says, "no rule and no reason"}
	})
	out.Says += ": " + map[bool]string{false: "no gaps", true: fmt.Sprintf("%s of its own and %d shared not tried in full, %s open",
		english.Counted(out.Own.All, "rule"), out.Shared.All, english.Counted(out.Clauses.All, "clause"))}[out.Gaps()]
	return out
}

// untried is a rule that scenarios have not tried in full.
func untried(r coverage.Rule) gapView {
	var never []string
	for _, t := range r.NeverSeen {
		never = append(never, term.Says(t))
	}
	return gapView{lineOf(r.File, r.Start), r.ID, r.Title, "never seen " + strings.Join(never, ", ")}
}
