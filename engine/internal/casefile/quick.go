package casefile

import (
	"slices"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
)

// Quick reads cases in JSON straight into slots, for callers who want the answer and
// not the explanation: it makes no tree and no map, and it keeps neither evidence nor
// texts, though it looks at all of them. What has been done already, and what is alleged, it
// leaves to Reader.Read.
//
// It takes what cases ordinarily hold. It never takes a case that Reader.Read refuses
// and never reads one as anything else; what is unusual, and what is wrong, it leaves
// to Reader.Read, which says what that is. It holds room that it uses again, in which the
// values stay until the next case, and serves one goroutine.
type Quick struct {
	*QuickIndex
	// Values and Origins are by Fact.Index. They and the rest are those of the case last
	// read.
	Values  []vocabulary.Value
	Origins []Origin
	// AsOf is the case's moment in Unix seconds.
	AsOf int64
	// Policy is what the case names as its policy, or empty.
	Policy    []byte
	Judgement lang.Judgement

	scanner
	room room
	// visited is, by domain, whether its facts were read; evidenced is, by fact, whether
	// there is evidence for it, and offered are the facts for which there is.
	visited, evidenced []bool
	offered            []int
	keys               uint
	// lastDay is the last day of any evidence.
	lastDay day
}

// quickBytes is the most that a Quick reads. So short a text is nowhere near the
// limits of Reader.Read on how many keys and values there are.
const quickBytes = 64 << 10

// Keys that a mapping may have once.
const (
	keyAsOf = 1 << iota
	keyPolicy
	keyID
	keyExplored
	keyEvidence
	keyJudgement
	keyReader

	keyValue
	keySource
	keyStanding
	keyOn
	keyNote

	keyLevel
	keyBy
	keyReason

	keyAtLeast
	keyAtMost
	keyMonths

	keyOnly
	keyIncludes
	keyExcludes
)

// once notes that a key is there; one that is there twice is bad.
func (q *Quick) once(keys *uint, key uint) {
	q.bad = q.bad || *keys&key != 0
	*keys |= key
}

// Read reads a case, and reports whether it did. Where it did not, the fields mean
// nothing. It keeps nothing of the text but the name of the policy.
func (q *Quick) Read(data []byte) bool {
	if len(data) > quickBytes {
		return false
	}
	q.begin(data)
	defer q.wipe()
	copy(q.Values, q.unknown)
	clear(q.Origins)
	q.room.empty()
	clear(q.visited)
	clear(q.evidenced)
	q.offered = q.offered[:0]
	q.AsOf, q.Policy, q.Judgement, q.keys, q.lastDay = 0, q.Policy[:0], lang.Judgement{}, 0, day{}
	for on := q.open('{', '}'); on; on = q.next('}') {
		n := q.oneOf(&q.top)
		q.take(':')
		switch {
		case n == noName:
			q.fail()
		case n < len(q.domains):
			q.domain(n)
		default:
			q.member(q.top.list[n])
		}
	}
	if q.peek() != 0 || q.bad || q.at < q.end || q.keys&keyAsOf == 0 {
		return false
	}
	return q.finish()
}

// quickKeys are the keys of a case, besides domains, that a Quick knows.
var quickKeys = []string{"as_of", "policy", "id", "explored", "reader", "evidence", "judgement"}

// member reads what stands under one of these keys.
func (q *Quick) member(key string) {
	switch key {
	case "as_of":
		q.once(&q.keys, keyAsOf)
		q.AsOf = q.moment(q.text())
	case "policy":
		q.once(&q.keys, keyPolicy)
		name := q.text()
		q.bad = q.bad || len(name) == 0 || len(name) > maxWords
		if !q.bad {
			q.Policy = append(q.Policy, name...)
		}
	case "id":
		q.once(&q.keys, keyID)
		q.bad = q.bad || !isID(q.text())
	case "explored":
		q.once(&q.keys, keyExplored)
		q.explores()
	case "reader":
		q.once(&q.keys, keyReader)
		q.word(&q.readers)
	case "evidence":
		q.once(&q.keys, keyEvidence)
		q.evidence()
	case "judgement":
		q.once(&q.keys, keyJudgement)
		q.judgement()
	}
}

// isID reports whether a text is as idPattern has it.
func isID(text []byte) bool {
	for i, c := range text {
		if !isLetter(c) && !isDigit(c) && (i == 0 || c != '.' && c != '_' && c != '-') {
			return false
		}
	}
	return len(text) > 0 && len(text) <= 64
}

// isPlainRole reports whether a text is a role as isRole has it, in plain letters.
func isPlainRole(text []byte) bool {
	letters, digits := 0, 0
	for i, c := range text {
		switch {
		case isLetter(c):
			letters++
		case isDigit(c):
			digits++
		case i == 0 || c != ' ' && c != '\'' && c != '&' && c != '/' && c != ',' && c != '(' && c != ')' && c != '-':
			return false
		}
	}
	return letters > 0 && digits <= roleDigits && len(text) <= 40
}

// domain reads the facts of one domain.
func (q *Quick) domain(n int) {
	q.bad = q.bad || q.visited[n]
	q.visited[n] = true
	d := &q.domains[n]
	next := d.first
	for on := q.open('{', '}'); on; on = q.next('}') {
		// Programs write facts in order more often than not.
		i := next
		if q.peek(); i < d.first+len(d.names.list) && q.follows(q.facts[i].key) {
			q.at += len(q.facts[i].key)
		} else {
			if i = q.oneOf(&d.names); i == noName {
				q.fail()
				return
			}
			i += d.first
			q.take(':')
		}
		next = i + 1
		q.bad = q.bad || q.Origins[i] != NotStated
		q.fact(i)
	}
}

// fact reads the value stated for one fact.
func (q *Quick) fact(i int) {
	const unknown = `"unknown"`
	if q.peek() == '"' && string(q.data[q.at:q.at+len(unknown)]) == unknown {
		q.at += len(unknown)
		q.Origins[i] = SaidUnknown
		return
	}
	q.value(&q.facts[i], &q.Values[i])
	q.Origins[i] = Stated
}

// word looks at a word, which must be one of a list.
func (q *Quick) word(list *names) {
	if q.oneOf(list) == noName {
		q.fail()
	}
}

// explores reads what was gone through.
func (q *Quick) explores() {
	g := &q.room.gone
	if q.peek() == '"' {
		g.all = string(q.text()) == Everything
		q.bad = q.bad || !g.all
		return
	}
	entries := 0
	for on := q.open('[', ']'); on; on = q.next(']') {
		entries++
		from := q.at
		if n := q.oneOf(&q.top); n != noName && n < len(q.domains) {
			q.bad = q.bad || g.domains[n]
			g.domains[n] = true
			continue
		}
		if q.bad {
			return
		}
		q.at = from
		if i := q.oneOf(&q.paths); i != noName {
			f := q.facts[i].Fact
			q.bad = q.bad || f.Nothing == nil || slices.Contains(g.named, f)
			g.named = append(g.named, f)
			continue
		}
		q.at = from
		g.all = string(q.text()) == Everything
		q.bad = q.bad || !g.all
	}
	q.bad = q.bad || g.all && entries > 1
}
