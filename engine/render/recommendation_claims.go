package render

import (
	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
)

// contradictions is what goes against the case: evidence that says worse than it does, and
// what is unlikely in it. It stands before all reasons, so that nobody misses it.
func (d *draft) contradictions() {
	heading, restsOn, items := against(d.r.Contradictions)
	if len(items) > 0 && d.r.Level.RestsOnContradicted {
		items = append(items, takeCare("the level", restsOn))
	}
	d.add(item{tone: urgent, text: heading}, items)

	items = nil
	for _, n := range d.r.Notes {
		items = append(items, d.note(n))
	}
	d.add(item{text: checkHeading}, items)
}

// against lists the evidence against the case, an item for each piece. The heading stands over them, and
// restsOn is what the level rests on in place of this evidence, as takeCare says it.
func against(list []recommendation.Contradiction) (heading, restsOn string, items []item) {
	heading, restsOn = "The evidence does not agree", "other evidence says"
	for _, c := range list {
		title := c.Title
		if title == "" {
			title = english.UpperFirst(path(c.Fact))
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
	return heading, restsOn, items
}

// takeCare says that a level does not rest on the evidence against the case.
func takeCare(level, restsOn string) item {
	return item{tone: urgent, bullet: true, text: "Take care: " + level + " rests on what " + restsOn + " here, not on this evidence."}
}

// checkHeading stands over what is unlikely in the case.
const checkHeading = "Check what the case says"

// note is something that is unlikely in the case.
func (d *draft) note(n recommendation.Note) item {
	return item{bullet: true, text: english.Stopped(english.UpperFirst(english.Bare(n.Says))), under: d.because(n.Facts)}
}

// quoted puts what somebody says between quotation marks.
func quoted(says string) string {
	if says = english.Bare(stated(says)); says == "" {
		says = "nothing"
	}
	return "“" + says + "”"
}

// from is who a piece of evidence comes from, how it stands, and of what day it is.
func from(e recommendation.Evidence) string {
	return joined(", ", stated(e.Source), inWords(e.Standing), day(e.On))
}
