package shape

import (
	"reflect"
	"strconv"
	"strings"
)

// field is what the tags of a struct field say.
type field struct {
	key    string
	quoted string // the key in quotation marks
	index  []int
	need   bool
	lowest *int
	most   *int
	doc    string
	alone  bool
	// words are the words that may stand there, where it is a Word.
	words []string
}

// worded is a type whose values are words of a closed list.
type worded interface{ words() []string }

// wordsOf are the words of a type; nil where it has no closed list.
func wordsOf(t reflect.Type) []string {
	if w, ok := reflect.New(t).Interface().(worded); ok {
		return w.words()
	}
	return nil
}

var hereType = reflect.TypeFor[Here]()

// fieldsOf lists the keys of a struct in the order of its fields, those of an
// inlined struct in its place. Where two have the same key the outer one counts,
// as with Go's own embedding.
func fieldsOf(t reflect.Type) (fields []field, heres [][]int) {
	for i := range t.NumField() {
		sf := t.Field(i)
		key, option, _ := strings.Cut(sf.Tag.Get("yaml"), ",")
		switch {
		case sf.Type == hereType:
			heres = append(heres, []int{i})
		case key == "-" || !sf.IsExported() && !sf.Anonymous:
		case sf.Type.Kind() == reflect.Struct && (option == "inline" || sf.Anonymous && key == ""):
			inner, innerHeres := fieldsOf(sf.Type)
			for _, f := range inner {
				f.index = append([]int{i}, f.index...)
				fields = merge(fields, f)
			}
			for _, index := range innerHeres {
				heres = append(heres, append([]int{i}, index...))
			}
		default:
			if key == "" {
				key = strings.ToLower(sf.Name)
			}
			fields = merge(fields, field{
				key:    key,
				quoted: quote(key),
				index:  []int{i},
				need:   sf.Tag.Get("need") == "yes",
				lowest: bound(sf.Tag.Get("min")),
				most:   bound(sf.Tag.Get("max")),
				doc:    sf.Tag.Get("doc"),
				alone:  sf.Tag.Get("alone") == "yes",
				words:  wordsOf(sf.Type),
			})
		}
	}
	return fields, heres
}

// merge adds a field unless one with its key is there that is less deep.
func merge(fields []field, f field) []field {
	for i, other := range fields {
		if other.key == f.key {
			if len(f.index) < len(other.index) {
				fields[i] = f
			}
			return fields
		}
	}
	return append(fields, f)
}

// bound reads a min or max tag; a tag that is not a number is no bound.
func bound(tag string) *int {
	n, err := strconv.Atoi(tag)
	if err != nil {
		return nil
	}
	return &n
}
