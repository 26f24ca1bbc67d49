// Package term holds the closed lists of words that rules, scenarios and answers use:
// what a consent answer can be, how much a sign weighs, the kinds of rule, and the like.
//
// Each list is a Go type with one table. The table gives every word its code, which files
// and answers write, its words for people, and its meaning for authors. The readers of
// files, the published schemas, the linker, the renderings and the guides take the words
// from there and nowhere else.
//
// To add a word, add a constant and its row. A row that lacks a column does not compile; a
// constant without a row, and a row that the guides do not show, fail a test.
//
// A list stands in the file named after what it is about. The order of a table is the order
// in which the words are shown, and where the words have an order, that order.
package term

import "slices"

// Word is one row of a table.
type Word[T ~string] struct {
	// Code is the word as files and answers write it.
	Code T
	// Says is the word for people, to stand within a sentence.
	Says string
	// Doc is what it means, for those who write rules and scenarios: a few words without a
	// full stop. It may hold code in backquotes.
	Doc string
}

// word lets a row with more columns, which embeds a Word, be taken for one.
func (w Word[T]) word() Word[T] { return w } //nolint:unused // find and tableOf call it through row, which the check cannot see

// Table is every word of a list, in order. Nobody changes one.
type Table[T ~string] []Word[T]

// Closed is a type that has a table.
type Closed[T ~string] interface {
	~string
	// Table is the same whatever the value that it is asked of.
	Table() Table[T]
}

// Of returns the word with a code, and whether there is one.
func (t Table[T]) Of(code string) (T, bool) {
	for _, w := range t {
		if string(w.Code) == code {
			return w.Code, true
		}
	}
	return "", false
}

// Codes are the codes, in order.
func (t Table[T]) Codes() []string {
	codes := make([]string, len(t))
	for i, w := range t {
		codes[i] = string(w.Code)
	}
	return codes
}

// Values are the words, in order.
func (t Table[T]) Values() []T {
	values := make([]T, len(t))
	for i, w := range t {
		values[i] = w.Code
	}
	return values
}

// Says is a word for people, by its code; empty if there is no such word.
func (t Table[T]) Says(code T) string { return find(t, code).Says }

// plain is the table as one of texts.
func (t Table[T]) plain() Table[string] {
	out := make(Table[string], len(t))
	for i, w := range t {
		out[i] = Word[string]{string(w.Code), w.Says, w.Doc}
	}
	return out
}

// TableOf is the table of a type.
func TableOf[T Closed[T]]() Table[T] {
	var v T
	return v.Table()
}

// Says is a word for people; empty if there is no such word.
func Says[T Closed[T]](v T) string { return v.Table().Says(v) }

// Doc is what a word means; empty if there is no such word.
func Doc[T Closed[T]](v T) string { return find(v.Table(), v).Doc }

// Order is the place of a word in its table, from 0; -1 if v is not in its list.
func Order[T Closed[T]](v T) int {
	return slices.IndexFunc(v.Table(), func(w Word[T]) bool { return w.Code == v })
}

// row is a row of a table: a Word, or something that embeds one.
type row[T ~string] interface{ word() Word[T] }

// find returns the row of a word, or an empty row.
func find[T ~string, R row[T]](rows []R, v T) R {
	for _, r := range rows {
		if r.word().Code == v {
			return r
		}
	}
	var none R
	return none
}

// tableOf is the table in rows with more columns.
func tableOf[T ~string, R row[T]](rows []R) Table[T] {
	t := make(Table[T], len(rows))
	for i, r := range rows {
		t[i] = r.word()
	}
	return t
}
