package service

import (
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"windscreen/engine"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/typedoc"
	"windscreen/engine/internal/web"
)

// refusals are the kinds of problem that an answer with a status may have, and what else there is to say of it.
func refusals() map[int]refusal {
	limits := web.DefaultLimits()
	return map[int]refusal{
		http.StatusBadRequest: {kinds: []web.Kind{web.KindNoBody, web.KindUnreadable}},
		http.StatusForbidden:  {kinds: []web.Kind{web.KindOrigin}},
		http.StatusNotFound:   {kinds: []web.Kind{web.KindNotFound}},
		http.StatusRequestTimeout: {kinds: []web.Kind{web.KindSlow},
			more: fmt.Sprintf("A request has %s to arrive.", english.Lasting(limits.Read))},
		http.StatusMethodNotAllowed: {kinds: []web.Kind{web.KindMethod}, header: "Allow", says: "The methods that the path takes."},
		http.StatusRequestEntityTooLarge: {kinds: []web.Kind{web.KindTooLarge},
			more: fmt.Sprintf("A case has at most %d bytes.", engine.MaxBytes())},
		http.StatusUnsupportedMediaType: {kinds: []web.Kind{web.KindMediaType, web.KindEncoding}},
		http.StatusMisdirectedRequest:   {kinds: []web.Kind{web.KindHost}},
		http.StatusUnprocessableEntity: {kinds: []web.Kind{web.KindCase, web.KindChild, web.KindPolicy, web.KindUnknownParameter,
			web.KindParameter, web.KindHeader, web.KindNoCopy}},
		http.StatusInternalServerError: {kinds: []web.Kind{web.KindFault, web.KindRules}},
		http.StatusServiceUnavailable: {kinds: []web.Kind{web.KindBusy}, header: "Retry-After", number: true,
			says: fmt.Sprintf("After how many seconds to try again: a number from 1 to %d, which differs so that clients do not all "+
				"come back at once.", web.LatestRetry),
			more: fmt.Sprintf("At most %d requests may be open. The service works on twice as many at once as the machine has "+
				"processors; up to %d wait, for up to %s. It gives up a comparison or a list after %s.", limits.Requests, limits.Queue,
				english.Lasting(limits.Wait), english.Lasting(limits.Answer))},
	}
}

// refusal is what the description says of answers with one status.
type refusal struct {
	kinds []web.Kind
	// more follows what the kinds mean.
	more string
	// header is a header of the answer, says what it is, and number whether it is one.
	header, says string
	number       bool
}

// response describes the refusal.
func (r refusal) response() *huma.Response {
	lines := make([]string, 0, len(r.kinds)+1)
	for _, k := range r.kinds {
		lines = append(lines, "- `"+k.Type()+"`: "+means(k))
	}
	text := strings.Join(lines, "\n")
	if r.more != "" {
		text += "\n\n" + r.more
	}
	out := &huma.Response{Description: text, Headers: map[string]*huma.Param{"Request-Id": requestID()},
		Content: map[string]*huma.MediaType{"application/problem+json": {Schema: &huma.Schema{Ref: components + problemSchema}}}}
	if r.header != "" {
		of := &huma.Schema{Type: huma.TypeString}
		if r.number {
			of.Type = huma.TypeInteger
		}
		out.Headers[r.header] = &huma.Header{Description: r.says, Schema: of}
	}
	return out
}

// requestID describes the header that each answer has.
func requestID() *huma.Param {
	return &huma.Header{Schema: &huma.Schema{Type: huma.TypeString},
		Description: "The id of this request in the log of the service. Give it if you report a fault. The service makes a new id for " +
			"each request, and ignores one that a client sends."}
}

// means is what a kind of problem means.
func means(k web.Kind) string {
	for _, c := range typedoc.Codes(reflect.TypeFor[web.Kind]()) {
		if c.Code == string(k) {
			return c.Means
		}
	}
	return ""
}

// listKinds has the schema of problem details list the types that there are.
func listKinds(problem any) {
	schema, _ := problem.(map[string]any)
	properties, _ := schema["properties"].(map[string]any)
	of, isObject := properties["type"].(map[string]any)
	if !isObject {
		return
	}
	var types []any
	lines := []string{fmt.Sprint(of["description"]), ""}
	for _, c := range typedoc.Codes(reflect.TypeFor[web.Kind]()) {
		types = append(types, web.Kind(c.Code).Type())
		lines = append(lines, "- "+web.Kind(c.Code).Type()+": "+c.Means)
	}
	of["enum"], of["description"] = types, strings.Join(lines, "\n")
}

// health describes the endpoints that say how the service is.
func health() map[string]any {
	headers := map[string]any{"Request-Id": map[string]any{"description": requestID().Description,
		"schema": map[string]any{"type": "string"}}}
	get := func(id, summary, answer string, more map[string]any) map[string]any {
		responses := map[string]any{"200": map[string]any{"description": answer, "headers": headers,
			"content": map[string]any{"text/plain": map[string]any{"schema": map[string]any{"type": "string"}}}}}
		maps.Copy(responses, more)
		return map[string]any{"get": map[string]any{"operationId": id, "tags": []any{"Operation"}, "summary": summary,
			"responses": responses}}
	}
	stopping := map[string]any{"description": "- `" + web.KindUnavailable.Type() + "`: " + means(web.KindUnavailable),
		"headers": headers, "content": map[string]any{"application/problem+json": map[string]any{
			"schema": map[string]any{"$ref": components + problemSchema}}}}
	return map[string]any{
		"/healthz": get("alive", "Whether the process is running", "The process is running.", nil),
		"/readyz":  get("ready", "Whether to send requests", "Requests can be sent.", map[string]any{"503": stopping}),
		"/metrics": get("metrics", "Metrics for Prometheus", "The metrics, in the text format of Prometheus.", nil),
	}
}
