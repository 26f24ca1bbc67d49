package page

import (
	"slices"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Child is the answer for one child, as JSON and YAML hold it: the page, and behind it the
// recommendation, whole or brief. Both sizes have the same keys.
type Child struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Kind tells the answers apart: KindRecommendation or KindFamily.
	Kind string `json:"kind"`
	// Page is the first screen.
	Page *Page `json:"page"`
	// LeftOut is how much a brief answer leaves out; nil in a full one.
	LeftOut *LeftOut `json:"left_out,omitempty"`
	*family.Child
}

// One is the answer on a case about one child without a label.
type One struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Kind tells the answers apart: KindRecommendation or KindFamily.
	Kind string `json:"kind"`
	// Page is the first screen.
	Page *Page `json:"page"`
	// LeftOut is how much a brief answer leaves out; absent in a full one.
	LeftOut *LeftOut `json:"left_out,omitempty"`
	*recommendation.Recommendation
}

// Family is the answer for a family, as JSON and YAML hold it.
type Family struct {
	// Format is the version of this structure; it grows when a key changes meaning.
	Format int `json:"format"`
	// Kind tells the answers apart: KindRecommendation or KindFamily.
	Kind string `json:"kind"`
	// Page is the first screen.
	Page *Page `json:"page"`
	// LeftOut is how much a brief answer leaves out; absent in a full one.
	LeftOut *LeftOut `json:"left_out,omitempty"`
	// Policy is the id of the policy that answers.
	Policy string `json:"policy"`
	// Case is the id that the case gives itself; empty where it gives none.
	Case string `json:"case"`
	// AsOf is the date and time of the case.
	AsOf recommendation.Moment `json:"as_of"`
	// Level is the highest level of any child, and for whom it is.
	Level family.Level `json:"level"`
	// Grounds are the names of the statutory grounds that hold for some child, and PossibleGrounds of those that may hold for
	// some child and hold for none, in order of name, as in a verdict.
	Grounds         []string `json:"grounds"`
	PossibleGrounds []string `json:"possible_grounds"`
	// Family is empty in a brief answer: the page has it.
	Family *family.Page `json:"family,omitempty"`
	// Children are the answers for each child, in the order of the case.
	Children []family.Child `json:"children"`
}

// The kinds of answer, which say what shape it has. A verdict has one of its own.
const (
	KindRecommendation = "recommendation"
	KindFamily         = "family"
	KindCopy           = "copy"
)

// LeftOut is how many of each kind a brief answer leaves out, added up over the children.
type LeftOut struct {
	// Questions is how many questions.
	Questions int `json:"questions"`
	// Grounds is how many grounds that only may hold.
	Grounds int `json:"grounds"`
	// Indicators is how many signs.
	Indicators int `json:"indicators"`
	// Possible is how many actions that only may be due.
	Possible int `json:"possible_escalations"`
	// Pathway is how many steps.
	Pathway int `json:"pathway"`
	// Services is how many services.
	Services int `json:"services"`
	// Cautions is how many cautions.
	Cautions int `json:"cautions"`
}

// mostBrief is how many questions a brief answer holds.
const mostBrief = 10

// brief keeps of a recommendation the level, the grounds that hold, the consent position, what is due and
// the first ten questions, each without its conditions and the facts behind it, and the clauses that the page
// cites. It adds what it leaves out to the counts, and does not change the recommendation that it is given.
func brief(r *recommendation.Recommendation, p *Page, left *LeftOut) *recommendation.Recommendation {
	out := *r
	left.Questions += max(0, len(r.Questions)-mostBrief)
	left.Indicators += len(r.Indicators) + r.Omitted.Indicators
	left.Pathway += len(r.Pathway)
	left.Services += len(r.Services) + r.Omitted.Services
	left.Cautions += len(r.Cautions)
	out.Indicators, out.Pathway = []recommendation.Indicator{}, []recommendation.Step{}
	out.Services, out.Cautions, out.WhyNot = []recommendation.Service{}, []recommendation.Caution{}, []recommendation.Obstacle{}
	out.Level.Because, out.Level.Criterion.Conditions = []recommendation.Fact{}, nil
	out.Level.Criterion.Parts, out.Level.Criterion.When = []recommendation.Part{}, ""
	out.Grounds = []recommendation.Ground{}
	for _, g := range r.Grounds {
		if g.State != term.Holds {
			left.Grounds++
			continue
		}
		g.Because = []recommendation.Fact{}
		out.Grounds = append(out.Grounds, g)
	}
	out.Escalations = []recommendation.Escalation{}
	for _, e := range r.Escalations {
		if e.State != term.NowDue {
			left.Possible++
			continue
		}
		e.Rule = briefRule(e.Rule)
		out.Escalations = append(out.Escalations, e)
	}
	out.Consent = briefConsent(r.Consent)
	out.Questions = make([]recommendation.Question, 0, mostBrief)
	for _, q := range r.Questions[:min(mostBrief, len(r.Questions))] {
		q.Could, q.Kinds, q.Why, q.Source = []recommendation.Could{}, nil, "", ""
		out.Questions = append(out.Questions, q)
	}
	out.ChangesIf = briefChanges(r, p)
	out.Titles = map[string]string{}
	for _, f := range r.TakenAsAbsent {
		if title, known := r.Titles[f]; known {
			out.Titles[f] = title
		}
	}
	out.Clauses = cited(p, r.Clauses)
	out.Receipt.Case, out.Receipt.Files = nil, []recommendation.FileHash{}
	out.Annotations = recommendation.Annotations{CINFactors: []recommendation.Code{}, Needs: []recommendation.Code{}}
	return &out
}

