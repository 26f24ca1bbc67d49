package expr

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/checker"
	"github.com/expr-lang/expr/compiler"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/optimizer"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"windscreen/engine/internal/evaluate"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
)

// condition is a condition as two programs. parts are what must have its results before they
// run.
type condition struct {
	is, isNot *vm.Program
	parts     []*part
}

// part is a condition that others read by its results: a named condition, or what open(…)
// asks about.
type part struct {
	condition
	results truthNames
	// at is its place among Evaluator.parts.
	at int
}

// programs compiles the conditions of one policy.
type programs struct {
	*Evaluator
	// declared has every variable, as expr checks programs by them.
	declared map[string]any
	bits     int
	// config is nil where a variable was declared since it was made.
	config *conf.Config
	// named and asked are the parts so far, by what they are.
	named map[*lang.NamedCondition]*part
	asked map[*lang.Node]*part
}

// newPrograms prepares to compile.
func newPrograms(e *Evaluator, bits int) *programs {
	return &programs{Evaluator: e, bits: bits, declared: e.names.declared(e.policy),
		named: map[*lang.NamedCondition]*part{}, asked: map[*lang.Node]*part{}}
}

// configure tells expr of the variables that there are now.
func (p *programs) configure() {
	if p.config != nil {
		return
	}
	p.config = conf.New(p.declared)
	expr.DisableAllBuiltins()(p.config)
	for name := range p.config.Disabled {
		delete(p.config.Builtins, name)
	}
	zone := p.policy.Vocabulary.London
	expr.Function(laterName, func(args ...any) (any, error) { return callLater(args, zone) }, new(func(at, years, days int) int))(p.config)
}

// rule compiles the condition of a rule and its exception.
func (p *programs) rule(r *policy.Rule) error {
	root := r.When.Root
	if r.Unless != nil {
		root = r.Unless.Own.Root
	}
	var err error
	if p.rules[r.Index], err = p.condition(root); err == nil && r.Unless != nil {
		p.unless[r.Index], err = p.condition(r.Unless.When.Root)
	}
	if err != nil {
		return &evaluate.Refused{Rule: r, By: Name, Err: err}
	}
	return nil
}

// condition compiles a condition, after the parts that it reads.
func (p *programs) condition(root *lang.Node) (*condition, error) {
	c := &condition{}
	build := func(of func(*tree, *lang.Node) ast.Node) (*vm.Program, error) {
		var faults error
		t := &tree{names: p.names, bits: p.bits, part: func(n *lang.Node) truthNames {
			x, err := p.part(n)
			if err != nil {
				faults = errors.Join(faults, err)
				return truthNames{}
			}
			if !slices.Contains(c.parts, x) {
				c.parts = append(c.parts, x)
			}
			return x.results
		}}
		node := of(t, root)
		if err := errors.Join(faults, t.err); err != nil {
			return nil, err
		}
		return p.program(node)
	}
	var err error
	if c.is, err = build((*tree).is); err == nil {
		c.isNot, err = build((*tree).isNot)
	}
	return c, err
}

// part is what has programs of its own, compiled when it is first met.
func (p *programs) part(n *lang.Node) (*part, error) {
	root, name, known := n, fmt.Sprintf("part %d", len(p.parts)), p.asked[n]
	if n.Op == lang.Named {
		root, name, known = n.Args[0], n.Named.Name, p.named[n.Named]
	}
	if known != nil {
		return known, nil
	}
	c, err := p.condition(root)
	if err != nil {
		return nil, err
	}
	x := &part{condition: *c, results: truthOf(name), at: len(p.parts)}
	p.parts = append(p.parts, x)
	if n.Op == lang.Named {
		p.named[n.Named] = x
	} else {
		p.asked[n] = x
	}
	p.declared[x.results.is], p.declared[x.results.isNot], p.config = false, false, nil
	return x, nil
}

// program compiles one tree.
func (p *programs) program(root ast.Node) (*vm.Program, error) {
	p.configure()
	t := &parser.Tree{Node: root}
	kind, err := checker.Check(t, p.config)
	if err != nil {
		return nil, err
	}
	if kind.Kind() != reflect.Bool {
		return nil, fmt.Errorf("the condition is a %s", kind)
	}
	if err := optimizer.Optimize(&t.Node, p.config); err != nil { //nolint:misspell // the name is expr-lang's
		return nil, err
	}
	return compiler.Compile(t, p.config)
}

// laterName is what programs call the function that adds years and days to a moment.
const laterName = "later"

// later is the moment so many years or days after another, in Unix seconds. A year after 29
// February is the beginning of 1 March, where that year has no 29 February.
func later(at, years, days int, zone *time.Location) int {
	was := time.Unix(int64(at), 0).In(zone)
	year := was.Year() + years
	leap := year%4 == 0 && (year%100 != 0 || year%400 == 0)
	if was.Month() == time.February && was.Day() == 29 && !leap {
		return int(time.Date(year, time.March, 1+days, 0, 0, 0, 0, zone).Unix())
	}
	return int(time.Date(year, was.Month(), was.Day()+days, was.Hour(), was.Minute(), was.Second(), 0, zone).Unix())
}

// callLater is later as programs call it.
func callLater(args []any, zone *time.Location) (any, error) {
	if len(args) == 3 {
		at, ok := args[0].(int)
		years, ok1 := args[1].(int)
		days, ok2 := args[2].(int)
		if ok && ok1 && ok2 {
			return later(at, years, days, zone), nil
		}
	}
	return nil, fmt.Errorf("%s takes a moment, years and days", laterName)
}
