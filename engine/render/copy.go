package render

import "reflect"

// copied returns a deep copy of a report in which every nil list and map is an empty
// one and every text has gone through change. Map keys stay as they are.
//
// It works on any shape, so that a field added later cannot be forgotten here.
func copied[T any](report T, change func(string) string) T {
	var out T
	reflect.ValueOf(&out).Elem().Set(copyOf(reflect.ValueOf(report), change))
	return out
}

func copyOf(v reflect.Value, change func(string) string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		out.SetString(change(v.String()))
	case reflect.Slice:
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(copyOf(v.Index(i), change))
		}
	case reflect.Map:
		out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		for _, key := range v.MapKeys() {
			out.SetMapIndex(key, copyOf(v.MapIndex(key), change))
		}
	case reflect.Struct:
		out.Set(v) // fields that are not exported can only be copied whole
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(copyOf(v.Field(i), change))
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(copyOf(v.Elem(), change))
		}
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(copyOf(v.Elem(), change))
		}
	default:
		out.Set(v)
	}
	return out
}
