package cputime

import "embed"

// Sources are the sources of the package, so that a program that is written to be measured against
// tells processor time in the same way.
//
//go:embed unix.go other.go
var Sources embed.FS
