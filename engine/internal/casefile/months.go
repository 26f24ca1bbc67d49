package casefile

import (
	"strconv"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// An age below two may be given in months.
const (
	keyOfMonths = "months"
	mostMonths  = 23
	inAYear     = 12
)

// months reads {months: 7} of an age.
func (p *reading) months(f *vocabulary.Fact, n *yaml.Node) (vocabulary.Value, bool) {
	for key, value := range p.pairs(n) {
		if key.Value != keyOfMonths {
			p.fault(key, diagnostic.Conflict, "write the months alone for a child under two, and the years alone for an older one",
				"%s is given in months, and %s says more", f.Path, source.Clip(key.Value))
			return vocabulary.Value{}, false
		}
		months, err := strconv.ParseInt(value.Value, 10, 64)
		switch {
		case value.Kind != yaml.ScalarNode || value.Tag == "!!str" || err != nil || strconv.FormatInt(months, 10) != value.Value || months < 0:
			p.fault(value, diagnostic.WrongType, "write a whole number of months from 0 to 23",
				"%q is not a number of months", source.Clip(value.Value))
			return vocabulary.Value{}, false
		case months > mostMonths:
			p.fault(value, diagnostic.OffScale, "write the years: "+strconv.FormatInt(months/inAYear, 10),
				"months are for a child under two")
			return vocabulary.Value{}, false
		}
		if years := months / inAYear; years < f.Min || years > f.Max {
			p.fault(value, diagnostic.OffScale, expected(f), "%s cannot be %d", f.Path, years)
			return vocabulary.Value{}, false
		}
		return vocabulary.Exactly(months / inAYear), true
	}
	return vocabulary.Value{}, false
}

// ofMonths takes the months of {"months": 7}, after the key.
func (q *Quick) ofMonths(f *vocabulary.Fact) vocabulary.Value {
	months := q.whole()
	q.bad = q.bad || f.YearsSince == nil || months < 0 || months > mostMonths || months/inAYear < f.Min || months/inAYear > f.Max
	return vocabulary.Exactly(months / inAYear)
}
