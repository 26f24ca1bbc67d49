// Package recommend turns the outcome of a policy's rules into the explained
// answer. The explanation has one implementation, over any evaluator.
package recommend

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/decide"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// Maker makes recommendations under one policy. It is immutable and safe for
// concurrent use.
type Maker struct {
	Policy    *policy.Policy
	Evaluator evaluate.Evaluator
	London    *time.Location
	version   string
	index     *index
}

// New returns a maker of recommendations; version is that of the engine.
func New(p *policy.Policy, e evaluate.Evaluator, london *time.Location, version string) *Maker {
	return &Maker{Policy: p, Evaluator: e, London: london, version: version, index: newIndex(p, nil)}
}

// With returns a maker like m with another evaluator.
func (m *Maker) With(e evaluate.Evaluator) *Maker {
	other := *m
	other.Evaluator = e
	return &other
}

// Input is what the rules see of a case.
func Input(c *casefile.Case) evaluate.Input {
	in := evaluate.Input{Values: c.Values, AsOf: c.AsOf.Unix()}
	if c.Judgement != nil {
		in.Judgement = lang.Judgement{Recorded: true, Level: c.Judgement.Level}
	}
	return in
}

// Recommend evaluates a case and explains the outcome.
func (m *Maker) Recommend(c *casefile.Case) (*recommendation.Recommendation, error) {
	return m.RecommendWith(c, Options{})
}

// RecommendWith is Recommend with options.
func (m *Maker) RecommendWith(c *casefile.Case, options Options) (*recommendation.Recommendation, error) {
	b, err := m.builder(c, options)
	if err != nil {
		return nil, err
	}
	defer b.end()
	return b.recommendation(m.version)
}

// builder evaluates a case and begins its recommendation.
func (m *Maker) builder(c *casefile.Case, options Options) (*builder, error) {
	in := Input(c)
	session := m.Evaluator.Start(in)
	o, err := session.Outcome()
	if err != nil {
		return nil, err
	}
	return &builder{
		desk: m.index.takeDesk(), policy: m.Policy, index: m.index, evaluator: m.Evaluator, london: m.London,
		c: c, input: in, session: session, outcome: o, env: o.Environment(in),
		waiting: map[finding]factSet{},
		options: options, done: doneBy(m.Policy, c),
		numbers:   map[*policy.Contact]*recommendation.Answering{},
		explained: map[explainedPart][]*vocabulary.Fact{}, titles: map[string]string{}, after: map[int]explanation{},
	}, nil
}

// recommendation puts it together; version is that of the engine.
func (b *builder) recommendation(version string) (*recommendation.Recommendation, error) {
	level := b.level()
	r := &recommendation.Recommendation{
		Format:        recommendation.FormatVersion,
		Partial:       b.options.Brief || b.options.NoQuestions,
		Policy:        b.policy.ID,
		Document:      b.document(),
		Case:          b.c.ID,
		AsOf:          recommendation.Moment{Time: b.c.AsOf.In(b.london)},
		Reader:        b.c.Reader,
		Presumed:      b.presumed(),
		Level:         level,
		Grounds:       b.grounds(),
		Indicators:    b.indicators(level.Criterion),
		Consent:       b.consent(),
		People:        b.people(),
		Escalations:   b.escalations(),
		Done:          b.alreadyDone(),
		Pathway:       b.pathway(),
		Services:      b.services(),
		Questions:     b.questions(),
		TakenAsAbsent: b.takenAsAbsent(),
		Areas:         b.areas(),
		WhyNot:        b.whyNot(),
		Cautions:      b.cautions(),
		Judgement:     b.judgement(),
		Annotations:   b.annotations(),
		Titles:        b.titles,
	}
	r.Unborn, r.ExpectedOn = b.unborn()
	r.ChangesIf = b.changesIf(r.Questions)
	r.CopyAsks = b.copyAsks(r)
	r.Contradictions, r.Notes = b.contradictions(), b.notes()
	r.Level.RestsOnContradicted = r.Level.Settled && b.restsOnContradicted()
	r.Omitted = b.omitted
	r.Clauses = b.citedClauses()
	var err error
	r.Receipt, err = b.receipt(version)
	return r, errors.Join(err, b.err, b.checkLines(r.Consent))
}

// unborn reports whether the child is not yet born, and on what day the birth is expected if that is known exactly.
func (b *builder) unborn() (is bool, expected recommendation.Day) {
	f := b.policy.Vocabulary.Fact("child.unborn")
	if f == nil || b.c.Values[f.Index] != vocabulary.YesOrNo(true) {
		return false, expected
	}
	if on := b.policy.Vocabulary.Fact("child.expected_on"); on != nil && b.c.Values[on.Index].Known() {
		expected = recommendation.DayOf(b.day(time.Unix(b.c.Values[on.Index].Lo, 0)))
	}
	return true, expected
}

// document is the source document, and whether it was in force.
func (b *builder) document() recommendation.Document {
	p, day := b.policy, b.today()
	d := documentOf(p)
	d.YearsOld = yearsOld(p.From, day)
	d.InForce = p.InForce(day)
	d.ChosenByDate = b.c.Policy == p.ID && b.c.Council != ""
	return d
}

// documentOf is the source document of a policy, on no day in particular.
func documentOf(p *policy.Policy) recommendation.Document {
	return recommendation.Document{Title: p.Title, Publisher: p.Publisher, Edition: p.Edition, Council: p.Council,
		InForceFrom: recommendation.DayOf(p.From), InForceTo: recommendation.DayOf(p.To)}
}

