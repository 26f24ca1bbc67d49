package service

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/family"
	"windscreen/engine/internal/web"
	"windscreen/engine/recommendation"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// posted is a case, and what is asked of it nearly everywhere.
type posted struct {
	RawBody []byte
	Type    string `header:"Content-Type" hidden:"true"`
	Policy  string `query:"policy" maxLength:"100" doc:"The policy or council to answer under, whichever the case names."`
	Child   string `header:"Windscreen-Child" maxLength:"400" doc:"The label of one child of a case about several, percent-encoded."`
}

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

// toEvaluate is a case, and how to answer it.
type toEvaluate struct {
	RawBody      []byte
	Type         string `header:"Content-Type" hidden:"true"`
	Policy       string `query:"policy" maxLength:"100" doc:"The policy or council to answer under, whichever the case names."`
	Child        string `header:"Windscreen-Child" maxLength:"400" doc:"The label of one child of a case about several, percent-encoded."`
	Size         string `query:"size" enum:"verdict,brief,full" default:"brief" doc:"The decision alone, the first screen, or everything."`
	Reader       string `query:"reader" maxLength:"100" doc:"Whom the answer is for, whatever the case says."`
	NotCommenced bool   `query:"not_commenced" doc:"Also cautions on law that is not in force."`
}

// toCompare is a case, and the policies to compare.
type toCompare struct {
	RawBody  []byte
	Type     string   `header:"Content-Type" hidden:"true"`
	Policies []string `query:"policy,explode" maxItems:"50" doc:"The policies or councils to compare; all policies without it."`
	Child    string   `header:"Windscreen-Child" maxLength:"400" doc:"The label of one child of a case about several, percent-encoded."`
}

// answered is an answer on a case.
type answered struct {
	ContentType string `header:"Content-Type" hidden:"true"`
	Warnings    string `header:"Windscreen-Warnings" doc:"How many things deserve a second look; a verdict on JSON lacks it."`
	Body        []byte
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
			"writes it. With size=verdict, the decision alone. The property kind of an answer says which it is.",
		"Recommendation", "Family", "Verdict"), a.evaluate)
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

// The names under which diagnostics show the body, which also say how it is read.
const (
	nameJSON = "case.json"
	nameYAML = "case.yaml"
)

// nameFor is the name of a body by its media type.
func nameFor(contentType string) (string, error) {
	media, _, err := mime.ParseMediaType(contentType)
	switch {
	case err != nil:
	case media == "application/json":
		return nameJSON, nil
	case media == "application/yaml", media == "application/x-yaml", media == "text/yaml":
		return nameYAML, nil
	}
	return "", web.NewProblem(http.StatusUnsupportedMediaType, web.KindMediaType,
		"Post the case as application/json or application/yaml, and say so in Content-Type.").In("Content-Type")
}

// read reads the case of a request by the rules of an engine.
func (p *posted) read(e *engine.Engine) (*engine.Case, error) {
	name, err := nameFor(p.Type)
	if err != nil {
		return nil, err
	}
	if p.Policy == "" {
		return e.ReadNamedCase(name, p.RawBody)
	}
	return e.ReadCase(name, p.RawBody)
}

// headerChild is the header that names a child.
const headerChild = "Windscreen-Child"

// checkChild is the problem that a case has no child of a label.
func checkChild(c *engine.Case, label string) error {
	if label == "" {
		return nil
	}
	err := c.CheckChild(label)
	var failure *diagnostic.Failure
	if !errors.As(err, &failure) {
		return err
	}
	p := web.NewProblem(http.StatusUnprocessableEntity, web.KindChild,
		"The header names no child of the case: diagnostics says which labels there are.").In(headerChild)
	p.Diagnostics = failure.Diagnostics
	return p
}

// options are what to ask the engine for.
func (p *posted) options(e *engine.Engine) ([]engine.Option, error) {
	if p.Policy == "" {
		return nil, nil
	}
	if _, err := idsOf(e, p.Policy); err != nil {
		return nil, err
	}
	return []engine.Option{engine.Under(p.Policy)}, nil
}

// labelOf is the label of a child as a header writes it.
func labelOf(header string) (string, error) {
	label, err := url.PathUnescape(header)
	if err != nil {
		return "", web.NewProblem(http.StatusUnprocessableEntity, web.KindHeader,
			"The header Windscreen-Child is not percent-encoded.").In(headerChild)
	}
	return label, nil
}

