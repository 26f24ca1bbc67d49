package page

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"windscreen/engine/family"
	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// people are those whom a made-up copy can be for.
var people = []recommendation.Person{{Name: "mother", Title: "The mother"}, {Name: "father", Title: "The father"},
	{Name: "young", Title: "The young person", Own: true}}

// mayHaveOwn lets somebody have a copy of their own; with goes_on while telling anybody else waits.
func mayHaveOwn(person string, does ...term.Deed) change {
	return func(r *recommendation.Recommendation) {
		r.People = people
		l := recommendation.Line{Rule: rule("copy-"+person, ""), Says: "Give it to them alone.", To: person}
		l.Does = does
		r.Consent.Copy = append(r.Consent.Copy, l)
	}
}

// keptBack is an answer in which something is kept from somebody.
func keptBack(r *recommendation.Recommendation) {
	r.People, r.Consent.Inform, r.Consent.Sharing = people, term.InformNotBeforeAdvice, term.SharingAdviceFirst
	l := recommendation.Line{Rule: rule("keep", "Do not tell the father")}
	l.ForFamily = &recommendation.ForFamily{NoCopy: true}
	r.Consent.Answered = append(r.Consent.Answered, l)
}

// reasonFor is why somebody has no copy of their own; empty if they have one.
func reasonFor(t *testing.T, a *family.Answer, label, person string) Reason {
	t.Helper()
	p, err := ForPerson(a, label, person)
	if err == nil {
		if p.For != person {
			t.Errorf("the copy is for %q", p.For)
		}
		return ""
	}
	var w *Withheld
	if !errors.As(err, &w) || p != nil {
		t.Fatalf("%v, %v", p, err)
	}
	return w.Reason
}

// readWith says how any copy is handed over.
var readWith = recommendation.Line{Rule: recommendation.Rule{Does: []term.Deed{term.DeedHanded}}, Says: "Read it with them."}

func TestTheCopyForTheFamilyIsHandedOverAsARuleSays(t *testing.T) {
	handed := func(r *recommendation.Recommendation) { r.Consent.Copy = append(r.Consent.Copy, readWith) }
	same(t, HowToHand(alone(handed), "", ""), "Read it with them.")
	same(t, HowToHand(alone(handed, keptBack), "", ""))
}

func TestOnlyWhomARuleAllowsHasACopyWhileItIsKeptFromSomebody(t *testing.T) {
	a := alone(keptBack, mayHaveOwn("mother", term.DeedGoesOn), mayHaveOwn("young"))
	if _, err := ForFamily(a); err == nil {
		t.Error("there is a copy for the family")
	}
	for person, want := range map[string]Reason{"mother": "", "father": NotTheirs, "young": AdviceFirst, "aunt": NoSuchPerson} {
		if got := reasonFor(t, a, "", person); got != want {
			t.Errorf("%s: %q, want %q", person, got, want)
		}
	}
	p, err := ForPerson(a, "", "mother")
	if err != nil {
		t.Fatal(err)
	}
	same(t, lines(Section{Entries: p.Head.Under}), "For the mother.", "Some extra help.")
	same(t, lines(p.Family), "Agreement: This help is given only if you agree.")
	same(t, HowToHand(a, "", "mother"), "Give it to them alone.")
	same(t, HowToHand(a, "", "father"))
	a.Children[0].Consent.Copy = append(a.Children[0].Consent.Copy, readWith)
	same(t, HowToHand(a, "", "mother"), "Give it to them alone.", "Read it with them.")
	same(t, HowToHand(a, "", "father"))
	_, err = ForPerson(a, "", "father")
	if want := "there is no copy for the father: " + withheldSays[NotTheirs] + askWhoIsTold; err.Error() != want {
		t.Errorf("%v", err)
	}
}

