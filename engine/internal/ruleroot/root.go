// Package ruleroot reads a rule root from disk: where its policies stand, and their
// files, each decoded into the shapes of package rulefile. It gives no meaning to what
// it reads beyond that; package link does.
//
// Opening a root lists folders. Files are read when they are asked for.
package ruleroot

import (
	"io/fs"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
)

// Root is a rule root whose policies are known by name. It is immutable once opened, and
// safe for concurrent use.
type Root struct {
	fsys             fs.FS
	policies, shared []Place
	faults           diagnostic.List
}

// Open lists the policies of a rule root. The list says what is wrong with its folders.
func Open(fsys fs.FS) (*Root, diagnostic.List) {
	r := &Root{fsys: fsys}
	r.places()
	return r, r.faults
}

// Policies are the places of the policies that a case can name, in order of id.
func (r *Root) Policies() []Place { return r.policies }

// SharedPolicies are the places of those that others build on, in order of id.
func (r *Root) SharedPolicies() []Place { return r.shared }

// Policy finds the policy with this id.
func (r *Root) Policy(id string) (Place, bool) { return find(r.policies, id) }

// Shared finds the shared policy with this id.
func (r *Root) Shared(id string) (Place, bool) { return find(r.shared, id) }

// Editions are the places of a council's policies, in order of id; none where there is no
// such council.
func (r *Root) Editions(council string) []Place {
	var out []Place
	for _, p := range r.policies {
		if p.Council == council {
			out = append(out, p)
		}
	}
	return out
}

// Councils are the names of the councils, in order.
func (r *Root) Councils() []string {
	var out []string
	for _, p := range r.policies {
		out = append(out, p.Council)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func find(places []Place, id string) (Place, bool) {
	i, ok := slices.BinarySearchFunc(places, id, func(p Place, id string) int { return strings.Compare(p.ID, id) })
	if !ok {
		return Place{}, false
	}
	return places[i], true
}

func (r *Root) fault(file string, code diagnostic.Code, message, remedy string) {
	r.faults = append(r.faults, diagnostic.Diagnostic{File: file, Severity: diagnostic.Error, Code: code, Message: message, Remedy: remedy})
}