// answer reads a case and answers it, whole, for the family or one child.
func (p *posted) answer(e *engine.Engine, more ...engine.Option) (render.Named, int, error) {
	options, err := p.options(e)
	if err != nil {
		return render.Named{}, 0, err
	}
	label, err := labelOf(p.Child)
	if err != nil {
		return render.Named{}, 0, err
	}
	c, err := p.read(e)
	if err == nil {
		err = checkChild(c, label)
	}
	if err != nil {
		return render.Named{}, 0, err
	}
	answer, err := e.EvaluateFamily(c, append(options, more...)...)
	return render.Named{Answer: answer, Child: label}, len(c.Warnings()), err
}

// show writes an answer that package render writes of a case.
func show(ctx context.Context, warnings int, err error, write func(*bytes.Buffer) error) (*answered, error) {
	if err != nil {
		return nil, failed(ctx, err)
	}
	out, err := whole(write)
	if err != nil {
		return nil, failed(ctx, err)
	}
	return &answered{out.ContentType, strconv.Itoa(warnings), out.Body}, nil
}

// posted is what is asked as everywhere.
func (in *toEvaluate) posted() *posted {
	return &posted{RawBody: in.RawBody, Type: in.Type, Policy: in.Policy, Child: in.Child}
}

// evaluate answers a case.
func (a *api) evaluate(ctx context.Context, in *toEvaluate) (*answered, error) {
	e := a.rules.Engine()
	if in.Size == "verdict" {
		return a.verdict(ctx, e, in)
	}
	var more []engine.Option
	if in.NotCommenced {
		more = append(more, engine.NotCommenced())
	}
	if in.Reader != "" {
		if term.Order(term.Reader(in.Reader)) < 0 {
			return nil, web.NewProblem(http.StatusUnprocessableEntity, web.KindParameter,
				"The parameter reader is none of the readers that there are.").Of("reader")
		}
		more = append(more, engine.For(term.Reader(in.Reader)))
	}
	n, warnings, err := in.posted().answer(e, more...)
	return show(ctx, warnings, err, func(b *bytes.Buffer) error {
		return render.Families(b, render.JSON, []render.Named{n}, render.Options{Full: in.Size == "full"})
	})
}

// verdict decides a case.
func (a *api) verdict(ctx context.Context, e *engine.Engine, in *toEvaluate) (*answered, error) {
	if in.Reader != "" || in.NotCommenced {
		parameter := "reader"
		if in.Reader == "" {
			parameter = "not_commenced"
		}
		return nil, web.NewProblem(http.StatusUnprocessableEntity, web.KindParameter,
			"A verdict is the same for every reader and holds no cautions: leave out reader and not_commenced.").Of(parameter)
	}
	options, err := in.posted().options(e)
	if err != nil {
		return nil, err
	}
	label, err := labelOf(in.Child)
	if err != nil {
		return nil, err
	}
	name, err := nameFor(in.Type)
	if err != nil {
		return nil, err
	}
	v, ours := a.verdicts.Get().(*engine.Verdict)
	if !ours {
		v = new(engine.Verdict)
	}
	defer a.verdicts.Put(v)
	looked := "" // a verdict on JSON does not look for what deserves a second look
	if name == nameJSON && label == "" {
		err = e.VerdictJSON(in.RawBody, v, options...)
	} else {
		var warnings int
		warnings, err = in.strictly(e, label, v, options)
		looked = strconv.Itoa(warnings)
	}
	if err != nil {
		return nil, failed(ctx, err)
	}
	d, there := v.Decided(label)
	if !there {
		return nil, failed(ctx, errors.New("the child has no verdict"))
	}
	sum := sha256.Sum256(in.RawBody)
	d.Receipt.TextSHA256 = hex.EncodeToString(sum[:])
	out, err := whole(func(b *bytes.Buffer) error { return render.Verdict(b, render.JSON, d, render.Options{}) })
	if err != nil {
		return nil, failed(ctx, err)
	}
	return &answered{out.ContentType, looked, out.Body}, nil
}

// strictly decides a case by the reader that all other answers use.
func (in *toEvaluate) strictly(
	e *engine.Engine, label string, v *engine.Verdict, options []engine.Option,
) (warnings int, err error) {
	c, err := in.posted().read(e)
	if err == nil {
		err = checkChild(c, label)
	}
	if err != nil {
		return 0, err
	}
	return len(c.Warnings()), e.Verdict(c, v, options...)
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
		found, err = append(found, failure.Diagnostics...), nil
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
	p := posted{RawBody: in.RawBody, Type: in.Type}
	name, err := nameFor(p.Type)
	if err != nil {
		return nil, err
	}
	c, err := e.ReadCase(name, p.RawBody) // it need not name a policy
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
