package render

import (
	"cmp"
	"fmt"
	"slices"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// asked is how many questions are shown before the rest are counted.
const asked = 5

// questions is what to find out next, the most telling first.
func (d *draft) questions() {
	var rows []row
	list, areas := factsAndAreas(d.r.Questions, itself)
	for _, q := range list[:min(asked, len(list))] {
		rows = append(rows, row{cells: []string{asks(q), joined(", ", q.Who...), could(q.Could, d.r.Level.Recommended)}})
	}
	d.add(item{text: askHeading}, append(d.takenAsAbsent(), d.asking(rows, len(list)-len(rows), areas)...))
}

// asking is a table of questions, how many more there are, and a line on the areas that nobody has gone through.
func (d *draft) asking(rows []row, more int, areas string) []item {
	var items []item
	if len(rows) > 0 {
		items = append(items, item{table: &table{heads: []string{"Question", "Who", "Could"}, stacked: true, rows: rows}})
	}
	if more > 0 {
		where := "; windscreen questions CASE lists them all"
		if d.show.browser {
			where = ""
		}
		items = append(items, item{text: "And " + english.Counted(more, "more question") + where + "."})
	}
	if areas != "" {
		items = append(items, item{text: areas})
	}
	return items
}

// askHeading stands over what to find out.
const askHeading = "What to find out"

// asks is what a question asks.
func asks(q recommendation.Question) string { return cmp.Or(q.Ask, english.UpperFirst(path(q.Fact))) }

// takenAsAbsent names what nobody spoke of and is easily missed.
func (d *draft) takenAsAbsent() []item {
	if len(d.r.TakenAsAbsent) == 0 {
		return nil
	}
	return []item{{tone: open,
		text: "Nobody spoke of these, so they are taken as absent: " + d.names(d.r.TakenAsAbsent) + ". Ask about each by name."}}
}

// names are the names of facts.
func (d *draft) names(paths []string) string {
	var names []string
	for _, p := range paths {
		names = append(names, english.LowerFirst(english.Bare(cmp.Or(d.r.Titles[p], path(p)))))
	}
	return joined("; ", names...)
}

// could says in short what the answer to a question could change, given the level recommended:
// the level first, then the law, then the rest, the first few of them.
func could(list []recommendation.Could, recommended int) string {
	var ranked [6][]string
	highest, sign := 0, 0
	for _, c := range list {
		switch c.Kind {
		case term.KindLevel:
			highest = max(highest, c.Level)
			ranked[0] = []string{"settle the level"}
			if highest > recommended {
				ranked[0] = []string{fmt.Sprintf("raise the level to %d", highest)}
			}
		case term.KindGround:
			ranked[1] = append(ranked[1], prefixed("bring in ", shortGround(c.Ground, c.Title)))
		case term.KindEscalation:
			ranked[2] = append(ranked[2], bracketed("call for action", english.Bare(c.Title)))
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
