package term_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"windscreen/engine/term"
)

// shown is what the guides show of a list. Lists that no author writes are shown in none.
var shown = map[string]func(words term.Table[string]) []passage{
	"Agreement": func(w term.Table[string]) []passage {
		return []passage{{rulesGuide, rows(w)}, {rulesGuide, listed(w)}, {scenarioGuide, listed(w)}}
	},
	"Inform":   func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}, {rulesGuide, listed(w)}} },
	"Sharing":  func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}, {rulesGuide, listed(w)}} },
	"Answer":   answerPassages,
	"Strength": func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"Part":     func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"Force": func(w term.Table[string]) []passage {
		return []passage{{rulesGuide, rows(w)}, {scenarioGuide, listed(w)}}
	},
	"Doer":     func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"Awaits":   func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"Deed":     func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"Whom":     func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"Outcome":  func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"Verified": func(w term.Table[string]) []passage { return []passage{{rulesGuide, inBrackets(w)}} },
	"Status":   func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"NoRule":   func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"ConflictSeverity": func(w term.Table[string]) []passage {
		return []passage{{rulesGuide, "`severity` is " + inBrackets(w)}}
	},
	"Standing": func(w term.Table[string]) []passage {
		return []passage{{scenarioGuide, rows(w)}}
	},
	"Reader": func(w term.Table[string]) []passage { return []passage{{scenarioGuide, inBrackets(w)}} },
	"FactType": func(w term.Table[string]) []passage {
		var out []passage
		for _, x := range w {
			out = append(out, passage{rulesGuide, "`type: " + x.Code + "`"})
		}
		return out
	},
	"Of": func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"Need": func(w term.Table[string]) []passage {
		return []passage{{rulesGuide, "`" + w[0].Code + "` to `" + w[len(w)-1].Code + "`"}}
	},
	"Days":  func(w term.Table[string]) []passage { return []passage{{rulesGuide, rows(w)}} },
	"Unit":  unitPassages,
	"Every": func(w term.Table[string]) []passage { return []passage{{scenarioGuide, "`policy: " + w[0].Code + "`"}} },
}

// unshown are the lists that no author writes, and that only answers and reports hold.
var unshown = []string{"State", "Truth", "Met", "Kind", "Citing", "Asked", "Answered", "Aspect", "Severity", "Change"}

// passage is what a guide must hold; how its lines are broken does not matter.
type passage struct{ guide, text string }

const (
	rulesGuide    = "rules/README.md"
	scenarioGuide = "fixtures/README.md"
)

// rows are the rows of a guide's table of words and meanings.
func rows(words term.Table[string]) string {
	var out []string
	for _, w := range words {
		out = append(out, "| `"+w.Code+"` | "+w.Doc+" |")
	}
	return strings.Join(out, "\n")
}

// listed is the list of codes in a guide.
func listed(words term.Table[string]) string {
	return "`" + strings.Join(words.Codes(), "`, `") + "`"
}

// inBrackets is a sentence's list, with each meaning in brackets.
func inBrackets(words term.Table[string]) string {
	var out []string
	for _, w := range words {
		out = append(out, "`"+w.Code+"` ("+w.Doc+")")
	}
	last := len(out) - 1
	return strings.Join(out[:last], ", ") + " or " + out[last]
}

// answerPassages are a row for each answer, with the values that a single one can have.
func answerPassages(words term.Table[string]) []passage {
	var out []passage
	for _, w := range words {
		values := "no value"
		if a := term.Answer(w.Code); a.Single() {
			values = listed(a.Values()) + " |"
		}
		out = append(out, passage{rulesGuide, "| `" + w.Code + "` | " + w.Doc + " | " + values})
	}
	return out
}

// unitPassages are the list of units without a number and that of those with one.
func unitPassages(words term.Table[string]) []passage {
	var numbered, plain []string
	for _, w := range words {
		if term.Unit(w.Code).Numbered() {
			numbered = append(numbered, "`"+w.Code+"`")
		} else {
			plain = append(plain, "`"+w.Code+"`")
		}
	}
	last := len(numbered) - 1
	text := strings.Join(plain, ", ") + ", or a number of " + strings.Join(numbered[:last], ", ") + " or " + numbered[last]
	return []passage{{rulesGuide, text}}
}

func TestTheGuidesShowEveryWordThatAuthorsWrite(t *testing.T) {
	guides := map[string]string{}
	for _, name := range []string{rulesGuide, scenarioGuide} {
		data, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		guides[name] = unwrapped(string(data))
	}
	left := map[string]bool{}
	for _, name := range unshown {
		left[name] = true
	}
	for _, g := range term.Groups() {
		passages := shown[g.Type]
		if (passages == nil) != left[g.Type] {
			t.Errorf("%s: say either what the guides show of it or that they show nothing", g.Type)
			continue
		}
		if passages == nil {
			continue
		}
		for _, p := range passages(g.Words) {
			if !strings.Contains(guides[p.guide], unwrapped(p.text)) {
				t.Errorf("%s does not show the words of %s as they are; write there:\n%s", p.guide, g.Type, p.text)
			}
		}
	}
}

func unwrapped(s string) string { return strings.Join(strings.Fields(s), " ") }
