package shape

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/english"
	"windscreen/engine/internal/source"
)

// Decode reads a node of a file into a structure, and returns all that is wrong
// with it in one run (up to source.MaxFaults): keys that mean nothing, keys that
// are missing, values of the wrong shape or type, empty values, words that are
// not allowed. What is refused is left at its zero value, and out of its list.
//
// The node comes from source.Parse. What Parse itself refuses (aliases, tags, the
// second of two same keys) is passed over here rather than reported again, so a
// caller must heed both lists.
func Decode[T any](f *source.File, n *yaml.Node, into *T) diagnostic.List {
	if n == nil {
		return diagnostic.List{f.Diagnostic(diagnostic.NoValue, diagnostic.Position{}, diagnostic.Position{},
			"there is nothing to read", "write the content")}
	}
	d := &decoder{file: f}
	d.value(n, reflect.ValueOf(into).Elem(), slot{name: "this", place: n})
	return d.faults.List()
}

// decoder is the state of one run.
type decoder struct {
	file   *source.File
	faults source.Faults
	count  int // how many faults there were, kept or not
}

// structures are those of the types that were read so far, by type: many files have the same.
var structures sync.Map

// structure is what there is to know about a struct type.
type structure struct {
	fields map[string]field
	order  []field
	keys   []string
	heres  [][]int
	// alone is the field that may stand for the whole; nil where none may.
	alone *field
}

// slot is what a value is read for.
type slot struct {
	name  string     // what messages call it
	place *yaml.Node // its key, or itself where it has none
	field field
}

// reader is a type that reads itself: those of this package that keep their place.
type reader interface {
	read(d *decoder, n *yaml.Node, s slot)
}

func (d *decoder) fault(n *yaml.Node, code diagnostic.Code, message, remedy string) {
	d.count++
	if !d.faults.Full() {
		d.faults.Add(d.file.At(n, code, message, remedy))
	}
}

// value reads a node into v, which is addressable.
func (d *decoder) value(n *yaml.Node, v reflect.Value, s slot) {
	if refused(n) {
		return
	}
	if r, ok := v.Addr().Interface().(reader); ok {
		r.read(d, n, s)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		if d.useful(n, p.Elem(), s) {
			v.Set(p)
		}
	case reflect.Struct:
		d.structure(n, v, s)
	case reflect.Slice:
		d.list(n, v, s)
	case reflect.String:
		if text, ok := d.text(n, s); ok {
			v.SetString(text)
		}
	case reflect.Int:
		if i, ok := d.whole(n, s); ok {
			v.SetInt(int64(i))
		}
	case reflect.Bool:
		if b, ok := d.truth(n, s); ok {
			v.SetBool(b)
		}
	default:
		d.fault(n, diagnostic.Engine, fmt.Sprintf("%s cannot be read into the Go type %s", s.name, v.Type()),
			"please report this fault of the program")
	}
}

// useful reads a node into v and returns false where nothing of it could be used.
func (d *decoder) useful(n *yaml.Node, v reflect.Value, s slot) bool {
	before := d.count
	d.value(n, v, s)
	return !refused(n) && (d.count == before || !v.IsZero())
}

// refused reports whether source.Parse has refused a node as such.
func refused(n *yaml.Node) bool {
	return n.Kind == yaml.AliasNode || n.Style&yaml.TaggedStyle != 0 || n.Kind == yaml.ScalarNode && n.Tag == "!!merge"
}

// missing reports a value that is not there, or null, which says no more.
func (d *decoder) missing(n *yaml.Node, s slot) bool {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!null" {
		return false
	}
	if n.Value == "" {
		d.fault(s.place, diagnostic.NoValue, s.name+" has no value", fill(s))
	} else {
		d.fault(n, diagnostic.NoValue, fmt.Sprintf("%s is %s, which is not a value", s.name, n.Value),
			fill(s)+"; put the word in quotes if you mean it as text")
	}
	return true
}

// fill is the remedy for a value that is not there.
func fill(s slot) string {
	if s.field.need {
		return "write a value"
	}
	return "write a value, or leave it out"
}

// structure reads a mapping into a struct.
func (d *decoder) structure(n *yaml.Node, v reflect.Value, s slot) {
	if d.missing(n, s) {
		return
	}
	t := structureOf(v.Type())
	switch {
	case n.Kind == yaml.ScalarNode && t.alone != nil:
		d.value(n, v.FieldByIndex(t.alone.index), slot{name: s.name, place: s.place, field: *t.alone})
		return
	case n.Kind != yaml.MappingNode && t.alone != nil:
		d.fault(n, diagnostic.WrongShape, fmt.Sprintf("%s must be a text or a mapping, but it is %s", s.name, describe(n)),
			fmt.Sprintf("write only its %s, or {%s: …} with its other keys", t.alone.key, t.alone.key))
		return
	case n.Kind != yaml.MappingNode:
		d.fault(n, diagnostic.WrongShape, fmt.Sprintf("%s must be a mapping, but it is %s", s.name, describe(n)),
			"write each key on its own line, indented by two more spaces, as key: value")
		return
	}
	for _, index := range t.heres {
		v.FieldByIndex(index).Set(reflect.ValueOf(Here{n}))
	}
	seen := make(map[string]bool, len(t.fields))
	for key, value := range pairs(n) {
		f, known := t.fields[key.Value]
		switch {
		case seen[key.Value]:
		case known:
			seen[key.Value] = true
			d.value(value, v.FieldByIndex(f.index), slot{name: f.quoted, place: key, field: f})
		default:
			d.unknown(n, key, value, t)
		}
	}
	for _, f := range t.order {
		if f.need && !seen[f.key] {
			d.fault(n, diagnostic.MissingKey, fmt.Sprintf("%s is missing", quote(f.key)), add(f))
		}
	}
}

