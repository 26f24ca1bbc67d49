package mutation

import "windscreen/engine/diagnostic"

// LeftForNothing is the code of a change that is listed as left and need not be: a scenario notices it by now, or it makes
// no difference to any case.
const LeftForNothing diagnostic.Code = "left-for-nothing"

// Left is what came of a file that lists changes which are left although no scenario notices them, each with the reason.
type Left struct {
	// File is its name, and Listed is how many changes it lists.
	File   string `json:"file"`
	Listed int    `json:"listed"`
	// Missing is how many changes that no scenario notices it does not list.
	Missing int `json:"missing"`
	// Faults are the entries that name no change, and those of changes that need not be listed.
	Faults diagnostic.List `json:"faults"`
}

// OK reports whether the file lists the changes that no scenario notices, and no others.
func (l *Left) OK() bool { return l.Missing == 0 && len(l.Faults) == 0 }
