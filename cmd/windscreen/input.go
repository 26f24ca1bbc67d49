package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
)

// input is one file as it was read.
type input struct {
	name string
	data []byte
}

// called is what answers and diagnostics call a file.
func called(name string) string {
	if name == "-" {
		return "stdin"
	}
	return filepath.ToSlash(name)
}

// read reads one file, or standard input where the name is "-". It reads no more
// than one byte over what the engine takes: the engine then refuses the rest.
func (a *app) read(name string) (input, error) {
	if name == "-" {
		data, err := limited(a.stdin)
		return input{called(name), data}, unreadable(name, err)
	}
	f, err := os.Open(name)
	if err != nil {
		return input{}, unreadable(name, err)
	}
	defer f.Close()
	data, err := limited(f)
	return input{called(name), data}, unreadable(name, err)
}

func limited(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, int64(engine.MaxBytes())+1))
}

// unreadable makes a diagnostic of an error of the file system.
func unreadable(name string, err error) error {
	if err == nil {
		return nil
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err // the name stands in front already
	}
	return diagnostic.List{{File: called(name), Severity: diagnostic.Error, Code: diagnostic.MissingFile,
		Message: fmt.Sprintf("this cannot be read: %s", err)}}.Err()
}

// collect adds what is wrong with a file to a list, so that all files are judged
// in one run. It returns any error that is not about a file.
func collect(list *diagnostic.List, err error) error {
	var failure *diagnostic.Failure
	if errors.As(err, &failure) {
		*list = append(*list, failure.Diagnostics...)
		return nil
	}
	return err
}
