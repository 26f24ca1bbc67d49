package casefile

import (
	"math"
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
// to Reader.Read, which says what that is. It holds room that it uses again and serves
// one goroutine.
type Quick struct {
	*QuickIndex
	// Values and Origins are by Fact.Index. They and the rest are those of the case last
	// read.
	Values  []vocabulary.Value
	Origins []Origin
	// AsOf is the case's moment in Unix seconds.
	AsOf int64
	// Policy is what the case names as its policy, a part of the text read, or empty.
	Policy    []byte
	Judgement lang.Judgement

	scanner
	room room
	// visited is, by domain, whether its facts were read; evidenced is, by fact, whether
	// there is evidence for it.
	visited, evidenced []bool
	keys               uint
	// lastDay begins the last day of any evidence.
	lastDay int64
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
// nothing.
func (q *Quick) Read(data []byte) bool {
	if len(data) > quickBytes {
		return false
	}
	q.scanner = scanner{data: data}
	copy(q.Values, q.unknown)
	clear(q.Origins)
	q.room.empty()
	clear(q.visited)
	clear(q.evidenced)
	q.AsOf, q.Policy, q.Judgement, q.keys, q.lastDay = 0, nil, lang.Judgement{}, 0, firstDay
	for q.open('{'); q.more('}'); {
		q.member(q.key())
	}
	if q.peek() != 0 || q.bad || q.at < len(q.data) || q.keys&keyAsOf == 0 {
		return false
	}
	return q.finish()
}

// member reads what stands under one key of the case.
func (q *Quick) member(key []byte) {
	switch string(key) {
	case "as_of":
		q.once(&q.keys, keyAsOf)
		q.AsOf = q.moment(q.text())
	case "policy":
		q.once(&q.keys, keyPolicy)
		q.Policy = q.text()
		q.bad = q.bad || len(q.Policy) == 0 || len(q.Policy) > maxWords
	case "id":
		q.once(&q.keys, keyID)
		q.bad = q.bad || !isID(q.text())
	case "explored":
		q.once(&q.keys, keyExplored)
		q.explores()
	case "reader":
		q.once(&q.keys, keyReader)
		q.word(q.readers)
	case "evidence":
		q.once(&q.keys, keyEvidence)
		q.evidence()
	case "judgement":
		q.once(&q.keys, keyJudgement)
		q.judgement()
	default:
		q.domain(key)
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
func (q *Quick) domain(key []byte) {
	n, ok := q.domains[string(key)]
	if q.bad || !ok || q.visited[n] {
		q.bad = true
		return
	}
	q.visited[n] = true
	list, guess := q.reader.Vocabulary.Domains[n].Facts, 0
	for q.open('{'); q.more('}'); {
		// Programs write facts in order more often than not.
		var f *vocabulary.Fact
		if guess < len(list) && q.peek() == '"' && q.follows(q.quoted[list[guess].Index]) {
			f = list[guess]
			q.at += len(q.quoted[f.Index])
			q.take(':')
		} else if f = q.facts[n][string(q.key())]; f == nil {
			q.bad = true
			return
		}
		guess = f.Index - list[0].Index + 1
		q.bad = q.bad || q.Origins[f.Index] != NotStated
		q.fact(f)
	}
}

// fact reads the value stated for one fact.
func (q *Quick) fact(f *vocabulary.Fact) {
	const unknown = `"unknown"`
	if q.peek() == '"' && q.follows(unknown) {
		q.at += len(unknown)
		q.Origins[f.Index] = SaidUnknown
		return
	}
	q.Values[f.Index], q.Origins[f.Index] = q.value(f), Stated
}

// word looks at a word, which must be one of a list.
func (q *Quick) word(list []string) {
	text := q.text()
	q.bad = q.bad || !slices.Contains(list, string(text))
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
	for q.open('['); q.more(']'); entries++ {
		text := q.text()
		if n, ok := q.domains[string(text)]; ok {
			q.bad = q.bad || g.domains[n]
			g.domains[n] = true
			continue
		}
		f := q.paths[string(text)]
		switch {
		case string(text) == Everything:
			g.all = true
		case f == nil || f.Nothing == nil || slices.Contains(g.named, f):
			q.bad = true
		default:
			g.named = append(g.named, f)
		}
	}
	q.bad = q.bad || g.all && entries > 1
}

// evidence looks at what the case offers for its facts. Whether it states them is
// seen at the end.
func (q *Quick) evidence() {
	for q.open('{'); q.more('}'); {
		f := q.paths[string(q.key())]
		if f == nil || q.evidenced[f.Index] {
			q.bad = true
			return
		}
		q.evidenced[f.Index] = true
		n := 0
		for q.open('['); q.more(']'); n++ {
			q.oneEvidence(f)
		}
		q.bad = q.bad || n == 0
	}
}

// oneEvidence looks at one source for a fact.
func (q *Quick) oneEvidence(f *vocabulary.Fact) {
	var keys uint
	for q.open('{'); q.more('}'); {
		switch string(q.key()) {
		case "value":
			q.once(&keys, keyValue)
			q.value(f)
		case "standing":
			q.once(&keys, keyStanding)
			q.word(q.standings)
		case "source":
			q.once(&keys, keySource)
			q.bad = q.bad || !isPlainRole(q.text())
		case "on":
			q.once(&keys, keyOn)
			q.lastDay = max(q.lastDay, q.day())
		case "note":
			q.once(&keys, keyNote)
			q.free(MaxReason)
		default:
			q.bad = true
		}
	}
	q.bad = q.bad || keys&keySource == 0
}

// judgement reads the professional judgement recorded with the case.
func (q *Quick) judgement() {
	var keys uint
	for q.open('{'); q.more('}'); {
		switch string(q.key()) {
		case "level":
			q.once(&keys, keyLevel)
			level := q.whole()
			q.Judgement.Level = int(level)
			q.bad = q.bad || level < 0 || level > math.MaxInt32
		case "by":
			q.once(&keys, keyBy)
			q.bad = q.bad || !isPlainRole(q.text())
		case "reason":
			q.once(&keys, keyReason)
			q.free(MaxReason)
		default:
			q.bad = true
		}
	}
	q.Judgement.Recorded = true
	q.bad = q.bad || keys != keyLevel|keyBy|keyReason
}
