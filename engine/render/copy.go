package render

import (
	"reflect"
	"sync"
)

// copied returns a deep copy of a report in which every nil list and map is an empty
// one and every text has gone through change. Map keys stay as they are.
//
// It works on any shape, so that a field added later cannot be forgotten here.
func copied[T any](report T, change func(string) string) T {
	out := report
	deepen(reflect.ValueOf(&out).Elem(), change)
	return out
}

// deepen makes what holds a copy of a value hold a deep copy, in place.
func deepen(v reflect.Value, change func(string) string) {
	switch v.Kind() {
	case reflect.String:
		if was := v.String(); was != "" {
			if is := change(was); is != was {
				v.SetString(is)
			}
		} else if is := change(""); is != "" {
			v.SetString(is)
		}
	case reflect.Slice:
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		v.Set(own)
		if deep(v.Type().Elem()) {
			for i := range own.Len() {
				deepen(own.Index(i), change)
			}
		}
	case reflect.Map:
		own := reflect.MakeMapWithSize(v.Type(), v.Len())
		value := reflect.New(v.Type().Elem()).Elem()
		for each := v.MapRange(); each.Next(); {
			value.Set(each.Value())
			deepen(value, change)
			own.SetMapIndex(each.Key(), value)
		}
		v.Set(own)
	case reflect.Struct:
		for _, i := range deepFields(v.Type()) {
			deepen(v.Field(i), change)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			own := reflect.New(v.Type().Elem())
			own.Elem().Set(v.Elem())
			deepen(own.Elem(), change)
			v.Set(own)
		}
	case reflect.Interface:
		if !v.IsNil() {
			own := reflect.New(v.Elem().Type()).Elem()
			own.Set(v.Elem())
			deepen(own, change)
			v.Set(own)
		}
	default: // numbers and the like are copied whole
	}
}

// deep reports whether values of a type have anything in them that is not copied whole.
func deep(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Slice, reflect.Map, reflect.Pointer, reflect.Interface:
		return true
	case reflect.Struct:
		return len(deepFields(t)) > 0
	default:
		return false
	}
}

// fieldsOf are the deepFields of the structures met so far.
var fieldsOf sync.Map

// deepFields are the places of the fields of a structure that are not copied whole. Fields that are not
// exported can only be copied whole.
func deepFields(t reflect.Type) []int {
	known, _ := fieldsOf.Load(t)
	if list, ok := known.([]int); ok {
		return list
	}
	var out []int
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && deep(f.Type) {
			out = append(out, i)
		}
	}
	fieldsOf.Store(t, out)
	return out
}
