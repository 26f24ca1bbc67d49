package check

import (
	"fmt"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/link"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/ruleroot"
	"windscreen/engine/internal/vocabulary"
)

// Unread warns of facts that nothing reads: no rule, no deadline, no text, no invariant, and no other fact. A case may
// state such a fact, and nothing comes of it. Facts with background are there to be shown; the engine itself reads
// immediate danger and what is alleged. It takes policies without errors: a condition with a fault may read a fact all the
// same.
func Unread(files []ruleroot.VocabularyFile, all []*link.Linked) diagnostic.List {
	read := map[string]bool{}
	visit := func(f *vocabulary.Fact) {
		if f != nil {
			read[f.Path] = true
		}
	}
	for _, l := range all {
		readByPolicy(l, visit)
		readByFacts(l.Policy.Vocabulary, visit)
	}
	var list diagnostic.List
	for _, v := range files {
		for _, e := range v.Shape.Facts.Entries {
			path := v.Shape.Domain.Value + "." + e.Key.Value
			if !read[path] && !e.Value.Background && !e.Value.Danger && !e.Value.OfAllegations {
				list = append(list, warning(v.File.At(e.Key.Node, diagnostic.UnreadFact, fmt.Sprintf("nothing reads the fact %s", path),
					"write the rule that needs it, or remove it; if it is only to be shown, write background: true")))
			}
		}
	}
	return list
}

// slot is a fact that a text takes the words of.
var slot = pattern.New(`\{([a-z0-9_]+\.[a-z0-9_]+)\}`)

// readByPolicy visits what the rules of a policy read.
func readByPolicy(l *link.Linked, visit func(*vocabulary.Fact)) {
	for _, r := range l.Policy.Rules {
		r.When.Root.Facts(visit)
		for _, text := range []string{r.Short, r.Safe, r.SameCall} {
			for _, m := range slot().FindAllStringSubmatch(text, -1) {
				visit(l.Policy.Vocabulary.Fact(m[1]))
			}
		}
	}
	for _, c := range l.Policy.Conditions {
		c.Root.Facts(visit)
	}
	for _, i := range l.Policy.Invariants {
		i.Holds.Root.Facts(visit)
	}
	for _, e := range l.Policy.Escalations {
		for _, d := range e.Due {
			visit(d.From)
		}
	}
}

// readByFacts visits what facts and conflicts read.
func readByFacts(v *vocabulary.Vocabulary, visit func(*vocabulary.Fact)) {
	for _, f := range v.Facts {
		visit(f.YearsSince)
		visit(f.AheadOf)
		visit(f.Expects)
		visit(f.Suspicion)
		conditions := []vocabulary.Condition{f.Applies, f.AnswersFirst}
		for _, t := range f.ThenAsk {
			conditions = append(conditions, t.When)
		}
		for _, c := range conditions {
			if c != nil {
				c.Facts(visit)
			}
		}
		if f.Each != nil {
			visit(f.Each.By)
			for _, own := range f.Each.Own {
				visit(own.Fact)
			}
		}
	}
	for _, c := range v.Conflicts {
		c.When.Facts(visit)
	}
}
