package schema_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// generator makes cases as plain JSON data: mostly sound, sometimes with a fault.
type generator struct{ v *vocabulary.Vocabulary }

// whole makes a case, about one child or several.
func (g generator) whole(t *rapid.T) any {
	if slip(t, 60) {
		return junk(t)
	}
	c := map[string]any{"as_of": moment(t)}
	if slip(t, 40) {
		delete(c, "as_of")
	}
	some := g.some(t, c)
	some("policy", 2, func(t *rapid.T) any { return pick(t, "demo", "demo-2", "2020", 2020) })
	some("id", 3, func(t *rapid.T) any {
		if slip(t, 6) {
			return pick(t, "-a", "a b", "", "Ä", -1)
		}
		return pick(t, "demo-017", "a", 17, "17", 0, true, 1.5)
	})
	some("homes", 60, junk)
	some("reader", 6, func(t *rapid.T) any {
		if slip(t, 8) {
			return pick(t, "Referrer", "nobody", "")
		}
		return pick(t, "referrer", "front_door", "social_worker")
	})
	switch {
	case rapid.Bool().Draw(t, "several"):
		g.part(t, c, of(term.OfHome, term.OfCase))
		c["children"] = g.orJunk(t, g.children)
		some("each", 3, g.child)
	case slip(t, 40):
		c[oneOf(t, "each", "children")] = g.orJunk(t, g.child)
		g.part(t, c, of(term.OfHome, term.OfCase))
	default:
		g.part(t, c, of(term.OfChild, term.OfHome, term.OfCase))
	}
	return c
}

// some puts a value under a key of a mapping, now and then.
func (g generator) some(t *rapid.T, c map[string]any) func(key string, of int, value func(*rapid.T) any) {
	return func(key string, of int, value func(*rapid.T) any) {
		if slip(t, of) {
			c[key] = g.orJunk(t, value)
		}
	}
}

// of chooses facts by whom they are of. A made-up fact that does not say is of the home.
func of(whom ...term.Of) func(*vocabulary.Fact) bool {
	return func(f *vocabulary.Fact) bool { return slices.Contains(whom, cmp.Or(f.Of, term.OfHome)) }
}

// part makes what a case, or a part of it, says of some facts, seldom of others.
func (g generator) part(t *rapid.T, c map[string]any, of func(*vocabulary.Fact) bool) {
	some := g.some(t, c)
	some("explored", 3, func(t *rapid.T) any { return g.explored(t, of) })
	some("judgement", 4, judgement)
	some("evidence", 3, func(t *rapid.T) any { return g.evidence(t, of) })
	some("done", 4, done)
	for _, d := range g.v.Domains {
		some(d.Name, max(2, len(g.v.Domains)/2), func(t *rapid.T) any { return g.domain(t, d, of) })
	}
}

// child makes what is said of one child of several, or of each.
func (g generator) child(t *rapid.T) any {
	c := map[string]any{}
	if slip(t, 2) {
		return pick(t, nil, c)
	}
	if slip(t, 40) {
		misplaced := oneOf(t, "as_of", "policy", "id", "reader", "children", "each")
		c[misplaced] = pick(t, "2020-03-02T14:10", "demo", "referrer", nil, map[string]any{})
	}
	g.part(t, c, of(term.OfChild, term.OfHome))
	return c
}

// children makes several children, now and then with a label that none can have, or none.
func (g generator) children(t *rapid.T) any {
	out := map[string]any{}
	for range rapid.IntRange(1, 3).Draw(t, "children") {
		label := oneOf(t, "baby", "11", "older girl", "Twin 2", "é", "6-year-old", "no", "The girl",
			"3F2504E0-4F89-41D3-9A0C-0305E82C3301")
		if slip(t, 20) {
			label = oneOf(t, "", "Anna Maria", "Jo-Ann B", "c.1", " baby", "baby-", "x_1", strings.Repeat("a", 37), "a/b", "a\nb")
		}
		out[label] = g.orJunk(t, g.child)
	}
	if slip(t, 40) {
		clear(out)
	}
	if slip(t, 40) {
		for i := range oneOf(t, casefile.MaxChildren, casefile.MaxChildren+1) - len(out) {
			out[fmt.Sprintf("c%d", i)] = nil
		}
	}
	return out
}

