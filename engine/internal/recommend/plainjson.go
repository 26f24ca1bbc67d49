package recommend

import (
	"encoding/json"
	"slices"
	"strconv"
)

// appendPlain adds plain data as JSON, byte for byte as encoding/json has it; of what is seldom in a case, encoding/json
// writes it. For maps that goes by way of copies of every key and value, which made a sixth of the allocations of an
// answer without questions.
func appendPlain(b []byte, x any) ([]byte, error) { return new(plainWriter).add(b, x) }

// plainWriter writes plain data; keys is room for the keys of the maps that it is in.
type plainWriter struct{ keys []string }

// add adds data of any kind.
func (w *plainWriter) add(b []byte, x any) ([]byte, error) {
	switch x := x.(type) {
	case map[string]any:
		if x == nil {
			break
		}
		return w.object(b, x)
	case []string:
		if x != nil {
			return appendList(b, x, appendText)
		}
	case []any:
		if x != nil {
			return appendList(b, x, w.add)
		}
	case string:
		return appendText(b, x)
	case bool:
		return strconv.AppendBool(b, x), nil
	case int64:
		return strconv.AppendInt(b, x, 10), nil
	}
	data, err := json.Marshal(x)
	return append(b, data...), err
}

// object adds a map, its keys in order.
func (w *plainWriter) object(b []byte, x map[string]any) ([]byte, error) {
	from := len(w.keys)
	for key := range x {
		w.keys = append(w.keys, key)
	}
	slices.Sort(w.keys[from:])
	b = append(b, '{')
	for at := from; at < from+len(x); at++ {
		if at > from {
			b = append(b, ',')
		}
		var err error
		key := w.keys[at]
		if b, err = appendText(b, key); err != nil {
			return nil, err
		}
		if b, err = w.add(append(b, ':'), x[key]); err != nil {
			return nil, err
		}
	}
	w.keys = w.keys[:from]
	return append(b, '}'), nil
}

// appendText adds a text. Its own function spares a copy for each text, which made a quarter of the allocations of an answer.
func appendText(b []byte, s string) ([]byte, error) {
	if isSimple(s) {
		return append(append(append(b, '"'), s...), '"'), nil
	}
	data, err := json.Marshal(s)
	return append(b, data...), err
}

// appendList adds a list; add adds one of it.
func appendList[T any](b []byte, list []T, add func([]byte, T) ([]byte, error)) ([]byte, error) {
	b = append(b, '[')
	for i, x := range list {
		if i > 0 {
			b = append(b, ',')
		}
		var err error
		if b, err = add(b, x); err != nil {
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
