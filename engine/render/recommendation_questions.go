package render

import (
	"cmp"
	"fmt"
	"slices"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// asked is how many questions are shown before the rest are counted.
const asked = 5

// questions is what to find out next, the most telling first.
func (d *draft) questions() {
	t := &table{heads: []string{"Question", "Who", "Could"}, stacked: true}
	for _, q := range d.r.Questions[:min(asked, len(d.r.Questions))] {
		ask := q.Ask
		if ask == "" {
			ask = upperFirst(path(q.Fact))
		}
		t.rows = append(t.rows, row{cells: []string{ask, joined(", ", q.Who...), d.could(q.Could)}})
	}
	items := d.takenAsAbsent()
	if len(t.rows) > 0 {
		items = append(items, item{table: t})
	}
	if more := len(d.r.Questions) - asked; more > 0 {
		items = append(items, item{text: "And " + counted(more, "more question") + "; windscreen questions CASE lists them all."})
	}
	d.add(item{text: "What to find out"}, items)
}

// takenAsAbsent names what nobody spoke of and is easily missed.
func (d *draft) takenAsAbsent() []item {
	if len(d.r.TakenAsAbsent) == 0 {
		return nil
	}
	var names []string
	for _, p := range d.r.TakenAsAbsent {
		names = append(names, lowerFirst(phrase(cmp.Or(d.r.Titles[p], path(p)))))
	}
	return []item{{tone: open,
		text: "Nobody spoke of these, so they are taken as absent: " + joined("; ", names...) + ". Ask about each by name."}}
}

// could says in short what the answer to a question could change: the level
// first, then the law, then the rest, the first few of them.
func (d *draft) could(list []recommendation.Could) string {
	var ranked [6][]string
	highest, sign := 0, 0
	for _, c := range list {
		switch c.Kind {
		case term.KindLevel:
			highest = max(highest, c.Level)
			ranked[0] = []string{"settle the level"}
			if highest > d.r.Level.Recommended {
				ranked[0] = []string{fmt.Sprintf("raise the level to %d", highest)}
			}
		case term.KindGround:
			ranked[1] = append(ranked[1], prefixed("bring in ", cmp.Or(sectionOf(c.Ground), lowerFirst(phrase(c.Title)))))
		case term.KindEscalation:
			ranked[2] = append(ranked[2], bracketed("call for action", phrase(c.Title)))
		case term.KindIndicator:
			sign = max(sign, c.Level)
			ranked[3] = []string{fmt.Sprintf("show a sign of need at level %d", sign)}
		case term.KindConsent:
			ranked[4] = append(ranked[4], "change what agreement is needed")
		case term.KindService, term.KindPathway:
			ranked[5] = append(ranked[5], "change how help is reached")
		case term.KindCaution: // a warning changes nothing
		}
	}
	if len(ranked[0]) > 0 {
		ranked[3] = nil // the level says more than the sign
	}
	var out []string
	for _, group := range ranked {
		for _, s := range group {
			if s != "" && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return joined("; ", out[:min(fewest, len(out))]...)
}
