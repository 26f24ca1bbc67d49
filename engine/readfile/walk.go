package readfile

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
)

// Limits are the limits on what is read from a folder.
type Limits struct {
	// Entries is the largest number of files and folders in it, including those that are not
	// read.
	Entries int
	// File is the largest number of bytes in one file, and Bytes in all files to read
	// together. A file larger than File counts as File bytes.
	File, Bytes int64
	// Depth is the largest number of folders inside one another.
	Depth int
}

// FolderLimits returns the limits for a rule root or a folder of scenarios. They
// leave room for every authority in England with several editions each, at the size
// of the largest shipped one (about 40 files and 320 kilobytes).
func FolderLimits() Limits {
	return Limits{Entries: 50_000, File: 1 << 20, Bytes: 512 << 20, Depth: 16}
}

// Walk lists the files to read below a folder of a file system, in order of name: those
// whose names end in one of the endings, such as ".yaml". It follows links to folders. A
// link that leads back to a folder above it is a fault.
//
// A file with a name that is nearly right is a fault, because nothing would read it; see
// passedOver. Walk ignores files and folders whose names start with a dot. Faults are in the
// order in which they are found: at most 200, and then how many more there are. If a limit
// is exceeded, Walk lists no file.
func Walk(fsys fs.FS, root string, endings []string, lim Limits) ([]string, diagnostic.List) {
	w := &walker{fsys: fsys, endings: endings, limits: lim}
	if info := w.start(root); info != nil {
		w.folder(root, []fs.FileInfo{info})
	}
	if w.over {
		w.files = nil // a part of a folder says something else than the whole
	}
	return w.files, w.found()
}

// mostFaults is how many faults of a folder are kept.
const mostFaults = 200

// walker is the state of one Walk, or of one call of Lister.Folders.
type walker struct {
	fsys    fs.FS
	endings []string
	limits  Limits
	files   []string
	faults  diagnostic.List
	// more is how many faults were not kept.
	more    int
	entries int
	bytes   int64
	// over is whether a limit was passed; there is nothing more to list then.
	over bool
}

func (w *walker) add(d *diagnostic.Diagnostic) {
	switch {
	case d == nil:
	case len(w.faults) < mostFaults:
		w.faults = append(w.faults, *d)
	default:
		w.more++
	}
}

// found are the faults, and how many more there are.
func (w *walker) found() diagnostic.List {
	if w.more == 0 {
		return w.faults
	}
	last := w.faults[mostFaults-1]
	return append(w.faults, *fault(last.File, last.Code,
		fmt.Sprintf("there are %d more files with such faults after this one", w.more), "correct those before this one first"))
}

// start is the folder to list; nil, and its fault, where it is none.
func (w *walker) start(name string) fs.FileInfo {
	info, err := fs.Stat(w.fsys, name)
	switch {
	case err != nil:
		w.add(Unreadable(name, err))
	case info.Mode().IsRegular():
		w.add(fault(name, diagnostic.MissingFile, "this is a file, but a folder is expected", "put a folder in its place"))
	case !info.IsDir():
		d := irregular(name, info.Mode())
		d.Remedy = "put a folder in its place"
		w.add(d)
	default:
		return info
	}
	return nil
}

// folder lists the files of a folder and of those in it. The last of above is what
// the folder itself is, those before it are the folders that it stands in.
func (w *walker) folder(name string, above []fs.FileInfo) {
	w.each(name, func(name string, info fs.FileInfo) { w.entry(name, info, above) })
}

// each gives the files and folders in a folder to visit, in order of name, each with what it
// is, or what a link leads to. It passes over names that start with a dot, and reports names
// that cannot be shown and links that lead nowhere.
func (w *walker) each(name string, visit func(name string, info fs.FileInfo)) {
	entries, err := w.names(name)
	if err != nil {
		w.add(Unreadable(name, err))
		return
	}
	for _, e := range entries {
		if w.over {
			return
		}
		if w.entries++; w.entries > w.limits.Entries {
			w.stop(name, fmt.Sprintf("there are more than %d files and folders here, which is the limit", w.limits.Entries))
			return
		}
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if info := w.look(path.Join(name, e.Name()), e); info != nil {
			visit(path.Join(name, e.Name()), info)
		}
	}
}

// names lists what stands in a folder, in order, and no more than one over the limit.
func (w *walker) names(folder string) ([]fs.DirEntry, error) {
	f, err := w.fsys.Open(folder)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read, so nothing is lost
	dir, ok := f.(fs.ReadDirFile)
	if !ok {
		return fs.ReadDir(w.fsys, folder)
	}
	var entries []fs.DirEntry
	// A file system may give fewer than it was asked for; at the end it gives an error.
	for most := w.limits.Entries - w.entries + 1; len(entries) < most; {
		some, err := dir.ReadDir(most - len(entries))
		entries = append(entries, some...)
		if len(some) == 0 || err != nil {
			if err != nil && !errors.Is(err, io.EOF) {
				return nil, err
			}
			break
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// look says what a file or folder is, or what a link leads to; nil, and its fault, where that
// cannot be told.
func (w *walker) look(name string, e fs.DirEntry) fs.FileInfo {
	if d := badName(name); d != nil {
		w.add(d)
		return nil
	}
	info, err := fs.Stat(w.fsys, name)
	if err == nil {
		return info
	}
	d := Unreadable(name, err)
	if e.Type()&fs.ModeSymlink != 0 {
		d.Message = "this link cannot be followed: " + strings.TrimPrefix(d.Message, "this cannot be read: ")
		d.Remedy = "link it to a file or folder, or delete it"
	}
	w.add(d)
	return nil
}

// entry takes in one file or folder.
func (w *walker) entry(name string, info fs.FileInfo, above []fs.FileInfo) {
	switch {
	case info.IsDir():
		w.below(name, info, above)
	case !info.Mode().IsRegular():
		w.add(irregular(name, info.Mode()))
	case slices.Contains(w.endings, path.Ext(name)):
		if w.bytes += min(info.Size(), w.limits.File); w.bytes > w.limits.Bytes {
			w.stop(name, fmt.Sprintf("up to this file there are more than %d bytes, which is the limit for one folder",
				w.limits.Bytes))
			return
		}
		w.files = append(w.files, name)
	default:
		w.add(passedOver(name, w.endings))
	}
}

// below lists a folder within a folder, unless that would never end.
func (w *walker) below(name string, info fs.FileInfo, above []fs.FileInfo) {
	switch {
	case slices.ContainsFunc(above, func(a fs.FileInfo) bool { return os.SameFile(a, info) }):
		w.add(fault(name, diagnostic.MissingFile, "this link leads back to a folder that it is in", "delete the link"))
	case len(above) > w.limits.Depth:
		w.stop(name, fmt.Sprintf("folders are more than %d deep here", w.limits.Depth))
	default:
		w.folder(name, append(above[:len(above):len(above)], info))
	}
}

// stop ends the listing at a limit.
func (w *walker) stop(name, message string) {
	w.over = true
	w.add(fault(name, diagnostic.TooLarge, message, "name a smaller folder, or remove what does not belong in it"))
}
