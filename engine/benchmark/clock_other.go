//go:build !unix

package benchmark

import "time"

// begun is when the process began to measure.
var begun = time.Now()

// now is the time on the clock: this system does not tell processor time in the same way.
func now() time.Duration { return time.Since(begun) }
