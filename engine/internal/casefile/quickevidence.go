package casefile

import (
	"math"

	"windscreen/engine/internal/vocabulary"
)

// evidence looks at what the case offers for its facts. Whether it states them is
// seen at the end.
func (q *Quick) evidence() {
	for on := q.open('{', '}'); on; on = q.next('}') {
		i := q.oneOf(&q.paths)
		if i == noName || q.evidenced[i] {
			q.fail()
			return
		}
		q.take(':')
		q.evidenced[i] = true
		q.offered = append(q.offered, i)
		n := 0
		for on := q.open('[', ']'); on; on = q.next(']') {
			n++
			q.oneEvidence(&q.facts[i])
		}
		q.bad = q.bad || n == 0
	}
}

var evidenceKeys = newNames([]string{"value", "standing", "source", "on", "note"})

// oneEvidence looks at one source for a fact.
func (q *Quick) oneEvidence(f *quickFact) {
	var keys uint
	for on := q.open('{', '}'); on; on = q.next('}') {
		switch q.keyOf(&evidenceKeys) {
		case "value":
			q.once(&keys, keyValue)
			var v vocabulary.Value
			q.value(f, &v)
		case "standing":
			q.once(&keys, keyStanding)
			q.word(&q.standings)
		case "source":
			q.once(&keys, keySource)
			q.bad = q.bad || !isPlainRole(q.text())
		case "on":
			q.once(&keys, keyOn)
			if on := q.day(); q.lastDay.before(on) {
				q.lastDay = on
			}
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
	for on := q.open('{', '}'); on; on = q.next('}') {
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
