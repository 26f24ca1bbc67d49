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
	Case     string                `json:"case"`
	AsOf     recommendation.Moment `json:"as_of"`
	Policies []Policy              `json:"policies"`
}

// FormatVersion is the Format that this version of the engine writes.
const FormatVersion = 1

// Policy is the directory of one policy.
type Policy struct {
	ID       string                  `json:"policy"`
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
	Level int    `json:"level"`
	Name  string `json:"name"`
	// Services are in order of id. With a case, those that fit come before those that may.
	// Without a case their State is empty.
	Services []recommendation.Service `json:"services"`
}

// Child is the directory for one child of a case, by its label.
type Child struct {
	Child string `json:"child"`
	// OneOf is how many children the case is about.
	OneOf int `json:"one_of"`
	*Directory
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
