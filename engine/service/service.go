package service

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"windscreen/engine"
	"windscreen/engine/internal/web"
)

// api is the HTTP API.
type api struct {
	rules       *Rules
	huma        huma.API
	mux         *http.ServeMux
	verdicts    sync.Pool // of *engine.Verdict
	description described
}

// New makes the HTTP API, a handler for /v1/, over rules that may be swapped while it runs.
func New(rules *Rules) (http.Handler, error) {
	if rules == nil || rules.Engine() == nil {
		return nil, errors.New("service: there are no rules: open them with OpenRules")
	}
	a := &api{rules: rules, mux: http.NewServeMux(), verdicts: sync.Pool{New: func() any { return new(engine.Verdict) }}}
	config := huma.Config{
		OpenAPI: &huma.OpenAPI{OpenAPI: "3.1.0", Info: &huma.Info{Title: "Windscreen", Version: engine.Version(), Description: about,
			License: &huma.License{Name: "MIT", Identifier: "MIT"}},
			Components: &huma.Components{Schemas: huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)}},
		Formats:                      map[string]huma.Format{mediaJSON: huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat:                mediaJSON,
		RejectUnknownQueryParameters: true,
		Transformers:                 []huma.Transformer{problems},
	}
	a.huma = humago.New(a.mux, config)
	a.lists()
	a.cases()
	a.mux.HandleFunc("GET /v1/openapi.json", a.describe(mediaJSON, func(d *document) []byte { return d.json }))
	a.mux.HandleFunc("GET /v1/openapi.yaml", a.describe("application/yaml", func(d *document) []byte { return d.yaml }))
	return a, nil
}

// about is what the description says of the API as a whole.
const about = "Recommends a level of need for a case, under a safeguarding partnership's published threshold document, " +
	"and explains it. " +
	"A recommendation is advice for discussion; professional judgement has the last word. " +
	"A case is the body of a request and is kept nowhere."

// ServeHTTP answers one request.
func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, pattern := a.mux.Handler(r); pattern == "" {
		r.Pattern = "" // not that of the mux around this one
		a.elsewhere(w, r)
		return
	}
	a.mux.ServeHTTP(w, r)
}

// elsewhere answers a request for what is not there, or not by this method.
func (a *api) elsewhere(w http.ResponseWriter, r *http.Request) {
	said := discard{header: http.Header{}}
	a.mux.ServeHTTP(&said, r)
	p := web.NewProblem(http.StatusNotFound, web.KindNotFound, "There is nothing here. /v1/openapi.json describes what there is.")
	if said.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", said.header.Get("Allow"))
		p = web.NewProblem(http.StatusMethodNotAllowed, web.KindMethod,
			"This does not take the method of the request. Allow names those that it takes.")
	}
	p.Write(w)
}

// discard keeps the status and the headers of an answer, and drops the rest.
type discard struct {
	header http.Header
	status int
}

// Header are the headers.
func (d *discard) Header() http.Header { return d.header }

// WriteHeader keeps the status.
func (d *discard) WriteHeader(status int) { d.status = status }

// Write drops the body.
func (d *discard) Write(p []byte) (int, error) { return len(p), nil }

// problems turns the errors that huma finds into problems of ours, which repeat nothing of the request.
func problems(_ huma.Context, _ string, v any) (any, error) {
	e, ours := v.(*huma.ErrorModel)
	if !ours {
		return v, nil
	}
	kind, detail := web.KindRequest, "A parameter of the request is wrong."
	switch e.Status {
	case http.StatusRequestEntityTooLarge:
		kind, detail = web.KindTooLarge, fmt.Sprintf("A case has at most %d bytes.", engine.MaxBytes())
	case http.StatusBadRequest:
		detail = "The request has no body: post the case."
	case http.StatusUnprocessableEntity:
		var wrong []string
		for _, of := range e.Errors {
			wrong = append(wrong, whatIsWrong(of))
		}
		if len(wrong) > 0 {
			slices.Sort(wrong)
			detail = strings.Join(slices.Compact(wrong), " ")
		}
	}
	return web.NewProblem(e.Status, kind, detail), nil
}

