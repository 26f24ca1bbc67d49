// Package fingerprint tells whether files changed, without reading them.
package fingerprint

import (
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"strings"
)

// Maker makes fingerprints that can be compared with one another, and with those of no other Maker. It is safe for concurrent
// use. Make it with NewMaker.
type Maker struct{ seed maphash.Seed }

// NewMaker makes a Maker.
func NewMaker() Maker { return Maker{maphash.MakeSeed()} }

// Root is a file or a folder of a file system.
type Root struct {
	FS   fs.FS
	Name string
}

// Of is a number that differs once a file below one of the roots was added, removed, written or renamed. It passes over names
// that begin with a dot, as whatever reads rules and scenarios does, and over what stands behind a link to a folder. A file below a
// root that goes away while it looks, as one does that an editor renames, looks as if it were not there. The error is that of the
// file system.
func (m Maker) Of(roots ...Root) (uint64, error) {
	var h maphash.Hash
	h.SetSeed(m.seed)
	for _, root := range roots {
		err := fs.WalkDir(root.FS, root.Name, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return passing(err, path != root.Name)
			}
			if path != root.Name && strings.HasPrefix(d.Name(), ".") { // rules and scenarios are never read from such a name
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			info, err := fs.Stat(root.FS, path) // of what a link leads to
			if err != nil {
				return passing(err, path != root.Name)
			}
			size, written := info.Size(), info.ModTime().UnixNano()
			if d.IsDir() { // a file whose name begins with a dot changes its time
				size, written = 0, 0
			}
			_, err = fmt.Fprintf(&h, "%q %d %d %v\n", path, size, written, info.Mode())
			return err
		})
		if err != nil {
			return 0, err
		}
		_, _ = h.WriteString("\n") // it never fails
	}
	return h.Sum64(), nil
}

// passing is an error, or nil if it says that a file below a root is not there any more.
func passing(err error, below bool) error {
	if below && errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
