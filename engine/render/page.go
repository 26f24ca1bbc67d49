package render

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"windscreen/engine/internal/pattern"
	"windscreen/engine/page"
)

// Page writes the first screen of an answer in a format of KindPage. Text, Markdown and HTML say the
// same sentences in the same order; JSON and YAML hold all of the data. HTML is one file that needs
// nothing else: no script, no font and no picture. Of the options, Width and Colour are for Text. It
// fails if p is nil, if the format is not one of the kind's, or if w fails.
func Page(w io.Writer, f Format, p *page.Page, o Options) error {
	return pages.write(w, KindPage, f, p, o)
}

// shownPage is a page whose texts are all safe to show. Many of them hold words from the case, so every text
// is treated as if it did, but for the address of a contact, which stays as it is printed. A question shows no
// clause.
func shownPage(p *page.Page) *page.Page {
	printed := p.Steps.Entries
	p = copied(p, stated)
	for i, e := range printed {
		if c := e.Contact; c != nil && strings.Contains(c.Email, "@") {
			shown := &p.Steps.Entries[i]
			shown.Text = strings.ReplaceAll(shown.Text, stated(c.Email), clean(c.Email))
		}
	}
	for i := range p.FindOut.Entries {
		p.FindOut.Entries[i].Cite = nil
	}
	return p
}

// piece is a part of a text. It may stand out, because it is strong or a telephone number.
type piece struct {
	text   string
	strong bool
	// phone is the number as a telephone dials it, where the text is one.
	phone string
}

// telephone is a telephone number within what a document prints, and emergency one that everybody knows.
var (
	telephone = pattern.New(`\+?[0-9(][0-9() ]{5,}[0-9]`)
	emergency = pattern.New(`(?i)\b(?:on|call|ring|dial|telephone) (999|101)(?:$|[^0-9 ]| [^0-9])`)
)

// forbidden begins what must not be done.
var forbidden = pattern.New(`\bDo not\b`)

// piecesOf cuts a text of an entry into what stands out in it and what does not. Only the numbers of
// the entry's own contact are telephone numbers, whatever else the text may hold.
func piecesOf(text string, e page.Entry) []piece {
	var out []piece
	rest := text
	numbers := telephones(e)
	for rest != "" {
		at, p := nextPiece(rest, numbers)
		if at < 0 {
			break
		}
		if at > 0 {
			out = append(out, piece{text: rest[:at]})
		}
		out, rest = append(out, p), rest[at+len(p.text):]
	}
	if rest != "" {
		out = append(out, piece{text: rest})
	}
	return out
}

// nextPiece is the first piece that stands out, and where it begins; -1 if nothing does.
func nextPiece(text string, telephones []string) (at int, p piece) {
	at = -1
	first := func(i int, found piece) {
		if i >= 0 && (at < 0 || i < at) {
			at, p = i, found
		}
	}
	for _, n := range telephones {
		first(strings.Index(text, n), piece{text: n, strong: true, phone: dialled(n)})
	}
	// Few texts hold either. To search all of them by an expression took a tenth of the time of a page as text.
	if strings.Contains(text, "999") || strings.Contains(text, "101") {
		if m := emergency().FindStringSubmatchIndex(text); m != nil {
			number := text[m[2]:m[3]]
			first(m[2], piece{text: number, strong: true, phone: number})
		}
	}
	if strings.Contains(text, "Do not") {
		if m := forbidden().FindStringIndex(text); m != nil {
			first(m[0], piece{text: text[m[0]:m[1]], strong: true})
		}
	}
	return at, p
}

// telephones are the numbers of an entry's contact, the longest first.
func telephones(e page.Entry) []string {
	if e.Contact == nil {
		return nil
	}
	printed := []string{e.Contact.Phone, e.Contact.OutOfHours, e.Contact.Urgent}
	if now := e.Contact.Now; now != nil {
		printed = append(printed, now.Phone, now.Other)
	}
	var out []string
	for _, p := range printed {
		out = append(out, telephone().FindAllString(p, -1)...)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return slices.Compact(out)
}

// dialled is a number as a telephone dials it.
func dialled(number string) string {
	if strings.HasPrefix(number, "+") {
		number = strings.Replace(number, "(0)", "", 1)
	}
	return strings.Map(func(r rune) rune {
		if r == '+' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, number)
}

// clauseOf is the clause that stands behind an entry, in brackets; empty if it has none.
func clauseOf(e page.Entry) string {
	if id := page.FirstClause(e); id != "" {
		return "[" + id + "]"
	}
	return ""
}
