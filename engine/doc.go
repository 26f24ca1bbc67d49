// Package engine reads a child's case and a partnership's published threshold document,
// written as rules. It recommends a level of need and explains the recommendation line by
// line.
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
// Open reads the vocabulary and the names of policies. It prepares a policy (reads, checks
// and compiles it) when a case first needs it. Load prepares all policies at once: use it in
// a service.
//
// A case may name a council instead of a policy. The council's edition in force on the
// case's date then applies. Evaluate(c, Under(name)) answers under another policy than the
// case names. Case.Warnings says what deserves a second look in a sound case. Compare sets
// the answers of several policies side by side, and Directory lists the services in their
// documents. Facts lists what a case can state.
//
// A case may be about several children. EvaluateFamily gives a recommendation for each of
// them, which takes account of the others, and one page for the family.
// Evaluate(c, Child(label)) gives the recommendation for one child.
//
// If you need the answer without its explanation, ask for a Verdict: for a case, for its
// JSON (Policy.Verdict, Policy.VerdictJSON), or for many cases at once
// (Policy.VerdictsJSON). It says the same as a recommendation and takes a small part of the
// time.
//
// The packages beside this one:
//
//   - recommendation, comparison, directory: the answers, as data
//   - document: a policy as people read it, as data
//   - family: the answer on a case about several children, as data
//   - facts: what a case can state, searched by word
//   - diagnostic: what is wrong with a file, with its place and a remedy
//   - render: every report as text, Markdown, JSON, YAML and more
//   - authoring: for authors of rules and for builds: lint, scenarios, coverage, checklists,
//     schemas
//   - scenario, coverage: what authoring reports, as data
//   - term: the closed lists of words in rules and answers
//   - readfile: reads files within limits
//   - benchmark: what answers and loading cost
//
// README.md in this folder shows how data passes through the packages, and where to make a
// change.
//
// # What is not known
//
// A fact that a case does not state is unknown, never false. Every condition is true, false
// or unknown, and every count is a range. The level runs from the highest that is certain
// (Recommended) to the highest that is not ruled out (AtMost). So missing information never
// lowers an answer, and Questions says what to find out next. A case may say what someone
// has gone through: domains, single facts or everything. Only then does silence have a
// meaning, for the facts that declare one. An age that is not given is presumed to be a
// child's, as the vocabulary says.
//
// # Evaluators
//
// There are three. The reference (CEL) runs one cel-go program for each rule, from the text
// that the author wrote, and is right by definition. The plan (Plan), the default, runs all
// rules of a policy as one graph and asks each question once, even if several rules ask it.
// The third (Expr) is made of expr-lang programs and shares no evaluation with the others.
// Tests compare whole recommendations of the three. With chooses one, and CrossCheck has one
// checked by another while it answers.
//
// # What it is not
//
// A recommendation is advice for discussion. It is not legal advice. Contact details are
// those of the document's year. Professional judgement has the last word: a judgement
// recorded in a case appears beside the recommendation and never changes it.
package engine
