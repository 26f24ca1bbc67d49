package engine_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/recommendation"
	"windscreen/engine/render"
	"windscreen/rules"
)

// openShipped opens the shipped rules, once for all tests.
var openShipped = sync.OnceValues(func() (*engine.Engine, error) { return engine.Open(rules.FS) })

// shipped are the shipped rules. All tests have the same.
func shipped(t testing.TB) *engine.Engine {
	t.Helper()
	e, err := openShipped()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// caseFiles are the cases about one child to try that come with the project.
func caseFiles(t testing.TB) map[string][]byte {
	t.Helper()
	files := filesIn(t, "../fixtures/cases/*.yaml")
	for name := range familyFiles(t) {
		delete(files, name)
	}
	return files
}

// familyFiles are those about several children.
func familyFiles(t testing.TB) map[string][]byte {
	t.Helper()
	return filesIn(t, "../fixtures/cases/family-*.yaml")
}

func filesIn(t testing.TB, pattern string) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	files := map[string][]byte{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = data
	}
	return files
}

func evaluate(t testing.TB, e *engine.Engine, name string, data []byte) *recommendation.Recommendation {
	t.Helper()
	c, err := e.ReadCase(name, data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := e.Evaluate(c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAReceiptReplaysToTheSameRecommendation(t *testing.T) {
	e := shipped(t)
	for name, data := range caseFiles(t) {
		t.Run(name, func(t *testing.T) {
			first := evaluate(t, e, name, data)
			canonical, err := json.Marshal(first.Receipt.Case)
			if err != nil {
				t.Fatal(err)
			}
			second := evaluate(t, e, "receipt.json", canonical)
			// The receipt leaves free text out, so the reason is all that is lost.
			if first.Judgement != nil {
				first.Judgement.Reason, second.Judgement.Reason = "", ""
			}
			if diff := cmp.Diff(asJSON(t, first), asJSON(t, second)); diff != "" {
				t.Errorf("(-first +replayed):\n%s", diff)
			}
		})
	}
}

func TestTheReceiptHoldsNoFreeText(t *testing.T) {
	r := evaluate(t, shipped(t), "case.yaml", []byte(`
policy: bexley-2020
as_of: 2020-03-02T14:10:00Z
home: {domestic_abuse: serious}
evidence: {home.domestic_abuse: [{value: serious, source: police, note: SECRET-NOTE}]}
judgement: {level: 4, by: team manager, reason: SECRET-REASON}
`))
	data, err := json.Marshal(r.Receipt)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "SECRET") {
		t.Errorf("the receipt holds free text: %s", data)
	}
	r.Judgement = nil
	if all := asJSON(t, r); strings.Contains(all, "SECRET-NOTE") {
		t.Error("a note of the evidence stands in the recommendation")
	}
}

func TestEvaluatingFromManyGoroutinesGivesTheSameAnswer(t *testing.T) {
	e := shipped(t)
	files := caseFiles(t)
	want := map[string]string{}
	for name, data := range files {
		want[name] = asJSON(t, evaluate(t, e, name, data))
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for name, data := range files {
				if got := asJSON(t, evaluate(t, e, name, data)); got != want[name] {
					t.Errorf("%s: another answer", name)
				}
			}
		})
	}
	wg.Wait()
}

// TestTheOrderOfRulesAndKeysChangesNothing shuffles every list of rules and every
// mapping of the shipped files, but for the lists and mappings whose order is their
// meaning: the rungs of a scale, the lines of a consent answer.
func TestTheOrderOfRulesAndKeysChangesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	ordered := map[string]bool{"scale": true, "choice": true, "choices": true, "agreement": true, "inform": true, "sharing": true,
		"answered": true, "from": true, "record": true, "refused": true, "copy": true, "cite": true, "who": true,
		"due": true, "builds_on": true,
		"gravest_first": true, "then_ask": true}
	want := map[string]string{}
	e := shipped(t)
	for name, data := range caseFiles(t) {
		want[name] = withoutHashes(t, evaluate(t, e, name, data))
	}
	for i := range uint64(2) {
		seed := testroot.Seed(t) + i
		random := rand.New(rand.NewPCG(seed, 1))
		shuffled, err := engine.Load(t.Context(), rewritten(t, func(n *yaml.Node) { shuffle(random, n, "", ordered) }))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for name, data := range caseFiles(t) {
			var doc yaml.Node
			if err := yaml.Unmarshal(data, &doc); err != nil {
				t.Fatal(err)
			}
			shuffle(random, &doc, "", ordered)
			data, err := yaml.Marshal(&doc)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want[name], withoutHashes(t, evaluate(t, shuffled, name, data))); diff != "" {
				t.Errorf("seed %d, %s (-before +shuffled):\n%s", seed, name, diff)
			}
		}
	}
}

