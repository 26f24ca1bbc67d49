package service_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/engine/render"
	"windscreen/engine/service"
)

// thin is a case about which little is known.
const thin = `{"as_of": "2020-03-02T14:10", "policy": "bexley"}`

func TestAnAnswerIsWhatTheCommandPrints(t *testing.T) {
	r := start(t)
	rules, err := shippedRules()
	if err != nil {
		t.Fatal(err)
	}
	e := rules.Engine()
	for _, name := range []string{"family-of-three.yaml", "mark-after-chastisement.yaml"} {
		data := sample(t, name)
		c, err := e.ReadCase("case.yaml", data)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := e.EvaluateFamily(c)
		if err != nil {
			t.Fatal(err)
		}
		whole := render.Named{Answer: answer}
		for path, write := range map[string]func(*bytes.Buffer) error{
			"/v1/evaluate": func(b *bytes.Buffer) error { return render.Family(b, render.JSON, answer, render.Options{}) },
			"/v1/evaluate?size=full": func(b *bytes.Buffer) error {
				return render.Family(b, render.JSON, answer, render.Options{Full: true})
			},
			"/v1/questions?limit=0": func(b *bytes.Buffer) error { return render.QuestionsOn(b, render.JSON, whole, render.Options{}) },
			"/v1/services":          func(b *bytes.Buffer) error { return render.Fitting(b, render.JSON, whole, render.Options{}) },
			"/v1/compare": func(b *bytes.Buffer) error {
				list, err := e.CompareFamily(t.Context(), c)
				if err != nil {
					return err
				}
				return render.ComparisonsOf("")(b, render.JSON, list, render.Options{})
			},
		} {
			var want bytes.Buffer
			if err := write(&want); err != nil {
				t.Fatal(err)
			}
			got := r.postYAML(path, data)
			if got.StatusCode != http.StatusOK || !bytes.Equal(got.body, want.Bytes()) {
				t.Errorf("%s, %s: %s, and %d bytes are not the %d expected", path, name, got.Status, len(got.body), want.Len())
			}
		}
	}
}

func TestAVerdictSaysWhatTheAnswerSays(t *testing.T) {
	r := start(t)
	for _, name := range samples(t) {
		var verdict struct {
			Format      int    `json:"format"`
			Policy      string `json:"policy"`
			Recommended int    `json:"recommended"`
			AtMost      int    `json:"at_most"`
			Children    []any  `json:"children"`
		}
		var answer struct {
			Format int `json:"format"`
			Level  struct {
				Recommended int `json:"recommended"`
				AtMost      int `json:"at_most"`
			} `json:"level"`
			Policy   string `json:"policy"`
			Children []struct {
				Policy string `json:"policy"`
				Level  struct {
					Recommended int `json:"recommended"`
					AtMost      int `json:"at_most"`
				} `json:"level"`
			} `json:"children"`
		}
		for path, to := range map[string]any{"/v1/evaluate?size=verdict": &verdict, "/v1/evaluate": &answer} {
			a := r.postYAML(path, sample(t, name))
			if a.StatusCode != http.StatusOK {
				t.Fatalf("%s, %s: %s", path, name, a.body)
			}
			if err := json.Unmarshal(a.body, to); err != nil {
				t.Fatal(err)
			}
		}
		level, most, policy := answer.Level.Recommended, answer.Level.AtMost, answer.Policy
		for _, c := range answer.Children {
			level, most, policy = max(level, c.Level.Recommended), max(most, c.Level.AtMost), c.Policy
		}
		if verdict.Recommended != level || verdict.AtMost != most || verdict.Policy != policy ||
			len(verdict.Children) != len(answer.Children) || verdict.Format != answer.Format {
			t.Errorf("%s: the verdict is %+v, the answer %d to %d by %s", name, verdict, level, most, policy)
		}
	}
}

