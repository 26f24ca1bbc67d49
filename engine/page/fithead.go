package page

import (
	"slices"
	"strings"

	"windscreen/engine/internal/english"
)

// NearTop is the line on which the first step stands at the latest.
const NearTop = 8

// fitHead shortens the head until the first step stands near the top. The order is fixed. First the warning
// about the document goes beside its name. Then warnings of evidence are cut to one line each, from the last
// to the first, and then one line takes the place of all of them. Then the scale goes, which repeats the first
// line, then that a child is not yet born goes beside the document's name, and last goes until when whom to ring
// answers. The phrase that says how urgent it is, whom to ring, and the grounds, always stay.
func fitHead(p *Page) {
	h := &p.Head
	// Only what stands before the first step matters, so the others are not laid out.
	steps := p.Steps
	steps.Entries = steps.Entries[:min(1, len(steps.Entries))]
	deep := func() bool { return FirstStep(&Page{Head: *h, Steps: steps}) > NearTop }
	if deep() {
		h.besideDocument()
	}
	for i, e := range slices.Backward(h.Warnings) {
		if deep() && e.brief != "" {
			h.Warnings[i].Text = e.brief
		}
	}
	if deep() {
		h.oneWarning()
	}
	if deep() {
		h.Scale = []Rung{}
	}
	for deep() && h.bornBesideDocument() {
	}
	for i, e := range h.Under {
		if deep() && e.kind == ifHarm {
			h.Under[i].Text = e.brief
		}
	}
}

// bornBesideDocument puts the last line that says that a child is not yet born beside the name of the document,
// and reports whether there was one.
func (h *Head) bornBesideDocument() bool {
	for i, e := range slices.Backward(h.Under) {
		if e.kind == notYetBorn {
			h.Document = fitted(append(h.withDocument(e.Text), h.Document)...)
			h.Under = slices.Delete(h.Under, i, i+1)
			return true
		}
	}
	return false
}

// FirstStep is the line on which the first step stands.
func FirstStep(p *Page) int {
	n := 1
	for _, b := range p.Blocks(Width) {
		if b.Part == PartEntry && b.Kind != "" {
			break
		}
		n += len(b.Lines)
	}
	return n
}

// besideDocument puts the warning about the document beside its name.
func (h *Head) besideDocument() {
	for i, e := range h.Warnings {
		if e.Fact != "" || e.brief == "" {
			continue
		}
		h.Document = fitted(h.withDocument(e.brief)...)
		h.Warnings = slices.Delete(h.Warnings, i, i+1)
		return
	}
}

// withDocument is the line about the document with something beside the document's name, and then shorter ones: the
// id of the case gives way, and then whom the page is for.
func (h *Head) withDocument(text string) []string {
	bare := strings.TrimSuffix(h.Document, " "+h.id)
	with := english.Sentences(bare, text)
	out := []string{strings.TrimSpace(with + " " + h.id), with}
	if h.reader != "" {
		out = append(out, strings.Replace(with, " "+h.reader, "", 1))
	}
	return out
}

// oneWarning puts one warning in place of several about evidence.
func (h *Head) oneWarning() {
	if h.evidence.Text == "" {
		return
	}
	h.Warnings = append(slices.DeleteFunc(h.Warnings, func(e Entry) bool { return e.Fact != "" }), h.evidence)
}
