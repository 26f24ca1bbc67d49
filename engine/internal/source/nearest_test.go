package source_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/internal/source"
)

var names = []string{
	"home.domestic_abuse", "home.child_present", "home.conditions", "health.registered_gp", "health.substance_use",
	"child.age", "child.date_of_birth", "carer.substance_use", "education.attendance", "education.excluded",
}

func TestNearestFindsWhatWasMeant(t *testing.T) {
	strengths := []string{"decides", "counts", "modifies", "context"}
	for _, tt := range []struct {
		name       string
		word       string
		candidates []string
		want       []string
	}{
		{"a letter left out", "home.domestic_abus", names, []string{"home.domestic_abuse"}},
		{"a letter too many", "home.domesticc_abuse", names, []string{"home.domestic_abuse"}},
		{"two letters the wrong way round", "hmoe.conditions", names, []string{"home.conditions"}},
		{"a slip in both parts", "hom.conditons", names, []string{"home.conditions"}},
		{"the domain left out", "domestic_abuse", names, []string{"home.domestic_abuse"}},
		{"the domain left out and a slip", "domestic_abse", names, []string{"home.domestic_abuse"}},
		{"the domain left out where two have the name", "substance_use", names, []string{"carer.substance_use", "health.substance_use"}},
		{"another domain", "health.domestic_abuse", names, []string{"home.domestic_abuse"}},
		{"a part too many", "case.child.age", names, []string{"child.age"}},
		{"hyphens for underscores", "home.domestic-abuse", names, []string{"home.domestic_abuse"}},
		{"capitals", "Home.Domestic_Abuse", names, []string{"home.domestic_abuse"}},
		{"a name cut short", "home.domestic", names, []string{"home.domestic_abuse"}},
		{"a short name", "ag", []string{"age", "act"}, []string{"age"}},
		{"the better of two first", "counds", []string{"sounds", "counts", "bounds"}, []string{"bounds", "counts", "sounds"}},
		{"a word of few", "decide", strengths, []string{"decides"}},
		{"a word of few with a slip", "cuonts", strengths, []string{"counts"}},
		{"no more than three", "aaaa", []string{"aaab", "aaac", "aaad", "aaae"}, []string{"aaab", "aaac", "aaad"}},
		{"the same candidate only once", "aaaa", []string{"aaab", "aaab"}, []string{"aaab"}},
		{"nothing where nothing is near", "weather", names, nil},
		{"nothing for a domain alone", "home", names, nil},
		{"nothing for one letter", "x", []string{"y", "z"}, nil},
		{"nothing for an empty word", "", names, nil},
		{"nothing among nothing", "age", nil, nil},
		{"nothing for a word of absurd length", strings.Repeat("a", 81), []string{strings.Repeat("a", 80)}, nil},
		{"letters beyond ASCII", "prénom", []string{"prenom", "surname"}, []string{"prenom"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, source.Nearest(tt.word, tt.candidates)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestDidYouMeanAsksInPlainWords(t *testing.T) {
	for _, tt := range []struct{ word, want string }{
		{"home.domestic_abus", "did you mean home.domestic_abuse?"},
		{"substance_use", "did you mean carer.substance_use or health.substance_use?"},
		{"weather", ""},
	} {
		if got := source.DidYouMean(tt.word, names); got != tt.want {
			t.Errorf("%s: got %q", tt.word, got)
		}
	}
	if got := source.DidYouMean("aaaa", []string{"aaab", "aaac", "aaad"}); got != "did you mean aaab, aaac or aaad?" {
		t.Errorf("three: got %q", got)
	}
}

func TestNearestDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-e_.]{1,12}`).Draw(t, "word")
		candidates := rapid.SliceOf(rapid.StringMatching(`[a-e_.]{0,12}`)).Draw(t, "candidates")
		shuffled := rapid.Permutation(candidates).Draw(t, "shuffled")
		if diff := cmp.Diff(source.Nearest(word, candidates), source.Nearest(word, shuffled)); diff != "" {
			t.Error(diff)
		}
	})
}

// A name with one letter changed, dropped or added is always near.
func TestOneSlipIsAlwaysForgiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "name")
		letters := []rune(name)
		i := rapid.IntRange(0, len(letters)-1).Draw(t, "place")
		if letters[i] == '.' {
			t.Skip("a dot is no letter")
		}
		switch rapid.IntRange(0, 2).Draw(t, "slip") {
		case 0:
			letters[i] = 'q'
		case 1:
			letters = slices.Delete(letters, i, i+1)
		case 2:
			letters = slices.Insert(letters, i, 'q')
		}
		if strings.HasSuffix(string(letters), ".gp") || len(letters) < len(name) && strings.Contains(name, ".age") {
			t.Skip("too short to be sure of")
		}
		if !slices.Contains(source.Nearest(string(letters), names), name) {
			t.Errorf("%q is not near %q", string(letters), name)
		}
	})
}

func TestHostileWordsCostLittle(t *testing.T) {
	word, candidates := strings.Repeat("a.", 500_000), make([]string, 1000)
	for i := range candidates {
		candidates[i] = strings.Repeat("ab", 40)
	}
	start := time.Now()
	source.Nearest(word, candidates)
	source.Nearest(strings.Repeat("ba", 40), candidates)
	source.Nearest(strings.Repeat("a.", 40), candidates)
	source.Nearest("a", []string{word, strings.Repeat("a", 1<<20)})
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}
