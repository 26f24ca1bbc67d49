package impact

import (
	"reflect"
	"slices"
	"strings"

	"windscreen/engine/impact"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// vocabulary compares what both vocabularies say of a fact that they have in common, and of what cannot both be true.
func (w *work) vocabulary() {
	if w.old.Vocabulary == w.now.Vocabulary {
		return
	}
	for _, f := range w.now.Vocabulary.Facts {
		if old := vocabulary.Counterpart(f, w.old.Vocabulary); old != nil {
			w.compare(f.Path, f.Title, ofFact(old), ofFact(f), shown{})
		}
	}
	general := func(v *vocabulary.Vocabulary) []attribute {
		var conflicts []string
		for _, x := range v.Conflicts {
			conflicts = append(conflicts, x.When.String()+": "+x.Says+" ("+string(x.Severity)+")")
		}
		slices.Sort(conflicts)
		var gravest []string
		for _, f := range v.GravestFirst {
			gravest = append(gravest, f.Path)
		}
		var copies string
		if v.CopyFor != nil {
			copies = v.CopyFor.Fact.Path + "; " + strings.Join(v.CopyFor.Own, "; ")
		}
		var openings []string
		for _, o := range v.Openings {
			openings = append(openings, o.Says+": "+o.Fact.Path)
		}
		list := []attribute{
			{field: "Conflicts", what: "what cannot both be true", value: strings.Join(conflicts, "; ")},
			{field: "GravestFirst", what: "facts whose silence is named first", value: strings.Join(gravest, "; ")},
			{field: "CopyFor", what: "whom a copy can be for", value: copies},
			{field: "ThenAsk", what: "what is asked of any concern", value: thenAsk(nil, v.ThenAsk)},
			{field: "Openings", what: "what an interview opens with", value: strings.Join(openings, "; ")},
			{field: "Done", what: "words for what was done", value: spell(reflect.ValueOf(v.Done))},
			{field: "People", what: "kinds of source", value: spell(reflect.ValueOf(v.People))},
		}
		for i := range list {
			list[i].respect = impact.Vocabulary
		}
		return list
	}
	w.compare("vocabulary", "", general(w.old.Vocabulary), general(w.now.Vocabulary), shown{})
}

// apart lists the facts, rungs and words that have no counterpart, with the rules that read the facts.
func (w *work) apart() []impact.Unmatched {
	var list []impact.Unmatched
	add := func(p, other *policy.Policy, in string) {
		for _, f := range p.Vocabulary.Facts {
			g := other.Vocabulary.Fact(f.Path)
			switch {
			case g == nil:
				list = append(list, impact.Unmatched{Of: "fact", ID: f.Path, In: in, Rules: readers(p, f)})
			case vocabulary.Counterpart(f, other.Vocabulary) == nil:
				if in == "new" {
					list = append(list, impact.Unmatched{Of: "fact", ID: f.Path, In: "both", Rules: readers(p, f)})
				}
			default:
				of := "word"
				if f.Kind == vocabulary.Scale {
					of = "rung"
				}
				for _, word := range f.Words {
					if g.Word(word.Name) < 0 {
						list = append(list, impact.Unmatched{Of: of, ID: f.Path + "." + word.Name, In: in, Rules: readers(p, f)})
					}
				}
			}
		}
	}
	if w.old.Vocabulary != w.now.Vocabulary {
		add(w.old, w.now, "old")
		add(w.now, w.old, "new")
	}
	return list
}

// apartFrom adds an output for each fact, rung or word that has no counterpart, because nothing is proved of the cases that
// state it.
func (w *work) apartFrom(list []impact.Unmatched) {
	for _, u := range list {
		how := map[string]string{"old": "removed", "new": "added", "both": "type"}[u.In]
		w.add(&output{Difference: impact.Difference{ID: "vocabulary/" + u.ID + "/" + how, Respect: impact.Vocabulary, Of: u.ID,
			What: u.Of + " " + map[string]string{"removed": "removed", "added": "added", "type": "of another type"}[how]}, data: true})
	}
}

// readers are the ids of the rules that read a fact.
func readers(p *policy.Policy, f *vocabulary.Fact) []string {
	var list []string
	for _, r := range p.Rules {
		reads := false
		r.When.Root.Facts(func(g *vocabulary.Fact) { reads = reads || f == g })
		if reads {
			list = append(list, r.ID)
		}
	}
	return list
}
