package workbench

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/pattern"
)

// fileView is the case as a text.
type fileView struct {
	Text string
	// Faults are what is wrong with it, by line.
	Faults []fault
	// Rows is how many lines the text takes.
	Rows int
	// Typed is what was typed and not taken into the case; empty if all was.
	Typed string
	// Why says why the page is shown, where the case is sound.
	Why string
	// Warnings are what deserves a second look.
	Warnings []fault
}

// fault is one fault of a case.
type fault struct {
	Line         int
	Says, Remedy string
}

// open reads a case file, or a case that was changed as a text.
func (b *bench) open(v *visit) {
	if v.upload.there {
		v.text = lines(strings.TrimPrefix(v.upload.text, "\uFEFF"))
	}
	if strings.TrimSpace(v.text) == "" {
		v.b.write(v.w, http.StatusUnprocessableEntity, "message", &view{Title: "Choose a case file",
			Message: []string{"No file came, or it was empty. Go back, choose the file, and open it again."}})
		return
	}
	v.form.Set("v", formVersion)
	v.form.Del("shown")
	v.form.Del("areas")
	v.use()
}

// use reads the text and goes on with it.
func (v *visit) use() {
	var err error
	if v.read, v.file, err = readCase(v.e, v.text); err != nil {
		v.faulty(err, true)
		return
	}
	if v.evaluate() {
		v.ask("")
	}
}

// file shows the text of the case, and takes it as it was changed.
func (b *bench) file(v *visit) {
	if v.form.Get("do") == doUse {
		v.use()
		return
	}
	if !v.ready() {
		return
	}
	if len(v.problems) > 0 {
		v.again()
		return
	}
	v.show("file", &view{Title: "The case file",
		File: &fileView{Text: v.text, Rows: rowsOf(v.text), Warnings: faultsOf(v.read.Warnings())}})
}

// fileName is what a case file is called: by the id of the case, which is never a name.
var fileName = pattern.New(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// save gives the case as a file, with all that was typed. A case with faults is saved as it is.
func (b *bench) save(v *visit) {
	name := "case"
	if v.form.Get("v") == formVersion && len(v.unreadable()) == 0 {
		v.apply()
		if len(v.problems) > 0 {
			if v.evaluate() {
				v.again()
			}
			return
		}
		if t, err := v.file.text(); err == nil {
			v.text = t
		}
		if id := v.file.top("id"); fileName().MatchString(id) {
			name = id
		}
	}
	ext := ".yaml"
	if nameOf(v.text) == "case.json" {
		ext = ".json"
	}
	v.w.Header().Set("Content-Type", "application/octet-stream")
	v.w.Header().Set("Content-Disposition", `attachment; filename="`+name+ext+`"`)
	v.w.Header().Set("Cache-Control", "no-store")
	_, _ = v.w.Write([]byte(v.text)) // whoever asked may have gone
}

// unreadable reads the case and says what is wrong with it.
func (v *visit) unreadable() []fault {
	var err error
	if v.read, v.file, err = readCase(v.e, v.text); err != nil {
		return failure(err)
	}
	return nil
}

// faulty shows a case that cannot be read or answered, to be put right by hand. Opened is true of a file that was
// opened just now.
func (v *visit) faulty(err error, opened bool) {
	title := "The case cannot be read"
	if opened {
		title = "The case file cannot be opened as it is"
	}
	faults := failure(err)
	for _, f := range faults {
		v.problems = append(v.problems, problem{Field: "case", Says: f.Says})
	}
	v.answer = nil
	v.show("file", &view{Title: title, File: &fileView{Text: v.text, Rows: rowsOf(v.text), Faults: faults, Typed: v.allTyped()}})
}

// stale shows the case and what was typed, where the form is not one of this version's.
func (v *visit) stale(why string) {
	v.answer = nil
	v.problems = append(v.problems, problem{Field: "case", Says: why})
	v.show("file", &view{Title: "The page cannot be used as it is", File: &fileView{Text: v.text, Rows: rowsOf(v.text), Typed: v.allTyped(),
		Why: "Nothing was lost: the case and what you typed are below. Go on with the case, and type the rest again."}})
}

// allTyped is what was typed, one field on each line.
func (v *visit) allTyped() string {
	var out []string
	for name, values := range v.form {
		if slices.Contains(known, name) {
			continue
		}
		for _, value := range values {
			if value != "" {
				out = append(out, name+": "+lines(value))
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// failure are the faults in an error of the engine.
func failure(err error) []fault {
	var f *diagnostic.Failure
	if !errors.As(err, &f) {
		return unanswered()
	}
	var list diagnostic.List
	for _, d := range f.Diagnostics {
		if d.Severity == diagnostic.Error {
			list = append(list, d)
		}
	}
	if len(list) == 0 {
		return unanswered()
	}
	return faultsOf(list)
}

// unanswered is what is said where the engine failed.
func unanswered() []fault {
	return []fault{{Says: "The engine could not answer the case. This is a fault of Windscreen; please report it"}}
}

// faultsOf are diagnostics as a page shows them.
func faultsOf(list diagnostic.List) []fault {
	var out []fault
	for _, d := range list {
		if len(out) == mostFaults {
			break
		}
		out = append(out, fault{Line: d.Start.Line,
			Says: english.UpperFirst(diagnostic.OneLine(d.Message)), Remedy: diagnostic.OneLine(d.Remedy)})
	}
	return out
}

// mostFaults is how many faults a page lists. One slip can bring many.
const mostFaults = 20

// firstOf is the first fault in an error, in words, and fieldOf the field of the start page that it is about.
func firstOf(err error) string {
	f := failure(err)[0]
	if f.Remedy != "" {
		return f.Says + " (" + f.Remedy + ")"
	}
	return f.Says
}

func fieldOf(err error) string {
	var f *diagnostic.Failure
	if !errors.As(err, &f) {
		return "policy"
	}
	for _, d := range f.Diagnostics {
		switch {
		case d.Code == diagnostic.NotInForce || d.Code == diagnostic.UnknownPolicy:
			return "policy"
		case strings.HasPrefix(d.Source, "id:"):
			return "id"
		case strings.HasPrefix(d.Source, "as_of:"):
			return "day"
		case strings.HasPrefix(d.Source, "reader:"):
			return "reader"
		}
	}
	return "labels"
}

// rowsOf is how many rows show a text, within reason.
func rowsOf(text string) int { return min(max(strings.Count(text, "\n")+2, 12), 40) }
