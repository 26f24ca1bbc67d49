package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// version is one version of the rules.
type version struct {
	// name is what reports call it, and files what they call its folder.
	name, files string
	fsys        fs.FS
}

// ruleVersion opens a version of the rules: a folder, or a revision of the git repository that holds the working folder.
// Of a revision it reads dir, which is a path from the working folder. A name that is both is the folder.
func ruleVersion(ctx context.Context, name, dir string) (*version, error) {
	if name == "" {
		return nil, usage("name a folder of rules or a git revision")
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return &version{name: name, files: name, fsys: os.DirFS(name)}, nil
	}
	commit, err := commitOf(ctx, ".", name)
	switch {
	case errors.Is(err, errNoRepository):
		return nil, usage("there is no folder %s, and this is no git repository in which it could be a revision", name)
	case errors.Is(err, errNoRevision):
		return nil, usage("%s is neither a folder nor a revision of this git repository", name)
	case err != nil:
		return nil, noGit(err, "%s cannot be looked up", name)
	}
	// Git archives no more than the folder in which it runs.
	top, err := git(ctx, ".", "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, noGit(err, "the git repository has no working folder, so --rules has none to start from")
	}
	prefix, err := git(ctx, ".", "rev-parse", "--show-prefix")
	if err != nil {
		return nil, err
	}
	tree := path.Join(strings.TrimSpace(string(prefix)), filepath.ToSlash(dir))
	if path.IsAbs(filepath.ToSlash(dir)) || tree == ".." || strings.HasPrefix(tree, "../") {
		return nil, usage("--rules names the folder of rules within the git repository, not %s", dir)
	}
	at := commit + ":" + strings.TrimPrefix(tree, ".")
	archive, err := git(ctx, strings.TrimRight(string(top), "\r\n"), "archive", "--format=zip", at)
	if err != nil {
		return nil, noGit(err, "revision %s has no folder %s; --rules names the folder of rules", name, tree)
	}
	fsys, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, errors.Join(errors.New("git gave an archive that cannot be read"), err)
	}
	return &version{name: name, files: name + ":" + tree, fsys: fsys}, nil
}

// Why a name is no commit.
var (
	errNoRepository = errors.New("the folder is in no git repository")
	errNoRevision   = errors.New("the git repository has no such revision")
)

// commitOf is the commit that a revision names in the git repository of a folder. The error is errNoRepository or
// errNoRevision, or says why git does not run.
func commitOf(ctx context.Context, dir, revision string) (string, error) {
	var failed *exec.ExitError
	if _, err := git(ctx, dir, "rev-parse", "--git-dir"); errors.As(err, &failed) {
		return "", errNoRepository
	} else if err != nil {
		return "", err
	}
	commit, err := git(ctx, dir, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if errors.As(err, &failed) {
		return "", errNoRevision
	}
	return strings.TrimSpace(string(commit)), err
}

// noGit says why git failed, in the words given unless git could not be run at all.
func noGit(err error, format string, args ...any) error {
	if errors.Is(err, exec.ErrNotFound) {
		return usage("git is not installed, so only folders can be compared")
	}
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return err
	}
	return usage(format, args...)
}
