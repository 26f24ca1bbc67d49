package service_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/service"
)

// folder is a small rule root in a folder of its own.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, testroot.With()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// put writes a file of a rule root whole, as an editor does.
func put(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	aside := filepath.Join(t.TempDir(), "new") // not in the folder, where whoever watches it would find a file that nothing reads
	if err := os.WriteFile(aside, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(aside, path); err != nil {
		t.Fatal(err)
	}
}

// policyIn is the file of the policy in a rule root.
func policyIn(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(policyFile)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

const policyFile = testroot.Policy + "policy.yaml"

func TestChangedRulesAnswerOnceTheyAreSoundAndNotBefore(t *testing.T) {
	dir := folder(t)
	r, err := service.OpenRules(t.Context(), os.DirFS(dir), "rules")
	if err != nil {
		t.Fatal(err)
	}
	first, before := r.Engine(), policyIn(t, dir)
	if err := r.Reload(t.Context()); err != nil || r.Engine() != first {
		t.Errorf("nothing changed, and the rules were swapped, or %v", err)
	}

	put(t, dir, policyFile, before+"nonsense: true\n")
	var failure *diagnostic.Failure
	if err := r.Reload(t.Context()); !errors.As(err, &failure) || len(failure.Diagnostics) == 0 {
		t.Errorf("rules with a fault give %v", err)
	}
	if r.Engine() != first {
		t.Error("rules with a fault answer")
	}
	if last := r.Last(); last.Failed == nil || last.FailedAt.IsZero() || last.Times != 1 {
		t.Errorf("what came of it is %+v", last)
	}
	if err := r.Reload(t.Context()); err != nil || r.Engine() != first {
		t.Errorf("the same rules are read again, or %v", err)
	}
	if r.Last().Failed == nil {
		t.Error("the failure was forgotten, though nothing changed")
	}

	title := strings.Replace(before, "title: ", "title: Anew, ", 1)
	if title == before {
		t.Fatal("the policy has no title")
	}
	put(t, dir, policyFile, title)
	if err := r.Reload(t.Context()); err != nil || r.Engine() == first {
		t.Errorf("sound rules do not answer: %v", err)
	}
	if last := r.Last(); last.Failed != nil || last.Times != 2 {
		t.Errorf("what came of it is %+v", last)
	}

	if err := os.Remove(filepath.Join(dir, filepath.FromSlash(policyFile))); err != nil {
		t.Fatal(err)
	}
	second := r.Engine()
	if err := r.Reload(t.Context()); err == nil || r.Engine() != second {
		t.Errorf("a policy that is gone gives %v", err)
	}
}

// shifting is a folder in which a file changes whenever it is read.
type shifting struct {
	fs.FS
	touch func()
}

// Open changes the folder, and then opens the file.
func (s shifting) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".yaml") {
		s.touch()
	}
	return s.FS.Open(name)
}

func TestRulesThatChangeWhileTheyAreReadDoNotAnswer(t *testing.T) {
	dir := folder(t)
	times := 0
	_, err := service.OpenRules(t.Context(), shifting{os.DirFS(dir), func() {
		times++
		put(t, dir, "vocabulary/added.txt", strings.Repeat("x", times))
	}}, "")
	if err == nil || !strings.Contains(err.Error(), "changed while") {
		t.Errorf("the error is %v", err)
	}
}

