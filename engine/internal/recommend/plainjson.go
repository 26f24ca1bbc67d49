package recommend

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
)

// appendPlain adds plain data as JSON, byte for byte as encoding/json has it; of what is seldom in a case, encoding/json
// writes it. For maps that goes by way of copies of every key and value, which made a sixth of the allocations of an
// answer without questions.
func appendPlain(b []byte, x any) ([]byte, error) {
	switch x := x.(type) {
	case map[string]any:
		if x == nil {
			break
		}
		b = append(b, '{')
		for i, key := range slices.Sorted(maps.Keys(x)) {
			if i > 0 {
				b = append(b, ',')
			}
			var err error
			if b, err = appendPlain(b, key); err != nil {
				return nil, err
			}
			if b, err = appendPlain(append(b, ':'), x[key]); err != nil {
				return nil, err
			}
		}
		return append(b, '}'), nil
	case []string:
		if x != nil {
			return appendList(b, x)
		}
	case []any:
		if x != nil {
			return appendList(b, x)
		}
	case string:
		if isSimple(x) {
			return append(append(append(b, '"'), x...), '"'), nil
		}
	case bool:
		return strconv.AppendBool(b, x), nil
	case int64:
		return strconv.AppendInt(b, x, 10), nil
	}
	data, err := json.Marshal(x)
	return append(b, data...), err
}

// appendList adds a list.
func appendList[T any](b []byte, list []T) ([]byte, error) {
	b = append(b, '[')
	for i, x := range list {
		if i > 0 {
			b = append(b, ',')
		}
		var err error
		if b, err = appendPlain(b, x); err != nil {
			return nil, err
		}
	}
	return append(b, ']'), nil
}

// isSimple reports whether a text stands in JSON as it is.
func isSimple(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c > '~', c == '"', c == '\\', c == '<', c == '>', c == '&':
			return false
		}
	}
	return true
}
