package formula_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"windscreen/engine/internal/formula"
	"windscreen/engine/internal/sat"
)

// budget is far more than so small questions need.
const budget = 100_000

// drawn is a formula, and what it is to come to for the values of its variables, a bit for each.
type drawn struct {
	formula.Ref
	holds func(bits int) bool
}

// draw makes a formula over some variables in one of the ways in which formulas are made.
func draw(t *rapid.T, g *formula.Graph, variables []formula.Ref, depth int) drawn {
	if depth == 0 {
		i := rapid.IntRange(0, len(variables)+1).Draw(t, "leaf")
		if i >= len(variables) {
			return drawn{formula.Of(i == len(variables)), func(int) bool { return i == len(variables) }}
		}
		return drawn{variables[i], func(bits int) bool { return bits>>i&1 == 1 }}
	}
	sub := func() drawn { return draw(t, g, variables, depth-1) }
	var parts []drawn
	var refs []formula.Ref
	for range rapid.IntRange(0, 4).Draw(t, "parts") {
		p := sub()
		parts, refs = append(parts, p), append(refs, p.Ref)
	}
	count := func(bits int) int {
		n := 0
		for _, p := range parts {
			if p.holds(bits) {
				n++
			}
		}
		return n
	}
	switch rapid.IntRange(0, 6).Draw(t, "kind") {
	case 0:
		return drawn{g.And(refs...), func(bits int) bool { return count(bits) == len(parts) }}
	case 1:
		return drawn{g.Or(refs...), func(bits int) bool { return count(bits) > 0 }}
	case 2:
		n := rapid.IntRange(0, 5).Draw(t, "at least")
		return drawn{g.AtLeast(n, refs), func(bits int) bool { return count(bits) >= n }}
	case 3:
		by, then, other := sub(), sub(), sub()
		return drawn{g.If(by.Ref, then.Ref, other.Ref), func(bits int) bool {
			if by.holds(bits) {
				return then.holds(bits)
			}
			return other.holds(bits)
		}}
	case 4:
		a, b := sub(), sub()
		return drawn{g.Same(a.Ref, b.Ref), func(bits int) bool { return a.holds(bits) == b.holds(bits) }}
	case 5:
		a, b := sub(), sub()
		return drawn{g.Implies(a.Ref, b.Ref), func(bits int) bool { return !a.holds(bits) || b.holds(bits) }}
	default:
		a := sub()
		return drawn{a.Not(), func(bits int) bool { return !a.holds(bits) }}
	}
}

func variables(g *formula.Graph, n int) []formula.Ref {
	list := make([]formula.Ref, n)
	for i := range list {
		list[i] = g.Variable()
	}
	return list
}

func TestAFormulaComesToWhatItsPartsSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := formula.NewGraph()
		vars := variables(g, 5)
		f := draw(t, g, vars, 3)
		for bits := range 1 << len(vars) {
			v := under(g, vars, bits)
			lazily := g.Lazily(func(r formula.Ref) bool { return bits>>slices.Index(vars, r)&1 == 1 })
			if got, want := v.Of(f.Ref), f.holds(bits); got != want || lazily(f.Ref) != want {
				t.Fatalf("with variables %05b it is %v, and lazily %v, want %v", bits, got, lazily(f.Ref), want)
			}
		}
	})
}

// under gives variables the values of bits.
func under(g *formula.Graph, vars []formula.Ref, bits int) formula.Valuation {
	i := -1
	return g.Under(func(formula.Ref) bool { i++; return i < len(vars) && bits>>i&1 == 1 })
}

func TestASolverFindsValuesJustWhereThereAreSome(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := formula.NewGraph()
		vars := variables(g, 5)
		asked, required := draw(t, g, vars, 3), draw(t, g, vars, 2)
		g.Require(vars[0], required.Ref)
		c := g.NewClauses()
		l := c.Literal(asked.Ref)
		answer := c.Solver.Solve(budget, l)
		partOf := false // whether the first variable plays a part
		for _, v := range c.Variables() {
			partOf = partOf || v == vars[0]
		}
		some := false
		for bits := range 1 << len(vars) {
			some = some || asked.holds(bits) && (!partOf || required.holds(bits))
		}
		if want := map[bool]sat.Answer{true: sat.Satisfiable, false: sat.Unsatisfiable}[some]; answer != want {
			t.Fatalf("the solver says %v, want %v", answer, want)
		}
		if !some {
			return
		}
		v := g.Under(c.Value)
		if !v.Of(asked.Ref) {
			t.Fatal("in the model the formula does not hold")
		}
		if broken := g.Broken(v); partOf && len(broken) > 0 {
			t.Fatalf("in the model, %d things that are required do not hold", len(broken))
		}
	})
}

func TestFormulasBuiltAlikeAreOne(t *testing.T) {
	g := formula.NewGraph()
	v := variables(g, 3)
	before := g.Nodes()
	a := g.And(v[0], g.Or(v[1], v[2]))
	b := g.And(g.Or(v[2], v[1], v[1]), v[0], formula.True)
	if a != b {
		t.Errorf("two ways to build the same formula give %d and %d", a, b)
	}
	if made := g.Nodes() - before; made != 2 {
		t.Errorf("%d nodes were made for an “or” and an “and”", made)
	}
	if g.And(v[0], v[1], v[0].Not()) != formula.False || g.Or(v[0], v[0].Not()) != formula.True {
		t.Error("a formula beside its negation is not seen")
	}
}

func TestAQuestionBringsInOnlyWhatItIsAbout(t *testing.T) {
	g := formula.NewGraph()
	v := variables(g, 4)
	g.Require(v[0], g.Implies(v[0], v[1]))
	g.Require(v[3], v[3])
	g.And(v[2], v[3])
	c := g.NewClauses()
	if c.Solver.Solve(budget, c.Literal(v[0]), c.Literal(v[1]).Not()) != sat.Unsatisfiable {
		t.Error("what is required of a variable is not demanded")
	}
	if got := len(c.Variables()); got != 2 {
		t.Errorf("%d variables play a part, want the one asked about and the one that it requires", got)
	}
}

func TestACountOfManyStaysSmall(t *testing.T) {
	g := formula.NewGraph()
	g.AtLeast(3, variables(g, 1000))
	if g.Nodes() > 20_000 {
		t.Errorf("to count three of a thousand takes %d nodes", g.Nodes())
	}
}

func TestWhatIsForgottenIsMadeAnew(t *testing.T) {
	g := formula.NewGraph()
	v := variables(g, 6)
	kept := g.Or(v[0], v[1])
	before := g.Nodes()
	g.AtLeast(2, v)
	made := g.Nodes()
	g.Forget(before)
	if g.Nodes() != before || g.Or(v[0], v[1]) != kept {
		t.Error("what was there before is lost")
	}
	two := g.AtLeast(2, v)
	if g.Nodes() != made {
		t.Errorf("made anew it takes %d nodes, and took %d", g.Nodes(), made)
	}
	if under(g, v, 0b000001).Of(two) || !under(g, v, 0b100010).Of(two) {
		t.Error("what was made anew counts otherwise")
	}
}
