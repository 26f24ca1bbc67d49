package recommend_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"slices"
	"testing"
	"time"

	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/logic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/recommend"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
)

// told is a case as people write it: values by fact, and what was gone through.
type told struct {
	values   map[*vocabulary.Fact]vocabulary.Value
	explored any
}

// with is the case that says one thing more.
func (c told) with(f *vocabulary.Fact, v vocabulary.Value) told {
	values := map[*vocabulary.Fact]vocabulary.Value{f: v}
	for g, w := range c.values {
		if g != f {
			values[g] = w
		}
	}
	return told{values, c.explored}
}

// text is the case as JSON.
func (c told) text(london *time.Location) []byte {
	out := map[string]any{"as_of": "2020-03-02T14:10"}
	if c.explored != nil {
		out["explored"] = c.explored
	}
	for f, v := range c.values {
		domain, _ := out[f.Domain].(map[string]any)
		if domain == nil {
			domain = map[string]any{}
			out[f.Domain] = domain
		}
		domain[f.Name] = f.Plain(v, london)
	}
	data, err := json.Marshal(out)
	if err != nil {
		panic(err)
	}
	return data
}

// practice is a policy, and a reader of its cases.
type practice struct {
	reader casefile.Reader
	policy *policy.Policy
	maker  *recommend.Maker
}

// read reads a case.
func (p practice) read(t interface{ Fatalf(string, ...any) }, c told) *casefile.Case {
	data := c.text(p.reader.London)
	out, list := p.reader.Read("case.json", data)
	if out == nil {
		t.Fatalf("%s\n%s", data, list)
	}
	return out
}

// level is the level of a case, and the highest that is not ruled out.
func (p practice) level(t interface{ Fatalf(string, ...any) }, c *casefile.Case) logic.Range {
	o, err := evaluate.Decide(p.maker.Evaluator, recommend.Input(c))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return o.Level
}

// explain gives the recommendation.
func (p practice) explain(t interface{ Fatalf(string, ...any) }, c *casefile.Case) *recommendation.Recommendation {
	r, err := p.maker.Recommend(c)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return r
}

// practices are all shipped policies.
func practices(t *testing.T) []practice {
	root := shippedroot.Rules(t)
	var out []practice
	for _, p := range root.Policies {
		out = append(out, practice{
			reader: casefile.NewReader(root.Vocabulary), policy: p,
			maker: recommend.New(p, plan.New(p), root.London, "test"),
		})
	}
	return out
}

// goneThrough is a child of a given age of whom everything was gone through.
func (p practice) goneThrough(age int64) told {
	return told{map[*vocabulary.Fact]vocabulary.Value{p.reader.Vocabulary.Fact("child.age"): vocabulary.Exactly(age)}, "all"}
}

func (p practice) lowest() int64 { return int64(p.policy.Levels[0].Number) }

// answersTo are the exact answers to a question about a fact; to one about a list of words,
// none of them, and each alone.
func answersTo(f *vocabulary.Fact) []vocabulary.Value {
	all := f.Unknown()
	var out []vocabulary.Value
	switch f.Kind {
	case vocabulary.YesNo, vocabulary.Scale, vocabulary.Choice, vocabulary.Whole:
		for n := all.Lo; n <= all.Hi; n++ {
			out = append(out, vocabulary.Exactly(n))
		}
	case vocabulary.Choices:
		out = append(out, vocabulary.Exactly(0))
		for n := range f.Words {
			out = append(out, vocabulary.Exactly(1<<n))
		}
	case vocabulary.Date, vocabulary.Time:
	}
	return out
}

// sign is a fact with a value that is something found.
type sign struct {
	fact  *vocabulary.Fact
	value vocabulary.Value
}

// signs are all facts of need with each value but what silence means.
func signs(v *vocabulary.Vocabulary) []sign {
	var out []sign
	for _, f := range v.Facts {
		if f.Nothing == nil || f.AboutTheCase || f.Danger || f.Presumed != nil {
			continue
		}
		for _, value := range answersTo(f) {
			if value != *f.Nothing {
				out = append(out, sign{f, value})
			}
		}
	}
	return out
}

// A case in which everything was gone through and nothing was found is settled at the lowest
// level.
func TestWhereEverythingWasGoneThroughAndNothingWasFoundTheLowestLevelIsSettled(t *testing.T) {
	for _, p := range practices(t) {
		for age := range int64(18) {
			if got, want := p.level(t, p.read(t, p.goneThrough(age))), (logic.Range{Lo: p.lowest(), Hi: p.lowest()}); got != want {
				t.Errorf("%s: at %d the level is %v", p.policy.ID, age, got)
			}
		}
	}
}

// eachSign is how many signs stand for one that is tried; each run begins at another. The checks of the project try all.
var eachSign = flag.Int("signs.each", 4, "try one sign in so many")

// One sign in eachSign is tried, each at an age; the ages go round. A short run tries one in ten.
func TestBesideOneSignAtMostOneQuestionSettlesTheLevel(t *testing.T) {
	for _, p := range practices(t) {
		t.Run(p.policy.ID, func(t *testing.T) {
			each := *eachSign
			if testing.Short() {
				each = 10
			}
			from := int(testroot.Seed(t) % uint64(each))
			for n, s := range signs(p.reader.Vocabulary) {
				if n%each != from {
					continue
				}
				p.settles(t, p.goneThrough(int64(7*n%18)), s)
			}
		})
	}
}

// followUps answers what a sign asks of itself, where silence never settles that: how far what
// is suspected goes, and who can care for a child whose carer cannot.
func (p practice) followUps(c told, s sign) told {
	for _, f := range p.reader.Vocabulary.Facts {
		asks := f.Suspicion == s.fact
		if f.Applies != nil && f.Nothing == nil {
			f.Applies.Facts(func(g *vocabulary.Fact) { asks = asks || g == s.fact })
		}
		switch {
		case !asks:
		case f.Nothing != nil:
			c = c.with(f, *f.Nothing)
		case f.Otherwise != nil:
			c = c.with(f, *f.Otherwise)
		}
	}
	return c
}

// settles holds that the answer to one question on the first screen settles the level, beside those that the sign itself
// asks.
func (p practice) settles(t interface{ Fatalf(string, ...any) }, all told, s sign) {
	said := p.followUps(all.with(s.fact, s.value), s)
	c := p.read(t, said)
	if p.level(t, c).Known() {
		return
	}
	what := fmt.Sprintf("%s: %s is %v", p.policy.ID, s.fact.Path, s.fact.Plain(s.value, p.reader.London))
	var asked []string
	for _, q := range p.explain(t, c).Questions {
		if len(asked) == onScreen || q.Fact == "" {
			break
		}
		asked = append(asked, q.Fact)
		if f := p.reader.Vocabulary.Fact(q.Fact); !f.Danger && p.settledBy(t, said, f) {
			return
		}
	}
	t.Fatalf("%s: none of %v settles the level by itself", what, asked)
}

// onScreen is how many questions the first screen asks.
const onScreen = 5

// settledBy reports whether each answer about a fact settles the level.
func (p practice) settledBy(t interface{ Fatalf(string, ...any) }, said told, f *vocabulary.Fact) bool {
	return !slices.ContainsFunc(answersTo(f), func(v vocabulary.Value) bool { return !p.level(t, p.read(t, said.with(f, v))).Known() })
}
