// Package directory holds the services in a document's directory, by the level at which the
// document lists them. Package engine fills it, and package render shows it.
//
// The level at which a document lists a service sorts the directory. It says nothing about a
// child's level. Each service has its own condition, which says whether it fits.
package directory

import (
	"slices"

	"windscreen/engine/recommendation"
)

// Directory holds the services of policies, or those that fit a case.
type Directory struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Case and AsOf are as in a Recommendation, and empty without a case.
	Case string                `json:"case"`
	AsOf recommendation.Moment `json:"as_of"`
	// Policies are the directories of the policies, in the order asked for.
	Policies []Policy `json:"policies"`
}

// FormatVersion is the Format that this version of the engine writes.
const FormatVersion = 1

// Policy is the directory of one policy.
type Policy struct {
	// ID is the id of the policy.
	ID string `json:"policy"`
	// Document is the document that lists the services.
	Document recommendation.Document `json:"document"`
	// Levels are those at which services are listed, lowest first. Services without one come
	// last, under level 0.
	Levels []Level `json:"levels"`
	// Titles are the plain names of facts that would decide possible services.
	Titles map[string]string `json:"titles"`
	// Clauses are the clauses cited, by id.
	Clauses map[string]recommendation.Clause `json:"clauses"`
}

// Level is one level of the policy and the services listed there.
type Level struct {
	// Level is the number of the level.
	Level int `json:"level"`
	// Name is the policy's own name for it.
	Name string `json:"name"`
	// Services are in order of id. With a case, those that fit come before those that may.
	// Without a case, Service.State is empty.
	Services []recommendation.Service `json:"services"`
}

// Child is the directory for one child of a case, by its label.
type Child struct {
	// Child is the label of the child; empty in a case about one.
	Child string `json:"child"`
	// OneOf is how many children the case is about.
	OneOf int `json:"one_of"`
	*Directory
}

// Report is the services that fit a case, or may, for each child.
type Report struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Case is the id that the case gives itself; empty where it gives none.
	Case string `json:"case"`
	// AsOf is the date and time of the case.
	AsOf recommendation.Moment `json:"as_of"`
	// Children are in the order of the case; just one, whose label is empty, for a case about one child.
	Children []Child `json:"children"`
}

// ReportOf is the services for the children of a list, which are of one case.
func ReportOf(list []Child) *Report {
	out := &Report{Format: FormatVersion, Children: []Child{}}
	for _, c := range list {
		if c.Directory != nil {
			out.Case, out.AsOf = c.Directory.Case, c.Directory.AsOf
			out.Children = append(out.Children, c)
		}
	}
	return out
}

// New sorts services into a policy's directory. It keeps only the clauses and titles that
// the services name.
func New(id string, document recommendation.Document, scale []recommendation.Rung, services []recommendation.Service,
	titles map[string]string, clauses map[string]recommendation.Clause) Policy {
	p := Policy{ID: id, Document: document, Levels: []Level{}, Titles: map[string]string{}, Clauses: map[string]recommendation.Clause{}}
	for _, rung := range append(slices.Clone(scale), recommendation.Rung{}) {
		level := Level{Level: rung.Level, Name: rung.Name}
		for _, s := range services {
			if s.ListedAt == rung.Level {
				level.Services = append(level.Services, s)
			}
		}
		if len(level.Services) > 0 {
			p.Levels = append(p.Levels, level)
		}
	}
	for _, s := range services {
		cite := slices.Clone(s.Cite)
		if s.Contact != nil {
			cite = append(cite, s.Contact.Cite...)
		}
		for _, id := range cite {
			if c, ok := clauses[id]; ok {
				p.Clauses[id] = c
			}
		}
		for _, path := range s.WaitsOn {
			p.Titles[path] = titles[path]
		}
	}
	return p
}

// Of is the directory for a case: the services of a recommendation, those that fit and those
// that may.
func Of(r *recommendation.Recommendation) *Directory {
	return &Directory{Format: FormatVersion, Case: r.Case, AsOf: r.AsOf,
		Policies: []Policy{New(r.Policy, r.Document, r.Level.Scale, r.Services, r.Titles, r.Clauses)}}
}
