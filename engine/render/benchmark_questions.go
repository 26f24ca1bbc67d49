package render

import (
	"fmt"
	"io"
	"strings"

	"windscreen/engine/benchmark"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
)

// QuestionBenchmark writes how many questions settle cases, in a format of KindQuestionBenchmark: Text has a table for
// each policy, JSON is the list of figures. It fails if r is nil, if the format is not one of the kind's, or if w
// fails.
func QuestionBenchmark(w io.Writer, f Format, r *benchmark.QuestionReport, o Options) error {
	return questionBenchmarks.write(w, KindQuestionBenchmark, f, r, o)
}

func questionBenchmarkJSON(w io.Writer, r *benchmark.QuestionReport, o Options) error {
	all := []benchmark.QuestionFigure{}
	for i := range r.Policies {
		all = append(all, r.Policies[i].Figures...)
	}
	return inJSON(w, all, o)
}

// questionBenchmarkText writes a table for each policy, and what the words of it mean under the last.
func questionBenchmarkText(w io.Writer, r *benchmark.QuestionReport, o Options) error {
	var b strings.Builder
	b.WriteString(paragraph(o.width(), "", 0, fmt.Sprintf("Questions about one fact at a time, starting with nothing known. %s under each "+
		"policy, seed %d, what is found cut to %d of 100; %s, %s, %d CPUs.", english.UpperFirst(english.Counted(r.Cases, "complete case")),
		r.Seed, r.Concerns, r.Go, r.System, r.CPUs)))
	outOfReach := false
	for i := range r.Policies {
		p := &r.Policies[i]
		rows := [][]string{{diagnostic.OneLine(p.ID), "ranking", "vocabulary", "random", "least", "ratio", "goal", ""}}
		for _, l := range p.Levels {
			if l.Cases == 0 {
				rows = append(rows, cells(fmt.Sprintf("final level %d: no cases, so nothing is measured", l.Level)))
				continue
			}
			rows = append(rows, cells(fmt.Sprintf("final level %d: %s", l.Level, english.Counted(l.Cases, "case"))))
			for n := range p.Figures {
				if f := &p.Figures[n]; f.Level == l.Level {
					rows = append(rows, questionCells(f))
					outOfReach = outOfReach || f.OutOfReach()
				}
			}
		}
		for n := range p.Figures {
			if f := &p.Figures[n]; f.Unit != benchmark.Asked {
				rows = append(rows, cells(f.Name, amount(&f.Figure, f.Value), "", "", "", "", "≤ "+amount(&f.Figure, *f.Goal), met(f.Met)))
			}
		}
		b.WriteString("\n" + aligned(rows))
		if p.RanOut > 0 {
			b.WriteString(paragraph(o.width(), "", 0, fmt.Sprintf("In %s the ranking had no more questions while an answer was open. "+
				"The rest was then asked in vocabulary order, and is counted.", english.Counted(p.RanOut, "case"))))
		}
	}
	if outOfReach {
		b.WriteString("\n" + paragraph(o.width(), "", 0, "Out of reach: no order of questions meets the goal, because more facts than "+
			"that must be known. Each of them alone keeps something open."))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// cells are a row that begins with these.
func cells(first ...string) []string { return append(first, make([]string, 8-len(first))...) }

// questionCells are the columns of a figure that counts questions.
func questionCells(f *benchmark.QuestionFigure) []string {
	ratio, came := "", met(f.Met)
	if f.Ratio != nil {
		ratio = short(*f.Ratio)
	}
	if f.OutOfReach() {
		came += ", out of reach"
	}
	return []string{"  " + f.Name, number(f.Value), number(f.Vocabulary), number(f.Random), number(f.Least), ratio,
		fmt.Sprintf("≥ %.3g", *f.Goal), came}
}

// number is a number of questions, to a tenth.
func number(x float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", x), ".0") }

// met says whether a goal is met.
func met(is bool) string {
	if is {
		return "met"
	}
	return "not met"
}
