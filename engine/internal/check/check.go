// Package check checks policies that were put together: that nothing is missing, that nothing is
// a likely mistake, and that nothing is left over. Each check has a file of its own and is in
// one of the two lists below.
package check

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/ruleroot"
)

// each are the checks of one policy by itself. They run whenever a policy is used, and on
// each shared policy that it builds on, so that none with errors ever answers a case.
var each = []func(*link.Linked) diagnostic.List{
	levels,
	defaults,
	numbered,
	noRule,
	worse,
	localShort,
	grave,
	decidesNothing,
	unconditioned,
	lost,
}

// together are the checks that take every policy of a root, because one policy cannot show
// what they find. The editions of a council are also checked before one of them is chosen by
// date. The others are about what is left over, which changes no answer.
var together = []func([]*link.Linked) diagnostic.List{
	editionsOfCouncils,
	accounted,
	unused,
	unusedConditions,
}

// Policy checks one policy.
func Policy(l *link.Linked) diagnostic.List {
	var list diagnostic.List
	for _, check := range each {
		list = append(list, check(l)...)
	}
	return list
}

// Root checks all policies of a root, the shared ones included, against one another.
func Root(all []*link.Linked) diagnostic.List {
	var list diagnostic.List
	for _, check := range together {
		list = append(list, check(all)...)
	}
	return list
}

// document reports whether a policy is a document, and not one that others build on.
func document(d *ruleroot.Draft) bool { return !d.Shared() }

// warning makes a finding one that stops nothing.
func warning(d diagnostic.Diagnostic) diagnostic.Diagnostic {
	d.Severity = diagnostic.Warning
	return d
}
