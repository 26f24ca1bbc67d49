// Package engine reads a child's case and a partnership's published threshold
// document, written as rules, and recommends a level of need that it can explain
// line by line.
//
// # Use
//
// Load the rules once and share the Engine; it is immutable and safe for
// concurrent use. Read a case, evaluate it, show the recommendation:
//
//	e, err := engine.Open(rules.FS)
//	…
//	c, err := e.ReadCase("case.yaml", data)
//	…
//	r, err := e.Evaluate(c)
//	…
//	fmt.Println(r.Level.Recommended, r.Level.Name)
//
// Package render turns the recommendation into text for people, Markdown, JSON or
// YAML, and writes every other report as well. Package scenario is the report on
// scenarios run with RunScenarios, and package coverage that on what Coverage makes of
// such a run: clauses that no rule puts into practice, and rules that no scenario tries;
// and on how policies answer a Checklist of what a threshold document must set out.
//
// A case may name a council in place of a policy, and is answered under the council's
// edition in force on its day. What is worth a second look in a sound case, such as a
// day outside the life of the edition that it names, is in Case.Warnings. Compare sets
// the answers of several policies side by side (package comparison), and Directory
// lists the services of their documents (package directory).
//
// Who wants the answer and not the explanation asks for a Verdict, from a case or from
// its JSON (Policy.Verdict, VerdictJSON), or for those of many cases at once
// (VerdictsJSON). It says the same and costs a small part.
//
// # What is not known
//
// A fact that a case does not state is unknown, never false. Every condition is
// true, false or unknown, every count a range, and the level runs from the highest
// that is certain (Recommended) to the highest not ruled out (AtMost). Missing
// information therefore never lowers an answer, and Questions says what to find
// out next. A case may say that a domain was gone through; only then does silence
// close the facts in it that declare what silence means.
//
// # How it works
//
// The pipeline has one way through:
//
//	rules → checked CEL → evaluator → recommendation → rendering
//
// Package link (internal) reads a rule root and makes policies of it; package lang
// checks each condition against a closed fragment of CEL, so that a rule which loads
// cannot fail when it runs; package evaluate runs the rules; package recommend
// explains the outcome. What is wrong with a file is a list of diagnostics, each with
// its place and a remedy; see package diagnostic.
//
// There are two evaluators. The reference (CEL) runs one cel-go program for each rule,
// stratum by stratum, from the text that its author wrote: what it says is right. The
// plan (Plan), which is the default, runs all rules of a policy as one graph in which
// what several rules ask is asked once. Tests hold the whole recommendations of the
// two against each other, and package benchmark what they cost. With chooses one.
//
// # What it is not
//
// A recommendation is advice for discussion. It is not legal advice, contact
// details are those of the document's year, and professional judgement has the
// last word: a judgement recorded in a case stands beside the recommendation and
// never changes it.
package engine
