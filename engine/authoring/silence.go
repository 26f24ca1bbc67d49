package authoring

import (
	"io/fs"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/check"
	"windscreen/engine/internal/source"
	"windscreen/engine/readfile"
)

// silenced takes out of a list the warnings that comments in the rules keep on purpose. Called is what the list calls a file of
// the root.
func silenced(fsys fs.FS, called func(name string) string, list diagnostic.List) diagnostic.List {
	names, _ := readfile.Walk(fsys, ".", []string{".yaml"}, readfile.FolderLimits())
	texts := map[string][]byte{}
	for _, n := range names {
		// What cannot be read is in the list already.
		if data, fault := readfile.Read(fsys, n, source.RuleLimits().Bytes); fault == nil {
			texts[called(n)] = data
		}
	}
	return check.Silence(texts, list, codes(), !list.HasErrors())
}