// fact draws a fact of a list, seldom one of others than are wanted.
func (g generator) fact(t *rapid.T, from []*vocabulary.Fact, of func(*vocabulary.Fact) bool) *vocabulary.Fact {
	fit := slices.DeleteFunc(slices.Clone(from), func(f *vocabulary.Fact) bool { return !of(f) })
	if len(fit) == 0 || slip(t, 20) {
		fit = from
	}
	return rapid.SampledFrom(fit).Draw(t, "fact")
}

func (g generator) domain(t *rapid.T, d *vocabulary.Domain, of func(*vocabulary.Fact) bool) any {
	out := map[string]any{}
	if !slices.ContainsFunc(d.Facts, of) && !slip(t, 20) {
		return out
	}
	for range rapid.IntRange(0, 3).Draw(t, "facts") {
		f := g.fact(t, d.Facts, of)
		if slip(t, 5) {
			out[f.Name] = "unknown"
			continue
		}
		if f.Each != nil && slip(t, 2) {
			out[f.Name] = byPerson(t, f)
			continue
		}
		if slip(t, 6) {
			out[f.Name] = allegation(t, f)
			continue
		}
		out[f.Name] = g.orJunk(t, func(t *rapid.T) any { return value(t, f) })
	}
	if slip(t, 40) {
		out["misspelt"] = true
	}
	return out
}

// byPerson makes what each person answered, now and then an answer that no person can give.
func byPerson(t *rapid.T, f *vocabulary.Fact) any {
	out := map[string]any{}
	for range rapid.IntRange(0, 3).Draw(t, "persons") {
		person := rapid.SampledFrom(f.Each.By.WordNames()).Draw(t, "person")
		if slip(t, 20) {
			person = "nobody"
		}
		out[person] = value(t, f)
	}
	return out
}

func (g generator) evidence(t *rapid.T, of func(*vocabulary.Fact) bool) any {
	out := map[string]any{}
	for range rapid.IntRange(0, 2).Draw(t, "facts") {
		f := g.fact(t, g.v.Facts, of)
		list := []any{}
		for range rapid.IntRange(0, 2).Draw(t, "sources") {
			entry := map[string]any{"source": g.orJunk(t, role)}
			if slip(t, 2) {
				entry["value"] = g.orJunk(t, func(t *rapid.T) any { return value(t, f) })
			}
			if slip(t, 3) {
				entry["standing"] = pick(t, "observed", "disclosed", "reported", "alleged", "disputed", "alleged", "true", "")
			}
			if slip(t, 3) {
				entry["on"] = g.orJunk(t, date)
			}
			if slip(t, 3) {
				entry["note"] = g.orJunk(t, word)
			}
			if slip(t, 30) {
				delete(entry, "source")
			}
			list = append(list, g.orJunk(t, func(*rapid.T) any { return entry }))
		}
		path := f.Path
		if slip(t, 40) {
			path = f.Name
		}
		out[path] = g.orJunk(t, func(*rapid.T) any { return list })
	}
	return out
}

func (g generator) explored(t *rapid.T, of func(*vocabulary.Fact) bool) any {
	if slip(t, 4) {
		return "all"
	}
	list := []any{}
	for range rapid.IntRange(0, 2).Draw(t, "domains") {
		list = append(list, g.fact(t, g.v.Facts, of).Domain)
	}
	for range rapid.IntRange(0, 2).Draw(t, "facts by name") {
		list = append(list, g.fact(t, g.v.Facts, of).Path)
	}
	if slip(t, 8) {
		list = append(list, "all")
	}
	if slip(t, 20) {
		list = append(list, junk(t))
	}
	return list
}

