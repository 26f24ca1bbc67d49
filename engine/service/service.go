package service

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
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
	"A case is the body of a request and is kept nowhere, so a request may be sent again.\n\n" +
	"What will not change under /v1: paths, parameters, the types of problems and the codes of diagnostics. An answer has the number " +
	"of its structure in `format`. While that stays the same, no property goes away or changes its meaning or type. Before it rises, " +
	"the list of changes says so, one release earlier. Answers may " +
	"get more properties, lists of words and codes more entries, and requests more parameters. Clients must ignore properties that " +
	"they do not know, and treat a word or code that they do not know as something that a person must look at. " +
	"Messages, remedies and other texts for people may change at any time: do not read them with a program."

// ServeHTTP answers one request.
func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, pattern := a.mux.Handler(r); pattern == "" {
		r.Pattern = "" // not that of the mux around this one
		a.elsewhere(w, r)
		return
	}
	encoding := r.Header.Get("Content-Encoding")
	if r.Method == http.MethodPost && encoding != "" && !strings.EqualFold(encoding, "identity") {
		web.NewProblem(http.StatusUnsupportedMediaType, web.KindEncoding, "Post the case without Content-Encoding.").
			In("Content-Encoding").Write(w)
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

// problems turns the errors that huma finds into problems of ours, which repeat nothing of the request but the name of a parameter.
func problems(of huma.Context, _ string, v any) (any, error) {
	e, ours := v.(*huma.ErrorModel)
	if !ours {
		return v, nil
	}
	switch e.Status {
	case http.StatusRequestEntityTooLarge:
		return web.NewProblem(e.Status, web.KindTooLarge, fmt.Sprintf("A case has at most %d bytes.", engine.MaxBytes())), nil
	case http.StatusBadRequest:
		return web.NewProblem(e.Status, web.KindNoBody, "The request has no body: post the case."), nil
	}
	errs := slices.SortedFunc(slices.Values(e.Errors), func(a, b *huma.ErrorDetail) int { return strings.Compare(a.Location, b.Location) })
	if len(errs) == 0 {
		return web.NewProblem(e.Status, web.KindParameter, "A parameter of the request is wrong."), nil
	}
	first := errs[0]
	if header, in := strings.CutPrefix(first.Location, "header."); in {
		return web.NewProblem(e.Status, web.KindHeader, fmt.Sprintf("The header %s: %s.", header, first.Message)).In(header), nil
	}
	name := strings.TrimPrefix(first.Location, "query.")
	if first.Message == "unknown query parameter" {
		return web.NewProblem(e.Status, web.KindUnknownParameter,
			"There is a parameter that this does not take: parameter names the first. "+taken(of.Operation())).
			Of(source.Clip(diagnostic.OneLine(name))), nil
	}
	return web.NewProblem(e.Status, web.KindParameter, fmt.Sprintf("The parameter %s: %s.", name, first.Message)).Of(name), nil
}

// taken says which parameters an operation takes in the URL.
func taken(o *huma.Operation) string {
	var names []string
	for _, p := range o.Parameters {
		if p.In == "query" {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return "It takes none."
	}
	return "It takes " + strings.Join(names, ", ") + "."
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
		answer = &huma.Schema{OneOf: refs, Discriminator: &huma.Discriminator{PropertyName: "kind", Mapping: map[string]string{}}}
		for _, name := range o.answers {
			answer.Discriminator.Mapping[strings.ToLower(name)] = components + name
		}
	}
	headers := map[string]*huma.Param{"Request-Id": requestID()}
	maps.Copy(headers, of.Responses["200"].Headers)
	of.Responses = map[string]*huma.Response{"200": {Description: "The answer.", Headers: headers,
		Content: map[string]*huma.MediaType{cmp.Or(o.media, mediaJSON): {Schema: answer}}}}
	for _, status := range append(o.problems, http.StatusForbidden, http.StatusMethodNotAllowed, http.StatusMisdirectedRequest,
		http.StatusUnprocessableEntity, http.StatusInternalServerError, http.StatusServiceUnavailable) {
		of.Responses[fmt.Sprint(status)] = refusals()[status].response()
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
		return web.Busy("The answer took too long. Try again in a moment.")
	}
	p := web.ProblemOf(err)
	if p.Status >= http.StatusInternalServerError {
		web.Fault(ctx, err)
	}
	return p
}
