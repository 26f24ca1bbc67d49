package picksfile

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/catalogue"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shape"
	"windscreen/engine/page"
	"windscreen/engine/picks"
	"windscreen/engine/term"
)

// Run reads files and says for each question of a worker at which place the program asks it. A referral that is for any
// policy, and whose case names none, is answered under the policy or council called otherwise. The error is that of the
// context, that there is no such policy although a referral needs it, or a fault of the engine.
func (r *Runner) Run(ctx context.Context, inputs []Input, otherwise string) (*picks.Report, error) {
	report := &picks.Report{Files: []picks.File{}, Faults: diagnostic.List{}}
	for _, in := range inputs {
		p := r.open(in)
		var file picks.File
		if !p.faulty() {
			var err error
			if file, err = p.ranked(ctx, otherwise); err != nil {
				return nil, err
			}
		}
		report.Faults = append(report.Faults, p.faults.List()...)
		if !p.faulty() {
			file.Name = in.Name
			report.Files = append(report.Files, file)
		}
	}
	return report, nil
}

// ranked ranks what a file holds. It may find further faults: those that only a policy can tell.
func (p *reading) ranked(ctx context.Context, otherwise string) (picks.File, error) {
	file := picks.File{Policies: []picks.Policy{}, Referrals: []picks.Referral{}}
	by := map[string][]picks.Referral{}
	for _, r := range p.referrals {
		if err := ctx.Err(); err != nil {
			return file, err
		}
		unit, err := p.unit(r, otherwise)
		if err != nil {
			return file, err
		}
		if unit == nil {
			continue
		}
		questions, err := p.questions(unit.Maker, r.children)
		if err != nil {
			return file, err
		}
		result := p.result(r, questions)
		result.Policy = unit.Policy.ID
		file.Referrals = append(file.Referrals, result)
		by[result.Named] = append(by[result.Named], result)
	}
	file.All = picks.Of(file.Referrals)
	for _, name := range slices.SortedFunc(maps.Keys(by), lastAny) {
		file.Policies = append(file.Policies, picks.Policy{Policy: name, Share: picks.Of(by[name])})
	}
	return file, nil
}

// lastAny orders names of policies; what is for any comes last.
func lastAny(a, b string) int {
	last := func(name string) int {
		if name == Any {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(last(a), last(b)), strings.Compare(a, b))
}

// unit is the policy under which a referral is answered; nil, and a fault, if none of that name was in force.
func (p *reading) unit(r *referral, otherwise string) (*catalogue.Policy, error) {
	first := r.children[0].Case
	name := r.Policy.Value
	if name == Any {
		if name = first.Policy; name == "" {
			name = otherwise
			if !slices.Contains(p.Catalogue.Names(), name) {
				return nil, diagnostic.List{p.Catalogue.NoPolicy(name, diagnostic.Diagnostic{})}.Err()
			}
		}
	}
	choice, faults := p.Catalogue.Choose(name, first.AsOf, p.file.At(r.Policy.Node, "", "", ""))
	p.add(faults)
	if faults.HasErrors() {
		return nil, nil
	}
	for _, child := range r.children {
		child.Case.Policy, child.Case.Council = choice.ID, choice.Council
	}
	return p.Catalogue.Policy(choice.ID)
}

// questions are what the program asks next about single facts, in order: the list from which the first screen takes its
// questions.
func (p *reading) questions(m *recommend.Maker, children []casefile.Child) ([]family.QuestionOf, error) {
	var cases []*casefile.Case
	for _, child := range children {
		own, faults := recommend.Own(m.Policy, child.Case)
		p.add(faults)
		if faults.HasErrors() {
			return nil, nil
		}
		cases = append(cases, own)
	}
	cases, err := recommend.Together(m.Policy, m.Evaluator, p.Reader, cases)
	if err != nil {
		return nil, err
	}
	var answers []family.Child
	for _, c := range cases {
		answer, err := m.RecommendWith(c, recommend.Options{})
		if err != nil {
			return nil, err
		}
		answers = append(answers, family.Child{Child: c.Child, Otherwise: m.Otherwise(c), Recommendation: answer})
	}
	return page.Asks(&family.Together(answers).Family), nil
}

// result is what came of one referral.
func (p *reading) result(r *referral, questions []family.QuestionOf) picks.Referral {
	start, _ := p.file.Span(r.Here.Node)
	out := picks.Referral{ID: r.ID.Value, Start: start, Named: r.Policy.Value, Asked: len(questions), Picks: []picks.Pick{}}
	for _, a := range r.asks {
		at, _ := p.file.Span(a.Here.Node)
		pick := picks.Pick{Ask: a.Ask.Ask.Value, Start: at, Facts: shape.Strings(a.Facts),
			Children: shape.Strings(a.Children), Known: a.known}
		if i := slices.IndexFunc(questions, func(q family.QuestionOf) bool { return p.asks(q, a) }); i >= 0 {
			pick.Rank, pick.Fact = i+1, questions[i].Fact
		}
		out.Picks = append(out.Picks, pick)
	}
	return out
}

// asks reports whether a question of the program asks for a fact of the worker's and, if that is of one child, about a
// child whom the worker asks about.
func (p *reading) asks(q family.QuestionOf, a *ask) bool {
	if !slices.ContainsFunc(a.Facts, func(t shape.Text) bool { return t.Value == q.Fact }) {
		return false
	}
	if len(a.Children) == 0 || q.All || p.Catalogue.Vocabulary().Fact(q.Fact).Of != term.OfChild {
		return true
	}
	return slices.ContainsFunc(a.Children, func(t shape.Text) bool { return slices.Contains(q.Of.Children, t.Value) })
}
