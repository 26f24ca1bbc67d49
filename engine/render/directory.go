package render

import (
	"fmt"
	"io"

	"windscreen/engine/directory"
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Directory writes a directory of services, in a format of KindDirectory: by policy and
// level, whom each service is for and how to reach it, as printed in the document's year. If
// it is for a case, it also says why each fits, or what that depends on. Of the options,
// Width and Colour are for Text. It fails if d is nil, if the format is not one of the
// kind's, or if w fails.
func Directory(w io.Writer, f Format, d *directory.Directory, o Options) error {
	return directories.write(w, KindDirectory, f, d, o)
}

// ChildDirectory writes the services for one child of a family as Directory does, and names the
// child. A child without a label is that of a case about one child.
func ChildDirectory(w io.Writer, f Format, c *directory.Child, o Options) error {
	if c == nil || c.Directory == nil {
		return none(KindDirectory)
	}
	if c.Child == "" {
		return Directory(w, f, c.Directory, o)
	}
	return childDirectories.write(w, KindDirectory, f, c, o)
}

// Directories writes the services for each child of a family, one after another: in Text and
// Markdown each under the child, in YAML as documents, in JSON as a list. The options and the
// errors are as for Directory.
func Directories(w io.Writer, f Format, list []directory.Child, o Options) error {
	var parts []part
	for i, c := range list {
		if c.Directory == nil {
			return none(KindDirectory)
		}
		parts = append(parts, partFor(stated(c.Child), KindDirectory, childDirectories, &list[i]))
	}
	return inTurn(w, KindDirectory, f, parts, o)
}

// directoryOfChild is the outline of the services for one child.
func directoryOfChild(c *directory.Child) outline {
	return named(directoryInWords(c.Directory), c.Child, c.OneOf)
}

// directoryInWords is the outline of a directory.
func directoryInWords(all *directory.Directory) outline {
	var out outline
	for i := range all.Policies {
		p := &all.Policies[i]
		d := about(p.Titles, nil)
		own := d.directoryHead(all, p)
		for _, l := range p.Levels {
			head := "Listed at no level"
			if l.Level != 0 {
				head = "Listed at " + d.level(l.Level, l.Name)
			}
			var items []item
			for _, s := range l.Services {
				items = append(items, d.listed(s, own))
			}
			d.add(item{text: head}, items)
		}
		out = append(out, d.out...)
	}
	return out
}

// directoryHead names the document, and the case where there is one; it returns what to
// say of one service's agreement beside what it says of all.
func (d *draft) directoryHead(all *directory.Directory, p *directory.Policy) (own func(value term.Agreement) []item) {
	document := joined(", ", english.Bare(p.Document.Title), p.Document.Edition)
	head := section{top: true, head: item{tone: strong, text: "Services of " + joined(": ", p.ID, document)}}
	held := all.Case != "" || !all.AsOf.IsZero()
	fit, may := 0, 0
	var services []recommendation.Service
	for _, l := range p.Levels {
		services = append(services, l.Services...)
		for _, s := range l.Services {
			if s.State == term.Fits {
				fit++
			} else {
				may++
			}
		}
	}
	says := english.Counted(fit+may, "service") + "."
	if held {
		name := "This case"
		if all.Case != "" {
			name = "Case " + stated(all.Case)
		}
		says = joined(", ", name, prefixed("as at ", moment(all.AsOf))) +
			fmt.Sprintf(". Services that fit: %d; that may fit: %d.", fit, may)
	}
	lead, own := serviceAgreement(services)
	head.items = []item{{text: says}, {text: english.Sentences(
		"Where a document lists a service says nothing of the level of a child.",
		"Contacts are as printed; check them before use.", lead)}}
	d.out = append(d.out, head)
	return own
}

// listed is one service of a directory.
func (d *draft) listed(s recommendation.Service, own func(value term.Agreement) []item) item {
	it := item{bullet: true, cite: s.Cite}
	switch s.State {
	case term.Fits:
		it.text = english.Sentences("Fits: "+serviceName(s), s.Says)
	case term.Possible:
		it.tone, it.text = open, english.Sentences("May fit: "+serviceName(s), s.Says)
		if len(s.WaitsOn) > 0 {
			it.under = append(it.under, item{text: english.Stopped("Depends on: " + d.paths(s.WaitsOn))})
		}
	case "", term.Holds, term.NowDue: // held against no case; the other two are not of services
		it.text = english.Sentences(serviceName(s), s.Says)
	}
	it.under = append(it.under, own(s.Agreement)...)
	it.under = append(it.under, d.contact(s.Contact)...)
	if s.RestsOnLevel {
		it.under = append(it.under, item{text: "Why: the level recommended."})
	}
	for _, why := range d.because(s.Because) {
		why.text = "Why: " + why.text
		it.under = append(it.under, why)
	}
	return it
}
