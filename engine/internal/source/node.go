package source

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// Value is what stands at a key of a mapping; nil if n is no mapping or has no such key.
func Value(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// Clip shortens a word from outside for a message.
func Clip(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strings.ToValidUTF8(s, "�")
}