func TestACopyForOnePersonIsRefusedWithWhatToFindOutFirst(t *testing.T) {
	waits := func(r *recommendation.Recommendation) {
		r.People = []recommendation.Person{{Name: "mother", Title: "The mother", WaitsOn: []string{"kept", "risk"}}}
		r.Titles["risk"], r.CopyAsks = "It is a risk", [][]string{{"risk", "kept"}}
	}
	a := alone(question("kept", nil, "you"), waits)
	var w *Withheld
	if _, err := ForPerson(a, "", "mother"); !errors.As(err, &w) || w.Reason != NotTheirs {
		t.Fatalf("%v", err)
	}
	same(t, w.Questions, "It is a risk?", a.Children[0].Questions[0].Ask)
	if strings.Contains(w.Error(), askWhoIsTold) || !strings.Contains(w.Error(), w.Questions[1]) {
		t.Errorf("%v", w)
	}
}

func TestACopyForOnePersonWaitsForWhatComesFirstForEverybody(t *testing.T) {
	own := mayHaveOwn("mother", term.DeedGoesOn)
	for name, x := range map[string]struct {
		c    change
		want Reason
	}{
		"danger":                 {act("a", "Call 999", func(e *recommendation.Escalation) { e.First = true }), ActFirst},
		"acting comes first":     {inform(term.InformNotAPrecondition), ActFirst},
		"another level judged":   {judged(3, "High"), JudgedApart},
		"a partial answer":       {func(r *recommendation.Recommendation) { r.Partial = true }, NotWhole},
		"the reader settles it":  {act("s", "Hold it", does(term.DeedSettles)), SettledFirst},
		"somebody else does":     {act("s", "Hold it", does(term.DeedSettles), byWhom(term.DoerOthers)), ""},
		"nothing else":           {func(*recommendation.Recommendation) {}, ""},
		"another answer is open": {couldBe(term.InformAdviceFirst, "risk"), ""},
	} {
		if got := reasonFor(t, alone(keptBack, own, x.c), "", "mother"); got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
	}
	plain := mayHaveOwn("mother")
	for name, x := range map[string]struct {
		c    change
		want Reason
	}{
		"telling waits":          {inform(term.InformAdviceFirst), AdviceFirst},
		"it is kept from others": {func(r *recommendation.Recommendation) { keptBack(r); inform(term.InformExpected)(r) }, KeptFrom},
		"an answer is open":      {couldBe(term.InformAdviceFirst, "risk"), TellingOpen},
		"nothing stands against": {func(*recommendation.Recommendation) {}, ""},
	} {
		if got := reasonFor(t, alone(plain, x.c), "", "mother"); got != x.want {
			t.Errorf("where all are told, %s: %q, want %q", name, got, x.want)
		}
	}
}

func TestTheCopyForTheFamilyWaitsWhileTheReaderSettlesWhatTheyAreTold(t *testing.T) {
	settle := act("s", "Hold it", does(term.DeedSettles), byWhom(term.DoerFrontDoor))
	var w *Withheld
	if _, err := ForFamily(alone(settle, readBy(term.ReaderFrontDoor))); !errors.As(err, &w) || w.Reason != SettledFirst {
		t.Errorf("%v", err)
	}
	if _, err := ForFamily(alone(settle, readBy(term.ReaderReferrer))); err != nil {
		t.Errorf("for whoever does not settle it: %v", err)
	}
}

