package authoring

import (
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/leftfile"
)

// LeftFile is a file that lists changes which are left although no scenario notices them, each with the reason.
// fixtures/README.md describes its form.
type LeftFile struct {
	// Name appears in diagnostics. If it ends in .json, the file is read as JSON.
	Name string
	Data []byte
}

// check says what is wrong with the form of the file. Which changes there are is known only to Mutate.
func (f LeftFile) check() diagnostic.List {
	_, list := leftfile.Read(f.Name, f.Data)
	return list
}
