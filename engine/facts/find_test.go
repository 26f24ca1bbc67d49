package facts_test

import (
	"fmt"
	"strings"
	"testing"

	"windscreen/engine/facts"
)

// made is a made-up list of facts.
func made() *facts.List {
	return &facts.List{
		Format:  facts.FormatVersion,
		Domains: []facts.Domain{{Name: "care", Title: "Care"}, {Name: "home", Title: "Home"}},
		Facts: []facts.Fact{
			{Path: "care.food", Domain: "care", Name: "food", Title: "Food", Ask: "Is the child neglected at meals?",
				Also:  []string{"hungry", "breakfast club"},
				Rules: []facts.Rule{{Policy: "a", ID: "x", Title: "Hungry children"}, {Policy: "a", ID: "y", Title: "Drugs at home"}}},
			{Path: "care.neglect", Domain: "care", Name: "neglect", Title: "Neglect", Ask: "Does anyone see to the child’s needs?",
				Values: []facts.Value{{Name: "none", Says: "Nothing of the kind"},
					{Name: "evident", Says: "There is evidence of drug use"}}},
			{Path: "home.violence", Domain: "home", Name: "violence", Title: "Violence", Ask: "Is there violence, or exploitation?",
				Values: []facts.Value{{Name: "by_neglect", Says: "Neglects to stop it"}}},
		},
	}
}

// paths are the paths of what a search finds, in order.
func paths(l *facts.List) string {
	var out []string
	for _, f := range l.Facts {
		out = append(out, f.Path)
	}
	return strings.Join(out, " ")
}

func TestFactsAreFoundByWordTheBestMatchFirst(t *testing.T) {
	for _, x := range []struct{ words, want, why string }{
		{"neglect", "care.neglect care.food home.violence", "title before question before value"},
		{"Neglected", "care.neglect care.food home.violence", "stems and capitals make no difference within a place"},
		{"drugs", "care.neglect care.food", "a value, by its stem, before a rule"},
		{"drug", "care.neglect care.food", "one or several"},
		{"exploit", "home.violence", "the same stem"},
		{"viol", "home.violence", "the beginning of a word"},
		{"vi", "", "two letters are no beginning"},
		{"care", "care.food care.neglect", "the domain"},
		{"care.neglect", "care.neglect care.food", "a path, as its words"},
		{"children needs", "care.neglect", "all words, wherever each is; the ’s of an owner is no part"},
		{"breakfast", "care.food", "an everyday word that is shown nowhere"},
		{"neglect zebra", "", "all words"},
		{"he was neglected with drugs", "care.neglect care.food", "without the words that say nothing"},
		{"the", "care.food care.neglect", "a word that says nothing is looked for where it is alone"},
	} {
		if got := paths(made().Find(x.words)); got != x.want {
			t.Errorf("%s: found %q, not %q: %s", x.words, got, x.want, x.why)
		}
	}
}

func TestWhereNoFactHasAllWordsThoseThatHaveSomeAreFoundOnRequest(t *testing.T) {
	for words, want := range map[string]string{
		"neglect zebra": "care.neglect care.food home.violence", "meals of violence needs": "home.violence care.food care.neglect",
		"drug breakfast": "care.food", "zebra": "",
	} {
		if got := paths(made().FindAny(words)); got != want {
			t.Errorf("%s: found %q, not %q", words, got, want)
		}
	}
}

func TestAMatchThatTheTitleDoesNotShowIsNamed(t *testing.T) {
	l := made()
	for i, want := range []string{"Is the child neglected at meals?", "", "Neglects to stop it"} {
		if got := l.Facts[i].Matching("neglect"); got != want {
			t.Errorf("%s matches in %q, not %q", l.Facts[i].Path, got, want)
		}
	}
}

func TestWholeWordsComeBeforeStemsInTheSamePlace(t *testing.T) {
	l := &facts.List{Facts: []facts.Fact{{Path: "a.one", Name: "one", Title: "Neglectful"}, {Path: "a.two", Name: "two", Title: "Neglects"},
		{Path: "a.three", Name: "three", Title: "Neglect"}}}
	if got := paths(l.Find("neglect")); got != "a.three a.two a.one" {
		t.Errorf("found %s", got)
	}
}