// add is the remedy for a key that is missing.
func add(f field) string {
	remedy := fmt.Sprintf("add %q", f.key+":")
	about := strings.TrimSuffix(f.doc, ".")
	if len(f.words) > 0 {
		about += ": " + english.Or(f.words)
	}
	if about != "" {
		remedy += " (" + about + ")"
	}
	return remedy
}

// unknown reports a key that means nothing.
func (d *decoder) unknown(n, key, value *yaml.Node, t *structure) {
	if d.faults.Full() {
		return
	}
	remedy := source.DidYouMean(key.Value, t.keys)
	switch {
	case n.Style&yaml.FlowStyle != 0 && value.Tag == "!!null" && value.Value == "":
		remedy = "put text with a comma in quotes if it is inside {…}"
	case remedy == "":
		remedy = "the keys allowed here are " + strings.Join(t.keys, ", ")
	}
	d.fault(key, diagnostic.UnknownKey, quote(key.Value)+" is not a valid key here", remedy)
}

// list reads a list into a slice.
func (d *decoder) list(n *yaml.Node, v reflect.Value, s slot) {
	if d.missing(n, s) {
		return
	}
	if n.Kind != yaml.SequenceNode {
		remedy := "write each entry on its own line, starting with a dash"
		if n.Kind == yaml.ScalarNode {
			remedy = fmt.Sprintf("write it in brackets: [%s]", source.Clip(n.Value))
			if entry := sketch(v.Type().Elem()); entry != "" {
				remedy = "write each entry with its keys: - " + entry
			}
		}
		d.fault(n, diagnostic.WrongShape, fmt.Sprintf("%s must be a list, but it is %s", s.name, describe(n)), remedy)
		return
	}
	if s.field.need && len(n.Content) == 0 {
		d.fault(n, diagnostic.NoValue, s.name+" is an empty list", "write at least one entry")
		return
	}
	entries := reflect.MakeSlice(v.Type(), 0, len(n.Content))
	for _, child := range n.Content {
		entry := reflect.New(v.Type().Elem()).Elem()
		if d.useful(child, entry, slot{name: "an entry of " + s.name, place: child, field: entryOf(s.field)}) {
			entries = reflect.Append(entries, entry)
		}
	}
	v.Set(entries)
}

// read reads a mapping whose keys are the author's.
func (m *Map[T]) read(d *decoder, n *yaml.Node, s slot) {
	if d.missing(n, s) {
		return
	}
	if n.Kind != yaml.MappingNode {
		d.fault(n, diagnostic.WrongShape, fmt.Sprintf("%s must be a mapping, but it is %s", s.name, describe(n)),
			"write each entry on its own line, as name: value")
		return
	}
	if s.field.need && len(n.Content) == 0 {
		d.fault(n, diagnostic.NoValue, s.name+" is an empty mapping", "write at least one entry")
		return
	}
	m.Node = n
	seen := map[string]bool{}
	for key, value := range pairs(n) {
		if strings.TrimSpace(key.Value) == "" {
			d.fault(key, diagnostic.NoValue, "there is no name before this colon", "write a name")
			continue
		}
		if seen[key.Value] {
			continue
		}
		seen[key.Value] = true
		e := Entry[T]{Key: Text{key.Value, key}}
		d.value(value, reflect.ValueOf(&e.Value).Elem(), slot{name: quote(key.Value), place: key, field: entryOf(s.field)})
		m.Entries = append(m.Entries, e)
	}
}

// structureOf returns what there is to know about a struct type.
func structureOf(t reflect.Type) *structure {
	if known, ok := structures.Load(t); ok {
		return known.(*structure) //nolint:forcetypeassert // nothing else is stored
	}
	s := &structure{fields: map[string]field{}}
	s.order, s.heres = fieldsOf(t)
	for _, f := range s.order {
		s.fields[f.key] = f
		s.keys = append(s.keys, f.key)
		if f.alone {
			s.alone = &f
		}
	}
	structures.Store(t, s)
	return s
}

// pairs goes through the keys and values of a mapping, without the keys that
// source.Parse has refused.
func pairs(n *yaml.Node) func(yield func(key, value *yaml.Node) bool) {
	return func(yield func(key, value *yaml.Node) bool) {
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Kind == yaml.ScalarNode && !refused(key) && !yield(key, n.Content[i+1]) {
				return
			}
		}
	}
}

// sketch is an entry of a list by its keys; empty where entries are no mappings.
func sketch(t reflect.Type) string {
	if t.Kind() != reflect.Struct {
		return ""
	}
	var keys []string
	for i := range t.NumField() {
		if key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); key != "" && key != "-" {
			keys = append(keys, key+": …")
		}
	}
	if len(keys) == 0 {
		return ""
	}
	return "{" + strings.Join(keys[:min(len(keys), mostKeys)], ", ") + "}"
}

// mostKeys is how many keys of an entry a remedy shows.
const mostKeys = 4
