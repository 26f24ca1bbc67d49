package layout

import (
	"reflect"
	"testing"

	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
)

// TestTheKeysOfConditionsAreThoseOfTheFiles collects the keys under which files hold an expression.
func TestTheKeysOfConditionsAreThoseOfTheFiles(t *testing.T) {
	found, seen := map[string]bool{}, map[reflect.Type]bool{}
	var visit func(of reflect.Type)
	visit = func(of reflect.Type) {
		for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct || seen[of] || of.PkgPath() == "gopkg.in/yaml.v3" {
			return
		}
		seen[of] = true
		for i := range of.NumField() {
			f := of.Field(i)
			if f.Type == reflect.TypeFor[shape.Expr]() {
				found[f.Tag.Get("yaml")] = true
			}
			visit(f.Type)
		}
	}
	files := []reflect.Type{reflect.TypeFor[rulefile.Rules](), reflect.TypeFor[rulefile.Policy](), reflect.TypeFor[rulefile.Vocabulary]()}
	for _, file := range files {
		visit(file)
	}
	if !reflect.DeepEqual(found, conditions) {
		t.Errorf("files have conditions under %v, and the layout knows %v", found, conditions)
	}
}
