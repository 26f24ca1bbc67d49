package pattern_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestEveryPatternCompilesWhenItIsNeeded reads the code of the program. A pattern that is none would make its first user's command
// panic, and one that is compiled as a package begins is compiled by every command.
func TestEveryPatternCompilesWhenItIsNeeded(t *testing.T) {
	const begins = "a regular expression is compiled when the package begins: make it with pattern.New"
	root, tried := os.DirFS("../../.."), 0
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (d.Name() == "node_modules" || d.Name() == "pagetest") { // which only tests use
			return skip(err)
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		data, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, data, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			_, inFunc := decl.(*ast.FuncDecl)
			ast.Inspect(decl, func(n ast.Node) bool {
				switch _, within := n.(*ast.FuncLit); {
				case within:
					return false
				case !inFunc && calls(n, "regexp", "MustCompile") != nil:
					t.Errorf("%s: %s", path, begins)
				}
				expr, literal := text(calls(n, "pattern", "New"))
				if !literal {
					return true
				}
				tried++
				if _, err := regexp.Compile(expr); err != nil {
					t.Errorf("%s: %v", path, err)
				}
				return true
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if tried < 20 {
		t.Errorf("%d patterns were found, and there are more", tried)
	}
}

// skip skips a folder where there is no fault.
func skip(err error) error {
	if err == nil {
		return fs.SkipDir
	}
	return err
}

// calls is what a function of a package is called with; nil where n is no such call.
func calls(n ast.Node, pkg, name string) ast.Expr {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) != 1 {
		return nil
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || f.Sel.Name != name {
		return nil
	}
	if x, ok := f.X.(*ast.Ident); !ok || x.Name != pkg {
		return nil
	}
	return call.Args[0]
}

// text is the value of literals that are joined by +.
func text(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.BinaryExpr:
		left, ok := text(e.X)
		right, also := text(e.Y)
		return left + right, ok && also
	}
	return "", false
}
