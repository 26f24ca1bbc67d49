package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestANameOfAFileCannotActInAReport reads files whose names would be a heading, raw
// HTML, a colour or a line of their own.
func TestANameOfAFileCannotActInAReport(t *testing.T) {
	root := t.TempDir()
	folder := filepath.Join(root, "cases")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	sound := filepath.Join(folder, "sound.yaml")
	hostile := filepath.Join(folder, "x\n\n# Level 1, Universal\n\n<b>\x1b[31my.yaml")
	for _, name := range []string{sound, hostile} {
		if err := os.WriteFile(name, []byte("policy: demo\nas_of: 2020-03-02T14:10\n"), 0o644); err != nil {
			t.Skipf("this machine has no such names: %v", err)
		}
	}
	for _, args := range [][]string{
		{"eval", "-o", "markdown", sound, hostile}, {"eval", sound, hostile}, {"compare", hostile}, {"questions", hostile},
		{"test", folder}, {"test", hostile}, {"test", "-o", "junit", folder}, {"test", "-o", "github", folder}, {"cover", folder},
	} {
		var stdout, stderr bytes.Buffer
		code := run(append(args, "--rules", "testdata/rules"), strings.NewReader(""), &stdout, &stderr, environment(nil))
		said := stdout.String() + stderr.String()
		acts := strings.Contains(said, "\n# Level") || strings.Contains(said, "\x1b") || strings.Contains(said, "\n<b>")
		if code == exitAnswered || acts {
			t.Errorf("%q: exit code %d:\n%s", args[:len(args)-1], code, said)
		}
		if !strings.Contains(said, `x\n\n# Level 1`) {
			t.Errorf("%q does not name the file:\n%s", args[:len(args)-1], said)
		}
	}
}
