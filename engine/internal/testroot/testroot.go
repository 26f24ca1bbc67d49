// Package testroot is a small, sound rule root for tests, to lay files over.
package testroot

import (
	"bytes"
	_ "embed"
	"strings"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

//go:embed base.txtar
var base []byte

// Policy is the folder of its one policy, made-up.
const Policy = "authorities/made/up/"

// With is the root with files laid over it. One in the folder of the policy is listed in
// its policy.yaml, unless that is laid over too.
func With(over ...txtar.File) fstest.MapFS {
	root := fstest.MapFS{}
	for _, f := range append(txtar.Parse(base).Files, over...) {
		root[f.Name] = &fstest.MapFile{Data: bytes.Clone(f.Data)}
	}
	for _, f := range over {
		policy := root[Policy+"policy.yaml"]
		if name, ok := strings.CutPrefix(f.Name, Policy); ok && name != "policy.yaml" && !strings.Contains(string(policy.Data), name) {
			policy.Data = bytes.Replace(policy.Data, []byte("rules.yaml]"), []byte("rules.yaml, "+name+"]"), 1)
		}
	}
	return root
}