// inJSON is a YAML node in JSON, with keys in the same order: that of children means something.
func inJSON(t *testing.T, n *yaml.Node) string {
	t.Helper()
	var parts []string
	for _, c := range n.Content {
		parts = append(parts, inJSON(t, c))
	}
	switch {
	case n.Kind == yaml.SequenceNode:
		return "[" + strings.Join(parts, ",") + "]"
	case n.Kind == yaml.MappingNode:
		var members []string
		for pair := range slices.Chunk(parts, 2) {
			members = append(members, pair[0]+":"+pair[1])
		}
		return "{" + strings.Join(members, ",") + "}"
	case n.Tag == "!!int" || n.Tag == "!!bool":
		return n.Value
	}
	data, err := json.Marshal(n.Value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestJSONAndYAMLOfACaseGetTheSameVerdict(t *testing.T) {
	r := start(t)
	for _, name := range samples(t) {
		var node yaml.Node
		if err := yaml.Unmarshal(sample(t, name), &node); err != nil {
			t.Fatal(err)
		}
		data := inJSON(t, node.Content[0])
		of, same := r.postYAML("/v1/evaluate?size=verdict", sample(t, name)), r.post("/v1/evaluate?size=verdict", data)
		hash := regexp.MustCompile(`"text_sha256": "[0-9a-f]{64}"`) // of other bytes
		if same.StatusCode != http.StatusOK || !bytes.Equal(hash.ReplaceAll(of.body, nil), hash.ReplaceAll(same.body, nil)) {
			t.Errorf("%s: in YAML %s, in JSON %s", name, of.body, same.body)
		}
	}
}

func TestOneChildOfAFamilyIsAnsweredByTheHeader(t *testing.T) {
	r := start(t)
	data := sample(t, "family-of-twins.yaml")
	for _, path := range []string{"/v1/evaluate", "/v1/evaluate?size=verdict", "/v1/why-not", "/v1/compare", "/v1/services"} {
		a := r.postYAML(path, data, "Windscreen-Child", "twin%202")
		if a.StatusCode != http.StatusOK || !bytes.Contains(a.body, []byte(`"child": "twin 2"`)) ||
			bytes.Contains(a.body, []byte(`"child": "twin 1"`)) {
			t.Errorf("%s: %s %.300s", path, a.Status, a.body)
		}
		p := r.problem(r.postYAML(path, data, "Windscreen-Child", "planted"), http.StatusUnprocessableEntity)
		if p.kind() != "unknown-child" || p.Header != "Windscreen-Child" || len(p.Diagnostics) != 1 ||
			strings.Contains(p.Detail+p.Title, "planted") {
			t.Errorf("%s, a child that is not there: %+v", path, p)
		}
	}
}

func TestValidateSaysWhatIsWrongAndWhatDeservesASecondLook(t *testing.T) {
	r := start(t)
	const at = `{"as_of": "2020-03-02T14:10"`
	for what, x := range map[string]struct {
		body, query string
		codes       []string
	}{
		"a sound case":            {thin, "", nil},
		"nothing at all":          {`{}`, "", []string{"missing-key", "missing-key"}},
		"no policy":               {at + `}`, "", []string{"missing-key"}},
		"a policy in the call":    {at + `}`, "?policy=essex", nil},
		"an unknown field":        {at + `, "policy": "bexley", "x": 1, "y": 2}`, "", []string{"unknown-name", "unknown-name"}},
		"an edition not in force": {`{"as_of": "2030-03-02T14:10", "policy": "bexley-2017"}`, "", []string{"not-in-force"}},
		"not JSON":                {`as_of: 2020-03-02T14:10`, "", []string{"json-syntax"}},
		"no case at all":          {`[]`, "", []string{"wrong-shape"}},
		"a judgement of no level": {at + `, "policy": "bexley", "judgement": {"level": 9, "by": "a", "reason": "b"}}`, "",
			[]string{"off-scale"}},
		"a council that has no edition":  {`{"as_of": "1990-03-02T14:10", "policy": "bexley"}`, "", []string{"not-in-force"}},
		"a case file of another version": {at + `, "format": 99, "policy": "bexley"}`, "", []string{"unknown-name"}},
	} {
		a := r.post("/v1/validate"+x.query, x.body)
		var list struct {
			Sound       bool `json:"sound"`
			Diagnostics []struct {
				Code     string `json:"code"`
				Severity string `json:"severity"`
			} `json:"diagnostics"`
		}
		if err := json.Unmarshal(a.body, &list); err != nil || a.StatusCode != http.StatusOK {
			t.Errorf("%s: %s %s", what, a.Status, a.body)
			continue
		}
		var codes []string
		sound := true
		for _, d := range list.Diagnostics {
			codes = append(codes, d.Code)
			sound = sound && d.Severity != "error"
		}
		if list.Sound != sound {
			t.Errorf("%s: sound is %t: %s", what, list.Sound, a.body)
		}
		if !slices.Equal(codes, x.codes) {
			t.Errorf("%s: %v, want %v", what, codes, x.codes)
		}
	}
}

func TestWarningsAreCounted(t *testing.T) {
	r := start(t)
	a := r.post("/v1/evaluate", `{"as_of": "2030-03-02T14:10", "policy": "bexley-2017"}`)
	if a.StatusCode != http.StatusOK || a.Header.Get("Windscreen-Warnings") != "1" {
		t.Errorf("%s, %q warnings", a.Status, a.Header.Get("Windscreen-Warnings"))
	}
	a = r.post("/v1/evaluate?size=verdict", `{"as_of": "2030-03-02T14:10", "policy": "bexley-2017"}`)
	if _, counted := a.Header["Windscreen-Warnings"]; counted || a.StatusCode != http.StatusOK {
		t.Errorf("%s: a verdict on JSON does not look, and says %v", a.Status, a.Header["Windscreen-Warnings"])
	}
}

// TestAVerdictSaysOnWhatAndByWhich: of the bytes that were sent, and whether the edition was in force.
func TestAVerdictSaysOnWhatAndByWhich(t *testing.T) {
	r := start(t)
	for body, inForce := range map[string]bool{thin: true, `{"as_of": "2030-03-02T14:10", "policy": "bexley-2017"}`: false} {
		var v, brief struct {
			InForce bool `json:"in_force"`
			Receipt struct {
				RulesSHA256 string `json:"rules_sha256"`
				TextSHA256  string `json:"text_sha256"`
				CaseSHA256  string `json:"case_sha256"`
			} `json:"receipt"`
		}
		for path, to := range map[string]any{"/v1/evaluate?size=verdict": &v, "/v1/evaluate": &brief} {
			if err := json.Unmarshal(r.post(path, body).body, to); err != nil {
				t.Fatal(err)
			}
		}
		sum := sha256.Sum256([]byte(body))
		if v.InForce != inForce || v.Receipt.TextSHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: %+v", body, v)
		}
		if brief.Receipt.RulesSHA256 == "" || brief.Receipt.RulesSHA256 != v.Receipt.RulesSHA256 || brief.Receipt.CaseSHA256 == "" {
			t.Errorf("%s: a brief answer has the receipt %+v, and a verdict %+v", body, brief.Receipt, v.Receipt)
		}
	}
}

// TestAnAnswerThatTookTooLongSaysWhenToComeBack: huma takes the headers of a problem from the problem.
func TestAnAnswerThatTookTooLongSaysWhenToComeBack(t *testing.T) {
	e, err := shippedRules()
	if err != nil {
		t.Fatal(err)
	}
	h, err := service.New(e)
	if err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(context.Background())
	end()
	r := httptest.NewRequestWithContext(ended, http.MethodGet, "/v1/services", nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusServiceUnavailable || !regexp.MustCompile(`^[1-3]$`).MatchString(w.Header().Get("Retry-After")) {
		t.Errorf("%d, Retry-After %q", w.Code, w.Header().Get("Retry-After"))
	}
}

func TestTheSchemasAreThoseThatTheCommandPrints(t *testing.T) {
	r := start(t)
	root, err := authoring.Open(rulesFS, "")
	if err != nil {
		t.Fatal(err)
	}
	want, err := root.CaseSchema()
	if err != nil {
		t.Fatal(err)
	}
	if got := r.get("/v1/schemas/case"); !bytes.Equal(got.body, want) {
		t.Errorf("the schema of a case: %s, %d bytes, want %d", got.Status, len(got.body), len(want))
	}
	if want, err = authoring.Schema(authoring.VerdictSchema); err != nil {
		t.Fatal(err)
	}
	if got := r.get("/v1/schemas/verdict"); !bytes.Equal(got.body, want) {
		t.Errorf("the schema of a verdict: %s", got.body)
	}
}

func TestTheDescriptionInYAMLIsThatInJSON(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	r := start(t)
	var inJSON, inYAML any
	if err := json.Unmarshal(r.get("/v1/openapi.json").body, &inJSON); err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(r.get("/v1/openapi.yaml").body, &inYAML); err != nil {
		t.Fatal(err)
	}
	a, err := json.Marshal(inJSON)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(inYAML)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Errorf("they differ: %d and %d bytes", len(a), len(b))
	}
}

func TestMisuseIsAnError(t *testing.T) {
	if _, err := service.New(nil); err == nil {
		t.Error("an API without rules is made")
	}
	if _, err := service.OpenRules(t.Context(), nil, ""); err == nil {
		t.Error("rules of nothing are opened")
	}
	if (&service.Rules{}).Engine() != nil {
		t.Error("there is an engine of no rules")
	}
	if _, err := service.New(&service.Rules{}); err == nil {
		t.Error("an API over no rules is made")
	}
	var v engine.Verdict
	if _, there := v.Decided(""); there {
		t.Error("there is a decision of a verdict that was not filled in")
	}
}
