package impact

import (
	"fmt"
	"strings"

	"windscreen/engine/impact"
	"windscreen/engine/internal/vocabulary"
)

// ofFact is what the vocabulary says of a fact. Rungs and words stand there by name: a rung that is added below
// another one changes nothing of what is said of that.
func ofFact(f *vocabulary.Fact) []attribute {
	list := structured(*f, impact.Vocabulary, "Index", "Path", "Domain", "Name", "Kind")
	for i, x := range list {
		switch x.field {
		case "Nothing":
			list[i].value = written(f, f.Nothing)
		case "Otherwise":
			list[i].value = written(f, f.Otherwise)
		case "Presumed":
			list[i].value = written(f, f.Presumed)
		case "Alleged":
			list[i].value = ""
			if f.SeriousIfAlleged {
				list[i].value = f.Writes(vocabulary.Exactly(f.Alleged))
			}
		case "ThenAsk":
			list[i].value = thenAsk(f, f.ThenAsk)
		case "Each":
			list[i].value = each(f)
		}
	}
	return list
}

// written is a value as the vocabulary has it.
func written(f *vocabulary.Fact, v *vocabulary.Value) string {
	if v == nil {
		return ""
	}
	return f.Writes(*v)
}

// thenAsk is what is asked next because of a fact, one entry after the other; f is nil where it is asked of any concern.
func thenAsk(f *vocabulary.Fact, asks []vocabulary.ThenAsk) string {
	var parts []string
	for _, t := range asks {
		entry := []string{"fact " + t.Fact.Path}
		if t.From != 0 && f.Kind == vocabulary.Scale {
			entry = append(entry, "from "+f.Writes(vocabulary.Exactly(t.From)))
		} else if t.From != 0 {
			entry = append(entry, fmt.Sprintf("from %d", t.From))
		}
		for _, x := range []struct{ key, value string }{{"words", names(f, t.Words)}, {"ask", t.Ask}, {"why", t.Why},
			{"source", t.Source}, {"cite", strings.Join(t.Cite, "; ")}} {
			if x.value != "" {
				entry = append(entry, x.key+" "+x.value)
			}
		}
		if t.When != nil {
			entry = append(entry, "when "+t.When.String())
		}
		if t.Discloses {
			entry = append(entry, "discloses yes")
		}
		parts = append(parts, strings.Join(entry, ", "))
	}
	return strings.Join(parts, "; ")
}

// each is how the answers of several persons make the value.
func each(f *vocabulary.Fact) string {
	e := f.Each
	if e == nil {
		return ""
	}
	parts := []string{"by " + e.By.Path}
	for _, group := range e.Whose {
		parts = append(parts, "whose "+names(e.By, group))
	}
	parts = append(parts, "answers "+names(f, e.Answers), "pending "+names(f, e.Pending))
	for _, r := range e.Rows {
		parts = append(parts, "some "+names(f, r.Some)+", others "+names(f, r.Others)+", gives "+f.Words[r.Gives].Name)
	}
	for _, o := range e.Own {
		parts = append(parts, "own "+e.By.Words[o.Person].Name+", fact "+o.Fact.Path+", otherwise "+o.Fact.Writes(o.If))
	}
	return strings.Join(parts, "; ")
}

// names are the words of a set; empty for none.
func names(f *vocabulary.Fact, set int64) string {
	if set == 0 {
		return ""
	}
	return "[" + strings.Join(f.NamesOf(set), ", ") + "]"
}
