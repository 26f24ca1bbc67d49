package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestTheReadmeShowsWhatTheCommandPrints runs the commands whose output the README
// shows, and holds each stretch between the marks […] against what is printed.
func TestTheReadmeShowsWhatTheCommandPrints(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	marked := regexp.MustCompile("(?s)<!-- output of: go run ./cmd/windscreen (.*?) -->\n```\n(.*?)```")
	shown := marked.FindAllStringSubmatch(string(readme), -1)
	if len(shown) == 0 {
		t.Fatal("the README shows no output")
	}
	for _, s := range shown {
		var stdout, stderr bytes.Buffer
		if code := run(strings.Fields(s[1]), strings.NewReader(""), &stdout, &stderr, func(string) string { return "" }); code != 0 {
			t.Fatalf("%s: exit %d\n%s", s[1], code, stderr.String())
		}
		rest := stdout.String()
		for part := range strings.SplitSeq(s[2], "[…]\n") {
			part = strings.TrimSpace(part)
			_, after, found := strings.Cut(rest, part)
			if !found {
				t.Errorf("%s does not print, or not in this order:\n%s", s[1], part)
				continue
			}
			rest = after
		}
	}
}

// TestTheReadmeShowsACaseThatIsAnswered reads the case that the README shows.
func TestTheReadmeShowsACaseThatIsAnswered(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile("(?s)```yaml\n(policy: .*?)```").FindSubmatch(readme)
	if shown == nil {
		t.Fatal("the README shows no case")
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"eval", "-"}, bytes.NewReader(shown[1]), &stdout, &stderr, func(string) string { return "" }); code != 0 {
		t.Errorf("exit %d\n%s", code, stderr.String())
	}
}
