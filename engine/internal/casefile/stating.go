package casefile

import (
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// Stating is the case that states these values, by Fact.Index, and nothing else. What is unknown
// is not stated. It is the case that Read makes of them as a file, for those who have no file. In
// a case about several children, child is the label; it is empty in a case about one. The case is
// nil where the list has errors, which have no place.
func (r Reader) Stating(child string, asOf time.Time, values []vocabulary.Value) (*Case, diagnostic.List) {
	p := r.reading()
	p.c.Child, p.c.AsOf = child, asOf.In(r.London)
	if child != "" {
		p.part = ofChild
	}
	nowhere := stated{source.NewFile("", nil), &yaml.Node{Kind: yaml.ScalarNode}}
	for _, f := range r.Vocabulary.Facts {
		if v := values[f.Index]; !f.IsUnknown(v) {
			p.c.Values[f.Index], p.c.Origins[f.Index], p.stated[f] = v, Stated, nowhere
		}
	}
	p.finish()
	if list := p.faults.List(); list.HasErrors() {
		return nil, list
	}
	return p.c, p.faults.List()
}

// reading is a case of which nothing was read yet.
func (r Reader) reading() *reading {
	p := &reading{Reader: r, stated: map[*vocabulary.Fact]stated{}, evidenced: map[*vocabulary.Fact]evidenced{}, c: &Case{
		Values:   make([]vocabulary.Value, len(r.Vocabulary.Facts)),
		Origins:  make([]Origin, len(r.Vocabulary.Facts)),
		Evidence: map[int][]Evidence{},
		Claimed:  map[int]bool{},
		Said:     map[int]vocabulary.Value{},
		From:     map[int][]*vocabulary.Fact{},
	}}
	for _, f := range r.Vocabulary.Facts {
		p.c.Values[f.Index] = f.Unknown()
	}
	return p
}
