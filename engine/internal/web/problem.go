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
	"windscreen/engine/page"
)

// Problem is an answer that says what went wrong, as RFC 9457 has it. Nothing in it but Diagnostics and Withheld says
// anything of a case, and nothing but the name of a parameter anything of the request.
type Problem struct {
	// Type is the stable name of this kind of problem, a URN. Programs may rely on it.
	Type string `json:"type"`
	// Title is the kind of problem in words, the same for each problem of the type.
	Title string `json:"title"`
	// Status is the HTTP status.
	Status int `json:"status"`
	// Detail is what is wrong, and what to do about it. It says nothing of the request or the case.
	Detail string `json:"detail,omitempty"`
	// Parameter is the name of the parameter of the URL that is wrong or not known.
	Parameter string `json:"parameter,omitempty"`
	// Header is the name of the header that is wrong.
	Header string `json:"header,omitempty"`
	// Diagnostics are the faults in the case, each with its place and a remedy. They may quote the case: do not log them.
	Diagnostics diagnostic.List `json:"diagnostics,omitempty"`
	// Withheld says why there must be no copy, and what to find out first. It may quote the case: do not log it.
	Withheld *page.NoCopy `json:"withheld,omitempty"`
	// RetryAfter is after how many seconds it is worth trying again; 0 if never.
	RetryAfter int `json:"-"`
}

// NewProblem makes a problem of a kind. Neither the kind nor the detail may hold anything of a request.
func NewProblem(status int, kind Kind, detail string) *Problem {
	return &Problem{Type: kind.Type(), Title: kind.Title(), Status: status, Detail: detail}
}

// Error is for logs: the status and the kind, with nothing that a request or a case says.
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

// Of says which parameter of the URL is at fault.
func (p *Problem) Of(parameter string) *Problem {
	p.Parameter = parameter
	return p
}

// In says which header is at fault.
func (p *Problem) In(header string) *Problem {
	p.Header = header
	return p
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
