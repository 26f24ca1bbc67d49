package render_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/render"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden holds what is written against a file below testdata.
func golden(t *testing.T, file string, write func(io.Writer) error) {
	t.Helper()
	t.Run(file, func(t *testing.T) {
		t.Helper()
		var got bytes.Buffer
		if err := write(&got); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", file)
		if *update {
			if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatalf("%v; run the test with -update to write it", err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("not as before (-before +now):\n%s", diff)
		}
	})
}

// look is a report in a format.
type look struct {
	write   writer
	format  render.Format
	options render.Options
}

// goldens holds reports against files below testdata, by the name of the file.
func goldens(t *testing.T, looks map[string]look) {
	t.Helper()
	for file, x := range looks {
		golden(t, file, func(w io.Writer) error { return x.write(w, x.format, x.options) })
	}
}
