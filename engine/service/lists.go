package service

import (
	"bytes"
	"context"
	"net/http"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/internal/web"
	"windscreen/engine/render"
)

// ofPolicies is what is asked about policies.
type ofPolicies struct {
	Policy string `query:"policy" maxLength:"100" doc:"A policy, or a council for all its editions; all policies without it."`
}

// lists puts in the endpoints that need no case.
func (a *api) lists() {
	register(a, operation{method: http.MethodGet, path: "/v1/policies", id: "policies", tag: "Rules",
		summary: "The policies that a case can name", answers: []string{"Policies"},
		description: "Every policy with its source document, when it was in force, its levels, and how many rules it has."}, a.policies)
	register(a, operation{method: http.MethodGet, path: "/v1/vocabulary", id: "vocabulary", tag: "Rules",
		summary: "Every fact that a case can state", answers: []string{"Facts"},
		description: "Every fact with its question, its values, what silence means, and the rules that read it."}, a.vocabulary)
	register(a, operation{method: http.MethodGet, path: "/v1/schemas/{kind}", id: "schema", tag: "Rules",
		summary: "The JSON Schema of a case or an answer", answers: []string{"Schema"}, media: mediaSchema,
		problems: []int{http.StatusNotFound}, description: "The schema (draft 2020-12) that the command \"windscreen schema\" prints. " +
			"That of a case is made from the vocabulary."}, a.schema)
	register(a, operation{method: http.MethodGet, path: "/v1/services", id: "services", tag: "Rules",
		summary: "The services in the documents of policies", answers: []string{"Directory"},
		description: "By the level at which the document lists each, which says nothing about the level of a child. " +
			"Contacts are as printed in the document's year."}, a.directory)
}

// policies are the policies that a case can name.
func (a *api) policies(ctx context.Context, _ *struct{}) (*written, error) {
	var list []engine.PolicyInfo
	err := a.rules.Engine().EachPolicy(ctx, nil, func(p *engine.Policy) error {
		list = append(list, p.Info())
		return nil
	})
	if err != nil {
		return nil, failed(ctx, err)
	}
	return whole(func(b *bytes.Buffer) error { return render.Policies(b, render.JSON, list, render.Options{}) })
}

// vocabulary is what a case can state.
func (a *api) vocabulary(ctx context.Context, in *ofPolicies) (*written, error) {
	e := a.rules.Engine()
	ids, err := idsOf(e, in.Policy)
	if err != nil {
		return nil, err
	}
	list, err := e.FactsAndRules(ctx, ids...)
	if err != nil {
		return nil, failed(ctx, err)
	}
	return whole(func(b *bytes.Buffer) error { return render.Facts(b, render.JSON, list, render.Options{}) })
}

// directory are the services of policies.
func (a *api) directory(ctx context.Context, in *ofPolicies) (*written, error) {
	e := a.rules.Engine()
	ids, err := idsOf(e, in.Policy)
	if err != nil {
		return nil, err
	}
	d, err := e.Directory(ctx, ids...)
	if err != nil {
		return nil, failed(ctx, err)
	}
	return whole(func(b *bytes.Buffer) error { return render.Directory(b, render.JSON, d, render.Options{}) })
}

// idsOf are the ids of the policies of a name, which must be one; none, which stands for all, without a name.
func idsOf(e *engine.Engine, name string) ([]string, error) {
	ids := e.IDsOf(name)
	if name != "" && len(ids) == 0 {
		return nil, web.NewProblem(http.StatusUnprocessableEntity, web.KindPolicy,
			"The parameter policy names neither a policy nor a council. /v1/policies lists them. To name several, repeat the "+
				"parameter.").Of("policy")
	}
	return ids, nil
}

// mediaSchema is the media type of a JSON Schema.
const mediaSchema = "application/schema+json"

// ofKind is the kind of a schema.
type ofKind struct {
	Kind string `path:"kind" maxLength:"100" doc:"A kind that the command windscreen schema has, such as case, recommendation or family."`
}

// schema is the schema of a case or an answer.
func (a *api) schema(ctx context.Context, in *ofKind) (*written, error) {
	var data []byte
	var err error
	if in.Kind == "case" {
		data, err = a.rules.Engine().CaseSchema()
	} else if data, err = authoring.Schema(authoring.SchemaKind(in.Kind)); err != nil {
		return nil, web.NewProblem(http.StatusNotFound, web.KindNotFound, "There is no schema of that kind.")
	}
	if err != nil {
		return nil, failed(ctx, err)
	}
	return &written{ContentType: mediaSchema, Body: data}, nil
}
