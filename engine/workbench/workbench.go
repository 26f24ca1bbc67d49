// Package workbench is what a practitioner uses in a browser: pages to say what is known of a child, or of the
// children of a family, with the first screen of the answer at the side as it narrows; and the documents to read.
// Authors of rules have a page that says what their edits do.
//
// New gives a handler for all pages, with their style sheet and script. The pages are made on the server and work
// without a script. The case travels with each page, as the text of a case file in a hidden field, and is kept
// nowhere: there is no session, no cookie and no log here, and nothing of a case is in an address. So a form may be
// sent twice, and a page may lie open for a day.
//
// Everything goes through package engine. ReadCase alone says whether a case is sound; this package only changes the
// text of a case (file), and says in a form what one fact of it holds (given). The first screen is that of package
// render.
package workbench

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"windscreen/engine"
)

// Options are what a workbench may be told. The zero value is for one that stands alone.
type Options struct {
	// Now is the clock by which a new case is dated; nil is the machine's.
	Now func() time.Time
	// Authors is asked what to show to those who edit the rules; nil leaves their page out.
	Authors func() Authors
}

// New makes the workbench. It asks current for the engine once for each request, so that one set of rules answers
// the whole page. The paths of the handler are those of Paths. What every page of a service passes through, such as
// secure headers and checks of the host, is for whoever mounts it.
func New(current func() *engine.Engine, o Options) (http.Handler, error) {
	if current == nil {
		return nil, errors.New("the workbench needs an engine")
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	b := &bench{current: current, options: o}
	var err error
	if b.assets, err = readAssets(); err != nil {
		return nil, err
	}
	if b.pages, err = parsePages(b.assets); err != nil {
		return nil, err
	}
	return b.routes(), nil
}

// Paths are the patterns under which a service mounts the workbench.
func Paths() []string { return []string{"/{$}", casePath, assetPath, policiesPath, authorsPath} }

// bench is the workbench. It is immutable.
type bench struct {
	current func() *engine.Engine
	options Options
	assets  assets
	pages   pages
}

// The addresses. Nothing of a case is ever in one.
const (
	casePath  = "/case/"
	assetPath = "/assets/workbench/"
)

// routes are the pages by address.
func (b *bench) routes() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("GET /{$}", b.home)
	m.Handle("GET "+assetPath, b.assets)
	m.HandleFunc("GET "+policiesPath+"{$}", b.policies)
	m.HandleFunc("GET "+policiesPath, b.policy)
	if b.options.Authors != nil {
		m.HandleFunc("GET "+authorsPath+"{$}", b.authors)
	}
	for name, serve := range map[string]func(*visit){
		"start": b.start, "open": b.open, "question": b.question, "form": b.form, "answer": b.answer,
		"copy": b.copyPage, "details": b.details, "file": b.file, "save": b.save, "done": b.done, "preview": b.preview,
		"compare": b.compare,
	} {
		m.HandleFunc("POST "+casePath+name, func(w http.ResponseWriter, r *http.Request) { b.visit(w, r, name, serve) })
		m.HandleFunc(casePath+name, b.noCase)
	}
	m.HandleFunc("/", b.nothingHere)
	return m
}

// noCase answers who comes to a page without a case, such as by its address.
func (b *bench) noCase(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Allow", http.MethodPost)
	b.write(w, http.StatusMethodNotAllowed, "message", &view{Title: "Start again or open a case file", Message: []string{
		"This page needs a case, and Windscreen keeps none. You may have come here by a bookmark, or by the history of the browser.",
		"If you saved the case as a file, open the file. Otherwise start again.",
	}})
}

// nothingHere answers an address that has no page.
func (b *bench) nothingHere(w http.ResponseWriter, _ *http.Request) {
	b.write(w, http.StatusNotFound, "message", &view{Title: "There is no such page", Message: []string{
		"Check the address, or go to the start page.",
	}})
}

// lines puts the line ends of a form, which are those of the web, as case files have them.
func lines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
