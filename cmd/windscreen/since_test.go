package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// repository is a folder in a git repository with one revision, in which a file stands in a folder.
func repository(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here")
	}
	dir := t.TempDir()
	put(t, dir, "rules/kept.yaml", "a: 1\n")
	put(t, dir, "rules/shared/one.yaml", "a: 1\n")
	put(t, dir, "elsewhere.yaml", "a: 1\n")
	for _, args := range [][]string{{"init", "--quiet"}, {"add", "--all"},
		{"-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "commit", "--quiet", "--message", "first"}} {
		if _, err := git(t.Context(), dir, args...); err != nil {
			t.Fatalf("git %v: %s", args, said(err))
		}
	}
	return dir
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestChangedSinceARevisionIsWhatIsOtherwiseOrNew(t *testing.T) {
	dir := repository(t)
	rules := filepath.Join(dir, "rules")
	got, err := changedSince(t.Context(), rules, "HEAD")
	if err != nil || len(got) > 0 {
		t.Fatalf("nothing was changed, and it says %v, %v", got, err)
	}
	put(t, dir, "rules/shared/one.yaml", "a: 2\n")
	put(t, dir, "rules/new file.yaml", "a: 1\n")
	put(t, dir, "elsewhere.yaml", "a: 2\n")
	got, err = changedSince(t.Context(), rules, "HEAD")
	if want := []string{"new file.yaml", "shared/one.yaml"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v, and not %v", got, err, want)
	}
}

func TestWrongUseOfSinceIsSaid(t *testing.T) {
	dir := repository(t)
	for name, x := range map[string]struct{ dir, revision, says string }{
		"no such revision": {dir, "nowhere", "the repository of " + dir + " has no revision nowhere"},
		"no repository":    {t.TempDir(), "HEAD", "--since needs rules that are in a git repository"},
		"an option":        {dir, "--output=x", "--since takes a git revision"},
	} {
		_, err := changedSince(t.Context(), x.dir, x.revision)
		if err == nil || len(err.Error()) < len(x.says) || err.Error()[:len(x.says)] != x.says {
			t.Errorf("%s: %v, and not %s", name, err, x.says)
		}
	}
}
