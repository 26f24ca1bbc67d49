package render

import (
	"reflect"
	"time"

	"pgregory.net/rapid"

	"windscreen/engine/recommendation"
)

// hostile are texts that try to be more than text.
var hostile = []string{
	"<script>alert(1)</script>", "<img src=x onerror=y>", "[see](http://file.example)", "![x](y)",
	"www.file.example", "https://file.example/a",
	"a|b|c", "`code` ``` ~~~", "**bold** __x__ *y*", "# heading", "- item", "1. item", "1) item", "+ x", "= y", "---",
	"> quote", "&lt;b&gt;", "@somebody", "$x$",
	"\\", "\\|", "\\\\|", "line\nbreak\r\n\r\n# heading", "\x1b[31mred\x1b[0m", "\x1b]8;;http://file.example\x07link\x1b]8;;\x07",
	"\u202eturned", "\u009b31m", "bad\xff\xfeutf",
	"", " ", ".", "...", "?", "yes", "no", "null", "~", "012", "1e3", "2020-03-02", "0x1F", "12:30:45", "true", "<<", "=", "a: b # c",
	"'", "\"", "\ttab", "trailing ", " leading",
	"両親は同意しない", "é£–", "e\u0301", "agreement", "required", "holds", "now_due", "possible", "decides", "s47",
	"home.domestic_abuse", "2020-03-06T16:05:00Z",
}

var anyText = rapid.OneOf(rapid.SampledFrom(hostile), rapid.String(), rapid.StringN(0, 300, -1))

// arbitrary draws a Recommendation with anything in every field.
var arbitrary = rapid.Custom(func(t *rapid.T) *recommendation.Recommendation {
	r := &recommendation.Recommendation{}
	draw(t, reflect.ValueOf(r).Elem())
	return r
})

func draw(t *rapid.T, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(anyText.Draw(t, "text"))
	case reflect.Int:
		v.SetInt(int64(rapid.IntRange(-1, 6).Draw(t, "number")))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Slice:
		n := rapid.IntRange(0, 2).Draw(t, "length")
		if n == 0 {
			return // nil
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			draw(t, v.Index(i))
		}
	case reflect.Map:
		if rapid.Bool().Draw(t, "nil map") {
			return
		}
		v.Set(reflect.MakeMap(v.Type()))
		for range rapid.IntRange(0, 2).Draw(t, "entries") {
			value := reflect.New(v.Type().Elem()).Elem()
			draw(t, value)
			// JSON cannot tell two keys apart by bytes that are not text.
			key := rapid.OneOf(rapid.StringMatching(`[a-zA-Z0-9 .:#<=~-]{0,8}`), rapid.String()).Draw(t, "key")
			v.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), value)
		}
	case reflect.Struct:
		if at, ok := v.Addr().Interface().(*time.Time); ok {
			if rapid.Bool().Draw(t, "a time") {
				seconds := rapid.Int64Range(-3_000_000_000, 5_000_000_000).Draw(t, "seconds")
				*at = time.Unix(seconds, 0).In(time.FixedZone("", rapid.SampledFrom([]int{0, 3600}).Draw(t, "offset")))
			}
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				draw(t, v.Field(i))
			}
		}
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "there") {
			v.Set(reflect.New(v.Type().Elem()))
			draw(t, v.Elem())
		}
	case reflect.Interface:
		plain := []any{nil, true, 3, 2.5, 1e30, -7, "", []string(nil), []any{nil, 1, "yes"}, map[string]any(nil)}
		value := rapid.SampledFrom(plain).Draw(t, "value")
		switch rapid.IntRange(0, 2).Draw(t, "shape") {
		case 1:
			value = anyText.Draw(t, "text")
		case 2:
			value = map[string]any{"at_least": anyText.Draw(t, "text"), "at_most": value}
		}
		if value != nil {
			v.Set(reflect.ValueOf(value))
		}
	}
}
