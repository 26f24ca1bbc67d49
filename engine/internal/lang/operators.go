package lang

import (
	"fmt"
	"math"
	"strings"

	"github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// comparison checks < <= > >= of a number, a count or times.
func (b *builder) comparison(e ast.Expr) term {
	args := e.AsCall().Args()
	left, right := b.term(args[0]), b.term(args[1])
	if left.kind == bad || right.kind == bad {
		return term{at: e}
	}
	switch left.kind {
	case number, count:
		if right.kind != literal {
			return b.fault(args[1], diagnostic.WrongType, "compare with a whole number or a parameter",
				"%s is %s, not a fixed number", b.source(args[1]), right.kind)
		}
		lo, hi := bounds(e.AsCall().FunctionName(), right.number)
		return b.within(e, left, lo, hi, args[1])
	case moment:
		if right.kind == moment {
			lo, hi := bounds(e.AsCall().FunctionName(), 0)
			return b.done(e, Node{Op: TimeIn, From: left.moment, To: right.moment, Lo: lo, Hi: hi})
		}
		return b.fault(args[1], diagnostic.WrongType,
			"compare a time with a time, or the time between two with hours(…), days(…), weeks(…) or years(…)",
			"%s is %s, not a time", b.source(args[1]), right.kind)
	case span:
		if right.kind == length {
			lo, hi := bounds(e.AsCall().FunctionName(), right.number)
			return b.done(e, Node{Op: TimeIn, From: left.moment, To: left.to,
				Length: right.length, London: b.scope.Vocabulary.London, Lo: lo, Hi: hi})
		}
		return b.fault(args[1], diagnostic.WrongType, "compare with hours(…), days(…), weeks(…) or years(…)",
			"%s is %s, not a length of time", b.source(args[1]), right.kind)
	case literal:
		if right.kind == number || right.kind == count {
			other := turned(b.source(args[1]), e.AsCall().FunctionName(), b.source(args[0]))
			return b.fault(e, diagnostic.WrongType, "put the fact or count on the left: "+other, "the fixed number is on the left")
		}
	case scale:
		word := left.fact.Words[len(left.fact.Words)-1].Name
		if right.kind == wordLit {
			word = right.word
		}
		return b.fault(e, diagnostic.WrongType, scaleRemedy(left.fact, e.AsCall().FunctionName(), word),
			"%s is a scale; rungs cannot be compared by %s", left.fact.Path, symbol(e))
	case bad, condition, choice, set, length, wordLit, list:
		// These are not compared with anything by size.
	}
	return b.fault(e, diagnostic.WrongType, "only numbers, counts and times can be compared",
		"%s and %s cannot be compared by %s", left.kind, right.kind, symbol(e))
}

// symbol is the operator of a call as it is written.
func symbol(e ast.Expr) string { return strings.Trim(e.AsCall().FunctionName(), "_") }

// The open ends of a comparison.
const (
	lowest  = math.MinInt64
	highest = math.MaxInt64
)

// bounds is the range that a comparison with k asks about.
func bounds(operator string, k int64) (lo, hi int64) {
	switch operator {
	case operators.Less:
		return lowest, k - 1
	case operators.LessEquals:
		return lowest, k
	case operators.Greater:
		return k + 1, highest
	default:
		return k, highest
	}
}

// within makes the test of whether a number or count lies in a range, and refuses
// one that no case could ever decide either way.
func (b *builder) within(e ast.Expr, t term, lo, hi int64, at ast.Expr) term {
	least, most := int64(0), int64(highest-1)
	switch {
	case t.kind == number:
		least, most = t.fact.Min, t.fact.Max
	case len(b.scope.Levels) == 0:
	case t.counter == Level:
		least, most = int64(b.scope.Levels[0]), int64(b.scope.Levels[len(b.scope.Levels)-1])
	case t.counter == JudgedLevel:
		most = int64(b.scope.Levels[len(b.scope.Levels)-1])
	}
	if lo <= least && hi >= most {
		return b.fault(at, diagnostic.OffScale, fmt.Sprintf("it can only be from %d to %d", least, most), "%s is always true", b.source(e))
	}
	if hi < least || lo > most {
		return b.fault(at, diagnostic.OffScale, fmt.Sprintf("it can only be from %d to %d", least, most), "%s is never true", b.source(e))
	}
	if t.kind == number {
		return b.done(e, Node{Op: FactIn, Fact: t.fact, Lo: lo, Hi: hi})
	}
	return b.done(e, Node{Op: CountIn, Counter: t.counter, N: t.n, Lo: lo, Hi: hi})
}

// equality checks == and !=, which compare a choice with one of its words and
// nothing else: numbers and rungs have between.
func (b *builder) equality(e ast.Expr, negated bool) term {
	args := e.AsCall().Args()
	left := b.term(args[0])
	right := b.wordOf(left, args[1])
	if left.kind == bad || right.kind == bad {
		return term{at: e}
	}
	switch left.kind {
	case choice:
		if right.kind != wordLit {
			return b.fault(args[1], diagnostic.WrongType, "compare with one of "+quoted(left.fact),
				"%s is %s, not a word", b.source(args[1]), right.kind)
		}
		return b.oneOf(e, left.fact, []term{right}, negated)
	case scale:
		rung := len(left.fact.Words) - 1
		if right.kind == wordLit {
			if rung = left.fact.Word(right.word); rung < 0 {
				return b.offScale(args[1], left.fact, right.word)
			}
		}
		return b.fault(e, diagnostic.WrongType, rungRemedy(left.fact, rung, negated),
			"%s is a scale; rungs cannot be compared by %s", left.fact.Path, symbol(e))
	case count:
		if left.counter == Level || left.counter == JudgedLevel {
			return b.fault(e, diagnostic.CountEquality, b.levelRemedy(left, args[0], right, args[1], negated),
				"a level cannot be compared by %s", symbol(e))
		}
		return b.fault(e, diagnostic.CountEquality, "ask for at least or at most a number: write >= or <=",
			"a count cannot be compared by %s: facts still unknown could add to it", symbol(e))
	case number:
		k := b.source(args[1])
		return b.fault(e, diagnostic.CountEquality, fmt.Sprintf("write %s.between(%s, %s)", left.fact.Path, k, k),
			"a number cannot be compared by %s", symbol(e))
	case condition:
		remedy := "write the condition itself, or ! before it"
		if right.kind == condition && right.node.Op == Const {
			comparedWith := symbol(e) + " " + b.source(args[1])
			if right.node.Value == logic.Of(!negated) {
				remedy = fmt.Sprintf("leave %s out: write %s", comparedWith, b.source(args[0]))
			} else {
				remedy = fmt.Sprintf("leave %s out: write !%s", comparedWith, b.operand(args[0]))
			}
		}
		return b.fault(e, diagnostic.WrongType, remedy, "a condition cannot be compared by %s", symbol(e))
	case bad, set, moment, span, length, literal, wordLit, list:
		// These do not stand on the left of == and !=.
	}
	return b.fault(e, diagnostic.WrongType, "only a choice can be compared by == and !=, with one of its words on the right",
		"%s and %s cannot be compared by %s", left.kind, right.kind, symbol(e))
}

// membership checks x in [words] for a choice and "word" in x for a set.
func (b *builder) membership(e ast.Expr) term {
	args := e.AsCall().Args()
	left, right := b.term(args[0]), b.term(args[1])
	if left.kind == bad || right.kind == bad {
		return term{at: e}
	}
	switch {
	case left.kind == choice && right.kind == list:
		if len(right.words) == 0 {
			return b.fault(args[1], diagnostic.WrongType, "name at least one of "+quoted(left.fact), "the list is empty")
		}
		return b.oneOf(e, left.fact, right.words, false)
	case left.kind == wordLit && right.kind == set:
		i := right.fact.Word(left.word)
		if i < 0 {
			return b.offScale(args[0], right.fact, left.word)
		}
		return b.done(e, Node{Op: Member, Fact: right.fact, Lo: int64(i)})
	case left.kind == wordLit && right.kind == choice:
		return b.fault(e, diagnostic.WrongType, fmt.Sprintf("write %s == %q", right.fact.Path, left.word),
			"%s is one choice, not a set", right.fact.Path)
	case left.kind == set:
		return b.fault(e, diagnostic.WrongType, fmt.Sprintf("write %q in %s", left.fact.Words[0].Name, left.fact.Path),
			"write the set on the right of in")
	case left.kind == scale:
		least, worst := left.fact.Words[0].Name, left.fact.Words[len(left.fact.Words)-1].Name
		return b.fault(e, diagnostic.WrongType, fmt.Sprintf("write %s.between(%q, %q)", left.fact.Path, least, worst),
			"%s is a scale; for a range of rungs, use between", left.fact.Path)
	}
	return b.fault(e, diagnostic.WrongType, `write fact in ["word", "word"] for a choice, "word" in fact for a set`,
		"in cannot be used with %s and %s", left.kind, right.kind)
}

// oneOf makes the test of a choice against words.
func (b *builder) oneOf(e ast.Expr, f *vocabulary.Fact, words []term, negated bool) term {
	var mask int64
	ok := true
	for _, w := range words {
		if w.kind == bad {
			ok = false
			continue
		}
		if w.kind != wordLit {
			b.fault(w.at, diagnostic.WrongType, "name one of "+quoted(f), "%s is %s, not a word", b.source(w.at), w.kind)
			ok = false
			continue
		}
		i := f.Word(w.word)
		if i < 0 {
			b.offScale(w.at, f, w.word)
			ok = false
			continue
		}
		mask |= 1 << i
	}
	if !ok {
		return term{at: e}
	}
	if all := int64(1)<<len(f.Words) - 1; mask == all {
		return b.fault(e, diagnostic.OffScale, "leave at least one of "+quoted(f)+" out", "%s is always true", b.source(e))
	}
	if negated {
		mask = (1<<len(f.Words) - 1) &^ mask
	}
	return b.done(e, Node{Op: OneOf, Fact: f, Set: mask})
}

// difference checks a time minus a time.
func (b *builder) difference(e ast.Expr) term {
	args := e.AsCall().Args()
	left, right := b.term(args[0]), b.term(args[1])
	if left.kind == bad || right.kind == bad {
		return term{at: e}
	}
	if left.kind != moment || right.kind != moment {
		return b.fault(e, diagnostic.NotInLanguage, "", "only a time can be subtracted from a time, not %s from %s", right.kind, left.kind)
	}
	return term{kind: span, moment: left.moment, to: right.moment, at: e}
}

// offScale reports a word that the fact does not have.
func (b *builder) offScale(e ast.Expr, f *vocabulary.Fact, word string) term {
	remedy := source.DidYouMean(word, f.WordNames())
	if remedy == "" {
		remedy = "one of " + quoted(f)
	}
	return b.fault(e, diagnostic.OffScale, remedy, "%s has no %q", f.Path, word)
}
