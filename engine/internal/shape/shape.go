// Package shape reads structures from YAML or JSON strictly, and publishes the
// JSON Schema of the same structures, so that what editors are told and what is
// read cannot drift apart.
//
// A structure is a Go struct. Each field is described by its tags:
//
//	yaml   the key; ",inline" (or an embedded struct) lends the fields of a
//	       struct to the one around it, and "-" leaves a field out
//	need   "yes" where the key must be there; a list or mapping then needs at
//	       least one entry
//	min    the least value of a whole number
//	max    the greatest value of a whole number
//	alone  "yes" on the one field of a struct that may stand for the whole of it:
//	       where there is a text instead of a mapping, it is read as this field
//	doc    what the key is for, in a sentence
//
// A field may be a Text, Word, Expr, Int, Bool, Any or Values, which keep their place in
// the file; a string, int or bool, which do not; a struct; a pointer to any of these,
// which is nil where the key is left out; a slice; or a Map. A field of type Here
// is no key: it holds the place of the struct itself.
package shape

import (
	"gopkg.in/yaml.v3"

	"windscreen/engine/term"
)

// Text is a text and where it stands. A plain number is taken as it is written,
// so that a section 3.10 stays "3.10" and a page 012 stays "012". The zero Text
// is a key that was left out or refused.
type Text struct {
	// Value is the text; it is never blank where Node is set.
	Value string
	// Node is where the text stands.
	Node *yaml.Node
}

// IsSet reports whether the text was given.
func (t Text) IsSet() bool { return t.Node != nil }

// String returns the text.
func (t Text) String() string { return t.Value }

// Strings are the values of texts.
func Strings(list []Text) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.Value
	}
	return out
}

// Word is a word of a closed list and where it stands. The zero Word is a key that was left
// out or refused.
type Word[T term.Closed[T]] struct {
	// Value is one of the list where Node is set.
	Value T
	// Node is where the word stands.
	Node *yaml.Node
}

// IsSet reports whether the word was given.
func (w Word[T]) IsSet() bool { return w.Node != nil }

// Text is the word as a text.
func (w Word[T]) Text() Text { return Text{string(w.Value), w.Node} }

// Expr is an expression, or a literal true or false. The zero Expr is a key that
// was left out or refused.
type Expr struct {
	// Node is where the expression stands; its value is the text of the expression
	// in either case.
	Node *yaml.Node
	// Bool is set where the value is true or false itself, not an expression.
	Bool *bool
}

// IsSet reports whether the expression was given.
func (e Expr) IsSet() bool { return e.Node != nil }

// Int is a whole number and where it stands.
type Int struct {
	Value int
	Node  *yaml.Node
}

// IsSet reports whether the number was given.
func (i Int) IsSet() bool { return i.Node != nil }

// Bool is true or false and where it stands.
type Bool struct {
	Value bool
	Node  *yaml.Node
}

// IsSet reports whether true or false was given.
func (b Bool) IsSet() bool { return b.Node != nil }

// Any is a value of any shape, read later by whoever knows its type. All that is
// asked of it is that it is there.
type Any struct{ Node *yaml.Node }

// IsSet reports whether a value was given.
func (a Any) IsSet() bool { return a.Node != nil }

// Bool returns the value where it is true or false.
func (a Any) Bool() (value, ok bool) {
	if a.Node == nil {
		return false, false
	}
	return truth(a.Node)
}

// Values is a list of values of any shape, or in place of the list a word of a closed list.
type Values[T term.Closed[T]] struct {
	// List is empty where there is a word.
	List []Any
	Word Word[T]
}

// Here is the place of the mapping that a struct was read from.
type Here struct{ Node *yaml.Node }

// Map is a mapping whose keys are chosen by the author, in the order written.
type Map[T any] struct {
	Entries []Entry[T]
	// Node is where the mapping stands; nil where it was left out.
	Node *yaml.Node
}

// Entry is one key of a Map and its value.
type Entry[T any] struct {
	Key   Text
	Value T
}

// IsSet reports whether the mapping was given.
func (m Map[T]) IsSet() bool { return m.Node != nil }

// Get returns the value of a key, and whether it is there.
func (m Map[T]) Get(key string) (value T, ok bool) {
	for _, e := range m.Entries {
		if e.Key.Value == key {
			return e.Value, true
		}
	}
	return value, false
}
