package ruleroot

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/policy"
	"windscreen/engine/readfile"
)

// The folders of a rule root.
const (
	VocabularyDir  = "vocabulary"
	SharedDir      = "shared"
	AuthoritiesDir = "authorities"
	// FrequenciesDir may be left out: it is for cases that are made up.
	FrequenciesDir = "frequencies"
)

// policyFile is the file that makes a folder a policy.
const policyFile = "policy.yaml"

// Place is where a policy stands in a rule root. Its id follows from it.
type Place struct {
	// ID is council-edition, as in bexley-2020; of a shared policy the name of its folder.
	ID string
	// Council is the folder that holds the editions of one council's document; empty for a
	// shared policy.
	Council string
	// Dir is the folder of the policy, below the root.
	Dir string
}

// Shared reports whether other policies build on the policy and no case names it.
func (p Place) Shared() bool { return p.Council == "" }

// Path is the name of a file of the policy, below the root.
func (p Place) Path(file string) string { return p.Dir + "/" + file }

var (
	// An edition has no hyphen, so that an id splits into council and edition in one way.
	councilPattern = pattern.New(`^[a-z0-9]+([.-][a-z0-9]+)*$`)
	editionPattern = pattern.New(`^[a-z0-9]+(\.[a-z0-9]+)*$`)
)

// places lists the policies of a root by the names of its folders. It opens no file.
func (r *Root) places() {
	l := &listing{Root: r, Lister: readfile.NewLister(r.fsys, readfile.FolderLimits())}
	l.top()
	l.sharedPolicies()
	l.councils()
	r.clashes()
}

// named reports whether the name of a folder can be part of an id.
func (r *Root) named(dir, name string, allowed *regexp.Regexp) bool {
	if allowed.MatchString(name) {
		return true
	}
	remedy := "use lower-case letters and digits, joined by dots and hyphens"
	if allowed == editionPattern() {
		remedy = "use lower-case letters and digits, joined by dots, and no hyphen: 2020 or 2020.2"
	}
	r.fault(dir, diagnostic.BadName, fmt.Sprintf("%q cannot be the name of a folder here", name), remedy)
	return false
}

// clashes reports names that would mean two things in a case.
func (r *Root) clashes() {
	slices.SortFunc(r.policies, func(a, b Place) int { return strings.Compare(a.ID, b.ID) })
	if len(r.Editions(policy.Every)) > 0 {
		r.fault(path.Join(AuthoritiesDir, policy.Every), diagnostic.NameClash,
			"in scenarios "+policy.Every+" means every policy, so no council can have this name",
			"give the council's folder another name")
	}
	for _, p := range r.policies {
		if len(r.Editions(p.ID)) > 0 {
			r.fault(path.Join(AuthoritiesDir, p.ID), diagnostic.NameClash,
				fmt.Sprintf("the council %s has the same name as the policy %s", p.ID, p.ID),
				"give the council's folder another name")
		}
		if _, ok := r.Shared(p.ID); ok {
			r.fault(p.Dir, diagnostic.NameClash, fmt.Sprintf("the policy %s has the same name as a shared policy", p.ID),
				"give the shared policy another name")
		}
	}
}
