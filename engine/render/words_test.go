package render

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/recommendation"
)

func TestCleaningLeavesOnlyWhatCanBeSeen(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"a colour is dropped whole", "\x1b[31mred\x1b[0m", "red"},
		{"a hidden link is dropped whole", "\x1b]8;;http://file.example\x07here\x1b]8;;\x07", "here"},
		{"an eight-bit sequence is dropped whole", "\u009b2Jgone", "gone"},
		{"a lone escape is dropped", "a\x1b", "a"},
		{"a sequence hidden in a sequence does not come to life", "\x1b\x1b[31m[31mx", "[31mx"},
		{"lines become one", "one\r\n\ttwo", "one two"},
		{"text that turns round is straightened", "a\u202eb", "ab"},
		{"bytes that are not text are marked", "a\xffb", "a\uFFFDb"},
		{"dashes, pounds and accents stay", "£5 – é", "£5 – é"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := clean(test.in); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestWrappingCountsColumns(t *testing.T) {
	tests := []struct {
		name  string
		in    string
		width int
		want  []string
	}{
		{"a line may be exactly as wide as asked", "aaa bbb", 7, []string{"aaa bbb"}},
		{"one column more starts a line", "aaa bbbb", 7, []string{"aaa", "bbbb"}},
		{"a word as wide as the line gets a line", "a bbbbbbb c", 7, []string{"a", "bbbbbbb", "c"}},
		{"a longer word is not broken", "a bbbbbbbbb c", 7, []string{"a", "bbbbbbbbb", "c"}},
		{"wide characters count twice", "両親 両親", 8, []string{"両親", "両親"}},
		{"a combined accent takes no room", "e\u0301e\u0301 e\u0301", 4, []string{"e\u0301e\u0301 e\u0301"}},
		{"an unbroken space does not end a line", "at 16:05\u00a0GMT", 8, []string{"at", "16:05\u00a0GMT"}},
		{"no room at all is one word a line", "a b", -3, []string{"a", "b"}},
		{"nothing is no line", "", 7, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, wrap(test.in, test.width)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNamesBecomeWords(t *testing.T) {
	untitled := &draft{r: &recommendation.Recommendation{}}
	titled := &draft{r: &recommendation.Recommendation{Titles: map[string]string{"a.b": "Being there", "a.c": "FGM"}}}
	tests := []struct{ name, got, want string }{
		{"a fact names its domain after it", path("home.domestic_abuse"), "domestic abuse (home)"},
		{"words are left alone", path("Is anybody hurt?"), "Is anybody hurt?"},
		{"a short list is whole", untitled.paths([]string{"a.b", "a.c", "a.d", "a.e"}), "b (a), c (a), d (a), e (a)"},
		{"a fact is called by its title", titled.paths([]string{"a.b", "a.c"}), "being there, FGM"},
		{"a long list is counted", untitled.paths([]string{"a.b", "a.c", "a.d", "a.e", "a.f"}), "b (a), c (a), d (a), and 2 more things"},
		{"a section is named", recommendation.SectionOf("s17"), "section 17"},
		{"another ground has no section", recommendation.SectionOf("notify_serious-incident"), ""},
		{"a page is called a page", pageNumber("12"), "page 12"},
		{"an estimated page says so", pageNumber("~12"), "about page 12"},
		{"no page is no page", pageNumber("-"), ""},
		{"a time is read on its own clock",
			strings.ReplaceAll(moment(recommendation.Moment{Time: time.Date(2020, 7, 2, 14, 10, 0, 0, time.FixedZone("", 3600))}),
				"\u00a0", " "), "Thu 2 Jul 2020 14:10"},
		{"no time is nothing", moment(recommendation.Moment{}) + day(recommendation.Day{}), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.got != test.want {
				t.Errorf("got %q, want %q", test.got, test.want)
			}
		})
	}
}

func TestTheLevelIsNeverSaidMoreCertainlyThanItIs(t *testing.T) {
	scale := []recommendation.Rung{{Level: 1, Name: "Universal"}, {Level: 3, Name: "Intensive"}, {Level: 4, Name: "Specialist"}}
	tests := []struct {
		name  string
		level recommendation.Level
		want  string
	}{
		{"settled", recommendation.Level{Recommended: 3, AtMost: 3, Settled: true, Name: "Intensive"}, "Level 3, Intensive."},
		{"open above", recommendation.Level{Recommended: 1, AtMost: 4, Name: "Universal"},
			"Level not settled: nothing that is known so far decides it. Up to level 4, Specialist, is not ruled out."},
		{"called settled with a level open above", recommendation.Level{Recommended: 1, AtMost: 4, Settled: true, Name: "Universal"},
			"Level not settled: nothing that is known so far decides it. Up to level 4, Specialist, is not ruled out."},
		{"open, with nothing above", recommendation.Level{Recommended: 4, AtMost: 4, Name: "Specialist"},
			"Level 4, Specialist, on what is known so far."},
		{"none", recommendation.Level{}, "No level is recommended."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.level.Scale = scale
			d := draft{r: &recommendation.Recommendation{Level: test.level}}
			if got := d.levelSentence(test.level); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
