package rulefile

import (
	"windscreen/engine/internal/shape"
)

// ContactEntry is one contact, as printed.
type ContactEntry struct {
	Name       shape.Text   `yaml:"name" need:"yes" doc:"The service; never an individual."`
	Phone      shape.Text   `yaml:"phone" doc:"Telephone number as printed."`
	OutOfHours shape.Text   `yaml:"out_of_hours" doc:"Number outside the hours."`
	Email      shape.Text   `yaml:"email" doc:"A shared address, never an individual's."`
	Hours      shape.Text   `yaml:"hours" doc:"When the number is answered."`
	AsPrinted  shape.Text   `yaml:"as_printed" need:"yes" doc:"Year of print."`
	Cite       []shape.Text `yaml:"cite" need:"yes" doc:"Clauses that print it."`
}
