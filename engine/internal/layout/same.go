package layout

import "gopkg.in/yaml.v3"

// same reports whether two trees say the same. The text of a condition, which stands at one of the keys of conditions, may
// differ in the space between its words.
func same(a, b *yaml.Node, key string) bool {
	if a.Kind != b.Kind || a.Tag != b.Tag || len(a.Content) != len(b.Content) {
		return false
	}
	if a.Kind == yaml.ScalarNode {
		return a.Value == b.Value || conditions[key] && sameCondition(a.Value, b.Value)
	}
	for i := range a.Content {
		of := ""
		if a.Kind == yaml.MappingNode && i%2 == 1 {
			of = a.Content[i-1].Value
		}
		if !same(a.Content[i], b.Content[i], of) {
			return false
		}
	}
	return true
}

// sameCondition reports whether two texts are the same condition.
func sameCondition(a, b string) bool {
	first, ok := words(a)
	second, also := words(b)
	if !ok || !also || len(first) != len(second) {
		return false
	}
	for i := range first {
		if first[i].text != second[i].text || first[i].joined != second[i].joined {
			return false
		}
	}
	return true
}
