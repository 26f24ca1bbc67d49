package render

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"windscreen/engine/benchmark"
	"windscreen/engine/family"
)

// Benchmark writes what was measured, in a format of KindBenchmark: Text is a table, JSON
// the list of figures. It fails if r is nil, if the format is not one of the kind's, or
// if w fails.
func Benchmark(w io.Writer, f Format, r *benchmark.Report, o Options) error {
	return benchmarks.write(w, KindBenchmark, f, r, o)
}

// Printers write answers in every format, so that a benchmark can measure what that costs.
func Printers() []benchmark.Printer {
	var out []benchmark.Printer
	for _, f := range []Format{Text, JSON, YAML, Markdown, HTML} {
		out = append(out, benchmark.Printer{Name: string(f), Do: func(w io.Writer, a *family.Answer) error {
			return Family(w, f, a, Options{})
		}})
	}
	return out
}

func benchmarkJSON(w io.Writer, r *benchmark.Report, o Options) error {
	return inJSON(w, r.Figures, o)
}

// benchmarkText writes the report as a table.
func benchmarkText(w io.Writer, r *benchmark.Report, _ Options) error {
	rounds := "Medians of " + fmt.Sprint(r.Rounds) + " rounds."
	if r.Rounds == 1 {
		rounds = "One round."
	}
	rows := [][]string{{"", "beside", cmp.Or(r.Subject, "plan"), "ratio", "goal", ""}}
	for _, f := range r.Figures {
		rows = append(rows, figureCells(&f))
	}
	_, err := fmt.Fprintf(w, "%s, %d rules and %d facts; %s, %s, %d CPUs. %s\n\n%s",
		r.Policy, r.Rules, r.Facts, r.Go, r.System, r.CPUs, rounds, aligned(rows))
	return err
}

// aligned sets rows in columns, of which the first and the last begin at the left.
func aligned(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			gap := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			switch i {
			case 0:
				line.WriteString(cell + gap)
			case len(row) - 1:
				line.WriteString("  " + cell)
			default:
				line.WriteString("  " + gap + cell)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}

// figureCells are the columns of a figure.
func figureCells(f *benchmark.Figure) []string {
	switch {
	case f.Goal == nil && f.Ratio != nil:
		return []string{f.Name, f.Of + " " + amount(f, f.Other), amount(f, f.Value), short(*f.Ratio), "", ""}
	case f.Goal == nil:
		return []string{f.Name, "", amount(f, f.Value), "", "", ""}
	case f.Ratio == nil:
		return []string{f.Name, "", amount(f, f.Value), "", "≤ " + amount(f, *f.Goal), met(f.Met)}
	}
	goal := fmt.Sprintf("≥ %.3g", *f.Goal)
	return []string{f.Name, f.Of + " " + amount(f, f.Other), amount(f, f.Value), short(*f.Ratio), goal, met(f.Met)}
}

// short is a number to about three figures, and never as a power of ten.
func short(x float64) string {
	digits := 0
	for at := 100.0; x < at && digits < 2; at /= 10 {
		digits++
	}
	return fmt.Sprintf("%.*f", digits, x)
}

// amount is a value in its unit, or in one that suits it better.
func amount(f *benchmark.Figure, x float64) string {
	switch f.Unit {
	case benchmark.Allocations, benchmark.Requests:
		return fmt.Sprintf("%g", x)
	case benchmark.PerSecond:
		return fmt.Sprintf("%.0f/s", x)
	case benchmark.Bytes:
		return short(x/(1<<20)) + " MiB"
	case benchmark.Milliseconds:
		return short(x) + " ms"
	}
	unit := "ns"
	for _, larger := range []string{"µs", "ms", "s"} {
		if x < 1000 {
			break
		}
		x, unit = x/1000, larger
	}
	return short(x) + " " + unit
}
