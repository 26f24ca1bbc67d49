package render

// outline is what an answer says, in reading order, before it has a look. Text
// and Markdown draw it each in their own way and add nothing to it.
type outline []section

// section is a heading and what stands under it. A section at the top begins anew, as
// the first one does.
type section struct {
	head  item
	items []item
	top   bool
}

// item is one line of the answer and what hangs under it. Where scale or table is
// set, the item is that drawing or table and has no text of its own.
type item struct {
	tone   tone
	bullet bool
	text   string
	// cite are the clauses that the line rests on, shown after it in brackets.
	cite []string
	// national marks clauses that are law or national guidance, where the document is silent.
	national bool
	under    []item
	scale    []rung
	table    *table
}

// tone is how a line asks to be heard. The words always say the same.
type tone int

const (
	calm   tone = iota
	strong      // what the answer turns on
	urgent      // what must happen
	open        // what may still turn out
	good        // that all is well
	faint       // what stands behind a statement
)

// rung is one level on the drawing of the continuum of need.
type rung struct {
	text string
	tone tone // strong for the level recommended, open for one not ruled out
}

// table is rows of cells under heads. Text shows a row as a line; in a stacked
// table the first cell is the line, and the others follow it after their heads.
type table struct {
	heads   []string
	rows    []row
	stacked bool
}

type row struct {
	cells []string
	cite  []string
}

// cited returns every clause that the outline cites.
func (o outline) cited() map[string]bool {
	ids := map[string]bool{}
	note := func(cite []string) {
		for _, id := range cite {
			ids[id] = true
		}
	}
	var visit func(items []item)
	visit = func(items []item) {
		for _, it := range items {
			note(it.cite)
			visit(it.under)
			if it.table != nil {
				for _, row := range it.table.rows {
					note(row.cite)
				}
			}
		}
	}
	for _, s := range o {
		visit([]item{s.head})
		visit(s.items)
	}
	return ids
}
