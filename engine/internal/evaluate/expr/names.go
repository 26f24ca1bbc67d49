package expr

import (
	"fmt"

	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// factNames are what the variables of one fact are called. Those that its kind does not have
// are empty.
type factNames struct {
	// known is whether the fact is known, as open(…) asks it: of a date or a time, whether
	// anything is.
	known string
	// value is the answer yes or no, or the word of a choice. It means something only where
	// the fact is known.
	value string
	// least and most are the bounds of a number, the rungs of a scale as numbers among them,
	// or of a moment in Unix seconds. begins and ends are whether a moment has them.
	least, most, begins, ends string
	// applies and may are, by word of a set of choices, whether it applies and whether it may.
	applies, may []string
}

// truthNames are what the variables of something that holds or does not are called: whether
// it certainly does, and whether it certainly does not.
type truthNames struct{ is, isNot string }

// rangeNames are what the variables of a count are called.
type rangeNames struct{ least, most string }

// names are what all variables of a policy are called. Facts are by Fact.Index, grounds by
// statute, the rest by level.
type names struct {
	facts              []factNames
	grounds, decisive  []truthNames
	tally, domains     []rangeNames
	level              rangeNames
	asOf               string
	recorded, judgedAs string
}

func newNames(p *policy.Policy) *names {
	n := &names{level: rangeOf("level"), asOf: "as_of", recorded: "judgement.recorded", judgedAs: "judgement.level"}
	for _, f := range p.Vocabulary.Facts {
		n.facts = append(n.facts, namesOf(f))
	}
	for _, s := range p.Statutes {
		n.grounds = append(n.grounds, truthOf("ground."+s.Name))
	}
	for _, l := range p.Levels {
		n.decisive = append(n.decisive, truthOf(fmt.Sprintf("decisive(%d)", l.Number)))
		n.tally = append(n.tally, rangeOf(fmt.Sprintf("tally(%d)", l.Number)))
		n.domains = append(n.domains, rangeOf(fmt.Sprintf("domains(%d)", l.Number)))
	}
	return n
}

func truthOf(name string) truthNames { return truthNames{name + " is so", name + " is not so"} }
func rangeOf(name string) rangeNames { return rangeNames{name + " at least", name + " at most"} }

// namesOf are the names of a fact's variables.
func namesOf(f *vocabulary.Fact) factNames {
	n := factNames{known: f.Path + " is known"}
	switch f.Kind {
	case vocabulary.YesNo, vocabulary.Choice:
		n.value = f.Path
	case vocabulary.Scale, vocabulary.Whole:
		n.least, n.most = f.Path+" at least", f.Path+" at most"
	case vocabulary.Date, vocabulary.Time:
		n.least, n.most = f.Path+" from", f.Path+" to"
		n.begins, n.ends = f.Path+" has a beginning", f.Path+" has an end"
	case vocabulary.Choices:
		for _, w := range f.Words {
			n.applies = append(n.applies, f.Path+" has "+w.Name)
			n.may = append(n.may, f.Path+" may have "+w.Name)
		}
	}
	return n
}

// declared gives every variable a value of its type, for expr to check programs by.
func (n *names) declared(p *policy.Policy) map[string]any {
	vars := map[string]any{n.asOf: 0, n.recorded: false, n.judgedAs: 0}
	truths := func(list ...truthNames) {
		for _, t := range list {
			vars[t.is], vars[t.isNot] = false, false
		}
	}
	ranges := func(list ...rangeNames) {
		for _, r := range list {
			vars[r.least], vars[r.most] = 0, 0
		}
	}
	truths(n.grounds...)
	truths(n.decisive...)
	ranges(n.tally...)
	ranges(n.domains...)
	ranges(n.level)
	for i, f := range n.facts {
		vars[f.known] = false
		switch p.Vocabulary.Facts[i].Kind {
		case vocabulary.YesNo:
			vars[f.value] = false
		case vocabulary.Choice:
			vars[f.value] = ""
		case vocabulary.Scale, vocabulary.Whole:
			vars[f.least], vars[f.most] = 0, 0
		case vocabulary.Date, vocabulary.Time:
			vars[f.least], vars[f.most], vars[f.begins], vars[f.ends] = 0, 0, false, false
		case vocabulary.Choices:
			for w := range f.applies {
				vars[f.applies[w]], vars[f.may[w]] = false, false
			}
		}
	}
	return vars
}
