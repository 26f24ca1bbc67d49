package lang

import (
	"fmt"

	"github.com/google/cel-go/common/ast"

	"windscreen/engine/diagnostic"
)

// asked is something that a condition reads and that only some kinds of rule may read.
type asked struct {
	// from is the first stratum that may read it.
	from Stratum
	// what is its name in the text; verb is what the condition does with it.
	what, verb string
	// because says why an earlier rule may not: it "is settled only after this rule".
	because string
	code    diagnostic.Code
	// remedy is empty where it depends on the rule.
	remedy string
	// via are the named conditions through which it is read, the first one used first.
	via []string
}

// asksFor notes what the condition reads, and reports it where the rule may not.
func (b *builder) asksFor(e ast.Expr, a asked) bool {
	if a.from > b.asks.from {
		b.asks = a
	}
	if b.scope.Stratum >= a.from {
		return false
	}
	remedy := a.remedy
	if remedy == "" {
		remedy = [...]string{"an indicator or ground can read only facts", "a level can read only facts, grounds and counts",
			"only an escalation, a step or a caution can read the judgement"}[b.scope.Stratum]
	}
	b.fault(e, a.code, remedy, "%s", a.message())
	return true
}

// message says what is wrong: "level is settled only after this rule". Through a named
// condition it is "open_case reads level, which is settled only after this rule"; through
// several, "known_case uses open_case, and open_case reads level, which …".
func (a asked) message() string {
	if len(a.via) == 0 {
		return a.what + " " + a.because
	}
	var uses string
	for i := range len(a.via) - 1 {
		uses += fmt.Sprintf("%s uses %s, ", a.via[i], a.via[i+1])
	}
	if uses != "" {
		uses += "and "
	}
	return uses + fmt.Sprintf("%s %s %s, which %s", a.via[len(a.via)-1], a.verb, a.what, a.because)
}

// later reports a rule that reads something settled only after it.
func (b *builder) later(e ast.Expr, from Stratum, what string) bool {
	return b.asksFor(e, asked{from: from, what: what, verb: "reads", because: "is settled only after this rule",
		code: diagnostic.LaterStratum})
}

// asksKnown reports a rule that asks what is known before it may.
func (b *builder) asksKnown(e ast.Expr, word, what string) bool {
	return b.asksFor(e, asked{
		from: Levelled, what: word, verb: "asks", because: "is not allowed in this rule", code: diagnostic.LaterStratum,
		remedy: what + " can be used only in rules after the level, from consent on",
	})
}
