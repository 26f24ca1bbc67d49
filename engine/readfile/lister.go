package readfile

import (
	"io/fs"
	"path"

	"windscreen/engine/diagnostic"
)

// Lister lists folders one level at a time, with the checks of Walk. The limits hold for all
// the folders that it lists together; once one is exceeded, it lists nothing more.
type Lister struct {
	fsys    fs.FS
	limits  Limits
	entries int
	over    bool
}

// NewLister lists folders of a file system.
func NewLister(fsys fs.FS, lim Limits) *Lister { return &Lister{fsys: fsys, limits: lim} }

// Folders lists the names of the folders in a folder, in order. It follows links.
//
// No file is read there, so a file that seems to be meant for reading is a fault with this
// remedy, and so is anything that is neither a file nor a folder. Folders ignores names that
// start with a dot. If it exceeds a limit, it lists no folder.
func (l *Lister) Folders(folder, remedy string) ([]string, diagnostic.List) {
	if l.over {
		return nil, nil
	}
	w := &walker{fsys: l.fsys, limits: l.limits, entries: l.entries}
	var names []string
	if w.start(folder) != nil {
		w.each(folder, func(name string, info fs.FileInfo) {
			var d *diagnostic.Diagnostic
			switch {
			case info.IsDir():
				names = append(names, path.Base(name))
			case info.Mode().IsRegular():
				d = passedOver(name, nil)
			default:
				d = irregular(name, info.Mode())
			}
			if d != nil {
				d.Remedy = remedy
				w.add(d)
			}
		})
	}
	if l.entries, l.over = w.entries, w.over; l.over {
		names = nil
	}
	return names, w.found()
}