func TestASearchKeepsTheDomainsAndRulesThatMatch(t *testing.T) {
	found := made().Find("drugs")
	if len(found.Domains) != 1 || found.Domains[0].Name != "care" {
		t.Errorf("domains: %v", found.Domains)
	}
	if rules := found.Facts[1].Rules; len(rules) != 1 || rules[0].ID != "y" {
		t.Errorf("rules: %v", rules)
	}
	if len(made().Facts[0].Rules) != 2 {
		t.Error("the list searched was changed")
	}
}

func TestASearchSaysHowFarEachWordLeads(t *testing.T) {
	found := made().Find("violence", "neglct")
	if len(found.Facts) != 0 || len(found.Searched) != 2 {
		t.Fatalf("found %s, %v", paths(found), found.Searched)
	}
	if s := found.Searched[0]; s.Word != "violence" || s.Found != 1 || len(s.Nearest) != 0 {
		t.Errorf("of a word that finds something: %v", s)
	}
	if s := found.Searched[1]; s.Found != 0 || len(s.Nearest) == 0 || s.Nearest[0] != "neglect" {
		t.Errorf("of a misspelt word: %v", s)
	}
}

func TestWithoutAWordASearchFindsEverything(t *testing.T) {
	for _, words := range [][]string{nil, {""}, {"–", "'"}} {
		l := made()
		if l.Find(words...) != l {
			t.Errorf("%q: not the list itself", words)
		}
	}
}

func TestFormsOfAWordAreFoundAsOne(t *testing.T) {
	for _, same := range []string{"drug drugs",
		"neglect neglected neglecting", "abuse abused abusing", "baby babies", "bully bullied bullying",
		"exploit exploitation exploited", "radicalise radicalisation", "house housing", "care caring", "stop stopped", "child children",
		"tooth teeth", "miss missing", "witness witnessed"} {
		words := strings.Fields(same)
		for _, a := range words {
			for _, b := range words {
				l := &facts.List{Facts: []facts.Fact{{Path: "x.y", Name: "y", Title: a}}}
				if paths(l.Find(b)) == "" {
					t.Errorf("%s does not find %s", b, a)
				}
			}
		}
	}
	for _, apart := range []string{"use us", "bus bu", "police polite", "son so", "head health"} {
		a, b, _ := strings.Cut(apart, " ")
		l := &facts.List{Facts: []facts.Fact{{Path: "x.y", Name: "y", Title: a}}}
		if paths(l.Find(b)) != "" {
			t.Errorf("%s finds %s", b, a)
		}
	}
}

func TestAListCanBeCutToDomains(t *testing.T) {
	l, err := made().Of("home")
	if err != nil || paths(l) != "home.violence" || len(l.Domains) != 1 {
		t.Errorf("%v, %v", l, err)
	}
	if l, err := made().Of(); err != nil || len(l.Facts) != 3 {
		t.Errorf("%v, %v", l, err)
	}
	for name, want := range map[string]string{
		"hme":   `there is no domain called "hme"; there is home`,
		"zzzzz": `there is no domain called "zzzzz"; there is care or home`,
	} {
		if _, err := made().Of("care", name); err == nil || err.Error() != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func ExampleList_Find() {
	all := &facts.List{Facts: []facts.Fact{
		{Path: "care.neglect", Domain: "care", Name: "neglect", Title: "Neglect", Ask: "How badly are the child's needs neglected?"},
		{Path: "health.food", Domain: "health", Name: "food", Title: "Food", Ask: "Does the child get enough to eat?"},
	}}
	for _, f := range all.Find("neglected").Facts {
		fmt.Println(f.Path)
	}
	for _, s := range all.Find("fod").Searched {
		fmt.Println(s.Word, s.Found, s.Nearest)
	}
	// Output:
	// care.neglect
	// fod 0 [food]
}
