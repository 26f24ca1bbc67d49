package rulefile

import "windscreen/engine/internal/shape"

// Frequencies is a file of rules/frequencies: how often facts take their values, for cases that
// are made up.
type Frequencies struct {
	Sources shape.Map[SourceEntry] `yaml:"sources" doc:"The publications that figures are from, by name."`
	Quiet   *QuietEntry            `yaml:"quiet" doc:"What holds of each fact without figures of its own. It stands in one file."`
	Facts   shape.Map[Shares]      `yaml:"facts" doc:"The figures, by the path of the fact. What they leave is the value that stands for nothing found; if the fact has none, each other value is as likely as the next."`
}

// SourceEntry is a publication that figures are from.
type SourceEntry struct {
	Here      shape.Here
	Title     shape.Text `yaml:"title" need:"yes" doc:"The title of the publication."`
	Publisher shape.Text `yaml:"publisher" need:"yes" doc:"Who published it."`
	Year      shape.Text `yaml:"year" need:"yes" doc:"The year or the day that the figures are of."`
	Table     shape.Text `yaml:"table" need:"yes" doc:"The table or the part of the publication."`
	Read      shape.Text `yaml:"read" doc:"Where the figures were read, if not in the publication itself."`
}

// QuietEntry is what holds of facts without figures.
type QuietEntry struct {
	Percent shape.Text `yaml:"percent" need:"yes" doc:"How many of a hundred children have the value that stands for nothing found; up to one decimal."`
	Why     shape.Text `yaml:"why" need:"yes" doc:"Why it is that."`
}

// Shares are the figures of one fact.
type Shares []ShareEntry

// ShareEntry is one figure. It has a source and what is counted there, or why it is assumed.
type ShareEntry struct {
	Here    shape.Here
	Percent shape.Text   `yaml:"percent" need:"yes" doc:"How many of a hundred of all children; up to one decimal. The children to whom the fact cannot apply at their age count."`
	Values  []shape.Text `yaml:"values" doc:"The rungs, words or numbers, or yes, that have this share between them, each as often as the next. Left out for a date or time: the share is then of those in which it is given."`
	Source  shape.Text   `yaml:"source" doc:"The name of the source."`
	Says    shape.Text   `yaml:"says" doc:"What is counted there, and what it is taken for here."`
	Assumed shape.Text   `yaml:"assumed" doc:"In place of source and says: why the share is assumed."`
}
