package workbench

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"path"
	"slices"
	"strings"

	"windscreen/engine/facts"
	"windscreen/engine/family"
	"windscreen/engine/internal/english"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

//go:embed templates
var templates embed.FS

// pages are the templates of the pages, by name.
type pages map[string]*template.Template

// parsePages reads the templates. Each page is the layout with a body of its own.
func parsePages(a assets) (pages, error) {
	base, err := template.New("layout.tmpl").Funcs(template.FuncMap{"asset": a.address, "standings": term.TableOf[term.Standing],
		"upper": english.UpperFirst}).
		ParseFS(templates, "templates/layout.tmpl", "templates/field.tmpl", "templates/parts.tmpl", "templates/begin.tmpl")
	if err != nil {
		return nil, fmt.Errorf("reading the templates of the workbench: %w", err)
	}
	out := pages{}
	files, err := templates.ReadDir("templates")
	if err != nil {
		return nil, fmt.Errorf("reading the templates of the workbench: %w", err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(f.Name(), ".tmpl")
		if slices.Contains([]string{"layout", "field", "parts", "begin"}, name) {
			continue
		}
		own, err := base.Clone()
		if err == nil {
			own, err = own.ParseFS(templates, path.Join("templates", f.Name()))
		}
		if err != nil {
			return nil, fmt.Errorf("reading the templates of the workbench: %w", err)
		}
		out[name] = own
	}
	return out, nil
}

// view is what a page shows.
type view struct {
	Title    string
	Problems []problem
	Message  []string
	// Now is the page in the navigation; empty where there is no case yet.
	Now string
	// State is what travels with the page.
	State *state
	// Level is the first line of the answer, Screen the whole of it, and Children the screens of the children.
	Level    string
	Screen   template.HTML
	Children []childScreen

	Documents []document
	Start     *startView
	Question  *questionView
	Form      *formView
	Answer    *answerView
	Copy      *copyView
	File      *fileView
	Done      *doneView
	Compare   *compareView
	Authors   *authorsView
	// ForAuthors is true if there is a page for those who edit the rules.
	ForAuthors bool
}

// state is what travels with a page: the case, and where in the interview it is.
type state struct {
	Version, Case, Trail, Later, From string
}

// childScreen is the first screen of one child.
type childScreen struct {
	Label  string
	Screen template.HTML
}

// write writes a page.
func (b *bench) write(w http.ResponseWriter, status int, name string, v *view) {
	v.ForAuthors = b.options.Authors != nil
	var out bytes.Buffer
	if err := b.pages[name].Execute(&out, v); err != nil {
		// The error names a template and never a case.
		http.Error(w, "The page could not be made. This is a fault of Windscreen; please report it.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes()) // whoever asked may have gone
}

// works are the pages with a form to work on. Their tabs belong to that form, so that what is ticked goes along.
var works = []string{"question", "form"}

// Works is true if the tabs of the page send the form that somebody works on.
func (v *view) Works() bool { return slices.Contains(works, v.Now) }

// sided are the pages with the answer at their side, and the one that is that answer alone.
var sided = []string{"question", "form", "details", "done", "preview"}

// show writes a page with the case, and with the answer at its side if it has one there.
func (v *visit) show(name string, out *view) {
	out.Now, out.Problems = name, v.problems
	out.State = v.state(name)
	if v.answer != nil && slices.Contains(sided, name) {
		out.Level = levelOf(v.answer)
		var err error
		if out.Screen, err = v.screen("", render.LongScreen); err != nil {
			v.fault()
			return
		}
		for _, label := range v.read.Children() {
			screen, err := v.screen(label, render.LongScreen)
			if err != nil {
				v.fault()
				return
			}
			out.Children = append(out.Children, childScreen{label, screen})
		}
	}
	status := http.StatusOK
	if len(v.problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	v.b.write(v.w, status, name, out)
}

// fault answers where the engine or a template failed.
func (v *visit) fault() {
	v.b.write(v.w, http.StatusInternalServerError, "message", &view{Title: "Something went wrong", State: v.state(""), Message: []string{
		"This is a fault of Windscreen; please report it. The case is still here: save it as a file.",
	}})
}

// state is what travels with the page.
func (v *visit) state(from string) *state {
	return &state{Version: formVersion, Case: v.text, Trail: strings.Join(v.trail, " "), Later: strings.Join(v.later, " "), From: from}
}

// screen is the first screen, of the case or of one child: as it fits the paper, or as long as it is.
func (v *visit) screen(label string, write func(io.Writer, *family.Answer, string) error) (template.HTML, error) {
	var b strings.Builder
	if err := write(&b, v.answer, label); err != nil {
		return "", err
	}
	return template.HTML(b.String()), nil //nolint:gosec // package render escapes it
}

// field is a fact of a child, as a form asks for it.
type field struct {
	Key, ID string
	Fact    facts.Fact
	Given   given
	// Child is the label of the child; empty if there is no need to say.
	Child string
	// Says is what is stated, in words; empty if nothing is.
	Says string
	// Error is what is wrong with what was typed.
	Error string
	// Options are the rungs or the words.
	Options []option
	// Evidence is what the case has, and Typed what was typed of a new source.
	Evidence []evidenceView
	Typed    typedEvidence
	Months   bool
	Partly   bool
	Stated   bool
	// Alone is true if the legend is the question of the page.
	Alone bool
}

// option is a rung or a word.
type option struct {
	Value, Says             string
	Checked, Not            bool
	AtLeast, AtMost, Claims bool
}

// evidenceView is a source that the case gives.
type evidenceView struct {
	Place int
	Says  string
}

// typedEvidence is what was typed of a new source. The words of a set stand in Value with spaces between them.
type typedEvidence struct {
	Value, Source, Standing, Year, Month, Day, Note string
	Open                                            bool
}

// field makes the field of a fact of a child. What was typed counts before what the case states.
func (v *visit) field(f facts.Fact, child int) field {
	key := keyOf(f, child)
	node := v.file.fact(f, child)
	was := stated(f, node)
	out := field{Key: key, ID: idOf(key), Fact: f, Given: was, Stated: node != nil, Says: inWords(f, was),
		Months: takesMonths(f), Partly: takesPartly(f)}
	if child != everyChild {
		out.Child = v.file.children[child]
	}
	for _, p := range v.problems {
		if p.Field == key {
			out.Error = p.Says
		}
	}
	if out.Error != "" {
		out.Given = v.typed[key]
		one := func(part string) string { return v.form.Get(key + ".evidence." + part) }
		out.Typed = typedEvidence{Value: strings.Join(v.form[key+".evidence.value"], " "), Source: one("source"), Standing: one("standing"),
			Year: one("year"), Month: one("month"), Day: one("day"), Note: one("note")}
		out.Typed.Open = out.Typed != typedEvidence{}
	}
	for i, e := range v.file.evidence(f, child) {
		out.Evidence = append(out.Evidence, evidenceView{Place: i, Says: e.says(f)})
	}
	for _, w := range f.Values {
		out.Options = append(out.Options, out.option(w.Name, w.Says))
	}
	if f.Type == typeYesNo {
		out.Options = []option{out.option("true", "Yes"), out.option("false", "No")}
	}
	return out
}

// option is one word of a field.
func (f *field) option(word, says string) option {
	g := f.Given
	return option{Value: word, Says: says, Checked: g.How == isKnown && (g.Word == word || slices.Contains(g.Words, word)),
		Not: slices.Contains(g.Not, word), AtLeast: g.AtLeast == word, AtMost: g.AtMost == word,
		Claims: slices.Contains(strings.Fields(f.Typed.Value), word)}
}

// idOf is the id of a key in a page.
func idOf(key string) string { return strings.NewReplacer(".", "-", "@", "-", "_", "-").Replace(key) }