func TestACopyForOnePersonAboutSeveralChildren(t *testing.T) {
	both := several(map[string][]change{"6": {keptBack, mayHaveOwn("mother", term.DeedGoesOn)},
		"11": {keptBack, mayHaveOwn("mother", term.DeedGoesOn), mayHaveOwn("young", term.DeedGoesOn)}})
	for _, label := range []string{"", "6", "11"} {
		if got := reasonFor(t, both, label, "mother"); got != "" {
			t.Errorf("about %q: %s", label, got)
		}
	}
	one := several(map[string][]change{"6": {keptBack}, "11": {keptBack, mayHaveOwn("mother", term.DeedGoesOn)}})
	var w *Withheld
	if _, err := ForPerson(one, "11", "mother"); !errors.As(err, &w) || w.Reason != NotTheirs || !slices.Equal(w.Children, []string{"6"}) {
		t.Errorf("allowed for one of two: %v", err)
	}
	quiet := several(map[string][]change{"6": {mayHaveOwn("mother")}, "11": {mayHaveOwn("young")}})
	for label, want := range map[string]Reason{"": WhichChild, "11": "", "6": NotTheirs, "8": NoSuchChild} {
		if got := reasonFor(t, quiet, label, "young"); got != want {
			t.Errorf("the young person's own about %q: %q, want %q", label, got, want)
		}
	}
	if p, err := ForPerson(quiet, "11", "young"); err != nil || p.Child != "11" {
		t.Errorf("%+v, %v", p, err)
	}
	// While telling waits for a brother or sister, the copy about one child can tell of the other.
	if got := reasonFor(t, both, "11", "young"); got != AdviceFirst {
		t.Errorf("while telling waits for another child: %q", got)
	}
}

