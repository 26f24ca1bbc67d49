// Package expr is a second opinion: an evaluator on github.com/expr-lang/expr. It shares no
// evaluation with the reference or the plan, so that a fault in what those two share shows as
// a disagreement. It is slower than the plan and simple throughout.
//
// Each condition becomes two programs: one is true where the condition is certainly true, the
// other where it is certainly false. Where neither is, the condition is unknown. Both are
// built as nodes of expr from the checked tree of package lang, never as text, and each from
// nodes of its own, because the optimiser of expr changes what it is given.
//
// A program reads plain variables. Those of a fact are its value and whether that is known;
// of a scale, number, date or time the bounds; of a set of choices, for each word whether it
// applies and whether it may. Those of a ground or a count are set between strata. A named
// condition has two programs of its own, and so has what open(…) asks about; the variables of
// their results are set before a rule that reads them runs. A rule with an exception has two
// more for that, and so have the conditions of the vocabulary.
//
// The files, in the order of the work:
//
//   - names.go: what the variables are called
//   - build.go, atoms.go: a condition as two trees of expr's nodes
//   - compile.go: a tree as a program, and what is refused when rules load
//   - variables.go: what is known of a case, put into variables
//   - count.go: grounds, counts and the level
//   - ways.go: looking at each way in which facts can turn out
//   - session.go: one case
//   - vocabulary.go: conditions of the vocabulary
package expr
