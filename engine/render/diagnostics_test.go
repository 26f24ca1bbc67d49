package render_test

import (
	"io"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
	"windscreen/engine/render"
)

// fault is a made-up diagnostic of a rule file.
func fault() diagnostic.Diagnostic {
	return diagnostic.Diagnostic{
		File: "rules.yaml", Start: diagnostic.Position{Line: 3, Column: 9}, End: diagnostic.Position{Line: 3, Column: 15},
		Severity: diagnostic.Error, Code: diagnostic.OffScale, Message: `home.abuse has no "serius"`, Remedy: "did you mean serious?",
		Source: "\tabuse: serius",
	}
}

// checked are what may come of checking a rule root.
func checked() map[string]*diagnostic.Report {
	warning := diagnostic.Diagnostic{File: "clauses.yaml", Severity: diagnostic.Warning, Code: diagnostic.UncitedClause,
		Message: "nothing cites it"}
	return map[string]*diagnostic.Report{
		"faulty": {Found: diagnostic.List{fault(), warning}},
		"sound":  {Files: 2, Policies: []diagnostic.Policy{{ID: "made-up", Rules: 1}, {ID: "other", Rules: 2}}},
	}
}

func TestDiagnosticsLookAsTheyDidBefore(t *testing.T) {
	for name, r := range checked() {
		formats := map[string]render.Format{"txt": render.Text, "json": render.JSON, "sarif": render.SARIF, "github.txt": render.GitHub}
		for ending, f := range formats {
			golden(t, filepath.Join("diagnostics", name+"."+ending), func(w io.Writer) error {
				return render.Diagnostics(w, f, r, render.Options{})
			})
		}
	}
}

func TestAnAnnotationCannotBeForged(t *testing.T) {
	d := fault()
	d.File, d.Message = "a,b:c.yaml", "50%\n::error::forged"
	want := "::error file=a%2Cb%3Ac.yaml,line=3,col=9,endColumn=15,title=off-scale::" +
		"50%25%0A::error::forged%0Adid you mean serious?\n1 error, 0 warnings\n"
	r := &diagnostic.Report{Found: diagnostic.List{d}}
	if diff := cmp.Diff(want, in(t, render.GitHub, of(render.Diagnostics, r), render.Options{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