// rewritten is the shipped rule root with every file passed through a change.
func rewritten(t *testing.T, change func(*yaml.Node)) fs.FS {
	root := fstest.MapFS{}
	err := fs.WalkDir(rules.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(rules.FS, name)
		if err != nil {
			return err
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(data, &doc); err != nil {
			return err
		}
		change(&doc)
		out, err := yaml.Marshal(&doc)
		root[name] = &fstest.MapFile{Data: out}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// shuffle puts the entries of mappings and lists into another order.
func shuffle(r *rand.Rand, n *yaml.Node, key string, ordered map[string]bool) {
	switch n.Kind {
	case yaml.MappingNode:
		pairs := len(n.Content) / 2
		for i := range pairs {
			shuffle(r, n.Content[2*i+1], n.Content[2*i].Value, ordered)
		}
		if !ordered[key] {
			r.Shuffle(pairs, func(i, j int) {
				n.Content[2*i], n.Content[2*j] = n.Content[2*j], n.Content[2*i]
				n.Content[2*i+1], n.Content[2*j+1] = n.Content[2*j+1], n.Content[2*i+1]
			})
		}
	default:
		for _, c := range n.Content {
			shuffle(r, c, "", ordered)
		}
		if n.Kind == yaml.SequenceNode && !ordered[key] && !strings.Contains(key, ".") { // evidence keeps its order
			r.Shuffle(len(n.Content), func(i, j int) { n.Content[i], n.Content[j] = n.Content[j], n.Content[i] })
		}
	}
}

func asJSON(t testing.TB, r *recommendation.Recommendation) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Recommendation(&b, render.JSON, r, render.Options{Full: true}); err != nil {
		t.Error(err)
	}
	return b.String()
}

// withoutHashes is a recommendation but for the hashes of the files it came from.
func withoutHashes(t *testing.T, r *recommendation.Recommendation) string {
	r.Receipt.Files, r.Receipt.RulesSHA256 = nil, ""
	return asJSON(t, r)
}

func TestAnUnknownRootOrPolicyIsAnError(t *testing.T) {
	if _, err := engine.Load(t.Context(), fstest.MapFS{}); err == nil {
		t.Error("an empty rule root loads")
	}
	e := shipped(t)
	c, err := e.ReadCase("case.yaml", []byte("as_of: 2020-03-02T14:10:00Z\njudgement: {level: 9, by: nobody, reason: made up}\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = e.Evaluate(c)
	if list := saidOf(t, err); list[0].Message != "the case names no policy" {
		t.Errorf("a case without a policy: %v", list)
	}
	if _, err := e.Policy("bexley-2021"); err == nil || !strings.Contains(err.Error(), `no policy called "bexley-2021"`) {
		t.Errorf("a policy that does not exist: %v", err)
	}
	if _, err := e.Evaluate(c, engine.Under("bexley-2020")); err == nil || !strings.Contains(err.Error(), "case.yaml:2:20") {
		t.Errorf("a judgement of a level that does not exist: %v", err)
	}
}

func TestACaseBelongsToTheEngineThatReadIt(t *testing.T) {
	a := shipped(t)
	b, err := engine.Open(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	c, err := a.ReadCase("case.yaml", []byte("policy: bexley-2020\nas_of: 2020-03-02T14:10:00Z\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Evaluate(c); err == nil {
		t.Error("another engine evaluates it, and would misread its facts")
	}
	if _, err := a.Evaluate(nil); err == nil {
		t.Error("no case is evaluated")
	}
	if _, err := a.Evaluate(&engine.Case{}); err == nil {
		t.Error("an empty case is evaluated")
	}
}

func TestAMissingRuleFileIsNoticed(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	whole, ok := rewritten(t, func(*yaml.Node) {}).(fstest.MapFS)
	for _, name := range []string{
		"authorities/bexley/2020/indicators/level-4-harm.yaml", "shared/england/grounds.yaml", "shared/england/clauses.yaml",
	} {
		if !ok || whole[name] == nil {
			t.Fatalf("there is no %s to leave out", name)
		}
		root := maps.Clone(whole)
		delete(root, name)
		if _, err := engine.Load(t.Context(), root); err == nil {
			t.Errorf("the rules load without %s", name)
		}
	}
}

func TestTheEmbeddedRulesAreTheRulesOnDisk(t *testing.T) {
	list := func(fsys fs.FS) map[string]string {
		files := map[string]string{}
		err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(name) != ".yaml" {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			files[name] = string(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	if diff := cmp.Diff(list(os.DirFS("../rules")), list(rules.FS)); diff != "" {
		t.Errorf("(-on disk +embedded):\n%s", diff)
	}
}

func TestTheVocabularySaysWhomACopyCanBeFor(t *testing.T) {
	e, err := openShipped()
	if err != nil {
		t.Fatal(err)
	}
	if got := e.CopyFor(); !slices.Contains(got, "mother") || !slices.Contains(got, "young_person") {
		t.Errorf("a copy can be for %q", got)
	}
	var none *engine.Engine
	if got := none.CopyFor(); got != nil {
		t.Errorf("without rules, a copy can be for %q", got)
	}
}
