package render

import (
	"slices"

	"windscreen/engine/internal/english"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// why is the criterion that set the level, the signs of need by level, and what
// is known besides.
func (d *draft) why() {
	level := d.r.Level
	items := d.criterion()
	for _, n := range d.levels() {
		if signs := d.indicators(n, true); len(signs) > 0 {
			items = append(items, item{text: "Signs of need at " + d.level(n, "") + ":", under: signs})
		}
	}
	if rest := d.untold(level.Because); len(rest) > 0 {
		items = append(items, item{text: "The level also rests on:", under: bulleted(rest)})
	}
	var now []recommendation.Fact
	var named []recommendation.Condition
	for _, e := range d.r.Escalations {
		if immediate(e) {
			now, named = append(now, e.Because...), append(named, e.Conditions...)
		}
	}
	if rest := append(d.named(named), d.untold(now)...); len(rest) > 0 {
		items = append(items, item{text: "What is to be done now rests on:", under: bulleted(rest)})
	}
	if context := d.indicators(0, false); len(context) > 0 {
		items = append(items, item{text: "Known, but not counted towards the level:", under: context})
	}
	title := "Why " + d.level(level.Recommended, level.Name)
	if level.AtMost > level.Recommended {
		title = "Why at least " + d.level(level.Recommended, level.Name)
	}
	d.add(item{text: title}, items)
}

// criterion puts the level rule into words, and says which parts of it are met. If no part is
// met by itself, each open part has a line, and one line names those that are not met.
func (d *draft) criterion() []item {
	c := d.r.Level.Criterion
	cite := d.r.Level.Cite
	behind := append(d.rule(c.Rule, c.When), d.textsOf(c.Conditions)...)
	var parts []item
	var met []item
	var unmet []string
	for _, p := range c.Parts {
		says := english.Bare(p.Says)
		if says == "" {
			continue
		}
		text := english.UpperFirst(inWords(p.Value)) + ": " + says + "."
		it := item{bullet: true, text: text, under: d.rule(joined(", ", p.Rules...), p.Text)}
		switch p.Value {
		case term.IsMet:
			met = append(met, it)
		case term.NotMet:
			unmet = append(unmet, says)
			continue
		case term.Open:
			it.tone = open
		}
		parts = append(parts, it)
	}
	if len(met) > 0 {
		// One is enough, so what else might have been met says nothing more.
		return []item{{text: "Enough for this level:", cite: cite, under: append(met, behind...)}}
	}
	if way := d.r.Level.EitherWay; len(way) > 0 {
		parts = append(parts, item{bullet: true, text: "This level is reached whichever way it turns out: " + d.paths(way) + "."})
	}
	if left := d.r.Level.NotEveryWay; len(left) > 0 && !d.r.Level.Settled {
		parts = append(parts, item{bullet: true, text: "This is a bound, and the level may be higher: not every way was tried in which " +
			"these can turn out: " + d.paths(left) + "."})
	}
	if len(unmet) > 0 {
		parts = append(parts, item{bullet: true, text: english.UpperFirst(inWords(term.NotMet)) + ": " + joined("; ", unmet...) + "."})
	}
	switch {
	case c.Rule == "" && len(parts) == 0:
		return nil
	case len(parts) == 0 && c.When != "":
		return []item{{text: "The criterion for this level is met.", cite: cite, under: behind}}
	case len(parts) == 0:
		return []item{{text: "No higher level is made out on what is known.", cite: cite, under: behind}}
	case len(c.Parts) == 1:
		return []item{{text: "The criterion for this level:", cite: cite, under: append(parts, behind...)}}
	}
	return []item{{text: "Any one of these is enough for this level:", cite: cite, under: append(parts, behind...)}}
}

// levels are the levels with a sign that counts, highest first.
func (d *draft) levels() []int {
	var out []int
	for _, ind := range d.r.Indicators {
		if ind.Counted && !slices.Contains(out, ind.Level) {
			out = append(out, ind.Level)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// indicators are the signs that count at one level, or those that do not count,
// of whatever level.
func (d *draft) indicators(level int, counted bool) []item {
	var out []item
	for _, ind := range d.r.Indicators {
		if ind.Counted == counted && (ind.Level == level || !counted) && !d.lowerRung(ind) {
			out = append(out, d.indicator(ind))
		}
	}
	return out
}

// lowerRung reports whether a sign of the same concept stands at a higher level:
// the highest rung says it all.
func (d *draft) lowerRung(ind recommendation.Indicator) bool {
	return ind.Counted && slices.ContainsFunc(d.r.Indicators, func(o recommendation.Indicator) bool {
		return o.Counted && o.Concept == ind.Concept && o.Level > ind.Level && o.Concept != ""
	})
}

func (d *draft) indicator(ind recommendation.Indicator) item {
	under := append(d.named(ind.Conditions), d.because(ind.Because)...)
	if !ind.Counted {
		under = d.reasons(ind.Rule)
	}
	return item{
		bullet: true,
		text:   bracketed(english.Bare(ind.Title), spoken(ind.Domain), ind.Strength.Note(ind.Counted)),
		cite:   ind.Cite, national: ind.National,
		under: append(under, d.behind(ind.Rule)...),
	}
}

// bulleted puts a bullet before each item.
func bulleted(items []item) []item {
	for i := range items {
		items[i].bullet = true
	}
	return items
}
