// Package service is the HTTP API, and what keeps it and the pages beside it running: one server on loopback, with
// rules that can be swapped while it runs. Command "windscreen serve" starts it.
//
// # Endpoints
//
// All are under /v1, and described by /v1/openapi.json and /v1/openapi.yaml (OpenAPI 3.1).
//
//	GET  /v1/policies          the policies that a case can name
//	GET  /v1/vocabulary        every fact that a case can state, with the rules that read it
//	GET  /v1/schemas/{kind}    the JSON Schema of a case or of an answer
//	GET  /v1/services          the services in the documents of policies
//	POST /v1/validate          whether a case is sound, what is wrong with it, and what deserves a second look
//	POST /v1/evaluate          the answer on a case: ?size=verdict, brief or full; ?copy_for=, the copy to hand over
//	POST /v1/questions         what to find out next: ?limit=10 questions at most
//	POST /v1/why-not           why no higher level is recommended, or not ?level=, and what would change that
//	POST /v1/compare           the answers of several policies, side by side
//	POST /v1/services          the services that fit a case
//
// A case is the body of the request, in JSON (application/json) or YAML (application/yaml). It is about one child or
// several, and it is kept nowhere. ?policy= names a policy or council other than the case does; the header
// Windscreen-Child names one child of several, since a label is part of the case and has no place in a URL.
//
// Where a command gives the same answer, such as eval for evaluate and facts for vocabulary, the bytes are those that it
// prints with -o json; questions are then asked for with limit=0. An answer meets the schema that "windscreen schema"
// prints. The description has the same schemas in named parts, and closes no object: a later version may add properties.
// The header Windscreen-Warnings says how many things deserve a second look, and /v1/validate says which; a verdict on
// JSON does not look, and has no such header.
// A request that has no answer gets problem details (RFC 9457). The diagnostics in them may quote the case, so show
// them to whoever may see it and log the rest.
//
// Beside these, /healthz says that the process is running, /readyz whether to send requests, and /metrics has metrics
// for Prometheus.
//
// # Use
//
//	rules, err := service.OpenRules(ctx, rules.FS, "")
//	…
//	api, err := service.New(rules)
//	…
//	s := service.NewServer(service.Options{Log: os.Stderr})
//	s.Handle("/v1/", api)
//	l, err := service.Listen(ctx, "127.0.0.1:8080")
//	…
//	err = s.Serve(ctx, l) // until ctx ends; then it answers what it took
package service
