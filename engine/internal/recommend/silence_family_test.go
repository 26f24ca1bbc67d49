package recommend_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/term"
)

// ofTheHome are the domains that the top of a case about several children can say were gone
// through: those with a fact of the home, but for those about the case.
func (p practice) ofTheHome() []string {
	var out []string
	for _, d := range p.reader.Vocabulary.Domains {
		for _, f := range d.Facts {
			if f.Of == term.OfHome && !f.AboutTheCase {
				out = append(out, d.Name)
				break
			}
		}
	}
	return out
}

// familyOf reads a case about several children of given ages. The home's domains were gone
// through at the top, and everything for each child. What is said of the home stands at the top,
// the rest with the first child.
func (p practice) familyOf(t *testing.T, said map[*vocabulary.Fact]vocabulary.Value, ages ...int64) []*casefile.Case {
	facts := func(of func(*vocabulary.Fact) bool) map[string]any {
		out := map[string]any{}
		for f, v := range said {
			if !of(f) {
				continue
			}
			domain, _ := out[f.Domain].(map[string]any)
			if domain == nil {
				domain = map[string]any{}
				out[f.Domain] = domain
			}
			domain[f.Name] = f.Plain(v, p.reader.London)
		}
		return out
	}
	top := facts(func(f *vocabulary.Fact) bool { return f.Of != term.OfChild })
	children := map[string]any{}
	for i, age := range ages {
		child := facts(func(f *vocabulary.Fact) bool { return i == 0 && f.Of == term.OfChild })
		of, _ := child["child"].(map[string]any)
		if of == nil {
			of = map[string]any{}
			child["child"] = of
		}
		if of["age"] == nil {
			of["age"] = age
		}
		child["explored"] = casefile.Everything
		children[fmt.Sprintf("child %d", i+1)] = child
	}
	top["as_of"], top["explored"], top["children"] = "2020-03-02T14:10", p.ofTheHome(), children
	data, err := json.Marshal(top)
	if err != nil {
		t.Fatal(err)
	}
	_, cases := p.together(t, data)
	return cases
}

// atSection47 reports whether the ground certainly holds.
func (p practice) atSection47(t *testing.T, c *casefile.Case) bool {
	o, err := evaluate.Decide(p.maker.Evaluator, recommend.Input(c))
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range p.policy.Statutes {
		if s.Name == "s47" {
			return o.Grounds[i] == logic.True
		}
	}
	t.Fatalf("%s has no section 47", p.policy.ID)
	return false
}

// Children of whom everything was gone through and nothing was found are settled at the lowest
// level, however many they are.
func TestWhereNothingWasFoundEachChildOfAFamilyIsSettledAtTheLowestLevel(t *testing.T) {
	for _, p := range practices(t) {
		for n, c := range p.familyOf(t, nil, 0, 2, 5, 9, 12, 15, 17) {
			if got, want := p.level(t, c), (logic.Range{Lo: p.lowest(), Hi: p.lowest()}); got != want {
				t.Errorf("%s: the level of child %d is %v", p.policy.ID, n+1, got)
			}
		}
	}
}

// A sign in one child leaves the others settled at the lowest level, unless it puts that child
// at section 47: then none of them is. A sign in the home is for each child what it is in a case
// about that child alone. Every sign is tried, each at an age; a short run tries one in ten.
func TestASignInOneChildUnsettlesAnotherOnlyBySection47(t *testing.T) {
	for _, p := range practices(t) {
		t.Run(p.policy.ID, func(t *testing.T) {
			harmed := 0
			for n, s := range signs(p.reader.Vocabulary) {
				if testing.Short() && n%10 > 0 {
					continue
				}
				what := fmt.Sprintf("%s is %v", s.fact.Path, s.fact.Plain(s.value, p.reader.London))
				first, second := int64(7*n%18), int64(5*n%18)
				said := p.followUps(p.goneThrough(first).with(s.fact, s.value), s)
				family := p.familyOf(t, said.values, first, second)
				one, other := family[0], family[1]
				alone := p.read(t, said)
				quiet := told{map[*vocabulary.Fact]vocabulary.Value{}, said.explored}
				for f, v := range said.values {
					if f.Of != term.OfChild {
						quiet = quiet.with(f, v)
					}
				}
				beside := p.read(t, quiet.with(p.reader.Vocabulary.Fact("child.age"), vocabulary.Exactly(second)))
				for _, c := range []struct {
					who             string
					got, alone, its *casefile.Case
				}{{"the child", one, alone, beside}, {"the other child", other, beside, alone}} {
					got, want := p.level(t, c.got), p.level(t, c.alone)
					switch {
					case !p.atSection47(t, c.its) || p.atSection47(t, c.alone):
						if got != want {
							t.Errorf("%s: %s is at %v, and alone at %v", what, c.who, got, want)
						}
					default:
						harmed++
						if highest := int64(p.policy.Levels[len(p.policy.Levels)-1].Number); got.Lo != want.Lo || got.Hi != highest {
							t.Errorf("%s, by which another child is at section 47: %s is at %v, and alone at %v", what, c.who, got, want)
						}
					}
				}
			}
			if harmed == 0 {
				t.Error("no sign put one child at section 47 and not the other")
			}
		})
	}
}
