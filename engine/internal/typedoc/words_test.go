package typedoc

import (
	"go/ast"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"windscreen/engine/internal/english"
)

// words are what names of Go are called in JSON, for people who read JSON and no Go.
type words struct {
	// keys are the JSON keys of fields, by type and field, such as Level.Settled.
	keys map[string]string
	// values are the texts of constants, by their names; of are the names by type.
	values map[string]string
	of     map[string][]string
}

func newWords() words { return words{map[string]string{}, map[string]string{}, map[string][]string{}} }

// learn learns the fields and the constants of a file.
func (w words) learn(f *ast.File) {
	for _, decl := range f.Decls {
		of, isGen := decl.(*ast.GenDecl)
		if !isGen {
			continue
		}
		for _, spec := range of.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				if s, isStruct := spec.Type.(*ast.StructType); isStruct {
					for field, key := range keysOf(s) {
						w.keys[spec.Name.Name+"."+field] = key
					}
				}
			case *ast.ValueSpec:
				if of.Tok == token.CONST {
					w.constants(spec)
				}
			}
		}
	}
}

// constants learns text constants.
func (w words) constants(spec *ast.ValueSpec) {
	eachText(spec, func(name, value string) {
		w.values[name] = value
		if of, typed := spec.Type.(*ast.Ident); typed {
			w.of[of.Name] = append(w.of[of.Name], name)
		}
	})
}

// eachText goes through the exported text constants of a declaration.
func eachText(spec *ast.ValueSpec, do func(name, value string)) {
	for i, n := range spec.Names {
		if i >= len(spec.Values) || !n.IsExported() {
			continue
		}
		literal, isLiteral := spec.Values[i].(*ast.BasicLit)
		if !isLiteral || literal.Kind != token.STRING {
			continue
		}
		if value, err := strconv.Unquote(literal.Value); err == nil {
			do(n.Name, value)
		}
	}
}

// keysWithin are the JSON keys of the fields of a struct, and of those that are embedded in it.
func (w words) keysWithin(s *ast.StructType) map[string]string {
	keys := keysOf(s)
	for _, f := range s.Fields.List {
		of := f.Type
		if pointer, isPointer := of.(*ast.StarExpr); isPointer {
			of = pointer.X
		}
		if selected, isOther := of.(*ast.SelectorExpr); isOther {
			of = selected.Sel
		}
		name, named := of.(*ast.Ident)
		if len(f.Names) > 0 || !named {
			continue
		}
		for member, key := range w.keys {
			if field, within := strings.CutPrefix(member, name.Name+"."); within && keys[field] == "" {
				keys[field] = key
			}
		}
	}
	return keys
}

// ofType is the comment of a type: it says what this is, and begins with no name.
func (w words) ofType(name, text string, keys map[string]string) string {
	rest, named := strings.CutPrefix(text, name+" ")
	if !named {
		return w.plain(text, keys)
	}
	verb, what, _ := strings.Cut(rest, " ")
	if verb == "is" || verb == "are" {
		return english.UpperFirst(w.plain(what, keys))
	}
	return "This " + w.plain(rest, keys)
}

// ofField is the comment of a field. Where JSON leaves out a value that is not there, it is absent; otherwise it is null, or
// empty if it is a time.
func (w words) ofField(f *ast.Field, text string, keys map[string]string) string {
	text = qualified.ReplaceAllString(text, "$1")
	if of, selected := f.Type.(*ast.SelectorExpr); selected {
		text = replaceNames(text, w.of[of.Sel.Name], func(name string) string { return w.values[name] })
	}
	text = w.plain(text, keys)
	none, noTime := "null", "empty"
	if tag, _ := tagOf(f, "json"); strings.Contains(tag, ",omit") {
		none, noTime = "absent", "absent"
	}
	return strings.NewReplacer(" nil", " "+none, " zero", " "+noTime).Replace(text)
}

// plain is a comment with the words of JSON for the names of Go. Keys are those of the struct that the comment is in.
func (w words) plain(text string, keys map[string]string) string {
	text = qualified.ReplaceAllString(text, "$1")
	text = member.ReplaceAllStringFunc(text, func(found string) string {
		of, _, _ := strings.Cut(found, ".")
		if key := w.keys[found]; key != "" {
			return "`" + key + "` of " + of
		}
		return found
	})
	text = replaceNames(text, slices.Collect(maps.Keys(keys)), func(name string) string { return keys[name] })
	return camel.ReplaceAllStringFunc(text, func(name string) string {
		if value, there := w.values[name]; there {
			return "`" + value + "`"
		}
		for field, key := range w.keys {
			if strings.HasSuffix(field, "."+name) {
				return "`" + key + "`"
			}
		}
		return name
	})
}

// replaceNames puts something else for names in a text. A name behind a dot is that of something else.
func replaceNames(text string, names []string, by func(string) string) string {
	if len(names) == 0 {
		return text
	}
	slices.Sort(names)
	named := regexp.MustCompile(`(^|[^.\w])(` + strings.Join(names, "|") + `)\b`)
	return named.ReplaceAllStringFunc(text, func(found string) string {
		parts := named.FindStringSubmatch(found)
		return parts[1] + "`" + by(parts[2]) + "`"
	})
}

var (
	// qualified is a name of another package of Go, which means nothing to whoever reads JSON.
	qualified = regexp.MustCompile(`\b(?:term|recommendation|family|engine|page)\.([A-Z])`)
	// member is a field of a type.
	member = regexp.MustCompile(`\b[A-Z]\w*\.[A-Z]\w*`)
	// camel is a name of Go that is no word of English.
	camel = regexp.MustCompile(`\b[A-Z][a-z]+[A-Z]\w*`)
)

func TestCommentsAreInTheWordsOfJSON(t *testing.T) {
	w := newWords()
	w.keys = map[string]string{"Due.AsOf": "as_of", "Contact.Hours": "hours"}
	w.values = map[string]string{"NowDue": "now_due", "KindGround": "ground", "Possible": "possible"}
	w.of = map[string][]string{"State": {"NowDue", "Possible"}}
	field := func(tag string) *ast.Field {
		return &ast.Field{Type: &ast.SelectorExpr{X: ast.NewIdent("term"), Sel: ast.NewIdent("State")},
			Tag: &ast.BasicLit{Value: "`json:\"" + tag + "\"`"}}
	}
	for want, got := range map[string]string{
		"A deadline, by `as_of`.":        w.ofType("Due", "Due is a deadline, by AsOf.", nil),
		"This says why, as `own`.":       w.ofType("Due", "Due says why, as Own.", map[string]string{"Own": "own"}),
		"`hours` of Contact, `ground`.":  w.plain("Contact.Hours, KindGround.", nil),
		"`now_due` or `possible`; null.": w.ofField(field("x"), "NowDue or Possible; nil.", nil),
		"Lasting; absent.":               w.ofField(field("x,omitempty"), "Lasting; nil.", nil),
	} {
		if got != want {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
}
