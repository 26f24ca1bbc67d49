package benchmark

import (
	"io/fs"
	"testing/fstest"
)

// inMemory is a file system of these files.
func inMemory(files map[string][]byte) fs.FS {
	root := fstest.MapFS{}
	for name, data := range files {
		root[name] = &fstest.MapFile{Data: data}
	}
	return root
}
