package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"windscreen/engine/diagnostic"
)

// Problem is an answer that says what went wrong, as RFC 9457 has it. Nothing in it but the diagnostics
// says anything of a case, and Error leaves those out.
type Problem struct {
	// Type is the stable name of this kind of problem, after problemPrefix. Programs may rely on it.
	Type string `json:"type" jsonschema:"The stable name of this kind of problem."`
	// Title is the kind of problem in words, and Detail what to do about it.
	Title  string `json:"title" jsonschema:"The kind of problem, in words."`
	Status int    `json:"status" jsonschema:"The HTTP status."`
	Detail string `json:"detail,omitempty" jsonschema:"What is wrong, and what to do about it. It says nothing of the case."`
	// Diagnostics are the faults in a case, each with its place and a remedy. They may quote the case.
	Diagnostics diagnostic.List `json:"diagnostics,omitempty" jsonschema:"The faults in the case. They may quote it: do not log them."`
	// RetryAfter is after how many seconds it is worth trying again; 0 if never.
	RetryAfter int `json:"-"`
}

// problemPrefix begins every type of problem.
const problemPrefix = "urn:windscreen:problem:"

// The kinds of problem.
const (
	KindNotFound    = "not-found"
	KindMethod      = "method-not-allowed"
	KindHost        = "wrong-host"
	KindOrigin      = "wrong-origin"
	KindTooLarge    = "too-large"
	KindSlow        = "body-too-slow"
	KindUnreadable  = "body-unreadable"
	KindMediaType   = "wrong-media-type"
	KindBusy        = "busy"
	KindRequest     = "bad-request"
	KindCase        = "bad-case"
	KindRules       = "bad-rules"
	KindFault       = "internal-fault"
	KindUnavailable = "not-ready"
)

// NewProblem makes a problem of a kind. Neither the kind nor the detail may hold anything of a request.
func NewProblem(status int, kind, detail string) *Problem {
	return &Problem{Type: problemPrefix + kind, Title: http.StatusText(status), Status: status, Detail: detail}
}

// Error is for logs: the status and the kind, with nothing that a request says.
func (p *Problem) Error() string { return strconv.Itoa(p.Status) + " " + p.Type }

// GetStatus is the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is the media type of a problem.
func (p *Problem) ContentType(string) string { return problemType }

const problemType = "application/problem+json"

// GetHeaders are the headers of the answer beside its type. The name is the one under which huma asks for them.
func (p *Problem) GetHeaders() http.Header {
	h := http.Header{}
	if p.RetryAfter > 0 {
		h.Set("Retry-After", strconv.Itoa(p.RetryAfter))
	}
	return h
}

// Write writes the problem as an answer.
func (p *Problem) Write(w http.ResponseWriter) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(p); err != nil {
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	maps.Copy(w.Header(), p.GetHeaders())
	w.Header().Set("Content-Type", problemType)
	w.WriteHeader(p.Status)
	_, _ = w.Write(b.Bytes()) // a client that is gone needs no answer
}

// ProblemOf is the problem that an error of the engine is: a fault in the case, in the rules, or in the
// program. Only the diagnostics of a case hold anything of it.
func ProblemOf(err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	var failure *diagnostic.Failure
	if !errors.As(err, &failure) {
		return NewProblem(http.StatusInternalServerError, KindFault,
			"This is a fault of the program. The log holds its kind under the request's id. No answer was given.")
	}
	for _, d := range failure.Diagnostics {
		if !d.Private && d.Severity == diagnostic.Error {
			p = NewProblem(http.StatusInternalServerError, KindRules, "The rules have faults, so there is no answer.")
			p.Diagnostics = failure.Diagnostics
			return p
		}
	}
	p = NewProblem(http.StatusUnprocessableEntity, KindCase, "The case has faults: diagnostics gives each with its place and a remedy.")
	p.Diagnostics = WithoutLines(failure.Diagnostics)
	return p
}

// WithoutLines are diagnostics of a case without the lines that they are on: a case may be all one line, and whoever sent it has it.
func WithoutLines(list diagnostic.List) diagnostic.List {
	out := slices.Clone(list)
	for i := range out {
		out[i].Source = ""
	}
	return out
}
