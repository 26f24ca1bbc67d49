package impact

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// spell is a value as text, so that values that say something else have another text. What stands for something else, such
// as a fact or a contact, is given by its name. No text stands for nothing, and also for 0, no and empty text: where
// these differ from nothing, as in what is taken of a fact, pointed spells them.
func spell(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Bool:
		if v.Bool() {
			return "yes"
		}
		return ""
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if v.Int() == 0 {
			return ""
		}
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if v.Uint() == 0 {
			return ""
		}
		return strconv.FormatUint(v.Uint(), 10)
	case reflect.Slice, reflect.Array:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = spell(v.Index(i))
		}
		return strings.Join(parts, "; ")
	case reflect.Map:
		var parts []string
		for _, k := range v.MapKeys() {
			parts = append(parts, spell(k)+": "+spell(v.MapIndex(k)))
		}
		slices.Sort(parts)
		return strings.Join(parts, "; ")
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return pointed(v)
	case reflect.Interface:
		if v.IsNil() {
			return ""
		}
		if v.CanInterface() {
			if s, ok := v.Interface().(fmt.Stringer); ok {
				return s.String()
			}
		}
		return spell(v.Elem())
	case reflect.Struct:
		return structure(v)
	default:
		return fmt.Sprint(v.Kind())
	}
}

// pointed is what a pointer points to, by name where it has one.
func pointed(v reflect.Value) string {
	switch v.Type() {
	case reflect.TypeFor[*vocabulary.Value](): // from 0 to 0 is not the same as nothing
		return fmt.Sprintf("%d to %d", v.Elem().FieldByName("Lo").Int(), v.Elem().FieldByName("Hi").Int())
	case reflect.TypeFor[*vocabulary.Fact]():
		return v.Elem().FieldByName("Path").String()
	case reflect.TypeFor[*policy.Contact]():
		return v.Elem().FieldByName("ID").String()
	case reflect.TypeFor[*lang.Condition]():
		return v.Elem().FieldByName("Text").String()
	case reflect.TypeFor[*policy.Unless]():
		return v.Elem().FieldByName("Says").String()
	case reflect.TypeFor[*calendar.Hours](), reflect.TypeFor[*calendar.Clock]():
		return fmt.Sprint(v.Interface())
	}
	return spell(v.Elem())
}

// structure is a structure by its fields that say something.
func structure(v reflect.Value) string {
	if !v.CanInterface() {
		return ""
	}
	switch x := v.Interface().(type) {
	case policy.Limit:
		return x.String()
	case vocabulary.Word:
		return x.Name + ": " + x.Says
	}
	var parts []string
	for i := range v.NumField() {
		if text := spell(v.Field(i)); text != "" {
			parts = append(parts, spaced(v.Type().Field(i).Name)+" "+text)
		}
	}
	return strings.Join(parts, ", ")
}
