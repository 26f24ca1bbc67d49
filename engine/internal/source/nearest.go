package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agext/levenshtein"

	"windscreen/engine/internal/english"
)

const (
	// longestName is the longest word that is compared; no name in a vocabulary
	// comes near it, and the cost of comparing grows with the square.
	longestName = 80
	// mostNearest is how many candidates a person can take in.
	mostNearest = 3
	// otherOwner is what it adds to the distance where a dotted name is right but
	// for the part before its last dot.
	otherOwner = 3
	// tooFar is more than any distance between near names.
	tooFar = 1000
)

// Nearest returns up to three candidates that the word may have been meant for,
// best first, and none where nothing is near. The answer does not depend on the
// order of the candidates.
//
// Case, hyphens and underscores make no difference. Names with dots are compared
// part by part: every part must be near, parts that are left out at the front
// count for little, and a name that is right but for what stands before its last
// dot is near too.
func Nearest(word string, candidates []string) []string {
	if word == "" || len(word) > longestName*utf8.UTFMax || utf8.RuneCountInString(word) > longestName {
		return nil
	}
	type scored struct {
		name     string
		distance int
	}
	var near []scored
	parts := nameParts(word)
	for _, c := range candidates {
		if c == "" || len(c) > longestName*utf8.UTFMax {
			continue
		}
		if d := nameDistance(parts, nameParts(c)); d < tooFar {
			near = append(near, scored{c, d})
		}
	}
	slices.SortFunc(near, func(a, b scored) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.name, b.name))
	})
	near = slices.Compact(near)
	var names []string
	for _, s := range near[:min(len(near), mostNearest)] {
		names = append(names, s.name)
	}
	return names
}

// DidYouMean returns the nearest candidates as a question that can stand as a
// remedy, or nothing where none is near.
func DidYouMean(word string, candidates []string) string {
	near := Nearest(word, candidates)
	if len(near) > 0 && strings.Map(visible, word) == near[0] && word != near[0] {
		return fmt.Sprintf("there is an invisible character in it: delete it all, and type %s again", near[0])
	}
	if len(near) == 0 {
		return ""
	}
	return "did you mean " + english.Or(near) + "?"
}

// visible leaves out what nobody sees, such as a space without width.
func visible(r rune) rune {
	if !unicode.IsPrint(r) {
		return -1
	}
	return r
}

// nameParts splits a dotted name and evens out how its parts are written.
func nameParts(name string) []string {
	return strings.Split(evener.Replace(strings.ToLower(name)), ".")
}

// evener is made once: a name may be compared with thousands.
var evener = strings.NewReplacer("-", "_", " ", "_")

// nameDistance compares two dotted names.
func nameDistance(a, b []string) int {
	shared := min(len(a), len(b))
	sum := len(a) + len(b) - 2*shared // one for each part that is left out
	a, b = a[len(a)-shared:], b[len(b)-shared:]
	for i := range a {
		d := wordDistance(a[i], b[i])
		if d == tooFar && i < shared-1 && a[shared-1] == b[shared-1] {
			return sum + otherOwner
		}
		if d == tooFar {
			return tooFar
		}
		sum += d
	}
	return sum
}

// wordDistance counts the letters to change, add or drop to get from one word to
// the other, two neighbours changing places counting as one. It is tooFar where
// that is more than about a third of the longer word, unless one starts with the
// other.
func wordDistance(a, b string) int {
	if a == b {
		return 0
	}
	x, y := []rune(a), []rune(b)
	shorter, longer := min(len(x), len(y)), max(len(x), len(y))
	if longer > longestName || shorter == 0 {
		return tooFar
	}
	limit := longer / 3
	if limit == 0 {
		return tooFar
	}
	if longer-shorter <= limit {
		// No upper bound is passed (the 0): with one, the library's answer is
		// sometimes below the true distance.
		d, prefix, suffix := levenshtein.Calculate(x, y, 0, 1, 1, 1)
		if swapped(x, y, prefix, suffix) {
			return 1
		}
		if d <= limit {
			return d
		}
	}
	if shorter >= 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) {
		return limit + 1
	}
	return tooFar
}

// swapped reports whether all that differs is two neighbours that changed places.
func swapped(x, y []rune, prefix, suffix int) bool {
	return len(x) == len(y) && len(x)-prefix-suffix == 2 &&
		x[prefix] == y[prefix+1] && x[prefix+1] == y[prefix]
}
