package render

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/recommendation"
)

// TestTheFullAnswerBeginsWithTheFirstScreen: a reader who knows the first screen finds it again, line for
// line, save that its foot does not say how to see what now follows.
func TestTheFullAnswerBeginsWithTheFirstScreen(t *testing.T) {
	begins := func(t rapid.TB, r *recommendation.Recommendation, o Options) {
		t.Helper()
		for _, f := range []Format{Text, Markdown} {
			o.Full, o.More = false, ""
			screen := drawn(t, f, r, o)
			o.More = "Everything: --full"
			foot := drawn(t, f, r, o)
			o.Full = true
			full := drawn(t, f, r, o)
			if !strings.HasPrefix(full, screen+"\n") || len(full) < len(screen)+2 {
				t.Fatalf("%s: the full answer does not go on behind the first screen:\n%s\nbut:\n%s", f, screen, full)
			}
			last := strings.LastIndex(strings.TrimSuffix(screen, "\n"), "\n") + 1
			if !strings.HasPrefix(foot, screen[:last]) {
				t.Fatalf("%s: more than the last line of the foot differs:\n%s\nfrom:\n%s", f, foot, screen)
			}
			if f == Text && (foot == screen || !strings.Contains(strings.Join(strings.Fields(foot), " "), o.More)) {
				t.Fatalf("the foot does not say how to see the rest:\n%s", foot)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		begins(t, arbitrary.Draw(t, "r"), Options{
			Width: rapid.SampledFrom([]int{0, 40, 80}).Draw(t, "width"), Rules: rapid.Bool().Draw(t, "rules"),
			Colour: rapid.Bool().Draw(t, "colour"),
		})
	})
}
