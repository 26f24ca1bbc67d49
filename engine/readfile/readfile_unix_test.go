//go:build unix

package readfile_test

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/readfile"
)

// TestNothingWaitsForAPipeOrReadsADevice fails where a reader waits: a pipe that
// nobody writes to, and a device that gives bytes without end.
func TestNothingWaitsForAPipeOrReadsADevice(t *testing.T) {
	dir := place(t, map[string]string{"sound.yaml": "a", "zero.yaml": "-> /dev/zero", "linked.yaml": "-> pipe.yaml"})
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.yaml"), 0o644); err != nil {
		t.Skipf("no named pipe can be made here: %v", err)
	}
	t.Chdir(dir) // the address of a socket is short
	socket, err := net.Listen("unix", "socket.yaml")
	if err != nil {
		t.Skipf("no socket can be made here: %v", err)
	}
	t.Cleanup(func() {
		if err := socket.Close(); err != nil {
			t.Error(err)
		}
	})
	want := map[string]string{
		"zero.yaml":   "a device",
		"pipe.yaml":   "a named pipe",
		"linked.yaml": "a named pipe",
		"socket.yaml": "a socket",
	}
	done := make(chan diagnostic.List)
	go func() {
		names, faults := readfile.Walk(os.DirFS(dir), ".", []string{".yaml"}, readfile.FolderLimits())
		if len(names) != 1 {
			t.Errorf("to read: %v", names)
		}
		for name := range want {
			for _, read := range []func() ([]byte, *diagnostic.Diagnostic){
				func() ([]byte, *diagnostic.Diagnostic) { return readfile.ReadPath(name, 1<<20) },
				func() ([]byte, *diagnostic.Diagnostic) { return readfile.Read(os.DirFS(dir), name, 1<<20) },
			} {
				if _, fault := read(); fault == nil {
					t.Errorf("%s was read", name)
				} else {
					faults = append(faults, *fault)
				}
			}
		}
		done <- faults
	}()
	select {
	case faults := <-done:
		if len(faults) != 3*len(want) {
			t.Errorf("%s", says(faults))
		}
		for _, d := range faults {
			if !strings.Contains(d.Message, want[d.File]) {
				t.Errorf("%s: %s", d.File, d.Message)
			}
		}
	case <-time.After(5 * time.Second):
		t.Fatal("still waiting after five seconds")
	}
}
