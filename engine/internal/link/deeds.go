package link

import (
	"fmt"
	"slices"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/term"
)

// does reads what a rule does on the first screen, and refuses what a rule of its kind cannot do.
func (k *linker) does(f *source.File, r *policy.Rule, list []shape.Word[term.Deed]) []term.Deed {
	var answer term.Answer
	if l, ok := k.whole(r).(*policy.Line); ok {
		answer = l.Answer
	}
	return k.doing(f, r, answer, list)
}

// doing is does for a rule that the policy does not hold yet; answer is that of a line of consent.
func (k *linker) doing(f *source.File, r *policy.Rule, answer term.Answer, list []shape.Word[term.Deed]) []term.Deed {
	for i, w := range list {
		can, of := r.Kind == term.KindEscalation || r.Kind == term.KindPathway, w.Value.Answers()
		switch {
		case w.Value == "":
		case len(of) > 0 && !slices.Contains(of, answer):
			k.At(f, w.Node, diagnostic.Misplaced, fmt.Sprintf("only a line of %s does this: %s", english.Or(words(of)), w.Value),
				"take out "+string(w.Value))
		case len(of) == 0 && !can:
			k.At(f, w.Node, diagnostic.Misplaced, fmt.Sprintf("only an escalation or a step does this: %s", w.Value),
				"take out "+string(w.Value))
		case slices.ContainsFunc(list[:i], func(other shape.Word[term.Deed]) bool { return other.Value == w.Value }):
			k.At(f, w.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is named twice", w.Value), "name it once")
		case w.Value == term.DeedAsksAlone && k.tools.Vocabulary.Alone() == nil:
			k.At(f, w.Node, diagnostic.MissingKey, "the vocabulary has no words for the child who alone is asked",
				"write alone: under people: in a file of the vocabulary, such as alone: the child, alone")
		}
	}
	return wordsOf(list)
}

// words are values of a vocabulary of terms as they are written.
func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}

// sameCall reads what an action or a step says as part of a call.
func (k *linker) sameCall(f *source.File, r *policy.Rule, t shape.Text) string {
	if t.IsSet() && r.Kind != term.KindEscalation && r.Kind != term.KindPathway {
		k.At(f, t.Node, diagnostic.Misplaced, "only an escalation or a step is part of a call", "take out same_call")
		return ""
	}
	fitsIfShown(k.Report, f, t, roomForStep)
	return k.slots(f, "same_call", t)
}

// safe reads what a rule says where telling the family is safe, beside a short text.
func (k *linker) safe(f *source.File, kind term.Kind, short, t shape.Text) string {
	switch {
	case !t.IsSet():
		return ""
	case !short.IsSet():
		k.At(f, t.Node, diagnostic.MissingKey, "safe stands beside a short text, and there is none", "add short:, or take out safe")
		return ""
	}
	room := roomForStep
	if kind == term.KindConsent {
		room = roomForAnswer
	}
	fitsIfShown(k.Report, f, t, room)
	return k.slots(f, "safe", t)
}

// waiting reads what a line says while telling the family waits.
func (k *linker) waiting(f *source.File, line *policy.Line, t shape.Text) {
	switch {
	case !t.IsSet():
		return
	case line.Answer != term.AnswerAgreement && line.Answer != term.AnswerAnswered && !waitsForAdvice(line):
		k.At(f, t.Node, diagnostic.Misplaced, fmt.Sprintf("a line of %s says the same while telling waits", line.Answer),
			"take out waiting")
		return
	}
	fitsLine(k.Report, f, line.Answer, t, t)
	line.Waiting = k.slots(f, "waiting", t)
}

// answeredTexts reads the texts that only a line of answered has, beside a short one.
func (k *linker) answeredTexts(f *source.File, line *policy.Line, short shape.Text, e rulefile.AnsweredTexts) {
	for _, x := range []struct {
		name string
		text shape.Text
		at   *string
	}{{"joined", e.Joined, &line.Joined}, {"unnamed", e.Unnamed, &line.Unnamed}, {"behind", e.Behind, &line.Behind}} {
		switch {
		case !x.text.IsSet():
		case line.Answer != term.AnswerAnswered:
			k.At(f, x.text.Node, diagnostic.Misplaced, fmt.Sprintf("a line of %s says nothing of what the family answered", line.Answer),
				fmt.Sprintf("write %s in a line of answered, or take it out", x.name))
		case !short.IsSet():
			k.At(f, x.text.Node, diagnostic.Misplaced, fmt.Sprintf("%s has no short text, so the first screen never prints this", line.ID),
				"add short:, or take this out")
		default:
			fitsIfShown(k.Report, f, x.text, roomForAnswered)
			*x.at = k.slots(f, x.name, x.text)
		}
	}
	if e.Unnamed.IsSet() && !e.Joined.IsSet() {
		k.At(f, e.Unnamed.Node, diagnostic.MissingKey, fmt.Sprintf("%s says the text without a name, and not with one", line.ID),
			"add joined:")
	}
}
