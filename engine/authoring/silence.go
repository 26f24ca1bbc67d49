package authoring

import (
	"io/fs"
	"path"
	"path/filepath"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/check"
	"windscreen/engine/internal/source"
	"windscreen/engine/readfile"
)

// silenced takes out of a list the warnings that comments in the rules keep on purpose.
func silenced(fsys fs.FS, name string, list diagnostic.List) diagnostic.List {
	names, _ := readfile.Walk(fsys, ".", []string{".yaml"}, readfile.FolderLimits())
	texts := map[string][]byte{}
	for _, n := range names {
		// What cannot be read is in the list already.
		if data, fault := readfile.Read(fsys, n, source.RuleLimits().Bytes); fault == nil {
			texts[shown(name, n)] = data
		}
	}
	return check.Silence(texts, list, codes(), !list.HasErrors())
}

// shown is the name of a file of a root as diagnostics show it.
func shown(root, name string) string {
	if root == "" {
		return name
	}
	return path.Join(filepath.ToSlash(root), name)
}
