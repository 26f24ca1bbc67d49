package main

import (
	"errors"
	"io"
	"path/filepath"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/readfile"
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
	return readfile.Shown(filepath.ToSlash(name))
}

// read reads one file, or standard input where the name is "-". Of standard input it
// reads no more than one byte over what the engine takes: the engine then refuses the
// rest.
func (a *app) read(name string) (input, error) {
	if name != "-" {
		data, fault := readfile.ReadPath(name, engine.MaxBytes())
		return input{called(name), data}, failure(fault)
	}
	data, err := io.ReadAll(io.LimitReader(a.stdin, int64(engine.MaxBytes())+1))
	if err != nil {
		return input{}, failure(readfile.Unreadable(called(name), err))
	}
	return input{called(name), data}, nil
}

// failure is a fault as an error; nil if there is none.
func failure(fault *diagnostic.Diagnostic) error {
	if fault == nil {
		return nil
	}
	return diagnostic.List{*fault}.Err()
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
