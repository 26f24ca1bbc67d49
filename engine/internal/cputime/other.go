//go:build !unix

// Package cputime says how much processor time this process has used, so that measurements
// do not depend on what else the machine does.
package cputime

import "time"

// begun is when the process began.
var begun = time.Now()

// Used is the time since the process began: this system does not tell processor time in the
// same way.
func Used() time.Duration { return time.Since(begun) }
