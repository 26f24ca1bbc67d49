package authoring_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"windscreen/engine/authoring"
	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/testroot"
)

func TestAFileSharesTheCasesOfSoManyFilesAndNoMore(t *testing.T) {
	root, err := authoring.Open(testroot.With(), "")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var names, uses []string
	for i := range 21 {
		names, uses = append(names, fmt.Sprintf("c%d.yaml", i)), append(uses, fmt.Sprintf("c%d", i))
		text := fmt.Sprintf("cases:\n  c%d: {as_of: 2020-03-02T14:10}\n", i)
		if err := os.WriteFile(filepath.Join(dir, names[i]), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for n, want := range map[int]diagnostic.Code{20: "", 21: diagnostic.TooLarge} {
		text := fmt.Sprintf("policy: made-up\ncases_from: [%s]\nscenarios:\n  - {name: A, use: [%s], expect: {rules: {open: [abuse]}}}\n",
			strings.Join(names[:n], ", "), strings.Join(uses[:n], ", "))
		file := authoring.ScenarioFile{Name: "a.yaml", Data: []byte(text)}.At(filepath.Join(dir, "a.yaml"))
		report, err := root.Run(t.Context(), []authoring.ScenarioFile{file})
		if err != nil {
			t.Fatal(err)
		}
		if want == "" && report.OK() {
			continue
		}
		if len(report.Faults) != 1 || report.Faults[0].Code != want {
			t.Errorf("with %d files, the faults are\n%s", n, report.Faults)
		}
	}
}
