package source

import "windscreen/engine/diagnostic"

// MaxFaults is how many faults one Faults keeps. Nobody corrects more at one
// sitting, and a hostile file could otherwise hold one in every few bytes.
const MaxFaults = 200

// Faults collects what is wrong with a file up to MaxFaults, and says so where
// there was more. The zero value is empty and ready to use.
type Faults struct {
	list diagnostic.List
	full bool
}

// Add keeps the diagnostic unless there are too many already.
func (c *Faults) Add(d diagnostic.Diagnostic) {
	if c.full {
		return
	}
	if len(c.list) == MaxFaults {
		c.full = true
		d.Message = "there are more faults from here on, which are not listed"
		d.Remedy = "correct those before this one first"
	}
	c.list = append(c.list, d)
}

// Full reports whether further faults are dropped, so that a reader may stop.
func (c *Faults) Full() bool { return c.full }

// List returns what was kept, in reading order; what says that there was more
// comes last.
func (c *Faults) List() diagnostic.List {
	c.list[:min(len(c.list), MaxFaults)].Sort()
	return c.list
}
