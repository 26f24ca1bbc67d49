package vocabulary

import (
	"fmt"
	"strconv"
	"strings"

	"windscreen/engine/internal/english"
)

// Writes is a value that is known exactly, as a case writes it: true, a rung, [a, b] or 6.
// Dates and times have no such value here.
func (f *Fact) Writes(v Value) string {
	switch f.Kind {
	case YesNo:
		return strconv.FormatBool(v.Lo == 1)
	case Scale, Choice:
		return f.Words[v.Lo].Name
	case Choices:
		return "[" + strings.Join(f.NamesOf(v.Lo), ", ") + "]"
	case Whole:
		return strconv.FormatInt(v.Lo, 10)
	case Date, Time:
	}
	return ""
}

// The examples of a date and a time.
const (
	ExampleDate = "2020-03-02"
	ExampleTime = "2020-03-02T14:10"
)

// Example is a value that the fact can take, as a case writes it: of a scale, the first rung
// above the lowest.
func (f *Fact) Example() string {
	switch f.Kind {
	case YesNo, Scale, Choices:
		return f.Writes(Exactly(1))
	case Choice:
		return f.Writes(Exactly(0))
	case Whole:
		return f.Writes(Exactly(f.Min + (f.Max-f.Min)/4))
	case Date:
		return ExampleDate
	case Time:
		return ExampleTime
	}
	return ""
}

// Takes says what values the fact takes, without those of its words.
func (f *Fact) Takes() string {
	switch f.Kind {
	case YesNo:
		return "true or false."
	case Scale:
		return "One of, from the least to the most serious:"
	case Choice:
		return "One of:"
	case Choices:
		if f.Complete {
			return "A list of all that apply of these, empty for none:"
		}
		return "A list of those known to apply, empty for none, or {only: […]} where no others do:"
	case Whole:
		return strings.TrimSpace(fmt.Sprintf("A whole number from %d to %d %s", f.Min, f.Max, f.Unit)) + "."
	case Date:
		return "A date, such as " + ExampleDate + "; or a month, 2020-03, or a year, 2020."
	case Time:
		return "A time, such as " + ExampleTime + "; or a day, " + ExampleDate + ", where the time is not known."
	}
	return ""
}

// OnSilence says in a sentence what silence means for the fact.
func (f *Fact) OnSilence() string {
	switch {
	case f.Nothing == nil && f.Silence != "":
		return "Silence never settles it: " + english.Stopped(f.Silence)
	case f.Protective:
		return "Silence never confirms it."
	case f.Nothing == nil:
		return "Silence never settles it."
	}
	what := f.Writes(*f.Nothing)
	if f.Kind == Choices {
		what = "none of these"
	}
	switch {
	case f.Danger:
		return fmt.Sprintf("Not mentioned: %s, if explored is all or names this fact; it is still asked.", what)
	case f.OnlyIfNothingFound:
		return fmt.Sprintf("Not mentioned in a domain gone through: %s, if nothing was found in any domain.", what)
	case f.AboutTheCase:
		return fmt.Sprintf("Not mentioned in a domain gone through: %s; but explored: all does not settle it.", what)
	case f.Hidden:
		return fmt.Sprintf("Not mentioned in a domain gone through: %s, and the answer says that nobody spoke of it.", what)
	}
	return fmt.Sprintf("Not mentioned in a domain gone through: %s.", what)
}

// Whom says in a sentence whom the fact applies to, and what is presumed of it; empty if it
// applies to every child and nothing is. It also says what a fact that comes
// from other children is if none gives it.
func (f *Fact) Whom() string {
	var says []string
	if f.Applies != nil {
		s := "Applies only in some cases"
		if when := inWords(f.Applies); when != "" {
			s = "Applies only if " + when
		}
		if f.Otherwise != nil {
			s += "; otherwise it is taken as " + f.Writes(*f.Otherwise) + " and not asked"
		}
		says = append(says, s+".")
	}
	if f.FromOthers != nil && f.Otherwise != nil {
		says = append(says, "In a case about several children it comes from the others; if none gives it, it is taken as "+
			f.Writes(*f.Otherwise)+" and not asked.")
	}
	if f.Presumed != nil {
		what := f.Writes(*f.Presumed)
		if !f.Presumed.Known() {
			what = f.written(*f.Presumed)
		}
		says = append(says, fmt.Sprintf("Taken as %s unless a case says otherwise: %s.", what, english.Bare(f.Presumption)))
	}
	return strings.Join(says, " ")
}

// written is what is known of a scale or a whole number, as a case writes it.
func (f *Fact) written(v Value) string {
	var parts []string
	if v.Lo > f.Unknown().Lo {
		parts = append(parts, "at_least: "+f.Writes(Exactly(v.Lo)))
	}
	if v.Hi < f.Unknown().Hi {
		parts = append(parts, "at_most: "+f.Writes(Exactly(v.Hi)))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// Partly says in a sentence how a case writes what is partly known of the fact; empty if the
// fact is either known or not.
func (f *Fact) Partly() string {
	if f.Each != nil {
		return "Or what each person answered: {" + f.Each.By.Words[0].Name + ": " + f.Words[0].Name +
			"}. Whoever is not named was not asked."
	}
	switch f.Kind {
	case Scale:
		return fmt.Sprintf("Partly known: {at_least: %s}, {at_most: …} or both.", f.Example())
	case Whole:
		says := "Partly known: {at_least: …, at_most: …}."
		if f.YearsSince != nil {
			says += " Below two, in months: {months: 7}."
		}
		return says
	case Choices:
		return "Partly known: {includes: […], excludes: […]}."
	case YesNo, Choice, Date, Time:
	}
	return ""
}
