// Package directory holds the services that a document's directory lists, by the level
// at which it lists them. Package engine fills it, package render shows it.
//
// The level at which a service is listed only sorts the directory. It says nothing about a
// child's level: whether a service fits a case is a condition of its own.
package directory

import (
	"slices"

	"windscreen/engine/recommendation"
)

// Directory is the services of one policy or more. Made from a case, it holds the services
// that fit the case, or may.
type Directory struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Case and AsOf are as in a Recommendation; both are empty where there was no case.
	Case     string                `json:"case"`
	AsOf     recommendation.Moment `json:"as_of"`
	Policies []Policy              `json:"policies"`
}

// FormatVersion is the Format of what this version of the engine gives.
const FormatVersion = 1

// Policy is the directory of one policy.
type Policy struct {
	ID       string                  `json:"policy"`
	Document recommendation.Document `json:"document"`
	// Levels are those at which services are listed, lowest first. Services listed at
	// none come last, under level 0.
	Levels []Level `json:"levels"`
	// Titles are the plain names of facts that possible services wait on.
	Titles map[string]string `json:"titles"`
	// Clauses are the clauses cited, by id.
	Clauses map[string]recommendation.Clause `json:"clauses"`
}

// Level is one level of the policy and the services listed there.
type Level struct {
	Level int    `json:"level"`
	Name  string `json:"name"`
	// Services are in order of id. Where there was a case, those that fit come before those
	// that may; without one their State is empty.
	Services []recommendation.Service `json:"services"`
}

// New sorts services into a policy's directory. Of the clauses and titles it keeps
// those that the services name.
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

// Of is the directory for a case: the services of its recommendation, those that fit and
// those that may.
func Of(r *recommendation.Recommendation) *Directory {
	return &Directory{Format: FormatVersion, Case: r.Case, AsOf: r.AsOf,
		Policies: []Policy{New(r.Policy, r.Document, r.Level.Scale, r.Services, r.Titles, r.Clauses)}}
}
