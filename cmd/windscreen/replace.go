package main

import (
	"errors"
	"os"
	"path/filepath"
)

// replaceFile puts a new text in the place of the text of a file that is there, and keeps its mode. Whoever reads the file finds
// one text or the other, also if writing breaks off. It leaves links to the file as they are, and fails if the file may not be
// written.
func replaceFile(name string, text []byte) (err error) {
	name, err = filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	old, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	info, err := old.Stat()
	if err := errors.Join(err, old.Close()); err != nil {
		return err
	}
	// The name begins with a dot and does not end as a file of rules does, so that nothing takes it for one.
	beside, err := os.CreateTemp(filepath.Dir(name), ".windscreen-*.new")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(beside.Name()))
		}
	}()
	_, err = beside.Write(text)
	if err := errors.Join(err, beside.Chmod(info.Mode().Perm()), beside.Close()); err != nil {
		return err
	}
	return os.Rename(beside.Name(), name)
}
