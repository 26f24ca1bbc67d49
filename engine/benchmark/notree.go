//go:build !fastjson

package benchmark

// trees is nothing, because the parser to measure beside is not built in.
func (*Bench) trees() []Pair { return nil }
