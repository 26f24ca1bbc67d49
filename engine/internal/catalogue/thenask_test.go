package catalogue_test

import (
	"maps"
	"slices"
	"testing"

	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/vocabulary"
)

// gravest is the level from which up a sign is a concern that asks for more.
const gravest = 3

// asksNothing are the facts that signs of the graver levels or grounds read and that ask nothing next, each with why.
var asksNothing = map[string]string{
	"child.age":                     "no concern: how old a child is only weighs in others",
	"child.date_of_birth":           "no concern: a day",
	"child.non_mobile":              "no concern: what the child can do, and what follows stands under an injury",
	"child.unborn":                  "no concern: it says whom the case is about",
	"harm.fgm_learnt_on":            "no concern: a day, and what follows stands under harm.fgm",
	"harm.through_care":             "a judgement about harm that is believed, which asks what harm.significant_harm does",
	"learning.school_support":       "no concern: what the school has done, and what follows stands under learning.exclusion",
	"care.carer_prevented_by":       "what follows stands under care.carer_prevented",
	"referral.regulated_profession": "no concern: who learnt of it, and what follows stands under harm.fgm",
}

// TestEveryGraverConcernSaysWhatToAskNext: every fact that a sign of level 3 or 4 reads, or a ground, says what to ask
// next where it states a concern, unless it is none by itself.
func TestEveryGraverConcernSaysWhatToAskNext(t *testing.T) {
	whole := shippedroot.Rules(t)
	read := map[*vocabulary.Fact]string{}
	reads := func(p *policy.Policy, r *policy.Rule) {
		r.When.Root.Facts(func(f *vocabulary.Fact) { read[f] = p.ID + " " + r.ID })
	}
	for _, p := range whole.Policies {
		for _, i := range p.Indicators {
			if p.Levels[i.Level].Number >= gravest {
				reads(p, i.Rule)
			}
		}
		for _, g := range p.Grounds {
			reads(p, g.Rule)
		}
	}
	if len(read) < 60 {
		t.Fatalf("the graver signs and the grounds read only %d facts", len(read))
	}
	suspected := map[*vocabulary.Fact]bool{}
	for _, f := range whole.Vocabulary.Facts {
		if f.Suspicion != nil && len(f.ThenAsk) > 0 {
			suspected[f.Suspicion] = true // what follows stands under the fact that is suspected
		}
	}
	left := maps.Clone(asksNothing)
	for f, by := range read {
		delete(left, f.Path)
		if asks, why := len(f.ThenAsk) > 0 || suspected[f], asksNothing[f.Path]; asks == (why != "") {
			t.Errorf("%s, which %s reads, has %d then_ask; excused: %q", f.Path, by, len(f.ThenAsk), why)
		}
	}
	for path := range left {
		t.Errorf("no graver sign and no ground reads %s: it needs no excuse", path)
	}
	for _, f := range whole.Vocabulary.Facts {
		if n := len(f.ThenAsk); n > 0 && (n < 2 || n > 12) {
			t.Errorf("%s has %d questions that follow, want from 2 to 12", f.Path, n)
		}
	}
	if n := len(whole.Vocabulary.ThenAsk); n < 2 || n > 10 {
		t.Errorf("%d questions follow any concern, want from 2 to 10", n)
	}
}

// howFarIsPlain are the scales with then_ask that do not say how to ask how far they go, each with why.
var howFarIsPlain = map[string]string{
	"care.who_can_care":        "its own question asks just that: who else could have the child",
	"child.asylum":             "its own question is short: is a parent or guardian here",
	"child.development":        "a judgement that follows from other facts",
	"harm.significant_harm":    "a judgement that follows from other facts",
	"harm.physical_injury":     "harm.account asks how it happened, and whether that fits",
	"involved.graded":          "its own question is short: how high did an agency grade the risk",
	"needs.extent":             "a judgement that follows from other facts",
	"wellbeing.camhs":          "its own question is short: at which tier",
	"wellbeing.discrimination": "its own question is short: what it does to the child",
}

// TestEveryScaleSaysHowToAskHowFarItGoes: “is it worse than what you said?” is a question that few who ring can answer.
func TestEveryScaleSaysHowToAskHowFarItGoes(t *testing.T) {
	left := maps.Clone(howFarIsPlain)
	for _, f := range shippedroot.Rules(t).Vocabulary.Facts {
		if f.Kind != vocabulary.Scale || len(f.ThenAsk) == 0 {
			continue
		}
		own := slices.ContainsFunc(f.ThenAsk, func(t vocabulary.ThenAsk) bool { return t.HowFar(f) && t.Ask != "" })
		if why := howFarIsPlain[f.Path]; own == (why != "") {
			t.Errorf("%s asks in its then_ask how far it goes: %t; excused: %q", f.Path, own, why)
		}
		delete(left, f.Path)
	}
	for path := range left {
		t.Errorf("%s is no scale with then_ask: it needs no excuse", path)
	}
}
