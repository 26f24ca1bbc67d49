package scenariofile

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// scenariosAt is a scenario file of the fixtures, with the files of cases that it names; false if it is such a file itself.
func scenariosAt(t *testing.T, path string) (Input, bool) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Name: path, Data: data}
	from, _ := Sharing(path, data)
	for _, name := range from {
		file := filepath.Join(filepath.Dir(path), filepath.FromSlash(name))
		cases, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		in.Cases = append(in.Cases, CasesFile{From: name, Name: file, Data: cases})
	}
	return in, bytes.Contains(data, []byte("\nscenarios:"))
}
