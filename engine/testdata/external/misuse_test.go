package uses

import (
	"context"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"windscreen/engine"
	"windscreen/engine/authoring"
	"windscreen/rules"
)

// open opens the shipped rules.
func open(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := engine.Open(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// sound reads a sound case.
func sound(t *testing.T, e *engine.Engine) *engine.Case {
	t.Helper()
	c, err := e.ReadCase("case.yaml", []byte("policy: bexley-2020\nas_of: 2020-03-02T14:10\nchild: {age: 6}\n"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// misuse is something that a caller may get wrong, and a part of what is said of it.
type misuse struct {
	what, says string
	do         func() error
}

// TestMisuseIsAnErrorThatSaysWhatWasMisused tries what a caller may get wrong: nil, zero
// values, and what belongs to another engine. Nothing panics.
func TestMisuseIsAnErrorThatSaysWhatWasMisused(t *testing.T) {
	ctx := context.Background()
	e := open(t)
	c := sound(t, e)
	p, err := e.Policy("bexley-2020")
	if err != nil {
		t.Fatal(err)
	}
	v := &engine.Verdict{}
	read := func(int, []byte) ([]byte, error) { return nil, nil }
	done := func(int, *engine.Verdict, error) {}
	never := func(*engine.Policy) error { return nil }
	var noEngine *engine.Engine
	var noPolicy *engine.Policy
	var noRoot *authoring.Root
	var noContext context.Context
	root, err := authoring.Open(rules.FS, "")
	if err != nil {
		t.Fatal(err)
	}
	list := []misuse{
		{"no rules", "no rules to open", func() error { _, err := engine.Open(nil); return err }},
		{"no rules to load", "no rules to open", func() error { _, err := engine.Load(ctx, nil); return err }},
		{"a zero option of Open", "option", func() error { _, err := engine.Open(rules.FS, engine.LoadOption{}); return err }},
		{"an evaluator that does not exist", `"fast"`, func() error { _, err := engine.Open(rules.FS, engine.With("fast")); return err }},
		{"a zero option of Evaluate", "option", func() error { _, err := e.Evaluate(c, engine.Option{}); return err }},
		{"no case", "no case", func() error { _, err := e.Evaluate(nil); return err }},
		{"a zero case", "no case", func() error { _, err := e.Evaluate(&engine.Case{}); return err }},
		{"a case of another engine", "not read by this Engine", func() error { _, err := open(t).Evaluate(c); return err }},
		{"a comparison of no case", "no case", func() error { _, err := e.Compare(ctx, nil); return err }},
		{"a verdict on no case", "no case", func() error { return p.Verdict(nil, v) }},
		{"no verdict", "Verdict", func() error { return p.Verdict(c, nil) }},
		{"no verdict from JSON", "Verdict", func() error { return p.VerdictJSON([]byte(`{"as_of":"2020-03-02T14:10"}`), nil) }},
		{"nothing to read with", "function", func() error { return p.VerdictsJSON(ctx, 1, nil, done) }},
		{"nothing to give answers to", "function", func() error { return p.VerdictsJSON(ctx, 1, read, nil) }},
		{"fewer cases than none", "-1", func() error { return p.VerdictsJSON(ctx, -1, read, done) }},
		{"nobody to visit policies", "function", func() error { return e.EachPolicy(ctx, nil, nil) }},
		{"a policy that does not exist", `"bexley-2021"`, func() error { _, err := e.Policy("bexley-2021"); return err }},
		{"rules to author that are none", "no rules to open", func() error { _, err := authoring.Open(nil, ""); return err }},
		{"rules to lint that are none", "no rules to open", func() error { _, err := authoring.Lint(ctx, nil, ""); return err }},
		{"another policy without a name", "Under", func() error { _, err := e.Evaluate(c, engine.Under("")); return err }},
		{"loading without a context", "context", func() error { _, err := engine.Load(noContext, rules.FS); return err }},
		{"comparing without a context", "context", func() error { _, err := e.Compare(noContext, c); return err }},
		{"visiting without a context", "context", func() error { return e.EachPolicy(noContext, nil, never) }},
		{"listing services without a context", "context", func() error { _, err := e.Directory(noContext); return err }},
		{"deciding many without a context", "context", func() error { return p.VerdictsJSON(noContext, 1, read, done) }},
		{"linting without a context", "context", func() error { _, err := authoring.Lint(noContext, rules.FS, ""); return err }},
		{"running without a context", "context", func() error { _, err := root.Run(noContext, nil); return err }},
		{"covering without a context", "context", func() error { _, _, err := root.Cover(noContext, nil); return err }},
		{"checking a list without a context", "context", func() error { _, err := root.Checklist(noContext); return err }},
		{"a schema that does not exist", `"levels"`, func() error { _, err := authoring.Schema("levels"); return err }},
	}
	for name, e := range map[string]*engine.Engine{"nil": noEngine, "zero": {}} {
		list = append(list,
			misuse{name + " engine reads", "Open or Load", func() error { _, err := e.ReadCase("case.yaml", nil); return err }},
			misuse{name + " engine evaluates", "Open or Load", func() error { _, err := e.Evaluate(c); return err }},
			misuse{name + " engine gives a policy", "Open or Load", func() error { _, err := e.Policy("bexley-2020"); return err }},
			misuse{name + " engine chooses", "Open or Load", func() error { _, err := e.PolicyOn("bexley", c.AsOf()); return err }},
			misuse{name + " engine compares", "Open or Load", func() error { _, err := e.Compare(ctx, c); return err }},
			misuse{name + " engine lists services", "Open or Load", func() error { _, err := e.Directory(ctx); return err }},
			misuse{name + " engine visits", "Open or Load", func() error { return e.EachPolicy(ctx, nil, never) }})
		if e.IDs() != nil || e.Councils() != nil || e.Editions("bexley") != nil {
			t.Errorf("the %s engine has policies", name)
		}
	}
	for name, p := range map[string]*engine.Policy{"nil": noPolicy, "zero": {}} {
		list = append(list,
			misuse{name + " policy decides", "Engine.Policy", func() error { return p.Verdict(c, v) }},
			misuse{name + " policy decides JSON", "Engine.Policy", func() error { return p.VerdictJSON(nil, v) }},
			misuse{name + " policy decides many", "Engine.Policy", func() error { return p.VerdictsJSON(ctx, 1, read, done) }})
		if p.ID() != "" || !reflect.DeepEqual(p.Info(), engine.PolicyInfo{}) {
			t.Errorf("the %s policy describes itself", name)
		}
	}
	for name, r := range map[string]*authoring.Root{"nil": noRoot, "zero": {}} {
		list = append(list,
			misuse{name + " root runs", "make it with Open", func() error { _, err := r.Run(ctx, nil); return err }},
			misuse{name + " root covers", "make it with Open", func() error { _, _, err := r.Cover(ctx, nil); return err }},
			misuse{name + " root holds a checklist", "make it with Open", func() error { _, err := r.Checklist(ctx); return err }},
			misuse{name + " root prints a schema", "make it with Open", func() error { _, err := r.CaseSchema(); return err }})
	}
	for name, c := range map[string]*engine.Case{"nil": nil, "zero": {}} {
		if c.ID() != "" || c.Policy() != "" || c.Council() != "" || c.Warnings() != nil || !c.AsOf().IsZero() {
			t.Errorf("the %s case says something", name)
		}
	}
	for _, m := range list {
		if err := m.do(); err == nil || !strings.Contains(err.Error(), m.says) || strings.HasPrefix(err.Error(), ":") {
			t.Errorf("%s: the error is %v, and should say %q", m.what, err, m.says)
		}
	}
}

// TestNobodyChangesAPolicy: what a policy gives out is the caller's own.
func TestNobodyChangesAPolicy(t *testing.T) {
	for i, of := 0, reflect.TypeFor[engine.Policy](); i < of.NumField(); i++ {
		if of.Field(i).IsExported() {
			t.Errorf("engine.Policy has the field %s, which a caller could set", of.Field(i).Name)
		}
	}
	e := open(t)
	p, err := e.Policy("bexley-2020")
	if err != nil {
		t.Fatal(err)
	}
	mine := p.Info()
	mine.ID, mine.Levels[0].Name = "mine", "Mine"
	ids := e.IDs()
	ids[0] = "mine"
	again, err := e.Policy("bexley-2020")
	if err != nil || again.ID() != "bexley-2020" || again.Info().Levels[0].Name == "Mine" || e.IDs()[0] == "mine" {
		t.Errorf("a caller changed the policy: %v, %+v, %v", err, again.Info(), e.IDs())
	}
}

// TestACancelledContextStopsWhatRunsLong: nothing goes on when nobody waits.
func TestACancelledContextStopsWhatRunsLong(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	e := open(t)
	c := sound(t, e)
	p, err := e.Policy("bexley-2020")
	if err != nil {
		t.Fatal(err)
	}
	root, err := authoring.Open(rules.FS, "")
	if err != nil {
		t.Fatal(err)
	}
	for what, do := range map[string]func() error{
		"Load":      func() error { _, err := engine.Load(ctx, rules.FS); return err },
		"Compare":   func() error { _, err := e.Compare(ctx, c); return err },
		"Directory": func() error { _, err := e.Directory(ctx); return err },
		"VerdictsJSON": func() error {
			return p.VerdictsJSON(ctx, 3, func(int, []byte) ([]byte, error) { return nil, nil }, func(int, *engine.Verdict, error) {})
		},
		"Lint":      func() error { _, err := authoring.Lint(ctx, rules.FS, ""); return err },
		"Run":       func() error { _, err := root.Run(ctx, nil); return err },
		"Checklist": func() error { _, err := root.Checklist(ctx); return err },
	} {
		if err := do(); err != context.Canceled {
			t.Errorf("%s goes on: %v", what, err)
		}
	}
}

// The rules are a file system like any other.
var _ fs.FS = rules.FS
