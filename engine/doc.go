// Package engine reads a child's case and a partnership's published threshold document,
// written as rules, and recommends a level of need that it explains line by line.
//
// # Use
//
// Open the rules once and share the Engine; it is safe for concurrent use. Read a case,
// evaluate it, show the recommendation:
//
//	e, err := engine.Open(rules.FS)
//	…
//	c, err := e.ReadCase("case.yaml", data)
//	…
//	r, err := e.Evaluate(c)
//	…
//	fmt.Println(r.Level.Recommended, r.Level.Name)
//
// Open reads the vocabulary and the names of policies. A policy is read, checked and compiled
// when a case first needs it. Load makes all of them ready at once: use it in a service.
//
// A case may name a council in place of a policy; the council's edition in force on the case's
// day then answers. Evaluate(c, Under(name)) answers under another policy than the case names.
// Case.Warnings says what deserves a second look in a sound case. Compare sets the answers of
// several policies side by side, and Directory lists the services of their documents.
//
// If you need the answer and not its explanation, ask for a Verdict: of a case, of its JSON
// (Policy.Verdict, Policy.VerdictJSON), or of many cases at once (Policy.VerdictsJSON). It
// says the same and costs a small part.
//
// The packages beside this one:
//
//   - recommendation, comparison, directory: the answers, as data
//   - diagnostic: what is wrong with a file, with its place and a remedy
//   - render: every report as text, Markdown, JSON, YAML and more
//   - authoring: for authors of rules and for builds: lint, scenarios, coverage, schemas
//   - benchmark: what answers cost
//
// README.md in this folder shows how data passes through the packages, and where to make a
// change.
//
// # What is not known
//
// A fact that a case does not state is unknown, never false. Every condition is true, false or
// unknown, every count is a range, and the level runs from the highest that is certain
// (Recommended) to the highest not ruled out (AtMost). Missing information therefore never
// lowers an answer, and Questions says what to find out next. A case may say that a domain was
// gone through. Only then does silence close the facts in it that declare what silence means.
//
// # Evaluators
//
// There are two. The reference (CEL) runs one cel-go program for each rule, from the text that
// its author wrote: what it says is right. The plan (Plan), which is the default, runs all
// rules of a policy as one graph, in which a question that several rules ask is asked once.
// Tests hold the whole recommendations of the two against each other. With chooses one.
//
// # What it is not
//
// A recommendation is advice for discussion. It is not legal advice, contact details are those
// of the document's year, and professional judgement has the last word: a judgement recorded in
// a case stands beside the recommendation and never changes it.
package engine
