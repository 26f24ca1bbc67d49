package readfile

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"windscreen/engine/diagnostic"
)

// meant are the endings of files that hold rules, scenarios or cases, or in which
// people might write them.
var meant = []string{".yaml", ".yml", ".json"}

// misspelt are endings that are meant for one of those.
var misspelt = []string{".yam", ".yalm", ".ymal", ".yamll", ".yaaml", ".yaml1", ".yl", ".ym", ".jsn", ".jso", ".josn", ".jsom"}

// passedOver is the fault of a file that seems to be meant for reading, though its
// name does not end as it should; nil of any other. It seems so where the name has
// .yaml, .yml or .json anywhere in it, in capitals or not, where its ending is one of
// them misspelt, and where it has no ending and no capitals: "levels", but not
// "LICENSE". A guide (README.md) and a Go file are not.
func passedOver(name string, endings []string) *diagnostic.Diagnostic {
	base := path.Base(name)
	plain := strings.ToLower(strings.TrimFunc(base, unicode.IsSpace))
	ext := path.Ext(plain)
	switch {
	case slices.ContainsFunc(meant, func(m string) bool { return strings.Contains(plain, m) }):
	case slices.Contains(misspelt, ext):
	case ext == "" && plain == base:
	default:
		return nil
	}
	remedy := "end its name in " + strings.Join(endings, " or ") + ", or remove it"
	switch stem := strings.TrimSuffix(base, path.Ext(base)); {
	case strings.TrimFunc(base, unicode.IsSpace) != base:
		remedy = "remove the space at the start or end of its name"
	case ext == ".json" && !slices.Contains(endings, ext):
		remedy = fmt.Sprintf("write it as YAML, in %s.yaml, or remove it", stem)
	case slices.Contains(endings, ext):
		remedy = "call it " + stem + ext
	case ext == ".yml":
		remedy = "call it " + stem + ".yaml"
	}
	return fault(name, diagnostic.MissingFile, "nothing would read this file", remedy)
}
