package readfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"windscreen/engine/diagnostic"
)

// Files are the names of the files with some extensions under some paths, in the order of the paths and, in a folder, of names. It
// follows links, and takes a file once, whatever names lead to it. A path that is no folder is a file, whatever its extension. The
// faults are what of a folder cannot be read. The error is about a path that is not there; errors.Is then finds fs.ErrNotExist in it.
func Files(paths, extensions []string) (names []string, faults diagnostic.List, err error) {
	seen := map[string]bool{}
	for _, root := range paths {
		info, err := os.Stat(root)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil, &notThere{root}
		}
		under := []string{"."}
		if err == nil && info.IsDir() {
			var list diagnostic.List
			under, list = Walk(os.DirFS(root), ".", extensions, FolderLimits())
			for _, d := range list {
				d.File = Shown(filepath.ToSlash(filepath.Join(root, filepath.FromSlash(d.File))))
				faults = append(faults, d)
			}
		}
		for _, name := range under {
			name = filepath.Join(root, filepath.FromSlash(name))
			if key := identity(name); !seen[key] {
				seen[key] = true
				names = append(names, name)
			}
		}
	}
	return names, faults, nil
}

// notThere is a path that leads nowhere.
type notThere struct{ path string }

// Error names the path.
func (e *notThere) Error() string { return fmt.Sprintf("there is no file or folder %s", e.path) }

// Is reports whether the error is of the kind that package fs has for it.
func (e *notThere) Is(target error) bool { return target == fs.ErrNotExist }

// identity is one name for a file, however a path names it and whatever links lead to it.
func identity(name string) string {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	if whole, err := filepath.Abs(name); err == nil {
		name = whole
	}
	return name
}
