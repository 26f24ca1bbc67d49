package ruleroot

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/readfile"
)

// listing is the state of listing the folders of a root.
type listing struct {
	*Root
	*readfile.Lister
	// has are the folders of the root that are there, whatever stands in their place.
	has map[string]bool
}

// top lists the root itself.
func (l *listing) top() {
	parts := []string{VocabularyDir, SharedDir, AuthoritiesDir, FrequenciesDir}
	names, faults := l.Folders(".", "a rule root has the folders "+VocabularyDir+", "+SharedDir+" and "+AuthoritiesDir)
	l.has = map[string]bool{}
	for _, d := range faults {
		// A fault of one of these is reported where its folder is read.
		if l.has[d.File] = slices.Contains(parts, d.File); !l.has[d.File] {
			l.faults = append(l.faults, d)
		}
	}
	for _, name := range names {
		if l.has[name] = slices.Contains(parts, name); !l.has[name] {
			l.fault(name, diagnostic.MissingFile, fmt.Sprintf("nothing reads the folder %s", name),
				"put a council's policy in "+AuthoritiesDir+"/COUNCIL/EDITION, and a policy that others build on in "+SharedDir+"/NAME")
		}
	}
}

// sharedPolicies lists the policies that others build on, if there are any.
func (l *listing) sharedPolicies() {
	if !l.has[SharedDir] {
		return
	}
	for _, name := range l.in(SharedDir, "each folder in "+SharedDir+" is a policy") {
		dir := path.Join(SharedDir, name)
		if l.named(dir, name, councilPattern()) {
			l.add(&l.shared, Place{ID: name, Dir: dir})
		}
	}
}

// councils lists the policies of councils, if there are any.
func (l *listing) councils() {
	if !l.has[AuthoritiesDir] {
		return
	}
	for _, council := range l.in(AuthoritiesDir, "a council's policy belongs in "+AuthoritiesDir+"/COUNCIL/EDITION") {
		dir := path.Join(AuthoritiesDir, council)
		if !l.named(dir, council, councilPattern()) {
			continue
		}
		for _, edition := range l.in(dir, "a council's policy belongs in "+dir+"/EDITION") {
			if in := path.Join(dir, edition); l.named(in, edition, editionPattern()) {
				l.add(&l.policies, Place{ID: council + "-" + edition, Council: council, Dir: in})
			}
		}
	}
}

// in is the names of the folders in a folder. Anything else that seems meant for reading is
// a fault with this remedy.
func (l *listing) in(dir, remedy string) []string {
	names, faults := l.Folders(dir, remedy)
	l.faults = append(l.faults, faults...)
	return names
}

// add takes in the place of a policy.
func (l *listing) add(list *[]Place, p Place) {
	switch _, err := fs.Stat(l.fsys, p.Path(policyFile)); {
	case errors.Is(err, fs.ErrNotExist):
		l.fault(p.Dir, diagnostic.MissingFile, fmt.Sprintf("the folder %s has no %s", p.Dir, policyFile),
			"add one, or move the files to the folder of their policy")
	case err != nil:
		l.faults = append(l.faults, *readfile.Unreadable(p.Path(policyFile), err))
	default:
		*list = append(*list, p)
	}
}
