package engine_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestNoPublicSignatureNamesAnInternalType goes through the source of every package that
// callers may import: what they cannot name, they cannot use.
func TestNoPublicSignatureNamesAnInternalType(t *testing.T) {
	packages := 0
	err := filepath.WalkDir(".", func(dir string, d os.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case d.Name() == "internal" || d.Name() == "testdata":
			return filepath.SkipDir
		}
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			return err
		}
		packages++
		for _, name := range files {
			if !strings.HasSuffix(name, "_test.go") {
				surface(t, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if packages < 8 {
		t.Errorf("only %d packages were looked at", packages)
	}
}

// surface reports internal types in what one file exports.
func surface(t *testing.T, name string) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	internal := map[string]bool{}
	for _, i := range file.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(p, "/internal/") {
			name := path.Base(p)
			if i.Name != nil {
				name = i.Name.Name
			}
			internal[name] = true
		}
	}
	look := func(n ast.Node) {
		if n == nil {
			return
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && internal[x.Name] {
					t.Errorf("%s: %s.%s is of an internal package", fset.Position(s.Pos()), x.Name, s.Sel.Name)
				}
			}
			return true
		})
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && exportedReceiver(d.Recv) {
				look(d.Type)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					if s.Name.IsExported() {
						lookAtType(s.Type, look)
					}
				case *ast.ValueSpec:
					if len(s.Names) > 0 && s.Names[0].IsExported() {
						look(s.Type)
					}
				}
			}
		}
	}
}

// exportedReceiver reports whether a function is no method, or one of an exported type.
func exportedReceiver(recv *ast.FieldList) bool {
	if recv == nil {
		return true
	}
	exported := false
	ast.Inspect(recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			exported = exported || id.IsExported()
		}
		return true
	})
	return exported
}

// lookAtType looks at a type: of a structure, at the fields that are exported or embedded.
func lookAtType(x ast.Expr, look func(ast.Node)) {
	s, ok := x.(*ast.StructType)
	if !ok {
		look(x)
		return
	}
	for _, f := range s.Fields.List {
		if len(f.Names) == 0 || f.Names[0].IsExported() {
			look(f.Type)
		}
	}
}
