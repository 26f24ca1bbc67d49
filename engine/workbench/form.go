package workbench

import (
	"slices"
	"strconv"
	"strings"

	"windscreen/engine/facts"
	"windscreen/engine/term"
)

// formView is the whole form: the facts of one domain, or those that a search found.
type formView struct {
	Domains []domainView
	// Domain is the one that is shown; its Name is empty while there is a search.
	Domain facts.Domain
	// Search is what was searched for, and Nearest are words that it may have been meant for.
	Search  string
	Nearest []string
	// Try are words that find something, for a search that found nothing.
	Try   []string
	Facts []formFact
	// Gone are the areas that can be gone through in this domain.
	Gone []goneView
}

// domainView is a domain in the list of all.
type domainView struct {
	facts.Domain
	Stated int
	Gone   bool
	Here   bool
}

// formFact is a fact in the form, with a field for each child.
type formFact struct {
	facts.Fact
	Fields []field
	// Says is what is stated, in words. Open is true if its fields are to be seen at once. Matches is the text of it that a search
	// found, if the title does not show why.
	Says, Matches string
	Open          bool
}

// goneView is an area that can be gone through: a domain of a child or of the home.
type goneView struct {
	Area, Of string
	Gone     bool
}

// ID is the id of the area in the page.
func (g goneView) ID() string { return idOf("gone-" + g.Area) }

// form takes what was typed and shows a domain, or what a search finds.
func (b *bench) form(v *visit) {
	v.turn()
	if !v.ready() {
		return
	}
	if len(v.problems) > 0 {
		v.again()
		return
	}
	v.showForm()
}

// turn turns to an area, or to a word to search for, that was chosen in place of the one that is shown.
func (v *visit) turn() {
	if area := v.form.Get("area"); area != "" {
		v.form.Set("domain", area)
		v.form.Del("q")
	}
	if word := v.form.Get("word"); word != "" {
		v.form.Set("q", word)
	}
}

// tries are plain words, each of which finds something.
var tries = []string{"hit", "mark", "injury", "hungry", "drink"}

// fewFound is up to how many facts found a search opens all of them.
const fewFound = 3

// turnToProblem has the form show the fields in which the first problem stands.
func (v *visit) turnToProblem() {
	if len(v.problems) == 0 {
		return
	}
	field := v.problems[0].Field
	domain := ""
	if f, _, ok := v.byKey(field); ok {
		if q := strings.TrimSpace(v.form.Get("q")); q != "" && slices.ContainsFunc(v.list.FindAny(q).Facts,
			func(x facts.Fact) bool { return x.Path == f.Path }) {
			return
		}
		domain = f.Domain
	} else if area, ok := strings.CutPrefix(field, "gone-"); ok {
		domain, _, _ = strings.Cut(area, "@")
	}
	if domain != "" {
		v.form.Set("domain", domain)
		v.form.Del("q")
	}
}

// showForm shows the whole form.
func (v *visit) showForm() {
	out := &formView{Search: strings.TrimSpace(v.form.Get("q"))}
	name := v.form.Get("domain")
	if i := slices.IndexFunc(v.list.Domains, func(d facts.Domain) bool { return d.Name == name }); i >= 0 {
		out.Domain = v.list.Domains[i]
	} else if out.Search == "" {
		out.Domain = v.list.Domains[0]
	}
	shown := v.list.Facts
	if out.Search != "" {
		out.Domain = facts.Domain{}
		found := v.list.FindAny(out.Search)
		shown = found.Facts
		for _, s := range found.Searched {
			out.Nearest = append(out.Nearest, s.Nearest...)
		}
	}
	for _, f := range shown {
		if out.Search == "" && f.Domain != out.Domain.Name {
			continue
		}
		one := v.formFact(f)
		if out.Search != "" {
			one.Matches = f.Matching(out.Search)
			one.Open = one.Open || len(shown) <= fewFound
		}
		out.Facts = append(out.Facts, one)
	}
	if out.Search != "" && len(out.Facts) == 0 {
		out.Try = tries
	}
	if out.Search == "" { // by their names as people read them; a search has the best match first
		slices.SortStableFunc(out.Facts, func(a, b formFact) int { return strings.Compare(a.Title, b.Title) })
	}
	for _, d := range v.list.Domains {
		out.Domains = append(out.Domains, v.domainView(d, out.Domain.Name))
	}
	if out.Domain.Name != "" {
		out.Gone = v.goneOf(out.Domain)
	}
	title := out.Domain.Title
	if out.Search != "" {
		title = "Facts found"
	}
	v.show("form", &view{Title: title, Form: out})
}

// formFact is a fact of the form.
func (v *visit) formFact(f facts.Fact) formFact {
	out := formFact{Fact: f}
	var says []string
	for _, child := range v.file.places(f) {
		field := v.field(f, child)
		out.Fields = append(out.Fields, field)
		out.Open = out.Open || field.Error != ""
		if field.Says != "" {
			if field.Child != "" {
				field.Says = field.Child + ": " + field.Says
			}
			says = append(says, field.Says)
		}
	}
	out.Says = strings.Join(says, ". ")
	return out
}

// domainView is a domain in the list of all.
func (v *visit) domainView(d facts.Domain, here string) domainView {
	out := domainView{Domain: d, Here: d.Name == here}
	for _, f := range v.list.Facts {
		if f.Domain != d.Name {
			continue
		}
		for _, child := range v.file.places(f) {
			if v.file.fact(f, child) != nil {
				out.Stated++
			}
		}
	}
	areas := v.goneOf(d)
	out.Gone = len(areas) > 0 && !slices.ContainsFunc(areas, func(g goneView) bool { return !g.Gone })
	return out
}

// goneOf are the areas of a domain that can be gone through: of each child, and of the home.
func (v *visit) goneOf(d facts.Domain) []goneView {
	if len(v.file.children) == 0 {
		return []goneView{{Area: d.Name + "@", Gone: v.file.gone(d.Name, everyChild)}}
	}
	var out []goneView
	has := func(of func(facts.Fact) bool) bool {
		return slices.ContainsFunc(v.list.Facts, func(f facts.Fact) bool { return f.Domain == d.Name && of(f) })
	}
	if has(func(f facts.Fact) bool { return !ofChild(f) }) {
		of := "the home"
		if !has(func(f facts.Fact) bool { return f.Of == term.OfHome }) {
			of = "the case"
		}
		out = append(out, goneView{Area: d.Name + "@", Of: of, Gone: v.file.gone(d.Name, everyChild)})
	}
	if has(ofChild) {
		for i, label := range v.file.children {
			out = append(out, goneView{Area: d.Name + "@" + strconv.Itoa(i), Of: label, Gone: v.file.gone(d.Name, i)})
		}
	}
	return out
}
