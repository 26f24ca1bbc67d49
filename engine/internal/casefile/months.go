package casefile

import (
	"fmt"
	"strconv"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// An age below two may be given in months: under this key, and at most so many.
const (
	KeyOfMonths = "months"
	MostMonths  = 23
	inAYear     = 12
)

// months reads {months: 7} of an age.
func (p *reading) months(f *vocabulary.Fact, n *yaml.Node) (vocabulary.Value, bool) {
	var months int64
	ok := false
	for key, value := range p.pairs(n) {
		if key.Value != KeyOfMonths {
			p.fault(key, diagnostic.WrongShape, "write the months alone for a child under two, and the years alone for an older one",
				"%s takes the months alone, not %s as well", f.Path, source.Clip(key.Value))
			return vocabulary.Value{}, false
		}
		months, ok = p.ofMonths(f, value)
	}
	return vocabulary.Exactly(months / inAYear), ok
}

// ofMonths reads the number of months.
func (p *reading) ofMonths(f *vocabulary.Fact, n *yaml.Node) (int64, bool) {
	months, err := strconv.ParseInt(n.Value, 10, 64)
	years := months / inAYear
	switch {
	case n.Kind != yaml.ScalarNode || n.Tag == "!!str" || err != nil || strconv.FormatInt(months, 10) != n.Value || months < 0:
		p.fault(n, diagnostic.WrongType, "write a whole number of months from 0 to 23",
			"%q is not a number of months", source.Clip(n.Value))
	case months > MostMonths:
		p.fault(n, diagnostic.OffScale, fmt.Sprintf("write %d, the years", years), "months are for a child under two")
	case years < f.Min || years > f.Max:
		p.fault(n, diagnostic.OffScale, expected(f), "%s cannot be %d", f.Path, years)
	default:
		return months, true
	}
	return 0, false
}

// ofMonths takes the months of {"months": 7}, after the key.
func (q *Quick) ofMonths(f *quickFact) vocabulary.Value {
	months := q.whole()
	q.bad = q.bad || f.YearsSince == nil || months < 0 || months > MostMonths || months/inAYear < f.Min || months/inAYear > f.Max
	return vocabulary.Exactly(months / inAYear)
}
