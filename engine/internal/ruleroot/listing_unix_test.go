//go:build unix

package ruleroot_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestOpenReportsPipes(t *testing.T) {
	for pipe, want := range map[string]string{
		"authorities/made/2021": "a council's policy belongs in authorities/made/EDITION",
		"shared":                "put a folder in its place",
	} {
		dir := t.TempDir()
		name := filepath.Join(dir, filepath.FromSlash(pipe))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(name, 0o644); err != nil {
			t.Skipf("no named pipe can be made here: %v", err)
		}
		if _, faults := opened(os.DirFS(dir)); faults != pipe+": this is a named pipe, not a file | "+want+"\n" {
			t.Errorf("%s:\n%s", pipe, faults)
		}
	}
}
