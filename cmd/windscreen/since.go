package main

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"slices"
	"strings"
)

// changedSince are the files of a folder, by their names in it, that are not as they were in a git revision. New files are
// among them, also those that git does not know of yet. A revision that does not exist, a folder that is not in a
// repository, and a machine without git are wrong use.
func changedSince(ctx context.Context, dir, revision string) ([]string, error) {
	if strings.HasPrefix(revision, "-") {
		return nil, usage("--since takes a git revision, such as main or HEAD~1, not %s", revision)
	}
	commit, err := commitOf(ctx, dir, revision)
	switch {
	case errors.Is(err, errNoRepository):
		return nil, usage("--since needs rules that are in a git repository, and %s is in none", dir)
	case errors.Is(err, errNoRevision):
		return nil, usage("the repository of %s has no revision %s", dir, revision)
	case err != nil:
		return nil, usage("--since needs git, which does not run here: %v", err)
	}
	changed, err := git(ctx, dir, "diff", "--name-only", "--relative", "-z", commit, "--", ".")
	if err != nil {
		return nil, usage("git does not say what has changed in %s: %s", dir, said(err))
	}
	added, err := git(ctx, dir, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, usage("git does not say what is new in %s: %s", dir, said(err))
	}
	files := strings.FieldsFunc(string(changed)+string(added), func(r rune) bool { return r == 0 })
	slices.Sort(files)
	return slices.Compact(files), nil
}

// said is the first line that git printed when it failed.
func said(err error) string {
	var failed *exec.ExitError
	if errors.As(err, &failed) && len(failed.Stderr) > 0 {
		line, _, _ := bytes.Cut(failed.Stderr, []byte("\n"))
		return string(line)
	}
	return err.Error()
}
