package service

import (
	"bytes"
	"context"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"strconv"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/web"
	"windscreen/engine/render"
)

// posted is a case, and what is asked of it nearly everywhere.
type posted struct {
	RawBody []byte
	Type    string `header:"Content-Type" hidden:"true"`
	Policy  string `query:"policy" maxLength:"100" doc:"The policy or council to answer under, whichever the case names."`
	Child   string `header:"Windscreen-Child" maxLength:"400" doc:"The label of one child of a case about several, percent-encoded."`
}

// answered is an answer on a case.
type answered struct {
	ContentType string `header:"Content-Type" hidden:"true"`
	Warnings    string `header:"Windscreen-Warnings" doc:"How many things deserve a second look; a verdict on JSON lacks it."`
	Body        []byte
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
