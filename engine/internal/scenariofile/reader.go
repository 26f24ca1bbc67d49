package scenariofile

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/casefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/scenario"
)

// maxName bounds the name of a scenario, which stands on one line of a report.
const maxName = 200

// reading is the state of reading one file.
type reading struct {
	*Runner
	file   *source.File
	shape  File
	faults source.Faults
	// reported are the faults so far: a shared case is read once for each scenario
	// that uses it, and its faults are wanted once.
	reported map[diagnostic.Diagnostic]bool
	// broken is whether anything of the file was refused before its meaning was
	// looked at; then what seems to be missing may only have been refused.
	broken bool
	used   map[string]bool
	// shared are the shared cases by name.
	shared map[string]sharedCase
	// lost is whether a file of shared cases could not be read. Then nothing is said of names that may stand in it.
	lost bool
	// compared is how many names were compared so far to find the nearest.
	compared int
	plans    []*planned
	// runs is how many cases the file runs under each policy that it names, and everywhere
	// how many it runs under each policy there is.
	runs       map[string]int
	everywhere int
}

// open reads one file, and what is wrong with it whatever the policy. There is nothing to
// make ready where it is no scenario file at all.
func (r *Runner) open(in Input) *reading {
	p := &reading{Runner: r, reported: map[diagnostic.Diagnostic]bool{}, used: map[string]bool{}, runs: map[string]int{}}
	doc, list := source.Parse(in.Name, in.Data, source.RuleLimits())
	p.add(list)
	if doc == nil {
		return p
	}
	p.file = doc.File
	p.add(shape.Decode(doc.File, doc.Root, &p.shape))
	p.broken = p.refused()
	p.head()
	p.names()
	p.share(in.Cases)
	p.plan()
	return p
}

// refused reports whether anything was refused so far. A key that a scenario lacks was not:
// it hides nothing else.
func (p *reading) refused() bool {
	scenarios := map[diagnostic.Position]bool{}
	for _, s := range p.shape.Scenarios {
		start, _ := p.file.Span(s.Here.Node)
		scenarios[start] = true
	}
	return slices.ContainsFunc(p.faults.List(), func(d diagnostic.Diagnostic) bool {
		return d.Code != diagnostic.MissingKey || !scenarios[d.Start]
	})
}

// full reports whether there is no room for a further fault. Nothing of a file that
// has one is run, so that reading it may stop; nor is a remedy looked for then.
func (p *reading) full() bool { return p.faults.Full() }

// add keeps faults that are not there yet.
func (p *reading) add(list diagnostic.List) {
	for _, d := range list {
		if !p.full() && !p.reported[d] {
			p.reported[d] = true
			p.faults.Add(d)
		}
	}
}

func (p *reading) fault(n *yaml.Node, code diagnostic.Code, message, remedy string) {
	if !p.full() {
		p.add(diagnostic.List{p.file.At(n, code, message, remedy)})
	}
}

// names checks the names of scenarios.
func (p *reading) names() {
	lines := map[string]int{}
	for _, s := range p.shape.Scenarios {
		name := s.Name.Value
		switch {
		case !s.Name.IsSet():
			continue
		case strings.ContainsFunc(name, unicode.IsControl):
			p.fault(s.Name.Node, diagnostic.WrongShape, "the name of a scenario is one line of plain text",
				"say in one line what the scenario shows")
		case utf8.RuneCountInString(name) > maxName:
			p.fault(s.Name.Node, diagnostic.TooLarge, "the name is too long", fmt.Sprintf("use at most %d characters", maxName))
		case lines[name] > 0:
			p.fault(s.Name.Node, diagnostic.DuplicateID,
				fmt.Sprintf("two scenarios have this name; the first is on line %d", lines[name]),
				"give them different names")
		default:
			lines[name] = s.Name.Node.Line
		}
	}
}

// layers are the shared cases that a scenario uses, and its own; complete is
// whether all of them exist.
func (p *reading) layers(s *Scenario) (layers []casefile.Layer, complete bool) {
	complete = true
	seen := map[string]bool{}
	for _, u := range s.Use {
		if p.full() {
			return nil, false
		}
		shared, ok := p.shared[u.Value]
		switch {
		case !ok:
			complete = false
			if p.lost {
				continue
			}
			p.fault(u.Node, diagnostic.UnknownName, fmt.Sprintf("there is no shared case called %s", source.Clip(u.Value)),
				p.nearestCase(u.Value))
		case seen[u.Value]:
			p.fault(u.Node, diagnostic.DuplicateKey, fmt.Sprintf("%s is used twice", source.Clip(u.Value)), "use it once")
		case shared.value.IsSet():
			layers = append(layers, casefile.Layer{File: shared.file, Node: shared.value.Node})
		}
		seen[u.Value], p.used[u.Value] = true, true
	}
	if s.Case.IsSet() {
		layers = append(layers, casefile.Layer{File: p.file, Node: s.Case.Node})
	}
	return layers, complete
}

// nearestCase says which shared case a name may have been meant for. Comparing takes
// long where there are many, so that only the first misspelt names are compared.
func (p *reading) nearestCase(name string) string {
	remedy := "write it under cases: at the top of the file, or in a file that cases_from names"
	if p.compared += len(p.shared); p.compared > mostCompared {
		return remedy
	}
	return cmp.Or(source.DidYouMean(name, slices.Collect(maps.Keys(p.shared))), remedy)
}

// mostCompared is how many names are compared to find the nearest in one file, which
// takes about a tenth of a second.
const mostCompared = 20_000

// empties reports lists and mappings with nothing in them, which look as if they
// asked for something.
func (p *reading) empties(s *Scenario) {
	for _, key := range []string{"from", "use", "matrix"} {
		if n := source.Value(s.Here.Node, key); n != nil {
			p.empty(key, n)
		}
	}
	for _, e := range s.Matrix.Entries {
		if n := source.Value(s.Matrix.Node, e.Key.Value); n != nil {
			p.empty(e.Key.Value, n)
		}
	}
	p.emptyWithin(s.Expect.Here.Node)
}

func (p *reading) emptyWithin(n *yaml.Node) {
	if n == nil || n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		p.empty(n.Content[i].Value, n.Content[i+1])
		p.emptyWithin(n.Content[i+1])
	}
}

func (p *reading) empty(key string, n *yaml.Node) {
	if (n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode) && len(n.Content) == 0 {
		p.fault(n, scenario.ExpectsNothing, fmt.Sprintf("%s is empty", source.Clip(key)), "fill it in, or leave it out")
	}
}
