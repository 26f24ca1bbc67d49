package service

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"sync"

	"gopkg.in/yaml.v3"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/internal/schema"
	"windscreen/engine/internal/web"
	"windscreen/engine/term"
)

// components is where the description has schemas; caseSchema and problemSchema are the names of two of them.
const (
	components    = "#/components/schemas/"
	caseSchema    = "Case"
	problemSchema = "Problem"
)

// kinds are the schemas in the description that are the same under all rules, by their names there. They are those
// that "windscreen schema" prints.
func kinds() map[string]authoring.SchemaKind {
	return map[string]authoring.SchemaKind{
		"Recommendation": authoring.RecommendationSchema, "Family": authoring.FamilySchema, "Verdict": authoring.VerdictSchema,
		"Copy":      authoring.CopySchema,
		"Questions": authoring.QuestionsSchema, "WhyNot": authoring.WhyNotSchema, "Comparison": authoring.ComparisonSchema,
		"Services": authoring.ServicesSchema, "Directory": authoring.DirectorySchema, "Facts": authoring.FactsSchema,
		"Policies":   authoring.PoliciesSchema,
		"Validation": authoring.ValidationSchema,
	}
}

// document is the description of the API under the rules of one engine.
type document struct {
	of         *engine.Engine
	json, yaml []byte
}

// described keeps the description until other rules answer.
type described struct {
	sync.Mutex
	last *document
}

// of is the description under the rules that answer now.
func (d *described) of(a *api) (*document, error) {
	d.Lock()
	defer d.Unlock()
	e := a.rules.Engine()
	if d.last != nil && d.last.of == e {
		return d.last, nil
	}
	made, err := a.document(e)
	if err != nil {
		return nil, fmt.Errorf("the description of the API: %w", err)
	}
	d.last = made
	return made, nil
}

// describe answers with the description.
func (a *api) describe(contentType string, data func(*document) []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		d, err := a.description.of(a)
		if err != nil {
			web.Fault(r.Context(), err)
			web.ProblemOf(err).Write(w)
			return
		}
		w.Header().Set("Content-Type", contentType)
		_, _ = w.Write(data(d)) // a client that is gone needs no answer
	}
}

// document makes the description: what huma knows of the endpoints, with the schemas that the command prints.
func (a *api) document(e *engine.Engine) (*document, error) {
	data, err := json.Marshal(a.huma.OpenAPI())
	if err != nil {
		return nil, err
	}
	var doc map[string]any
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, err
	}
	schemas := map[string]any{"Schema": map[string]any{"type": "object", "description": "A JSON Schema, draft 2020-12."}}
	ofCase, err := e.CaseSchema()
	if err == nil {
		err = component(schemas, caseSchema, ofCase)
	}
	for name, kind := range kinds() {
		if err == nil {
			var of []byte
			if of, err = authoring.Schema(kind); err == nil {
				err = component(schemas, name, of)
			}
		}
	}
	if err != nil {
		return nil, err
	}
	problem, err := schema.Of[web.Problem]("Problem details", "What went wrong, as RFC 9457 has it.")
	if err != nil {
		return nil, err
	}
	encoded, err := schema.Encode(problem)
	if err == nil {
		err = component(schemas, problemSchema, encoded)
	}
	if err != nil {
		return nil, err
	}
	listKinds(schemas[problemSchema])
	for _, name := range append(slices.Sorted(maps.Keys(kinds())), problemSchema) {
		hoist(schemas, name)
	}
	doc["components"] = map[string]any{"schemas": schemas}
	doc["jsonSchemaDialect"] = "https://json-schema.org/draft/2020-12/schema"
	if paths, isObject := doc["paths"].(map[string]any); isObject {
		maps.Copy(paths, health())
	}
	doc["servers"] = []any{map[string]any{"url": "/"}}
	nameValues(doc, "reader", term.TableOf[term.Reader]().Codes())
	nameValues(doc, "copy_for", copiesFor(e))
	return inBoth(e, doc)
}

// inBoth writes the description in both formats.
func inBoth(e *engine.Engine, doc map[string]any) (*document, error) {
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	to.SetEscapeHTML(false)
	if err := to.Encode(doc); err != nil {
		return nil, err
	}
	var node yaml.Node
	if err := yaml.Unmarshal(b.Bytes(), &node); err != nil {
		return nil, err
	}
	block(&node)
	inYAML, err := yaml.Marshal(&node)
	if err != nil {
		return nil, err
	}
	return &document{of: e, json: b.Bytes(), yaml: inYAML}, nil
}

// block has a YAML node that was read from JSON written as people write YAML. Text keeps its quotes.
func block(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode && len(n.Content) > 0 {
		n.Style = 0
	}
	for i, c := range n.Content {
		block(c)
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			c.Style = 0 // the encoder quotes a key where it must
		}
	}
}

// nameValues says in the description which values a parameter of evaluate may have.
func nameValues(doc map[string]any, parameter string, values []string) {
	paths, _ := doc["paths"].(map[string]any)
	evaluate, _ := paths["/v1/evaluate"].(map[string]any)
	post, _ := evaluate["post"].(map[string]any)
	parameters, _ := post["parameters"].([]any)
	for _, p := range parameters {
		of, _ := p.(map[string]any)
		if s, isSchema := of["schema"].(map[string]any); isSchema && of["name"] == parameter {
			s["enum"] = values
		}
	}
}