// done makes what was done already.
func done(t *rapid.T) any {
	out := map[string]any{}
	for range rapid.IntRange(0, 2).Draw(t, "done") {
		d := map[string]any{"at": moment(t), "by": role(t)}
		if slip(t, 4) {
			d["at"] = date(t)
		}
		if slip(t, 10) {
			delete(d, rapid.SampledFrom([]string{"at", "by"}).Draw(t, "left out"))
		}
		if slip(t, 20) {
			d["on"] = date(t)
		}
		name := rapid.SampledFrom([]string{"told_police", "made.step-1", "told_family"}).Draw(t, "name")
		if slip(t, 20) {
			name = rapid.SampledFrom([]string{"Told police", "", "_x", "é"}).Draw(t, "bad name")
		}
		out[name] = d
	}
	return out
}

// allegation makes what is alleged of a fact, now and then nothing or of a fact of which
// nothing can be.
func allegation(t *rapid.T, f *vocabulary.Fact) any {
	out := map[string]any{"alleged": value(t, f)}
	if slip(t, 20) {
		out["at_least"] = value(t, f)
	}
	return out
}

func judgement(t *rapid.T) any {
	j := map[string]any{"level": pick(t, 0, 1, 4, "3"), "by": role(t), "reason": word(t)}
	if slip(t, 6) {
		j["level"] = pick(t, "03", -1, 2.5, "high", "", nil)
	}
	if slip(t, 10) {
		delete(j, rapid.SampledFrom([]string{"level", "by", "reason"}).Draw(t, "left out"))
	}
	if slip(t, 20) {
		j["on"] = date(t)
	}
	return j
}

// value makes a value of a fact, now and then one off its scale.
func value(t *rapid.T, f *vocabulary.Fact) any {
	point := func() any {
		if f.Kind == vocabulary.Whole {
			if slip(t, 10) {
				return pick(t, int(f.Min)-1, int(f.Max)+1, fmt.Sprint(f.Min), 0.5)
			}
			return int(rapid.Int64Range(f.Min, f.Max).Draw(t, "number"))
		}
		w := rapid.SampledFrom(f.WordNames()).Draw(t, "word")
		if w == "true" || w == "false" {
			return pick(t, w, w == "true")
		}
		return w
	}
	switch f.Kind {
	case vocabulary.YesNo:
		if slip(t, 8) {
			return pick(t, "Yes", "y", 1, 0, "TRUE", "on", "")
		}
		return pick(t, true, false, "true", "false", "yes", "no")
	case vocabulary.Date:
		if slip(t, 4) {
			return pick(t, "2014", "2014-05", 2014, "1899", 1899, 2101, "2014-13", "2014-5", "14", 2014.5)
		}
		return date(t)
	case vocabulary.Time:
		if slip(t, 4) {
			return date(t)
		}
		return moment(t)
	case vocabulary.Choices:
		list := func() any {
			out := []any{}
			for range rapid.IntRange(0, 3).Draw(t, "words") {
				out = append(out, point())
			}
			return out
		}
		if slip(t, 2) {
			return list()
		}
		out := map[string]any{}
		for range rapid.IntRange(0, 2).Draw(t, "keys") {
			out[rapid.SampledFrom([]string{"only", "includes", "excludes"}).Draw(t, "key")] = list()
		}
		if slip(t, 30) {
			out["about"] = list()
		}
		return out
	case vocabulary.Choice:
		return point()
	case vocabulary.Scale, vocabulary.Whole:
		// These may be partly known.
	}
	if slip(t, 2) {
		return point()
	}
	if slip(t, 4) {
		return map[string]any{"months": pick(t, 0, 7, 11, 12, 23, 24, -1, "7", 1.5)}
	}
	partly := map[string]any{rapid.SampledFrom([]string{"at_least", "at_most"}).Draw(t, "bound"): point()}
	if slip(t, 3) {
		partly["at_most"] = point()
	}
	if slip(t, 20) {
		clear(partly)
	}
	if slip(t, 30) {
		partly["about"] = point()
	}
	if slip(t, 30) {
		partly["months"] = 7
	}
	return partly
}

