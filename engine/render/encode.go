package render

import (
	"bytes"
	"cmp"
	"encoding"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// notation writes data as it goes through it: an object or a list is opened, then come its entries, each begun by
// key or item, and then it is closed.
type notation interface {
	open(list bool)
	key(name string)
	item()
	text(s string)
	// word is a number, a truth value or null.
	word(s string)
	close()
}

// encode goes through a report as encoding/json does, and leads to the same data, with two differences. A list or map
// that is nil is written as an empty one. And bytes that are not text are one U+FFFD: encoding/json would write
// an escape for each, and so the same data in two ways, depending on whether it had been read back before.
//
// It stands in for encoding/json because that needs a deep copy first, and goes twice through what it has written. The
// whole answer on a case took 12,700 allocations as JSON and 202,500 as YAML in that way, its page included, and takes
// 4,500 and 7,500 in this; of the processor time it takes less than a third, and as YAML less than a sixth. A test holds the
// two against each other on data of every kind.
func encode(n notation, report any) error { return encodeValue(n, reflect.ValueOf(report)) }

func encodeValue(n notation, v reflect.Value) error {
	if !v.IsValid() {
		n.word("null")
		return nil
	}
	if v.Type() != plainText && writtenAs(v.Type()).own {
		return encodeOwn(n, v)
	}
	switch v.Kind() {
	case reflect.String:
		n.text(strings.ToValidUTF8(v.String(), "\uFFFD"))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n.word(strconv.FormatInt(v.Int(), 10))
	case reflect.Bool:
		n.word(strconv.FormatBool(v.Bool()))
	case reflect.Pointer, reflect.Interface:
		return encodeValue(n, v.Elem())
	case reflect.Slice:
		n.open(true)
		for i := range v.Len() {
			n.item()
			if err := encodeValue(n, v.Index(i)); err != nil {
				return err
			}
		}
		n.close()
	case reflect.Map:
		return encodeMap(n, v)
	case reflect.Struct:
		return encodeStruct(n, v)
	default:
		return encodeOwn(n, v)
	}
	return nil
}

var plainText = reflect.TypeFor[string]()

// encodeMap writes a map, in order of its keys.
func encodeMap(n notation, v reflect.Value) error {
	if k := v.Type().Key(); k.Kind() != reflect.String || writtenAs(k).own {
		return encodeOwn(n, v)
	}
	type entry struct {
		key   string
		value reflect.Value
	}
	// To take each key and value by itself copied it into room of its own: a twentieth of the allocations of an answer as JSON.
	entries, key := make([]entry, v.Len()), reflect.New(v.Type().Key()).Elem()
	values := reflect.MakeSlice(reflect.SliceOf(v.Type().Elem()), len(entries), len(entries))
	for at, each := 0, v.MapRange(); each.Next(); at++ {
		key.SetIterKey(each)
		entries[at] = entry{key.String(), values.Index(at)}
		entries[at].value.SetIterValue(each)
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	n.open(false)
	for _, e := range entries {
		n.key(e.key)
		if err := encodeValue(n, e.value); err != nil {
			return err
		}
	}
	n.close()
	return nil
}

// encodeStruct writes a structure, in the order of its fields.
func encodeStruct(n notation, v reflect.Value) error {
	n.open(false)
	for _, f := range writtenAs(v.Type()).fields {
		at, err := v.FieldByIndexErr(f.index)
		if err != nil || f.leftOut(at) { // an error is a nil pointer on the way to an embedded field
			continue
		}
		n.key(f.name)
		if err := encodeValue(n, at); err != nil {
			return err
		}
	}
	n.close()
	return nil
}

// encodeOwn writes what encoding/json makes of a value that is written in its own way, or is of a rare kind.
func encodeOwn(n notation, v reflect.Value) error {
	if v.Kind() == reflect.Pointer && v.IsNil() {
		n.word("null")
		return nil
	}
	data, err := json.Marshal(copied(v.Interface(), func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }))
	if err != nil {
		return err
	}
	if data[0] == '"' { // a day or a moment, as nearly always: a decoder took an eighth of the memory of an answer as JSON
		var s string
		err := json.Unmarshal(data, &s)
		n.text(s)
		return err
	}
	in := json.NewDecoder(bytes.NewReader(data))
	in.UseNumber()
	_, err = encodeToken(n, in, true)
	return err
}

// encodeToken writes the next value of JSON, and reports whether there was one: a closing bracket is none. It is a
// value if it is no key of an object.
func encodeToken(n notation, in *json.Decoder, value bool) (bool, error) {
	token, err := in.Token()
	if err != nil {
		return false, err
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '}' || t == ']' {
			n.close()
			return false, nil
		}
		n.open(t == '[')
		for more := true; more; {
			if t == '[' {
				if in.More() {
					n.item()
				}
			} else if more, err = encodeToken(n, in, false); !more || err != nil {
				break
			}
			if more, err = encodeToken(n, in, true); err != nil {
				break
			}
		}
		return err == nil, err
	case string:
		if value {
			n.text(t)
		} else {
			n.key(t)
		}
	case json.Number:
		n.word(t.String())
	case bool:
		n.word(strconv.FormatBool(t))
	case nil:
		n.word("null")
	default:
		return false, errors.New("there is no such token")
	}
	return true, nil
}

// inKeys is how values of a type are written.
type inKeys struct {
	// own is whether they have their own way.
	own    bool
	fields []writtenField
}

// writtenField is a field of a structure, or of one embedded in it.
type writtenField struct {
	name            string
	index           []int
	omitempty, zero bool
	named           bool
}

// leftOut reports whether a value of the field is not written.
func (f *writtenField) leftOut(v reflect.Value) bool {
	if f.zero {
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return true
		}
		if z, ok := v.Interface().(interface{ IsZero() bool }); ok {
			return z.IsZero()
		}
		return v.IsZero()
	}
	if !f.omitempty {
		return false
	}
	switch v.Kind() {
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() == 0
	case reflect.Struct:
		return false
	default:
		return v.IsZero()
	}
}

