package catalogue

import (
	"sync"
	"sync/atomic"
)

// lazy is a value that is made when it is first asked for, once. If making it panics, each
// later use panics in the same way.
type lazy[T any] struct {
	get func() T
	// made is nil until the value is made.
	made atomic.Pointer[T]
}

func newLazy[T any](build func() T) *lazy[T] {
	l := &lazy[T]{}
	l.get = sync.OnceValue(func() T {
		value := build()
		l.made.Store(&value)
		return value
	})
	return l
}
