package testroot

import (
	"flag"
	"os"
)

// Checks has properties tried so many times, where the default is 100, unless the flag -rapid.checks or
// RAPID_CHECKS says otherwise. It is for the TestMain of packages whose properties each take seconds.
func Checks(n string) {
	if f := flag.Lookup("rapid.checks"); f != nil && os.Getenv("RAPID_CHECKS") == "" {
		_ = f.Value.Set(n) // the value is a number, and the flag of rapid takes one
	}
}
