package term_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"windscreen/engine/term"
)

// constant is a constant of the package with the name of its type.
type constant struct{ name, ofType, code string }

// constants reads the constants of the package, and the names of its types of text, from
// their source.
func constants(t *testing.T) (list []constant, types []string) {
	t.Helper()
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, s := range g.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					if base, ok := s.Type.(*ast.Ident); ok && base.Name == "string" {
						types = append(types, s.Name.Name)
					}
				case *ast.ValueSpec:
					if g.Tok == token.CONST {
						list = append(list, constantOf(t, s))
					}
				}
			}
		}
	}
	return list, types
}

func constantOf(t *testing.T, s *ast.ValueSpec) constant {
	t.Helper()
	of, ok := s.Type.(*ast.Ident)
	if !ok || len(s.Names) != 1 {
		t.Fatalf("%s: write each constant on a line with its type", s.Names[0].Name)
	}
	literal, ok := s.Values[0].(*ast.BasicLit)
	if !ok {
		t.Fatalf("%s: write its code as a text", s.Names[0].Name)
	}
	code, err := strconv.Unquote(literal.Value)
	if err != nil {
		t.Fatal(err)
	}
	return constant{s.Names[0].Name, of.Name, code}
}

// TestEveryConstantHasARowAndEveryRowAConstant reads the source, so that neither can be
// forgotten.
func TestEveryConstantHasARowAndEveryRowAConstant(t *testing.T) {
	list, types := constants(t)
	groups := map[string]term.Table[string]{}
	for _, g := range term.Groups() {
		groups[g.Type] = g.Words
	}
	for _, name := range types {
		if groups[name] == nil {
			t.Errorf("the list %s is not among Groups, so that no test looks at its words", name)
		}
	}
	rows := map[string][]string{}
	for _, c := range list {
		rows[c.ofType] = append(rows[c.ofType], c.code)
		if _, ok := groups[c.ofType].Of(c.code); !ok {
			t.Errorf("%s has no row in the table of %s: give it words", c.name, c.ofType)
		}
	}
	for name, words := range groups {
		for _, w := range words {
			if !slices.Contains(rows[name], w.Code) {
				t.Errorf("the table of %s has %q, which is no constant", name, w.Code)
			}
		}
	}
	if len(list) < 80 || len(types) < 20 {
		t.Errorf("%d constants of %d types were found; is this looking in the right place?", len(list), len(types))
	}
}

func TestEveryRowHasWordsAndAMeaning(t *testing.T) {
	for _, g := range term.Groups() {
		seen := map[string]bool{}
		for _, w := range g.Words {
			switch {
			case w.Code == "" || seen[w.Code]:
				t.Errorf("%s: the code %q is empty or stands twice", g.Type, w.Code)
			case strings.TrimSpace(w.Says) == "" || strings.Contains(w.Says, "_") || strings.HasSuffix(w.Says, "."):
				t.Errorf("%s: %s has no words for people that can stand within a sentence: %q", g.Type, w.Code, w.Says)
			case strings.TrimSpace(w.Doc) == "" || strings.HasSuffix(w.Doc, "."):
				t.Errorf("%s: %s has no meaning, or one with a full stop: %q", g.Type, w.Code, w.Doc)
			}
			seen[w.Code] = true
		}
	}
}

// TestEverySwitchOverAListNamesEachWord keeps a new word from being taken for an old one:
// such a switch has a case for each word, and no default.
func TestEverySwitchOverAListNamesEachWord(t *testing.T) {
	list, _ := constants(t)
	ofType, all := map[string]string{}, map[string][]string{}
	for _, c := range list {
		ofType[c.name] = c.ofType
		all[c.ofType] = append(all[c.ofType], c.name)
	}
	switches := 0
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		here := f.Name.Name == "term"
		ast.Inspect(f, func(n ast.Node) bool {
			s, ok := n.(*ast.SwitchStmt)
			if !ok || s.Tag == nil {
				return true
			}
			named, hasDefault := cases(s, here)
			named = slices.DeleteFunc(named, func(name string) bool { return ofType[name] == "" })
			if len(named) == 0 {
				return true
			}
			switches++
			if hasDefault {
				t.Errorf("%s: a default stands for words of %s that are not named", files.Position(s.Pos()), ofType[named[0]])
			}
			for _, name := range all[ofType[named[0]]] {
				if !slices.Contains(named, name) {
					t.Errorf("%s: there is no case for term.%s", files.Position(s.Pos()), name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if switches < 10 {
		t.Errorf("%d switches were found; is this looking in the right place?", switches)
	}
}

// cases are the constants of package term that the cases of a switch name, and whether it
// has a default.
func cases(s *ast.SwitchStmt, here bool) (named []string, hasDefault bool) {
	for _, clause := range s.Body.List {
		c, ok := clause.(*ast.CaseClause)
		if !ok {
			continue
		}
		hasDefault = hasDefault || c.List == nil
		for _, e := range c.List {
			switch e := e.(type) {
			case *ast.SelectorExpr:
				if x, ok := e.X.(*ast.Ident); ok && x.Name == "term" {
					named = append(named, e.Sel.Name)
				}
			case *ast.Ident:
				if here {
					named = append(named, e.Name)
				}
			}
		}
	}
	return named, hasDefault
}
