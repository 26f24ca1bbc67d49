// Package readfile reads every file that Windscreen reads: rules, scenarios and cases have
// the same checks and limits.
//
// It checks a file before it opens it. It refuses a device, a named pipe, a socket or a
// folder, so it never waits for a pipe or reads a device without end. It compares the size
// with the limit first, and never reads more than one byte over the limit, whatever the size
// was said to be.
//
// It follows links to files and folders, wherever they lead. If you take a folder from
// somebody else, open it with os.OpenRoot and pass on its FS: a link out of the folder is
// then an error.
package readfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"windscreen/engine/diagnostic"
)

// Read reads a file of a file system, up to a number of bytes. The fault is nil if it could
// be read. If the file system is not an fs.StatFS, Read has to open the file to check it.
func Read(fsys fs.FS, name string, most int) ([]byte, *diagnostic.Diagnostic) {
	stat := func() (fs.FileInfo, error) { return fs.Stat(fsys, name) }
	return read(name, most, stat, func() (fs.File, error) { return fsys.Open(name) })
}

// ReadPath reads the file at a path, up to a number of bytes. The fault is nil if it could
// be read. It names the path with forward slashes.
func ReadPath(path string, most int) ([]byte, *diagnostic.Diagnostic) {
	stat := func() (fs.FileInfo, error) { return os.Stat(path) }
	return read(filepath.ToSlash(path), most, stat, func() (fs.File, error) { return os.Open(path) })
}

// read looks at a file, opens it, and looks again, because another file may have taken
// its place. Then it reads it.
func read(name string, most int, stat func() (fs.FileInfo, error), open func() (fs.File, error)) ([]byte, *diagnostic.Diagnostic) {
	if fault := badName(name); fault != nil {
		return nil, fault
	}
	info, err := stat()
	if err != nil {
		return nil, Unreadable(name, err)
	}
	if fault := fit(name, info, most); fault != nil {
		return nil, fault
	}
	f, err := open()
	if err != nil {
		return nil, Unreadable(name, err)
	}
	defer func() { _ = f.Close() }() // it was only read, so nothing is lost
	if info, err = f.Stat(); err != nil {
		return nil, Unreadable(name, err)
	}
	if fault := fit(name, info, most); fault != nil {
		return nil, fault
	}
	var b bytes.Buffer
	b.Grow(int(info.Size()) + bytes.MinRead)
	if _, err := b.ReadFrom(io.LimitReader(f, int64(most)+1)); err != nil {
		return nil, Unreadable(name, err)
	}
	if b.Len() > most {
		return nil, TooLarge(name, most)
	}
	return b.Bytes(), nil
}

// fit reports what cannot be read as a file, and a file that is too large.
func fit(name string, info fs.FileInfo, most int) *diagnostic.Diagnostic {
	switch {
	case !info.Mode().IsRegular():
		return irregular(name, info.Mode())
	case info.Size() > int64(most):
		return TooLarge(name, most)
	}
	return nil
}

// TooLarge is the fault of a file with more bytes than the limit.
func TooLarge(name string, most int) *diagnostic.Diagnostic {
	return fault(name, diagnostic.TooLarge, fmt.Sprintf("the file has more than %d bytes, which is the limit", most),
		"split the file, or leave out what is not needed")
}

// irregular is the fault of something that is there and is no file.
func irregular(name string, mode fs.FileMode) *diagnostic.Diagnostic {
	if mode.IsDir() {
		return fault(name, diagnostic.MissingFile, "this is a folder, but a file is expected", "name a file in it")
	}
	what := "neither a file nor a folder"
	switch {
	case mode&fs.ModeNamedPipe != 0:
		what = "a named pipe, not a file"
	case mode&fs.ModeSocket != 0:
		what = "a socket, not a file"
	case mode&fs.ModeDevice != 0:
		what = "a device, not a file"
	}
	return fault(name, diagnostic.MissingFile, "this is "+what, "put a file in its place, or remove it")
}

// Unreadable turns an error of a file system into a fault.
func Unreadable(name string, err error) *diagnostic.Diagnostic {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err // the name stands in front already
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fault(name, diagnostic.MissingFile, "this cannot be read: there is no file or folder of this name",
			"put it there, or correct its name")
	}
	return fault(name, diagnostic.MissingFile, fmt.Sprintf("this cannot be read: %s", err), "")
}

// badName refuses a name that cannot be shown as it is: it would break a line of a
// report, or pass for another name.
func badName(name string) *diagnostic.Diagnostic {
	if diagnostic.OneLine(name) == name && !strings.ContainsRune(name, '\uFFFD') {
		return nil
	}
	return fault(Shown(name), diagnostic.BadName, "the name of this file has characters in it that cannot be shown",
		"give it a plain name on one line")
}

// Shown is the name of a file on one line. It writes what cannot be shown as an escape, such
// as \n.
func Shown(name string) string {
	if diagnostic.OneLine(name) == name {
		return name
	}
	quoted := strconv.Quote(name)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`)
}

func fault(name string, code diagnostic.Code, message, remedy string) *diagnostic.Diagnostic {
	return &diagnostic.Diagnostic{File: name, Severity: diagnostic.Error, Code: code, Message: message, Remedy: remedy}
}