// A brief answer names at most briefTargets things that one answer, or two, decide, and fewSets sets for each.
const (
	briefTargets = 4
	fewSets      = 1
)

// briefChanges are the levels, the grounds and what comes before anything else that answers to the questions
// on the page decide. A page for a family may ask of one child what comes later among that child's own questions: a brief
// answer has not looked there.
func briefChanges(r *recommendation.Recommendation, p *Page) []recommendation.ChangesIf {
	early := recommendation.FirstAsked(r.Questions)
	asked := func(fact string) bool {
		return slices.ContainsFunc(p.FindOut.Entries, func(e Entry) bool { return e.Fact == fact }) &&
			slices.ContainsFunc(early, func(q recommendation.Question) bool { return q.Fact == fact })
	}
	out := []recommendation.ChangesIf{}
	for _, c := range r.ChangesIf {
		if c.Kind != term.KindLevel && c.Kind != term.KindGround && !c.First || len(out) == briefTargets {
			continue
		}
		var sets [][]recommendation.Given
		for _, set := range c.Sets {
			onPage := !slices.ContainsFunc(set, func(g recommendation.Given) bool { return !asked(g.Fact) })
			if onPage && len(set) <= mostAnswers && len(sets) < fewSets {
				sets = append(sets, set)
			}
		}
		if c.Sets = sets; len(sets) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// briefRule is a rule without its condition, the facts behind it, the rules whose place it takes and its words for
// the family.
func briefRule(r recommendation.Rule) recommendation.Rule {
	r.Because, r.When, r.Conditions, r.Excludes, r.After, r.ForFamily = []recommendation.Fact{}, "", nil, nil, nil, nil
	r.SameCall, r.Safe, r.Does = "", "", nil // the first screen has used them
	if r.Unless != nil {
		u := *r.Unless
		u.When = ""
		r.Unless = &u
	}
	return r
}

// briefConsent is the consent position with brief lines, without what it could still be, and who may have a copy.
func briefConsent(c recommendation.Consent) recommendation.Consent {
	lines := func(list []recommendation.Line) []recommendation.Line {
		out := []recommendation.Line{}
		for _, l := range list {
			l.Rule = briefRule(l.Rule)
			out = append(out, l)
		}
		return out
	}
	c.Answered, c.From, c.Record, c.Refused = lines(c.Answered), lines(c.From), lines(c.Record), lines(c.Refused)
	c.Copy = nil
	c.CouldBe = []recommendation.CouldBe{}
	why := map[term.Answer]recommendation.Line{}
	for a, l := range c.Why {
		l.Rule, l.Settled = briefRule(l.Rule), ""
		if a != term.AnswerAgreement {
			l.Waiting = "" // the page says it
		}
		why[a] = l
	}
	c.Why = why
	return c
}

// Whole is the answer on a case as JSON and YAML hold it: a *One if the case is about one child without a
// label, and otherwise a *Family. With short it holds of each recommendation only the level, the grounds that
// hold, the consent position, what is due, the first ten questions and the clauses that the page cites.
func Whole(a *family.Answer, short bool) any {
	p := Of(a)
	if len(a.Children) == 1 && a.Children[0].Child == "" {
		r, left := sized(a.Children[0].Recommendation, p, short)
		return &One{Format: recommendation.FormatVersion, Kind: KindRecommendation, Page: p, LeftOut: left, Recommendation: r}
	}
	grounds, possible := groundsOf(a.Family.Rows)
	out := &Family{Format: family.FormatVersion, Kind: KindFamily, Page: p,
		Policy: a.Family.Policy, Case: a.Family.Case, AsOf: a.Family.AsOf,
		Level: a.Family.Level, Grounds: grounds, PossibleGrounds: possible, Children: []family.Child{}}
	if !short {
		out.Family, out.Children = &a.Family, a.Children
		return out
	}
	out.LeftOut = &LeftOut{}
	for _, c := range a.Children {
		c.Recommendation = brief(c.Recommendation, p, out.LeftOut)
		out.Children = append(out.Children, c)
	}
	return out
}

// groundsOf are the names of the grounds that hold for some child, and of those that may hold and hold for none.
func groundsOf(rows []family.Row) (hold, may []string) {
	hold, may = []string{}, []string{}
	for _, r := range rows {
		for _, g := range r.Grounds {
			hold = append(hold, g.Name)
		}
	}
	for _, r := range rows {
		for _, g := range r.Possible {
			if !slices.Contains(hold, g.Name) {
				may = append(may, g.Name)
			}
		}
	}
	slices.Sort(hold)
	slices.Sort(may)
	return slices.Compact(hold), slices.Compact(may)
}

// WholeChild is the answer for one child of a family, as JSON and YAML hold it; with short as Whole has it.
func WholeChild(c family.Child, short bool) *Child {
	p := OfChild(c)
	r, left := sized(c.Recommendation, p, short)
	c.Recommendation = r
	return &Child{Format: recommendation.FormatVersion, Kind: KindRecommendation, Page: p, LeftOut: left, Child: &c}
}

// sized is a recommendation, whole or brief, and how much is left out: nil if it is whole.
func sized(r *recommendation.Recommendation, p *Page, short bool) (*recommendation.Recommendation, *LeftOut) {
	if !short {
		return r, nil
	}
	left := &LeftOut{}
	return brief(r, p, left), left
}