// date makes a day that every calendar has, now and then written wrongly.
func date(t *rapid.T) any {
	n := func(label string, least, most int) int { return rapid.IntRange(least, most).Draw(t, label) }
	if slip(t, 8) {
		return pick(t, "2014-5-17", "17.05.2014", "2014-13-01", "2014-00-10", "2014-01-00", "2014-01-32", "1899-12-31", "2101-01-01",
			"2014-05-17 ", "2014-05-17T09:00", "", 20140517, "2100-12-31", "1900-01-01")
	}
	return fmt.Sprintf("%d-%02d-%02d", n("year", 2001, 2019), n("month", 1, 12), n("day", 1, 28))
}

// moment makes a time in any of the forms that are read, or nearly.
func moment(t *rapid.T) any {
	if slip(t, 15) {
		return pick(t, "2020-03-02", "2020-03-02 14:10", "2020-03-02t14:10", "2020-03-02T24:00", "2020-03-02T14:60", "2020-03-02T14",
			"2020-03-02T1410", "2020-03-02T14:10:", "2020-03-02T14:10:60", "2020-03-02T14:10z", "2020-03-02T14:10+1:00", "")
	}
	hour := pick(t, "09", "9", "0", "00", "23", "14")
	rest := pick(t, ":10", ":00", ":59", ":10:00", ":10:59", ":10:00.5", ":10:00,123456789012")
	zone := pick(t, "", "", "Z", "+00:00", "-01:30", "+24:00", "+24:60")
	if slip(t, 10) {
		rest = pick(t, ":10:00.", ":5", ":10.5", ":10:5")
	}
	if slip(t, 10) {
		zone = pick(t, "+25:00", "+00:61", "+0100", "Z ", "z")
	}
	return fmt.Sprintf("2020-03-%02dT%s%s%s", rapid.IntRange(1, 28).Draw(t, "day"), hour, rest, zone)
}

// word makes a short text, or what JSON may hold in place of one.
func word(t *rapid.T) any {
	if slip(t, 20) {
		return pick(t, "", nil)
	}
	return pick(t, "police", "a role", "12", 12, 1.5, true, false, "null", "~", "unknown")
}

// role makes an agency or a role, now and then with what neither has in it.
func role(t *rapid.T) any {
	if slip(t, 10) {
		return pick(t, "", nil, "12", 12, "-police", "police 12345", "(police)", "A. N. Other", "a\nb")
	}
	return pick(t, "police", "NHS 111", "GP (out of hours)", "Year 6 teacher", "Children's Services", "GP/school",
		"é", true, "null", "a, b & c-d")
}

// junk makes a value that hardly any place of a case can hold.
func junk(t *rapid.T) any {
	return pick(t, nil, true, 7, -7, 2.5, "", "nonsense", "unknown", []any{}, []any{"unknown"}, []any{nil},
		map[string]any{}, map[string]any{"at_least": nil})
}

// orJunk makes the value, or rarely junk in its place.
func (g generator) orJunk(t *rapid.T, value func(*rapid.T) any) any {
	if slip(t, 40) {
		return junk(t)
	}
	return value(t)
}

// slip is true once in so many draws or less often: small numbers are drawn more.
func slip(t *rapid.T, of int) bool { return rapid.IntRange(1, of).Draw(t, "slip") == of }

func pick(t *rapid.T, from ...any) any { return oneOf(t, from...) }

func oneOf[T any](t *rapid.T, from ...T) T { return rapid.SampledFrom(from).Draw(t, "one of") }
