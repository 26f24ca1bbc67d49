package render

import (
	"io"
	"net/url"
	"path/filepath"
	"slices"

	"windscreen/engine"
	"windscreen/engine/diagnostic"
)

// The parts of SARIF 2.1.0 that a list of diagnostics needs.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID   string    `json:"id"`
		Help sarifText `json:"help"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		Rule      string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		File   sarifFile    `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	}
	sarifFile struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// diagnosticsSARIF writes diagnostics in SARIF 2.1.0.
func diagnosticsSARIF(w io.Writer, r *diagnostic.Report, o Options) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
		Tool: sarifTool{sarifDriver{Name: "windscreen", Version: engine.Version(), Rules: []sarifRule{}}}}
	for _, d := range r.Found {
		id := string(d.Code)
		if !slices.ContainsFunc(run.Tool.Driver.Rules, func(r sarifRule) bool { return r.ID == id }) {
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{id, sarifText{"windscreen lint --explain " + id}})
		}
		level := "error"
		if d.Severity == diagnostic.Warning {
			level = "warning"
		}
		said := d.Message
		if d.Remedy != "" {
			said += ": " + d.Remedy
		}
		at := sarifPhysical{File: sarifFile{(&url.URL{Path: filepath.ToSlash(d.File)}).String()}}
		if !d.Start.IsZero() {
			at.Region = &sarifRegion{d.Start.Line, d.Start.Column, max(d.End.Line, d.Start.Line), d.End.Column}
			if d.End.Line < d.Start.Line || d.End.Line == d.Start.Line && d.End.Column <= d.Start.Column {
				at.Region.EndColumn = d.Start.Column + 1
			}
		}
		run.Results = append(run.Results, sarifResult{id, level, sarifText{said}, []sarifLocation{{at}}})
	}
	return inJSON(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}, o)
}
