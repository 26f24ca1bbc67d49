package workbench

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
	"windscreen/engine/facts"
	"windscreen/engine/family"
)

// formVersion is the version of the forms of this package. A page that lay open while the program was replaced may
// send another.
const formVersion = "1"

// visit is one form that was sent, and the case in it.
type visit struct {
	b      *bench
	w      http.ResponseWriter
	r      *http.Request
	e      *engine.Engine
	form   url.Values
	upload upload
	// page is the page that the form asks for, and from the one that it was on.
	page, from string

	// text is the case as it was sent. file and read are the same once it was read, with all that was typed.
	text string
	file *caseFile
	read *engine.Case
	// trail are the facts that were answered in the interview, in order, and later those that were put off.
	trail, later []string
	list         *facts.List
	answer       *family.Answer
	// typed are the answers in the form, by key, and problems what is wrong with them.
	typed    map[string]given
	problems []problem
}

// problem is something typed that cannot be taken as it is, and the field where it stands.
type problem struct{ Field, Says string }

// ID is the id of the field in the page.
func (p problem) ID() string { return idOf(p.Field) }

// upload is a file that was opened.
type upload struct {
	there bool
	text  string
}

// most is the largest form that the workbench takes. A service may take less.
func most() int64 { return 4*int64(engine.MaxBytes()) + 1<<20 }

// visit reads a form and serves a page.
func (b *bench) visit(w http.ResponseWriter, r *http.Request, name string, serve func(*visit)) {
	v := &visit{b: b, w: w, r: r, e: b.current(), page: name, typed: map[string]given{}}
	r.Body = http.MaxBytesReader(w, r.Body, most())
	if err := v.readForm(); err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			b.write(w, http.StatusRequestEntityTooLarge, "message", &view{Title: "This is too large", Message: []string{
				"A case file may have at most " + strconv.Itoa(engine.MaxBytes()>>10) + " KB.",
				"Go back in the browser: what you typed is still there.",
			}})
			return
		}
		b.write(w, http.StatusBadRequest, "message", &view{Title: "The page could not be read", Message: []string{
			"The form did not arrive whole. Go back in the browser, where what you typed is still there, and send it again.",
		}})
		return
	}
	v.list = v.e.Facts()
	serve(v)
}

// readForm reads what was sent, a file as well.
func (v *visit) readForm() error {
	var err error
	if strings.HasPrefix(v.r.Header.Get("Content-Type"), "multipart/") {
		// All of it stays in memory: nothing of a case is ever written to a disk.
		err = v.r.ParseMultipartForm(most())
	} else {
		err = v.r.ParseForm()
	}
	if err != nil {
		return err
	}
	v.form = v.r.PostForm
	if v.r.MultipartForm != nil && len(v.r.MultipartForm.File["file"]) > 0 {
		f, err := v.r.MultipartForm.File["file"][0].Open()
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }() // it is memory
		data, err := io.ReadAll(f)
		if err != nil {
			return err
		}
		v.upload = upload{there: len(data) > 0, text: string(data)}
	}
	v.text = lines(v.form.Get("case"))
	v.from = v.form.Get("from")
	v.trail, v.later = strings.Fields(v.form.Get("trail")), strings.Fields(v.form.Get("later"))
	return nil
}

// fact is the fact at a path; nil if there is none.
func (v *visit) fact(path string) *facts.Fact {
	i := slices.IndexFunc(v.list.Facts, func(f facts.Fact) bool { return f.Path == path })
	if i < 0 {
		return nil
	}
	return &v.list.Facts[i]
}

// keyOf is what the fields of a fact of a child begin with.
func keyOf(f facts.Fact, child int) string {
	if child == everyChild {
		return f.Path + "@"
	}
	return f.Path + "@" + strconv.Itoa(child)
}

// byKey is the fact and the child of a key.
func (v *visit) byKey(key string) (f *facts.Fact, child int, ok bool) {
	path, of, found := strings.Cut(key, "@")
	f, child = v.fact(path), everyChild
	if f == nil || !found {
		return nil, 0, false
	}
	if of != "" {
		n, err := strconv.Atoi(of)
		if err != nil {
			return nil, 0, false
		}
		child = n
	}
	return f, child, slices.Contains(v.file.places(*f), child)
}

// ready reads the case and all that was typed. If it cannot go on, it has written a page that says why, and loses
// nothing.
func (v *visit) ready() bool {
	if v.form.Get("v") != formVersion {
		v.stale("This page was made by another version of Windscreen.")
		return false
	}
	var err error
	if v.read, v.file, err = readCase(v.e, v.text); err != nil {
		v.faulty(err, false)
		return false
	}
	if unknown := v.unknownFields(); len(unknown) > 0 {
		v.stale("The page sent something that this version of Windscreen does not know: " + strings.Join(unknown, ", ") + ".")
		return false
	}
	v.apply()
	return v.evaluate()
}

// evaluate answers the case as it now stands.
func (v *visit) evaluate() bool {
	var err error
	if v.text, err = v.file.text(); err == nil {
		v.read, v.file, err = readCase(v.e, v.text)
	}
	if err == nil {
		v.answer, err = v.e.EvaluateFamily(v.read)
	}
	if err != nil {
		v.faulty(err, false)
		return false
	}
	return true
}

// known are the fields of the forms besides those of facts.
var known = []string{"ask", "by", "case", "do", "domain", "from", "later", "q", "shown", "trail", "v", "gone", "areas", "child", "for",
	"compare", "area", "word"}

// parts are what the fields of a fact end with.
var parts = []string{"how", "number", "at_least", "at_most", "months", "words", "not", "only", "year", "month", "day", "clock", "kept",
	"evidence.value", "evidence.source", "evidence.standing", "evidence.year", "evidence.month", "evidence.day", "evidence.note",
	"evidence.drop"}

// unknownFields are the fields that no page of this version has.
func (v *visit) unknownFields() []string {
	var out []string
	for name := range v.form {
		if slices.Contains(known, name) || v.page == "details" || v.page == "done" {
			continue
		}
		path, rest, found := strings.Cut(name, "@")
		of, part, _ := strings.Cut(rest, ".")
		if _, _, ok := v.byKey(path + "@" + of); !found || !ok || !slices.Contains(parts, part) {
			out = append(out, diagnostic.OneLine(clip(name)))
		}
	}
	slices.Sort(out)
	return out
}

// clip is the beginning of a text that somebody else wrote.
func clip(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
