package recommend

import (
	"encoding/json"
	"math"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/term"
)

func TestPlainDataIsWrittenAsEncodingJSONWritesIt(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"", "<", ">", "&", "\"", "\\", "\u2028", "bad\xff", "\x7f", "\t", "plain words",
	}))
	var plain func(depth int) *rapid.Generator[any]
	plain = func(depth int) *rapid.Generator[any] {
		return rapid.Custom(func(t *rapid.T) any {
			switch kind := rapid.IntRange(0, 9).Draw(t, "kind"); {
			case kind == 0:
				return nil
			case kind == 1:
				return rapid.Bool().Draw(t, "bool")
			case kind == 2:
				return rapid.Int64().Draw(t, "number")
			case kind == 3:
				return rapid.SampledFrom([]any{3, 2.5, term.Reader("a<b"), []string(nil), []any(nil), map[string]any(nil)}).Draw(t, "other")
			case kind == 4:
				return rapid.SliceOf(text).Draw(t, "texts")
			case kind < 7 && depth > 0:
				return rapid.SliceOfN(plain(depth-1), 0, 3).Draw(t, "list")
			case kind < 9 && depth > 0:
				return rapid.MapOfN(text, plain(depth-1), 0, 3).Draw(t, "map")
			}
			return text.Draw(t, "text")
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		x := plain(3).Draw(t, "data")
		want, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := appendPlain(nil, x); err != nil || string(got) != string(want) {
			t.Fatalf("%s, want %s (%v)", got, want, err)
		}
	})
	for _, x := range []any{math.NaN(), []any{math.Inf(1)}, map[string]any{"a": math.NaN()}} {
		if _, err := appendPlain(nil, x); err == nil {
			t.Errorf("%v is written", x)
		}
	}
}
