package reference

import (
	"time"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/decls"
	"github.com/google/cel-go/common/env"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/overloads"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"

	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/vocabulary"
)

// environment declares what conditions of a policy may name.
func environment(p *policy.Policy) (*cel.Env, error) {
	std := env.NewLibrarySubset().SetDisableMacros(true).AddIncludedFunctions(
		env.NewFunction(operators.LogicalAnd), env.NewFunction(operators.LogicalOr), env.NewFunction(operators.LogicalNot),
		env.NewFunction(operators.Conditional), env.NewFunction(operators.Equals), env.NewFunction(operators.NotEquals))
	options := []cel.EnvOption{
		cel.StdLib(cel.StdLibSubset(std)),
		cel.Macros(macros(p)...),
	}
	options = append(options, functions(p.Vocabulary.London)...)
	options = append(options, variables(p)...)
	return cel.NewCustomEnv(options...)
}

// celType is the CEL type of a fact.
func celType(f *vocabulary.Fact) *cel.Type {
	switch f.Kind {
	case vocabulary.YesNo:
		return cel.BoolType
	case vocabulary.Choice:
		return cel.StringType
	case vocabulary.Choices:
		return setType
	case vocabulary.Scale, vocabulary.Whole:
		return numberType
	case vocabulary.Date, vocabulary.Time:
	}
	return momentType
}

// variables declares facts, parameters, grounds, counts, the level and the rest.
func variables(p *policy.Policy) []cel.EnvOption {
	options := []cel.EnvOption{
		cel.Variable("as_of", momentType),
		cel.Variable("level", numberType),
		cel.Variable("judgement.recorded", cel.BoolType),
		cel.Variable("judgement.differs", cel.BoolType),
		cel.Variable("judgement.level", numberType),
	}
	for _, f := range p.Vocabulary.Facts {
		options = append(options, cel.Variable(f.Path, celType(f)))
	}
	for _, s := range p.Statutes {
		options = append(options, cel.Variable("ground."+s.Name, cel.BoolType))
	}
	for _, l := range p.Levels {
		options = append(options,
			cel.Variable(counted("tally", int64(l.Number)), numberType),
			cel.Variable(counted("domains", int64(l.Number)), numberType),
			cel.Variable(counted("decisive", int64(l.Number)), cel.BoolType))
	}
	for _, n := range p.Conditions {
		options = append(options, cel.Variable(n.Name, cel.BoolType))
	}
	for name, c := range p.Parameters {
		options = append(options, parameter(name, c))
	}
	return options
}

func parameter(name string, c lang.Constant) cel.EnvOption {
	switch c.Kind {
	case lang.YesNoConstant:
		return cel.Constant(name, cel.BoolType, types.Bool(c.Bool))
	case lang.WordConstant:
		return cel.Constant(name, cel.StringType, types.String(c.Word))
	case lang.WholeConstant:
	}
	return cel.Constant(name, cel.IntType, types.Int(c.Int))
}

// Names of the functions that macros expand to; "@" keeps them out of reach of
// authors.
const (
	countFn = "@count"
	plusFn  = "@plus"
)

// unary and binary bind functions of values of certain types. The checker of cel-go lets
// no other values through, so one that came would be a fault of the engine; it gives an
// error.
func unary[A ref.Val](f func(A) ref.Val) cel.OverloadOpt {
	return cel.UnaryBinding(func(x ref.Val) ref.Val {
		a, ok := x.(A)
		if !ok {
			return types.MaybeNoSuchOverloadErr(x)
		}
		return f(a)
	})
}

func binary[A, B ref.Val](f func(A, B) ref.Val) cel.OverloadOpt {
	return cel.BinaryBinding(func(x, y ref.Val) ref.Val {
		a, ok := x.(A)
		if !ok {
			return types.MaybeNoSuchOverloadErr(x)
		}
		b, ok := y.(B)
		if !ok {
			return types.MaybeNoSuchOverloadErr(y)
		}
		return f(a, b)
	})
}

// function declares a function whose overloads look at the types of values themselves, as unary and binary do, or take
// every value. So cel-go need not look as well, which takes a tenth of the time of a case.
func function(name string, overloads ...cel.FunctionOpt) cel.EnvOption {
	return cel.Function(name, append(overloads, decls.DisableTypeGuards(true))...)
}

// functions declares the operators on our own types, and the words that need no
// macro.
func functions(london *time.Location) []cel.EnvOption {
	compare := func(name, suffix string, lo, hi func(k int64) int64) cel.EnvOption {
		return function(name, cel.Overload(suffix+"_number_int", []*cel.Type{numberType, cel.IntType}, cel.BoolType,
			binary(func(n number, k types.Int) ref.Val { return n.within(lo(int64(k)), hi(int64(k))) })))
	}
	options := []cel.EnvOption{
		compare(operators.Less, "less", least, func(k int64) int64 { return k - 1 }),
		compare(operators.LessEquals, "at_most", least, same),
		compare(operators.Greater, "greater", func(k int64) int64 { return k + 1 }, most),
		compare(operators.GreaterEquals, "at_least", same, most),
		function(operators.In,
			cel.Overload(overloads.InList, []*cel.Type{cel.StringType, cel.ListType(cel.StringType)}, cel.BoolType, binary(inList)),
			cel.Overload("in_set", []*cel.Type{cel.StringType, setType}, cel.BoolType, binary(inSet))),
		function(countFn, cel.Overload("count_condition", []*cel.Type{cel.BoolType}, numberType,
			cel.OverloadIsNonStrict(), cel.UnaryBinding(countCondition))),
		function(plusFn, cel.Overload("plus_numbers", []*cel.Type{numberType, numberType}, numberType,
			binary(func(a, b number) ref.Val { return number{a.Lo + b.Lo, a.Hi + b.Hi} }))),
	}
	options = append(options, timeFunctions(london)...)
	return append(options, openFunction(), certainFunction())
}

// certainFunction declares certain(x).
func certainFunction() cel.EnvOption {
	return function("certain", cel.Overload("certain_condition", []*cel.Type{cel.BoolType}, cel.BoolType,
		cel.OverloadIsNonStrict(), cel.UnaryBinding(certain)))
}

// openFunction declares open(x).
func openFunction() cel.EnvOption {
	overload := func(name string, t *cel.Type) cel.FunctionOpt {
		return cel.Overload("open_"+name, []*cel.Type{t}, cel.BoolType, cel.OverloadIsNonStrict(), cel.UnaryBinding(open))
	}
	return function("open", overload("condition", cel.BoolType), overload("number", numberType),
		overload("choice", cel.StringType), overload("set", setType), overload("time", momentType))
}
