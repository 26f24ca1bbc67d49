package readable

import (
	"fmt"
	"math"
	"math/bits"

	"windscreen/engine/internal/english"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
)

// fact puts a condition on one fact in words: "Neglect: evident, or worse".
func (r *reader) fact(n *lang.Node, not bool) string {
	f := n.Fact
	if n.Op == lang.Member {
		return f.Title + either(not, ": not ", ": includes ") + "“" + f.Words[n.Lo].Says + "”"
	}
	if n.Op == lang.OneOf {
		return oneOf(f, n.Set, not)
	}
	all := f.Unknown()
	v := vocabulary.Value{Lo: max(n.Lo, all.Lo), Hi: min(n.Hi, all.Hi)}
	if not {
		switch {
		case v.Lo <= all.Lo && v.Hi < all.Hi:
			v = vocabulary.Value{Lo: v.Hi + 1, Hi: all.Hi}
		case v.Hi >= all.Hi && v.Lo > all.Lo:
			v = vocabulary.Value{Lo: all.Lo, Hi: v.Lo - 1}
		default:
			return f.Title + ": not " + r.said(f, v)
		}
	}
	return f.Title + ": " + r.said(f, v)
}

// oneOf puts a condition on a choice in words. All but one of many words are said by that one.
func oneOf(f *vocabulary.Fact, set int64, not bool) string {
	if len(f.Words) > 3 && bits.OnesCount64(uint64(set)) == len(f.Words)-1 {
		set, not = set^(1<<len(f.Words)-1), !not
	}
	var words []string
	for i, w := range f.Words {
		if set&(1<<i) != 0 {
			words = append(words, "“"+w.Says+"”")
		}
	}
	return f.Title + either(not, ": not ", ": ") + english.Or(words)
}

// said puts a range of values in words.
func (r *reader) said(f *vocabulary.Fact, v vocabulary.Value) string {
	switch {
	case f.IsUnknown(v):
		return "any"
	case f.Kind == vocabulary.Whole && v.Lo == f.Min && v.Hi < f.Max && f.Unit != "":
		return "under " + english.Counted(int(v.Hi+1), english.Singular(f.Unit))
	}
	return f.Says(v, r.london)
}

// times puts a condition on the time between two moments in words.
func times(n *lang.Node, not bool) string {
	if n.Lo < 0 && n.Lo != math.MinInt64 || n.Lo == math.MinInt64 && n.Hi < -1 && n.Hi%3600 != -1 {
		return n.Text() // a length of time below nothing has no words
	}
	length := "" // none
	switch seconds := bound(n); {
	case n.Length != (vocabulary.Length{}):
		length = lengthOf(n.Length)
	case seconds > 1:
		length = hours(seconds)
	}
	more, strict := n.Hi == math.MaxInt64, n.Lo%3600 == 1
	if n.Lo == math.MinInt64 {
		more, strict = false, n.Hi%3600 != 0
	} else if !more {
		return n.Text() // nothing says it better than the condition as it is written
	}
	if not {
		more, strict = !more, !strict
	}
	switch {
	case length == "" && more:
		length = either(strict, "after", "not before")
	case length == "":
		length = either(strict, "before", "not after")
	default:
		how := map[[2]bool]string{{true, true}: "more than ", {true, false}: "at least ",
			{false, true}: "less than ", {false, false}: "no more than "}[[2]bool{more, strict}]
		length = how + length + " after"
	}
	switch {
	case n.From.Fact == nil && n.To.Fact == nil:
		return n.Text()
	case n.From.Fact == nil:
		return fmt.Sprintf("The time of the case: %s “%s”", length, n.To.Fact.Title)
	case n.To.Fact == nil:
		return fmt.Sprintf("%s: %s the time of the case", n.From.Fact.Title, length)
	}
	return fmt.Sprintf("%s: %s “%s”", n.From.Fact.Title, length, n.To.Fact.Title)
}

// bound is the number of seconds that a difference of moments is held against.
func bound(n *lang.Node) int64 {
	if n.Lo != math.MinInt64 {
		return n.Lo
	}
	return n.Hi
}

// lengthOf is a length of the calendar.
func lengthOf(l vocabulary.Length) string {
	switch {
	case l.Years > 0 && l.Days == 0:
		return english.Counted(l.Years, "year")
	case l.Years == 0 && l.Days%7 == 0:
		return english.Counted(l.Days/7, "week")
	}
	return english.Counted(l.Days, "day")
}

// hours is a number of seconds in hours.
func hours(seconds int64) string { return english.Counted(int((seconds+1)/3600), "hour") }
