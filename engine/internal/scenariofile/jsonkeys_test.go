package scenariofile

import (
	"bytes"
	"maps"
	"slices"
	"testing"
)

// jsonKeys are the keys of an object in JSON, each with those below it. The entries of a list are as one.
type jsonKeys map[string]jsonKeys

// keysOf are the keys of JSON without spaces, as encoding/json writes it. It looks at nothing else of the data: to decode
// all of an answer took half the time of the tests that look at every page.
func keysOf(data []byte) jsonKeys {
	k := jsonKeys{}
	k.read(data)
	return k
}

// read adds the keys of the value at the start of some data, and returns what follows it.
func (k jsonKeys) read(data []byte) []byte {
	switch data[0] {
	case '[':
		for data = data[1:]; data[0] != ']'; data = bytes.TrimPrefix(data, []byte(",")) {
			data = k.read(data)
		}
		return data[1:]
	case '{':
		for data = data[1:]; data[0] != '}'; data = bytes.TrimPrefix(data, []byte(",")) {
			end := endOfText(data)
			key := data[1 : end-1]
			below, ok := k[string(key)]
			if !ok {
				below = jsonKeys{}
				k[string(key)] = below
			}
			data = below.read(data[end+1:])
		}
		return data[1:]
	case '"':
		return data[endOfText(data):]
	default:
		return data[max(0, bytes.IndexAny(data, ",]}\n")):]
	}
}

// endOfText is where the text in quotes ends with which data starts.
func endOfText(data []byte) int {
	for i := 1; ; i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

// besides are the paths of the keys that others have not, in order.
func (k jsonKeys) besides(others jsonKeys) (out []string) {
	for _, key := range slices.Sorted(maps.Keys(k)) {
		below, ok := others[key]
		if !ok {
			out = append(out, key)
		}
		for _, path := range k[key].besides(below) {
			out = append(out, key+"."+path)
		}
	}
	return out
}

func TestKeysOfJSONAreFoundAtAnyDepth(t *testing.T) {
	const some = `{"a":{"b":[{"c":1,"d":"}\\\",\"x\":{"},[],{"e":null}],"f":{}},"g":-1.5e3,"h":[]}`
	for _, tt := range []struct {
		than string
		want []string
	}{
		{`{"a":{"b":{"c":[],"d":1,"e":0},"f":0},"g":0,"h":0}`, nil},
		{`{"a":{"b":[{"d":1}],"f":{"c":1,"e":1}},"h":{"g":true}}`, []string{"a.b.c", "a.b.e", "g"}},
		{`{}`, []string{"a", "a.b", "a.b.c", "a.b.d", "a.b.e", "a.f", "g", "h"}},
	} {
		if got := keysOf([]byte(some)).besides(keysOf([]byte(tt.than))); !slices.Equal(got, tt.want) {
			t.Errorf("beside %s there are %q, not %q", tt.than, got, tt.want)
		}
	}
}
