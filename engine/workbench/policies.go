package workbench

import (
	"bytes"
	"net/http"
	"slices"
	"strings"

	"windscreen/engine/render"
)

// policiesPath is where the documents can be read. Nothing on these pages is of a case, so a link to a rule can be
// passed on.
const policiesPath = "/policies/"

// policies lists the documents.
func (b *bench) policies(w http.ResponseWriter, _ *http.Request) {
	e := b.current()
	var list []document
	for _, council := range e.Councils() {
		editions, err := editionsOf(e, council)
		if err != nil {
			b.faultyRules(w)
			return
		}
		list = append(list, editions...)
	}
	b.write(w, http.StatusOK, "policies", &view{Title: "The documents", Documents: list})
}

// policy shows one document. The page brings its own style and script, and is allowed no other.
func (b *bench) policy(w http.ResponseWriter, r *http.Request) {
	e, id := b.current(), strings.TrimPrefix(r.URL.Path, policiesPath)
	if !slices.Contains(e.IDs(), id) {
		b.nothingHere(w, r)
		return
	}
	p, err := e.Policy(id)
	if err != nil {
		b.faultyRules(w)
		return
	}
	var page bytes.Buffer
	d, err := p.Document()
	if err == nil {
		err = render.Document(&page, render.HTML, d, render.Options{})
	}
	if err != nil {
		b.faultyRules(w)
		return
	}
	w.Header().Set("Content-Security-Policy", render.DocumentContentSecurityPolicy()+"; frame-ancestors 'none'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(page.Bytes()) // whoever asked may have gone
}

// faultyRules answers where the rules cannot be read.
func (b *bench) faultyRules(w http.ResponseWriter) {
	b.write(w, http.StatusInternalServerError, "message", &view{Title: "The rules have a fault", Message: []string{
		"The documents cannot be shown. Whoever keeps the rules can find the fault with: windscreen lint.",
	}})
}
