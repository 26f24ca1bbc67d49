package render

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"windscreen/engine/recommendation"
)

func TestWhatAnAnswerCouldChangeIsPutInShort(t *testing.T) {
	tests := []struct {
		name string
		list []recommendation.Could
		want string
	}{
		{"the level comes first, and its signs go without saying",
			[]recommendation.Could{{Kind: "indicator", Level: 4}, {Kind: "ground", Rule: "england.s47", Ground: "s47", Title: "Enquiries"},
				{Kind: "level", Level: 3}, {Kind: "level", Level: 4}},
			"raise the level to 4; bring in section 47"},
		{"a level no higher is not called a raise", []recommendation.Could{{Kind: "level", Level: 2}}, "settle the level"},
		{"a sign alone is named at its highest",
			[]recommendation.Could{{Kind: "indicator", Level: 2}, {Kind: "indicator", Level: 3}}, "show a sign of need at level 3"},
		{"a duty that is no section goes by its title",
			[]recommendation.Could{{Kind: "ground", Rule: "other", Ground: "notify_x", Title: "A duty to notify."}},
			"bring in a duty to notify"},
		{"no more than three are named, and none twice",
			[]recommendation.Could{{Kind: "consent"}, {Kind: "consent"}, {Kind: "service"}, {Kind: "pathway"},
				{Kind: "escalation", Title: "Referral"}, {Kind: "level", Level: 3}},
			"raise the level to 3; call for action (Referral); change what agreement is needed"},
		{"a caution changes nothing to act on", []recommendation.Could{{Kind: "caution"}}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := could(test.list, 2); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestAGroundIsNamedBySectionLimbAndTitleOnceEach(t *testing.T) {
	tests := []struct {
		name   string
		ground recommendation.Ground
		want   string
	}{
		{"a title alone gets its section", recommendation.Ground{ID: "s47", Title: "Significant harm."}, "Section 47 – Significant harm"},
		{"a title with its section keeps it", recommendation.Ground{ID: "s47", Title: "Enquiries under section 47"},
			"Enquiries under section 47"},
		{"a limb is added", recommendation.Ground{ID: "s17", Limb: "disability", Title: "A child in need, section 17"},
			"A child in need, section 17 (disability)"},
		{"a limb in the title is not said again",
			recommendation.Ground{ID: "s17", Limb: "disability", Title: "Section 17, by disability"}, "Section 17, by disability"},
		{"no title leaves the section", recommendation.Ground{ID: "s20"}, "Section 20"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := groundName(test.ground); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestAContactIsGivenInFullOnce(t *testing.T) {
	d := draft{contacts: map[string]bool{}}
	c := recommendation.Contact{ID: "door", Name: "Front Door", Phone: "01632 960001", AsPrinted: "2020"}
	later := c
	later.Phone = "01632 960009"
	var got []string
	for _, one := range []recommendation.Contact{c, c, later} {
		one.Now = &recommendation.Answering{Phone: one.Phone} // another pointer each time
		got = append(got, strings.ReplaceAll(d.contact(&one)[0].text, string(unbroken), " "))
	}
	want := []string{
		"Contact: Front Door: 01632 960001 (as printed in 2020).",
		"Contact: Front Door, as above.",
		"Contact: Front Door: 01632 960009 (as printed in 2020).",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// One outline makes both, so this fails only if one of them adds or drops words
// on its own. The heads of tables are the one thing that Text may leave out.
func TestTextAndMarkdownSayTheSameWords(t *testing.T) {
	heads := regexp.MustCompile(`(?m)^ *\|.*\|\n *(\| --- )+\|$`)
	escaped := regexp.MustCompile(`\\([[:punct:]])`)
	entities := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")
	words := func(s string) map[string]bool {
		found := map[string]bool{}
		for _, w := range regexp.MustCompile(`\pL+`).FindAllString(s, -1) {
			found[w] = true
		}
		return found
	}
	rapid.Check(t, func(t *rapid.T) {
		r := arbitrary.Draw(t, "r")
		text := words(drawn(t, Text, r, Options{Full: true, Rules: true}))
		delete(text, "Who")
		delete(text, "Could")
		marked := heads.ReplaceAllString(drawn(t, Markdown, r, Options{Full: true, Rules: true}), "")
		markdown := words(entities.Replace(escaped.ReplaceAllString(marked, "$1")))
		delete(markdown, "Who")
		delete(markdown, "Could")
		if diff := cmp.Diff(slices.Sorted(maps.Keys(text)), slices.Sorted(maps.Keys(markdown))); diff != "" {
			t.Fatalf("(-text +markdown):\n%s", diff)
		}
	})
}

func TestRowsOfATableHaveAsManyCellsAsItsHead(t *testing.T) {
	escaped := regexp.MustCompile(`\\[[:punct:]]`)
	rapid.Check(t, func(t *rapid.T) {
		cells := 0
		for line := range strings.Lines(drawn(t, Markdown, arbitrary.Draw(t, "r"), Options{Full: true})) {
			n := strings.Count(escaped.ReplaceAllString(line, ""), "|")
			inTable := strings.HasPrefix(strings.TrimLeft(line, " "), "|")
			switch {
			case !inTable && n > 0:
				t.Fatalf("a cell outside a table: %q", line)
			case inTable && cells > 0 && n != cells:
				t.Fatalf("%d bars under a head with %d: %q", n, cells, line)
			}
			cells = 0
			if inTable {
				cells = n
			}
		}
	})
}