// inKeysOf are those of the types met so far.
var inKeysOf sync.Map

func writtenAs(t reflect.Type) *inKeys {
	known, _ := inKeysOf.Load(t)
	if f, ok := known.(*inKeys); ok {
		return f
	}
	f := &inKeys{own: own(t)}
	if t.Kind() == reflect.Struct && !f.own {
		all := fieldsWritten(t, nil)
		for i, x := range all {
			if !hidden(x, all[:i]) && !hidden(x, all[i+1:]) {
				f.fields = append(f.fields, x)
			}
		}
	}
	inKeysOf.Store(t, f)
	return f
}

// own reports whether values of a type are written in their own way.
func own(t reflect.Type) bool {
	if t.Kind() == reflect.Interface {
		return false // what it holds decides
	}
	if t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 {
		return true
	}
	marshaler, texter := reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]()
	return t.Implements(marshaler) || t.Implements(texter)
}

// fieldsWritten are the fields of a structure and of those embedded in it, hidden ones too.
func fieldsWritten(t reflect.Type, index []int) []writtenField {
	var out []writtenField
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		name, options, _ := strings.Cut(tag, ",")
		inner := f.Type
		if inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		at := append(slices.Clone(index), i)
		switch {
		case tag == "-", !f.IsExported() && !f.Anonymous:
		case f.Anonymous && name == "" && inner.Kind() == reflect.Struct:
			out = append(out, fieldsWritten(inner, at)...)
		case f.IsExported():
			out = append(out, writtenField{name: cmp.Or(name, f.Name), index: at, named: name != "",
				omitempty: strings.Contains(options, "omitempty"), zero: strings.Contains(options, "omitzero")})
		}
	}
	return out
}

// hidden reports whether a field is hidden by one of others: by one of its name that is less deeply embedded or, at
// the same depth, has a name of its own in its tag. Two that are alike hide each other.
func hidden(f writtenField, others []writtenField) bool {
	return slices.ContainsFunc(others, func(o writtenField) bool {
		if o.name != f.name || len(o.index) > len(f.index) {
			return false
		}
		return len(o.index) < len(f.index) || o.named || !f.named
	})
}
