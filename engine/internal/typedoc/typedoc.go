// Package typedoc says of the types that answers are made of what their doc comments say, so that the schemas of answers
// describe each property in the words of the source and in no others. File docs.json holds the comments; its test writes
// it from the source, with -update.
package typedoc

import (
	_ "embed"
	"encoding/json"
	"path"
	"reflect"
	"strings"
	"sync"
)

//go:embed docs.json
var data []byte

// Docs are what the comments say.
type Docs struct {
	// Types are by the name of the type with its package, such as recommendation.Level.
	Types map[string]string `json:"types"`
	// Fields are by the same name and that of the field in Go, such as recommendation.Level.Settled.
	Fields map[string]string `json:"fields"`
	// Codes are the constants of a type by the name of the type, and then by their values.
	Codes map[string][]Code `json:"codes"`
}

// Code is a constant and what it means.
type Code struct {
	Code  string `json:"code"`
	Means string `json:"means"`
}

// all are the docs. The file is written by a test, and another holds that it can be read.
var all = sync.OnceValue(func() Docs {
	var d Docs
	if err := json.Unmarshal(data, &d); err != nil {
		return Docs{}
	}
	return d
})

// nameOf is the name of a type with that of its package.
func nameOf(t reflect.Type) string { return path.Base(t.PkgPath()) + "." + t.Name() }

// Named is what the type is that schemas call by a name; empty where it has no comment.
func Named(name string) string {
	for of, text := range all().Types {
		if pkg, own, _ := strings.Cut(of, "."); nameIn(pkg, own) == name {
			return text
		}
	}
	return ""
}

// Field is what a field of a struct is; empty where nothing says so.
func Field(of reflect.Type, field string) string { return all().Fields[nameOf(of)+"."+field] }

// Codes are the constants of a type, in the order of the source.
func Codes(of reflect.Type) []Code { return all().Codes[nameOf(of)] }

// Name is what a schema calls a type: types of different packages have different names.
func Name(t reflect.Type) string { return nameIn(path.Base(t.PkgPath()), t.Name()) }

func nameIn(pkg, name string) string {
	prefix := strings.ToUpper(pkg[:1]) + pkg[1:]
	if pkg == "recommendation" || pkg == "engine" || strings.HasPrefix(name, prefix) {
		return name
	}
	return prefix + name
}
