package authoring

import (
	"windscreen/engine/internal/differ"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/mutation"
)

// tellers look for what tells changes of one rule under one policy. A case that was found for one change may tell the
// next, so that none has to be looked for. It serves one goroutine.
type tellers struct {
	by    *differ.Policy
	cases []*differ.Found
}

// tells gives a scenario in which something comes out otherwise and which does not expect it, or a case that was found for
// another change; nil if neither tells.
func (t *tellers) tells(tried *scenariofile.Tried, v differ.Version) *mutation.Telling {
	var list []differ.Difference
	s := tried.Telling(func(before, after *evaluate.Outcome) bool {
		list = t.by.Differences(v, before, after)
		return len(list) > 0
	})
	if s != nil {
		return &mutation.Telling{Differences: differences(list),
			Scenario: &mutation.Scenario{File: s.File, Start: s.Start, Name: s.Name, Policy: s.Policy}}
	}
	for _, f := range t.cases {
		after, err := evaluate.Decide(evaluate.Tree(v.Policy), recommend.Input(f.Case))
		if err != nil {
			continue // then it tells nothing, and another case is looked for
		}
		if list := t.by.Differences(v, f.Outcome, after); len(list) > 0 {
			return &mutation.Telling{Case: f.File, Differences: differences(list)}
		}
	}
	return nil
}

// found is a case that was found for a change, as the report has it. It is kept for the next change.
func (t *tellers) found(f *differ.Found) *mutation.Telling {
	t.cases = append(t.cases, f)
	return &mutation.Telling{Case: f.File, Smallest: f.Smallest, Unlikely: f.Unlikely, Differences: differences(f.Differences)}
}

// differences are what comes out otherwise, as the report has it.
func differences(list []differ.Difference) []mutation.Difference {
	var out []mutation.Difference
	for _, d := range list {
		out = append(out, mutation.Difference{What: string(d.What), Name: d.Name, Before: d.Before, After: d.After})
	}
	return out
}