// whatIsWrong is what is wrong with a parameter. The name of one that is not known may be anything.
func whatIsWrong(of *huma.ErrorDetail) string {
	name, inQuery := strings.CutPrefix(of.Location, "query.")
	if !inQuery || of.Message == "unknown query parameter" {
		return "There is a parameter that this does not take."
	}
	return fmt.Sprintf("The parameter %s: %s.", name, of.Message)
}

// operation is what an endpoint is.
type operation struct {
	method, path, id, tag string
	summary, description  string
	// answers are the names of the schemas that an answer may meet.
	answers []string
	// media is the media type of an answer; that of JSON without it.
	media string
	// takesCase is whether the body is a case.
	takesCase bool
	// problems are the statuses of answers with problem details.
	problems []int
}

// mediaJSON is the media type of answers.
const mediaJSON = "application/json"

// register puts in an endpoint, with the description that the schemas of the answers make.
func register[I, O any](a *api, o operation, h func(context.Context, *I) (*O, error)) {
	op := huma.Operation{Method: o.method, Path: o.path, OperationID: o.id, Tags: []string{o.tag}, Summary: o.summary,
		Description: o.description, MaxBodyBytes: int64(engine.MaxBytes()), SkipValidateBody: true, // the engine reads cases
		// The body is in memory by now, and a deadline would end the next request on the connection.
		BodyReadTimeout: -1}
	huma.Register(a.huma, op, h)
	item := a.huma.OpenAPI().Paths[o.path]
	of := item.Get
	if o.method == http.MethodPost {
		of = item.Post
	}
	var refs []*huma.Schema
	for _, name := range o.answers {
		refs = append(refs, &huma.Schema{Ref: components + name})
	}
	answer := refs[0]
	if len(refs) > 1 {
		answer = &huma.Schema{AnyOf: refs}
	}
	of.Responses = map[string]*huma.Response{"200": {Description: "The answer.", Headers: of.Responses["200"].Headers,
		Content: map[string]*huma.MediaType{cmp.Or(o.media, mediaJSON): {Schema: answer}}}}
	for _, status := range append(o.problems, http.StatusForbidden, http.StatusMisdirectedRequest, http.StatusUnprocessableEntity,
		http.StatusInternalServerError, http.StatusServiceUnavailable) {
		of.Responses[fmt.Sprint(status)] = &huma.Response{Description: http.StatusText(status) + ".",
			Content: map[string]*huma.MediaType{"application/problem+json": {Schema: &huma.Schema{Ref: components + problemSchema}}}}
	}
	if o.takesCase {
		content := &huma.MediaType{Schema: &huma.Schema{Ref: components + caseSchema}}
		of.RequestBody = &huma.RequestBody{Required: true, Description: "A case, about one child or several.",
			Content: map[string]*huma.MediaType{mediaJSON: content, "application/yaml": content}}
	}
}

// written is an answer that package render wrote.
type written struct {
	ContentType string `header:"Content-Type" hidden:"true"`
	Body        []byte
}

// whole is an answer from what a function of package render wrote.
func whole(write func(*bytes.Buffer) error) (*written, error) {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return nil, err
	}
	return &written{ContentType: mediaJSON, Body: b.Bytes()}, nil
}

// failed is the problem that an error is. Faults of the program and of the rules go to the log.
func failed(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		p := web.NewProblem(http.StatusServiceUnavailable, web.KindBusy, "The answer took too long. Try again in a moment.")
		p.RetryAfter = 1
		return p
	}
	p := web.ProblemOf(err)
	if p.Status >= http.StatusInternalServerError {
		web.Fault(ctx, err)
	}
	return p
}
