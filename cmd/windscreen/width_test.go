package main

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// widest is how many characters a line may have that people read.
const widest = 140

// TestNoLineIsTooLongToRead measures the guides, the rules, the scenarios and what new policies start from. A row of a table
// cannot be broken.
func TestNoLineIsTooLongToRead(t *testing.T) {
	root := os.DirFS("../..")
	files := 0
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == "testdata" || d.Name() == "node_modules" || d.Name() == ".git" {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".md") && !strings.HasSuffix(path, ".yaml") && !strings.HasSuffix(path, ".yml") {
			return nil
		}
		data, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		files++
		for _, l := range tooLong(string(data)) {
			t.Errorf("%s:%d is longer than %d characters; break it", path, l, widest)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 {
		t.Errorf("only %d files were found", files)
	}
}

// tooLong are the numbers of the lines of a text that are too long.
func tooLong(text string) []int {
	var out []int
	for i, line := range strings.Split(text, "\n") {
		if utf8.RuneCountInString(line) > widest && !strings.HasPrefix(strings.TrimSpace(line), "|") {
			out = append(out, i+1)
		}
	}
	return out
}

func TestLinesThatAreTooLongAreFound(t *testing.T) {
	long, fits := strings.Repeat("é", widest+1), strings.Repeat("é", widest)
	if got := tooLong(fits + "\n" + long + "\n| " + long + " |\n"); len(got) != 1 || got[0] != 2 {
		t.Errorf("got %v, want line 2", got)
	}
}