func TestWatchReloadsAndSaysTheSameFailureOnce(t *testing.T) {
	dir := folder(t)
	r, err := service.OpenRules(t.Context(), os.DirFS(dir), "rules")
	if err != nil {
		t.Fatal(err)
	}
	before := policyIn(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	said := make(chan error, 100)
	var wait sync.WaitGroup
	wait.Go(func() { r.Watch(ctx, time.Millisecond, func(err error) { said <- err }) })
	put(t, dir, policyFile, before+"nonsense: true\n")
	if err := <-said; err == nil {
		t.Error("the fault was not said")
	}
	put(t, dir, policyFile, before+"# a remark\n")
	if err := <-said; err != nil {
		t.Errorf("after the fault was mended, it says %v", err)
	}
	cancel()
	wait.Wait()
	if len(said) > 0 {
		t.Errorf("it says %v too", <-said)
	}
}

// TestRequestsGoOnWhileRulesAreSwapped: each request is answered by the rules from before or by the new ones, whole.
func TestRequestsGoOnWhileRulesAreSwapped(t *testing.T) {
	dir := folder(t)
	rules, err := service.OpenRules(t.Context(), os.DirFS(dir), "rules")
	if err != nil {
		t.Fatal(err)
	}
	r := startBy(t, rules)
	before := policyIn(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	const body = `{"as_of": "2020-03-02T14:10", "policy": "made-up"}`
	for range 3 {
		wait.Go(func() {
			for ctx.Err() == nil {
				for _, path := range []string{"/v1/evaluate", "/v1/evaluate?size=verdict"} {
					response, err := http.Post(r.url+path, "application/json", strings.NewReader(body))
					if err != nil {
						t.Error(err)
						return
					}
					_ = response.Body.Close()
					if response.StatusCode != http.StatusOK {
						t.Errorf("%s: %s", path, response.Status)
						return
					}
				}
			}
		})
	}
	for i := range 10 {
		put(t, dir, policyFile, before+strings.Repeat("#\n", i+1))
		if err := rules.Reload(t.Context()); err != nil {
			t.Error(err)
		}
	}
	cancel()
	wait.Wait()
	if rules.Last().Times != 11 {
		t.Errorf("the rules were read %d times", rules.Last().Times)
	}
}

func TestTheDescriptionFollowsTheRules(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	dir := folder(t)
	rules, err := service.OpenRules(t.Context(), os.DirFS(dir), "rules")
	if err != nil {
		t.Fatal(err)
	}
	r := startBy(t, rules)
	first := r.get("/v1/openapi.json").body
	put(t, dir, "vocabulary/garden.yaml", `domain: garden
title: Garden
ask: Have you gone through the garden?
of: home
facts:
  pond: {title: Pond, ask: Is there a pond, scale: {none: None, deep: Deep}, nothing: none}
`)
	if err := rules.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	second := r.get("/v1/openapi.json").body
	if strings.Contains(string(first), "Is there a pond") || !strings.Contains(string(second), "Is there a pond") {
		t.Error("the description does not know the new fact, or knew it before")
	}
}

func TestTheLogSaysWhatIsWrongWithNewRules(t *testing.T) {
	dir := folder(t)
	rules, err := service.OpenRules(t.Context(), os.DirFS(dir), "rules")
	if err != nil {
		t.Fatal(err)
	}
	l := &log{}
	s := service.NewServer(service.Options{Log: l})
	ctx, cancel := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	wait.Go(func() { s.Watch(ctx, rules, time.Millisecond) })
	before := policyIn(t, dir)
	put(t, dir, policyFile, before+"nonsense: true\n")
	until(t, func() bool { return strings.Contains(l.String(), "go on answering") })
	put(t, dir, policyFile, before+"# a remark\n")
	until(t, func() bool { return strings.Contains(l.String(), "new rules answer now") })
	cancel()
	wait.Wait()
	var entry struct {
		Errors int    `json:"errors"`
		First  string `json:"first"`
	}
	line, _, _ := strings.Cut(l.String(), "\n")
	if err := json.Unmarshal([]byte(line), &entry); err != nil {
		t.Fatal(err)
	}
	if entry.Errors != 1 || !strings.Contains(entry.First, "policy.yaml:") || !strings.Contains(entry.First, "nonsense") {
		t.Errorf("the log says %s", line)
	}
}

// until waits until something is so.
func until(t *testing.T, so func() bool) {
	t.Helper()
	for range 2000 {
		if so() {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatal("it never came to be so")
}
