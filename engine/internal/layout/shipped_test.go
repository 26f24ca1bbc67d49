package layout_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/cel-go/cel"
	"gopkg.in/yaml.v3"

	"windscreen/engine"
	"windscreen/engine/internal/layout"
)

// shipped calls visit with every YAML file of the project that authors write.
func shipped(t *testing.T, visit func(name string, data []byte)) {
	t.Helper()
	for _, dir := range []string{"rules", "fixtures"} {
		found := 0
		err := fs.WalkDir(os.DirFS("../../../"+dir), ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".yaml") {
				return err
			}
			data, err := os.ReadFile("../../../" + dir + "/" + path)
			found++
			visit(dir+"/"+path, data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if found < 20 {
			t.Fatalf("only %d files in %s", found, dir)
		}
	}
}

func TestTheShippedFilesLaidOutStayTheSame(t *testing.T) {
	rules := fstest.MapFS{}
	shipped(t, func(name string, data []byte) {
		once, faults := layout.Format(name, data)
		if once == nil {
			t.Errorf("%s: %s", name, faults)
			return
		}
		if twice, _ := layout.Format(name, once); string(twice) != string(once) {
			t.Errorf("%s: laid out again, it changes", name)
		}
		if path, ok := strings.CutPrefix(name, "rules/"); ok {
			rules[path] = &fstest.MapFile{Data: once}
		}
		sameTree(t, name, data, once)
	})
	if _, err := engine.Load(t.Context(), rules); err != nil {
		t.Errorf("laid out, the rules do not load: %s", err)
	}
}

// sameTree compares two texts by what yaml.v3 and cel-go read, and not by what the package itself compares.
func sameTree(t *testing.T, name string, before, after []byte) {
	t.Helper()
	env, err := cel.NewCustomEnv(cel.ClearMacros())
	if err != nil {
		t.Fatal(err)
	}
	same := func(a, b string) bool {
		if a == b {
			return true
		}
		first, issues := env.Parse(a)
		second, also := env.Parse(b)
		if issues.Err() != nil || also.Err() != nil {
			return false
		}
		one, err := cel.AstToString(first)
		if err != nil {
			return false
		}
		two, err := cel.AstToString(second)
		return err == nil && one == two
	}
	var compare func(a, b *yaml.Node)
	compare = func(a, b *yaml.Node) {
		switch {
		case a.Kind != b.Kind || a.ShortTag() != b.ShortTag() || len(a.Content) != len(b.Content):
			t.Errorf("%s: line %d is something else", name, a.Line)
			return
		case a.Kind == yaml.ScalarNode && !same(a.Value, b.Value):
			t.Errorf("%s: line %d was %q and is %q", name, a.Line, a.Value, b.Value)
		}
		for i := range a.Content {
			compare(a.Content[i], b.Content[i])
		}
	}
	var a, b yaml.Node
	if err := yaml.Unmarshal(before, &a); err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(after, &b); err != nil {
		t.Fatal(err)
	}
	compare(&a, &b)
}