func TestACopyForOnePersonAsData(t *testing.T) {
	a := alone(keptBack, mayHaveOwn("mother", term.DeedGoesOn))
	if c, err := CopyFor(a, "", "mother"); err != nil || c.Page.For != "mother" || c.Format == 0 {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err := CopyFor(a, "", "father"); err == nil || c != nil {
		t.Errorf("%+v, %v", c, err)
	}
}

// reasonForAll is why there is no copy for the family; empty if there is one.
func reasonForAll(t *testing.T, a *family.Answer) Reason {
	t.Helper()
	_, err := ForFamily(a)
	var w *Withheld
	if err == nil {
		return ""
	}
	if !errors.As(err, &w) {
		t.Fatal(err)
	}
	return w.Reason
}

func TestTheCopyForTheFamilyIsOneThatEachAdultOfItMayHave(t *testing.T) {
	mother, father := mayHaveOwn("mother"), mayHaveOwn("father")
	untold := mayHaveOwn("father", term.DeedOnceTold)
	for name, x := range map[string]struct {
		changes []change
		want    Reason
	}{
		"each may":                           {[]change{mother, father}, ""},
		"one may once told":                  {[]change{mother, untold}, ""},
		"nobody of them knows":               {[]change{mayHaveOwn("mother", term.DeedOnceTold), untold}, NotTold},
		"only the young person knows":        {[]change{mayHaveOwn("mother", term.DeedOnceTold), untold, mayHaveOwn("young")}, NotTold},
		"one may not":                        {[]change{mother}, NotTheirs},
		"one may while others must not know": {[]change{mayHaveOwn("mother", term.DeedGoesOn), father}, NotTheirs},
	} {
		if got := reasonForAll(t, alone(x.changes...)); got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
	}
	if got := reasonFor(t, alone(mother, untold), "", "father"); got != NotTold {
		t.Errorf("the father, who has not been told: %q", got)
	}
	one := several(map[string][]change{"6": {mother, father}, "11": {mother}})
	if got := reasonForAll(t, one); got != NotTheirs {
		t.Errorf("allowed for one of two: %q", got)
	}
}

func TestACopySpeaksOfTheAnswerOnlyToThoseWhoGaveIt(t *testing.T) {
	help := act("b", "Start help", needing(term.AwaitsAgreement), tells("Help begins", ""))
	begun := act("c", "Begin", func(e *recommendation.Escalation) {
		e.ForFamily = &recommendation.ForFamily{Says: "What you agreed to goes ahead", Answered: true}
	})
	agreed := answeredWith("Given", term.OutcomeGiven)
	a := alone(help, begun, agreed, mayHaveOwn("mother", term.DeedHears), mayHaveOwn("father"))
	of := func(person string) *Page {
		p, err := ForPerson(a, "", person)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	same(t, lines(of("mother").Next), "Help begins.", "What you agreed to goes ahead.")
	same(t, lines(of("father").Next), "If you agree: help begins.")
	all, err := ForFamily(a)
	if err != nil {
		t.Fatal(err)
	}
	same(t, lines(all.Next), "If you agree: help begins.")
	for _, p := range []*Page{of("father"), all} {
		if text := p.Family.Entries[0].Text; strings.Contains(text, "given. ") || p.Steps.Entries[0].Text != copyAnswer {
			t.Errorf("%q, %q", text, p.Steps.Entries[0].Text)
		}
	}
	both := alone(help, begun, agreed, mayHaveOwn("mother", term.DeedHears), mayHaveOwn("father", term.DeedHears))
	if all, err = ForFamily(both); err != nil {
		t.Fatal(err)
	}
	same(t, lines(all.Next), "Help begins.", "What you agreed to goes ahead.")
}

func TestARefusalSaysHowAListIsWrittenOfWhichTheCaseNamesAPart(t *testing.T) {
	r := &recommendation.Recommendation{Titles: map[string]string{"family.kept": "Who must not be told", "family.told": "Who was told"}}
	r.Receipt.Case = map[string]any{"family": map[string]any{"kept": []any{"father"}, "told": map[string]any{"only": []any{"mother"}}}}
	same(t, inPlace(asked(r, []string{"family.kept", "family.told", "family.else"})),
		"Who must not be told? (If the case names all, write kept: {only: [...]}.)", "Who was told?", "family.else?")
}

func TestARefusalAsksOfSeveralChildrenInOneOrder(t *testing.T) {
	asks := func(first, second string) change {
		return func(r *recommendation.Recommendation) {
			r.People = []recommendation.Person{{Name: "mother", Title: "The mother", WaitsOn: []string{second, first}}}
			r.CopyAsks = [][]string{{first}, {second}}
		}
	}
	a := several(map[string][]change{"6": {asks("risk", "harm")}, "11": {asks("kept", "harm"), couldBe(term.InformAdviceFirst, "fear")}})
	a.Children[0].CopyAsks = append(a.Children[0].CopyAsks, []string{"fear"})
	a.Children[1].CopyAsks = append(a.Children[1].CopyAsks, []string{"fear"})
	var w *Withheld
	if _, err := ForPerson(a, "", "mother"); !errors.As(err, &w) {
		t.Fatal(err)
	}
	if got := len(w.Questions); got != 4 || w.Questions[2] != "harm?" || w.Questions[3] != "fear?" {
		t.Errorf("%q", w.Questions)
	}
}

func TestARefusalAsksLastWhatMayNotApplyThoughOneChildHasNothingElse(t *testing.T) {
	waits := func(lists ...[]string) change {
		return func(r *recommendation.Recommendation) {
			p := recommendation.Person{Name: "mother", Title: "The mother"}
			for _, list := range lists {
				p.WaitsOn = append(p.WaitsOn, list...)
			}
			r.People, r.CopyAsks = []recommendation.Person{p}, lists
		}
	}
	a := several(map[string][]change{"6": {waits([]string{"told"}, []string{"risk"}, []string{"danger"}, nil)},
		"11": {waits(nil, nil, nil, []string{"gated"})}})
	var w *Withheld
	if _, err := ForPerson(a, "", "mother"); !errors.As(err, &w) {
		t.Fatal(err)
	}
	same(t, w.Questions, "told?", "risk?", "danger?", "gated?")
}

func TestARefusalAsksAFewQuestionsAtOnce(t *testing.T) {
	w := &Withheld{Reason: NotTheirs, Questions: strings.Split("a? b? c? d? e? f? g?", " ")}
	if want := " a? b? c? d? e? Then there may be 2 more questions. " + sayExplored; !strings.HasSuffix(w.Error(), want) {
		t.Error(w)
	}
}
