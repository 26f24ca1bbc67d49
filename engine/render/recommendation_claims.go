package render

import "windscreen/engine/recommendation"

// contradictions is what goes against the case: evidence that says worse than it does, and
// what is unlikely in it. It stands before all reasons, so that nobody misses it.
func (d *draft) contradictions() {
	var items []item
	heading, restsOn := "The evidence does not agree", "other evidence says"
	for _, c := range d.r.Contradictions {
		title := c.Title
		if title == "" {
			title = upperFirst(path(c.Fact))
		}
		says := "other evidence says "
		if !c.FromEvidence {
			says, heading, restsOn = "the case says ", "The evidence goes against the case", "the case states"
		}
		items = append(items, item{
			tone: urgent, bullet: true,
			text: labelled(title, says+quoted(c.Says)+"; the evidence from "+
				bracketed(stated(c.Evidence.Source), joined(", ", inWords(c.Evidence.Standing), day(c.Evidence.On)))+
				" says "+quoted(c.Evidence.Says)) + ".",
		})
	}
	if len(items) > 0 && d.r.Level.RestsOnContradicted {
		items = append(items, item{tone: urgent, bullet: true,
			text: "Take care: the level rests on what " + restsOn + " here, not on this evidence."})
	}
	d.add(item{tone: urgent, text: heading}, items)

	items = nil
	for _, n := range d.r.Notes {
		items = append(items, item{bullet: true, text: stopped(upperFirst(phrase(n.Says))), under: d.because(n.Facts)})
	}
	d.add(item{text: "Check what the case says"}, items)
}

// quoted puts what somebody says between quotation marks.
func quoted(says string) string {
	if says = phrase(stated(says)); says == "" {
		says = "nothing"
	}
	return "“" + says + "”"
}

// from is who a piece of evidence comes from, how it stands, and of what day it is.
func from(e recommendation.Evidence) string {
	return joined(", ", stated(e.Source), inWords(e.Standing), day(e.On))
}
