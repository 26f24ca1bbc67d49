package service

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"slices"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/family"
	"windscreen/engine/internal/web"
	"windscreen/engine/recommendation"
	"windscreen/engine/render"
)

// toAsk is a case, and how many questions to ask about it.
type toAsk struct {
	RawBody []byte
	Type    string `header:"Content-Type" hidden:"true"`
	Policy  string `query:"policy" maxLength:"100" doc:"The policy or council to answer under, whichever the case names."`
	Child   string `header:"Windscreen-Child" maxLength:"400" doc:"The label of one child of a case about several, percent-encoded."`
	Limit   int    `query:"limit" minimum:"0" maximum:"10000" default:"10" doc:"How many questions to list at most; 0 for all of them."`
}

// toReach is a case, and the level of which to say why it is not recommended.
type toReach struct {
	RawBody []byte
	Type    string `header:"Content-Type" hidden:"true"`
	Policy  string `query:"policy" maxLength:"100" doc:"The policy or council to answer under, whichever the case names."`
	Child   string `header:"Windscreen-Child" maxLength:"400" doc:"The label of one child of a case about several, percent-encoded."`
	Level   int    `query:"level" minimum:"1" doc:"The level of which to say why it is not recommended; the next level up without it."`
}

// toCompare is a case, and the policies to compare.
type toCompare struct {
	RawBody  []byte
	Type     string   `header:"Content-Type" hidden:"true"`
	Policies []string `query:"policy,explode" maxItems:"50" doc:"The policies or councils to compare; all policies without it."`
	Child    string   `header:"Windscreen-Child" maxLength:"400" doc:"The label of one child of a case about several, percent-encoded."`
}

// cases puts in the endpoints that answer a case.
func (a *api) cases() {
	of := func(path, id, summary, description string, answers ...string) operation {
		return operation{method: http.MethodPost, path: path, id: id, tag: "Cases", summary: summary, description: description,
			answers: answers, takesCase: true, problems: []int{http.StatusBadRequest, http.StatusRequestTimeout,
				http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType}}
	}
	register(a, of("/v1/validate", "validate", "What is wrong with a case",
		"Every fault that would keep the case from being answered, and what deserves a second look in a sound case. "+
			"A case is sound, and can be answered, if it has no errors.", "Validation"), a.validate)
	register(a, of("/v1/evaluate", "evaluate", "The answer on a case",
		"The recommendation for one child, or for each child of a family and the family as a whole, as the command eval "+
			"writes it. With size=verdict, the decision alone. With copy_for, the page that a practitioner may hand to the family or "+
			"to one person; if there must be none, the problem no-copy says why. The property kind of an answer says which it is.",
		"Recommendation", "Family", "Verdict", "Copy"), a.evaluate)
	register(a, of("/v1/questions", "questions", "What to find out next",
		"The questions that could still change the answer, the most telling first, each with the children whom it is about.",
		"Questions"), a.questions)
	register(a, of("/v1/why-not", "whyNot", "Why no higher level",
		"What keeps each child from the next level up, or from the level that is asked for, and the fewest answers "+
			"that would change the recommendation.", "WhyNot"), a.whyNot)
	register(a, of("/v1/compare", "compare", "The answers of several policies",
		"The answers of several policies on one case, side by side, and why they differ.", "Comparison"), a.compare)
	register(a, of("/v1/services", "servicesForCase", "The services that fit a case",
		"The services that fit a case, and why, and those that may fit, and what that depends on.", "Services"), a.fitting)
}

// validate says what is wrong with a case, or deserves a second look.
func (a *api) validate(ctx context.Context, in *posted) (*written, error) {
	e := a.rules.Engine()
	options, err := in.options(e)
	if err != nil {
		return nil, err
	}
	label, err := labelOf(in.Child)
	if err != nil {
		return nil, err
	}
	found := diagnostic.List{}
	c, err := in.read(e)
	if err == nil {
		found = c.Warnings()
		if err := checkChild(c, label); err != nil {
			return nil, failed(ctx, err)
		}
		err = e.Verdict(c, new(engine.Verdict), options...)
	}
	var failure *diagnostic.Failure
	if errors.As(err, &failure) && web.ProblemOf(err).Status < http.StatusInternalServerError {
		warned := len(found) > 0
		found, err = append(found, failure.Diagnostics...), nil
		if warned { // those of reading come before those of answering, whatever their places
			found.Sort()
		}
	}
	if err != nil {
		return nil, failed(ctx, err)
	}
	return whole(func(b *bytes.Buffer) error {
		return render.Validation(b, render.JSON, diagnostic.Validated(web.WithoutLines(found)), render.Options{})
	})
}

// questions are what to find out next.
func (a *api) questions(ctx context.Context, in *toAsk) (*answered, error) {
	p := &posted{RawBody: in.RawBody, Type: in.Type, Policy: in.Policy, Child: in.Child}
	n, warnings, err := p.answer(a.rules.Engine())
	return show(ctx, warnings, err, func(b *bytes.Buffer) error {
		return render.QuestionsOn(b, render.JSON, n, render.Options{Most: in.Limit})
	})
}

// whyNot is what keeps a higher level away.
func (a *api) whyNot(ctx context.Context, in *toReach) (*answered, error) {
	p := &posted{RawBody: in.RawBody, Type: in.Type, Policy: in.Policy, Child: in.Child}
	var more []engine.Option
	if in.Level != 0 {
		more = append(more, engine.WhyNot(in.Level))
	}
	n, warnings, err := p.answer(a.rules.Engine(), more...)
	if err == nil && in.Level != 0 && !slices.ContainsFunc(n.Answer.Family.Level.Scale,
		func(r recommendation.Rung) bool { return r.Level == in.Level }) {
		err = web.NewProblem(http.StatusUnprocessableEntity, web.KindParameter,
			"The policy has no such level. /v1/policies lists the levels of each.").Of("level")
	}
	return show(ctx, warnings, err, func(b *bytes.Buffer) error {
		return render.WhyNot(b, render.JSON, family.WhyNotOf(n.Answer, n.Child), render.Options{})
	})
}

// fitting are the services that fit a case.
func (a *api) fitting(ctx context.Context, in *posted) (*answered, error) {
	n, warnings, err := in.answer(a.rules.Engine())
	return show(ctx, warnings, err, func(b *bytes.Buffer) error { return render.Fitting(b, render.JSON, n, render.Options{}) })
}

// compare answers a case under several policies.
func (a *api) compare(ctx context.Context, in *toCompare) (*answered, error) {
	e := a.rules.Engine()
	for _, name := range in.Policies {
		if _, err := idsOf(e, name); err != nil {
			return nil, err
		}
	}
	label, err := labelOf(in.Child)
	if err != nil {
		return nil, err
	}
	name, err := nameFor(in.Type)
	if err != nil {
		return nil, err
	}
	c, err := e.ReadCase(name, in.RawBody) // it need not name a policy
	if err == nil {
		err = checkChild(c, label)
	}
	if err != nil {
		return nil, failed(ctx, err)
	}
	answers, err := e.CompareFamily(ctx, c, in.Policies...)
	return show(ctx, len(c.Warnings()), err, func(b *bytes.Buffer) error {
		return render.ComparisonsOf(label)(b, render.JSON, answers, render.Options{})
	})
}
