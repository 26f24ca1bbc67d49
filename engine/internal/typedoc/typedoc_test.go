package typedoc

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs.json anew")

// packages are the folders of the packages whose types answers are made of.
var packages = []string{"", "comparison", "diagnostic", "directory", "facts", "family", "internal/web", "page", "recommendation"}

// coded are the types whose constants are codes in answers.
var coded = []string{"diagnostic.Code", "page.Reason", "web.Kind"}

func TestTheDocsAreThoseOfTheSource(t *testing.T) {
	w, set := newWords(), token.NewFileSet()
	var files []*ast.File
	for _, folder := range append(packages, "term") {
		for _, f := range parsed(t, set, folder) {
			w.learn(f)
			if folder != "term" {
				files = append(files, f)
			}
		}
	}
	d := Docs{Types: map[string]string{}, Fields: map[string]string{}, Codes: map[string][]Code{}}
	for _, f := range files {
		d.read(w, set, f)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(d); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("docs.json", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(b.Bytes(), data) {
		t.Error("docs.json is not what the source says; run the test with -update to write it")
	}
}

// parsed are the files of a package, without tests.
func parsed(t *testing.T, set *token.FileSet, folder string) (out []*ast.File) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", folder, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v", folder, err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}

// read takes the comments of a file.
func (d *Docs) read(w words, set *token.FileSet, f *ast.File) {
	for _, decl := range f.Decls {
		of, isGen := decl.(*ast.GenDecl)
		if !isGen {
			continue
		}
		for _, spec := range of.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				d.structure(w, set, f.Name.Name, of, spec)
			case *ast.ValueSpec:
				d.constant(f.Name.Name, of, spec)
			}
		}
	}
}

// structure takes the comments of a struct whose fields are written as JSON.
func (d *Docs) structure(w words, set *token.FileSet, pkg string, of *ast.GenDecl, spec *ast.TypeSpec) {
	s, isStruct := spec.Type.(*ast.StructType)
	if !isStruct || !spec.Name.IsExported() {
		return
	}
	keys, written := w.keysWithin(s), keysOf(s)
	name := pkg + "." + spec.Name.Name
	if len(written) == 0 {
		return
	}
	d.Types[name] = w.ofType(spec.Name.Name, firstText(spec.Doc, of.Doc), keys)
	group, last := "", 0
	for _, f := range s.Fields.List {
		own := firstText(f.Doc, f.Comment)
		begins := set.Position(f.Pos()).Line
		if f.Doc != nil || begins > last+1 {
			group = own // a comment speaks of the fields that follow without a line between
		}
		last = set.Position(f.End()).Line
		for _, n := range f.Names {
			text := own
			if text == "" && regexp.MustCompile(`\b`+n.Name+`\b`).MatchString(group) {
				text = group
			}
			if tag, tagged := tagOf(f, "jsonschema"); tagged {
				text = tag
			}
			if written[n.Name] != "" && text != "" {
				d.Fields[name+"."+n.Name] = w.ofField(f, text, keys)
			}
		}
	}
}

// constant takes the comment of a text constant with a type.
func (d *Docs) constant(pkg string, of *ast.GenDecl, spec *ast.ValueSpec) {
	typ, typed := spec.Type.(*ast.Ident)
	if of.Tok != token.CONST || !typed || !slices.Contains(coded, pkg+"."+typ.Name) {
		return
	}
	eachText(spec, func(name, code string) {
		means := firstText(spec.Doc, spec.Comment)
		if before, after, found := strings.Cut(means, ": "); found && strings.Contains(before, name) {
			means = after
		}
		of := pkg + "." + typ.Name
		d.Codes[of] = append(d.Codes[of], Code{code, means})
	})
}

// keysOf are the JSON keys of the fields of a struct.
func keysOf(s *ast.StructType) map[string]string {
	keys := map[string]string{}
	for _, f := range s.Fields.List {
		for _, n := range f.Names {
			if key := keyOf(f); key != "" {
				keys[n.Name] = key
			}
		}
	}
	return keys
}

// keyOf is the JSON key of a field; empty where it has none.
func keyOf(f *ast.Field) string {
	tag, _ := tagOf(f, "json")
	key, _, _ := strings.Cut(tag, ",")
	if key == "-" {
		return ""
	}
	return key
}

func tagOf(f *ast.Field, name string) (string, bool) {
	if f.Tag == nil {
		return "", false
	}
	text, err := strconv.Unquote(f.Tag.Value)
	if err != nil {
		return "", false
	}
	return reflect.StructTag(text).Lookup(name)
}

// firstText is the text of the first comment that is there, on one line.
func firstText(list ...*ast.CommentGroup) string {
	for _, c := range list {
		if c != nil {
			return strings.Join(strings.Fields(c.Text()), " ")
		}
	}
	return ""
}
