// Package pattern makes regular expressions that are compiled when they are first used. A command needs few of those that the
// program has, and compiling all of them at its start would take longer than some commands do.
package pattern

import (
	"regexp"
	"sync"
)

// New returns a function that gives a regular expression. Its first call panics if expr is not a regular expression.
func New(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
