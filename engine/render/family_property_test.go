package render

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
)

// arbitraryFamily draws an Answer with anything in every field, and a label and a recommendation
// for at least one child.
var arbitraryFamily = rapid.Custom(func(t *rapid.T) *family.Answer {
	a := &family.Answer{}
	draw(t, reflect.ValueOf(&a.Family).Elem())
	for range rapid.IntRange(1, 2).Draw(t, "children") {
		a.Children = append(a.Children, family.Child{Child: "x" + anyText.Draw(t, "label"), OneOf: rapid.IntRange(-1, 30).Draw(t, "of"),
			Otherwise: []family.Otherwise{{Title: anyText.Draw(t, "title"), Child: anyText.Draw(t, "child"),
				Home: anyText.Draw(t, "home")}},
			// What one recommendation can hold is drawn by the tests of recommendations.
			Recommendation: &recommendation.Recommendation{}})
	}
	return a
})

// TestNoWordOfAFamilyActs: whatever stands in an answer, no format of it obeys.
func TestNoWordOfAFamilyActs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := arbitraryFamily.Draw(t, "family")
		for _, label := range []string{"", a.Children[0].Child} {
			for _, f := range KindRecommendation.Formats() {
				var b bytes.Buffer
				if err := Families(&b, f, []Named{{Answer: a, Child: label}}, Options{Full: true, Rules: true}); err != nil {
					t.Fatalf("%s: %v", f, err)
				}
				for _, c := range b.String() {
					if f != JSON && f != YAML && c != '\n' && (unicode.IsControl(c) || unicode.Is(unicode.Cf, c)) {
						t.Fatalf("%s: %U in %q", f, c, b.String())
					}
				}
				if f == Markdown && strings.ContainsAny(b.String(), "<>") {
					t.Fatalf("an angle bracket in:\n%s", b.String())
				}
			}
		}
	})
}