// builder makes one recommendation.
type builder struct {
	*desk
	options Options
	// sketch is the parts that are wanted of a sketch; 0 for a recommendation.
	sketch Parts
	// wanted are the facts that questions of a sketch are about; nil for all.
	wanted    factSet
	policy    *policy.Policy
	index     *index
	evaluator evaluate.Evaluator
	london    *time.Location
	c         *casefile.Case
	input     evaluate.Input
	// session holds the case, outcome and env are what came out. trial is nil until
	// a conclusion is tried.
	session, trial evaluate.Session
	outcome        *evaluate.Outcome
	env            *lang.Env
	// plain turns off what only saves time: proofs, and one explanation for rules that are alike. Only tests
	// set it, to show that the answer is the same without.
	plain bool
	// worlds are what proofs use; nil until the first proof.
	worlds *worlds
	// explained remembers the facts behind conditions that were explained. supports are the facts that rules
	// of each value read, and waiting those that each finding waits on.
	explained map[explainedPart][]*vocabulary.Fact
	supports  [logic.True + 1]factSet
	waiting   map[finding]factSet
	// asOf is the day of the case; empty until it is asked for.
	asOf string
	// omitted is how much was left out.
	omitted recommendation.Omitted
	// clauses is how many clauses were cited.
	clauses int
	titles  map[string]string
	// looked is how often a trial tried unknown facts both ways.
	looked int
	// after holds explanations of rules after the level, by index.alike.
	after map[int]explanation
	// numbers are which numbers answer, of the contacts that were met.
	numbers map[*policy.Contact]*recommendation.Answering
	// done is what was done already that takes care of each rule.
	done map[*policy.Rule]*casefile.Done
	// decided is what answers could decide; nil until it is asked for. works are those that found it.
	decided *deciding
	// opened is the case without what is unasked; nil until it is asked for.
	opened *opened
	works  []*decide.Work
	// ending is where more knowledge will end; nil where nobody knows, which is so outside simulations.
	ending *Ending
	// err is the first fault of the evaluator while explaining.
	err error
}

// end gives back the desk and the room of the sessions.
func (b *builder) end() {
	b.desk.giveWorlds(b.worlds)
	b.index.clearDesk(b.desk)
	b.desk, b.worlds = nil, nil
	for _, w := range b.works {
		w.End()
	}
	b.works = nil
	b.session.End()
	if b.trial != nil {
		b.trial.End()
	}
}

// rule is what a rule that holds has in common with all others.
func (b *builder) rule(r *policy.Rule, because []recommendation.Fact) recommendation.Rule {
	if !b.explains() {
		return recommendation.Rule{ID: r.ID, Cite: b.citeRule(r)}
	}
	out := recommendation.Rule{ID: r.ID, Title: r.Title, Short: b.filled(b.shortToReader(r)), SameCall: b.filled(b.sameCallToReader(r)),
		Safe: b.filled(b.safeToReader(r)), Does: b.doesToReader(r), Excludes: r.Excludes, After: r.After,
		Because: because, Cite: b.citeRule(r), National: r.National, Unless: b.unless(r), ForFamily: b.forFamily(r.Family)}
	if !b.options.Brief {
		out.When, out.Conditions = r.Text(), b.conditions(r)
	}
	return out
}

// fact is a fact of the case, as explanations show it. Many explanations show the same. It stays on the desk, so whoever
// keeps it keeps a copy.
func (b *builder) fact(f *vocabulary.Fact) *recommendation.Fact {
	if !b.showed.has(f) {
		b.facts[f.Index] = b.show(f)
		b.showed.add(f)
	}
	return &b.facts[f.Index]
}

// show makes it.
func (b *builder) show(f *vocabulary.Fact) recommendation.Fact {
	v := b.c.Values[f.Index]
	out := recommendation.Fact{Fact: f.Path, Title: f.Title, Value: f.Plain(v, b.london), Says: f.Says(v, b.london),
		Belief: f.Belief, Background: f.Background}
	switch b.c.Origins[f.Index] {
	case casefile.Explored:
		out.Explored = true
	case casefile.Presumed:
		out.Presumed = strings.TrimSpace(english.Stopped(f.PresumedSays) + " " + english.Stopped(f.Presumption))
	case casefile.NotApplicable:
		out.NotApplicable = true
	case casefile.Alleged:
		out.Alleged = true
		if v.Lo == f.IfAlleged(f.Least()).Lo {
			out.Says = f.Says(f.WorstAlleged(v), b.london)
		}
	case casefile.NotStated, casefile.Stated, casefile.SaidUnknown, casefile.Derived:
	}
	if said, ok := b.c.Said[f.Index]; ok {
		out.Stated = f.Says(said, b.london)
		out.Presumed = fmt.Sprintf("%s: the case says %s, and %s is taken. %s",
			f.Title, out.Stated, out.Says, english.Stopped(f.Presumption))
	}
	for _, e := range b.c.Evidence[f.Index] {
		out.Evidence = append(out.Evidence, b.evidence(f, e))
	}
	b.derived(&out, f)
	return out
}

// truth is a truth value as recommendations spell it.
func truth(t logic.Truth) term.Met {
	return [...]term.Met{logic.False: term.NotMet, logic.Unknown: term.Open, logic.True: term.IsMet}[t]
}

// holds reports the truth of a rule; one that is off, or was done already, does not hold.
func (b *builder) holds(r *policy.Rule) logic.Truth {
	if b.off(r) || b.done[r] != nil {
		return logic.False
	}
	return b.outcome.Truths[r.Index]
}
