// Package fingerprint tells whether files changed, without reading them.
package fingerprint

import (
	"fmt"
	"hash/maphash"
	"io/fs"
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

// Of is a number that differs once a file below one of the roots was added, removed, written or renamed. The error is that of
// the file system.
func (m Maker) Of(roots ...Root) (uint64, error) {
	var h maphash.Hash
	h.SetSeed(m.seed)
	for _, root := range roots {
		err := fs.WalkDir(root.FS, root.Name, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := fs.Stat(root.FS, path) // of what a link leads to
			if err != nil {
				return err
			}
			size := info.Size()
			if d.IsDir() {
				size = 0
			}
			_, err = fmt.Fprintf(&h, "%q %d %d %v\n", path, size, info.ModTime().UnixNano(), info.Mode())
			return err
		})
		if err != nil {
			return 0, err
		}
		_, _ = h.WriteString("\n") // it never fails
	}
	return h.Sum64(), nil
}
