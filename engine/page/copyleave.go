package page

import (
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// leave is what the rules say about a copy for one person.
type leave struct {
	// may is true if they may have one, alone if they may while telling anybody else waits, and onceTold if they may only once
	// they have been told.
	may, alone, onceTold bool
	// hears is true if the copy may speak of what was answered.
	hears bool
}

// leaveOf is what the rules say about a copy for one person about one child.
func leaveOf(r *recommendation.Recommendation, person string) leave {
	var out leave
	for _, l := range r.Consent.Copy {
		if l.To != person {
			continue
		}
		switch {
		case l.Has(term.DeedOnceTold):
			out.onceTold = true
		case l.Has(term.DeedGoesOn):
			out.alone = true
		default:
			out.may = true
		}
		out.hears = out.hears || l.Has(term.DeedHears)
	}
	return out
}

// lacking collects the children because of whom there is no copy.
type lacking struct {
	// without are those for whom no rule allows one, and untold those for whom it waits only until the person has been told.
	without, untold []string
	questions       []copyQuestion
	// ruledOut is true if for one of them no answer would change it.
	ruledOut bool
}

// add notes whether somebody may have a copy about a child.
func (l *lacking) add(c family.Child, p recommendation.Person, may, onceTold bool) {
	switch {
	case may:
	case onceTold:
		l.untold = addNew(l.untold, []string{c.Child})
	default:
		l.without = addNew(l.without, []string{c.Child})
		waits := waitsOn(c.Recommendation, p.Name)
		l.ruledOut = l.ruledOut || len(waits) == 0
		l.questions = append(l.questions, asked(c.Recommendation, waits)...)
	}
}

// withheld is why there is no copy; nil if nothing is lacking. The children are named where there are several.
func (l *lacking) withheld(several bool) *Withheld {
	w := refusal(NotTheirs, l.without, l.questions)
	switch {
	case l.ruledOut:
		w = refusal(NotTheirs, l.without, nil)
	case len(l.without) > 0:
	case len(l.untold) > 0:
		w = &Withheld{Reason: NotTold, Children: l.untold}
	default:
		return nil
	}
	if !several {
		w.Children = nil
	}
	return w
}

// with takes over the questions of another reason that some answer would settle, so that they are asked together.
func (w *Withheld) with(other *Withheld) *Withheld {
	if other != nil && other.Reason == TellingOpen && len(w.Questions) > 0 {
		w.asks = append(w.asks, other.asks...)
		w.Questions = inPlace(w.asks)
	}
	return w
}

// refusal is why there is no copy, and what to find out first.
func refusal(r Reason, children []string, asks []copyQuestion) *Withheld {
	return &Withheld{Reason: r, Children: children, Questions: inPlace(asks), asks: asks}
}

// notForAll is why a page that anybody in the family may see must not be made, though telling them does not wait; nil if it may.
// Each adult of the family has to be one who may have a copy, or may once they have been told, and one of them has to know.
func notForAll(a *family.Answer) *Withheld {
	var lack lacking
	known := false
	adults := adultsOf(a)
	for _, p := range adults {
		knows := true
		for _, c := range a.Children {
			of := leaveOf(c.Recommendation, p.Name)
			knows = knows && of.may
			lack.add(c, p, of.may, of.onceTold)
		}
		known = known || knows
	}
	if known || len(adults) == 0 {
		lack.untold = nil
	}
	return lack.withheld(len(a.Children) > 1)
}

// adultsOf are those of the family whom a copy can be for and who are not the child.
func adultsOf(a *family.Answer) []recommendation.Person {
	return slices.DeleteFunc(slices.Clone(a.Children[0].People), func(p recommendation.Person) bool { return p.Own })
}

// hears reports whether a copy for one person may speak of what was answered for some children.
func hears(about []family.Child, p recommendation.Person) bool {
	return !slices.ContainsFunc(about, func(c family.Child) bool { return !leaveOf(c.Recommendation, p.Name).hears })
}

// familyHears reports whether a copy for the family may speak of what was answered: a rule lets it for each adult.
func familyHears(a *family.Answer) bool {
	return !slices.ContainsFunc(adultsOf(a), func(p recommendation.Person) bool { return !hears(a.Children, p) })
}
