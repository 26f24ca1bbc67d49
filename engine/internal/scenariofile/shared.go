package scenariofile

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/scenario"
)

// CasesFile is a file of cases that several scenario files share, as bytes.
type CasesFile struct {
	// From is its path as a scenario file writes it under cases_from.
	From string
	// Name is used in diagnostics; one that ends in .json is read as JSON.
	Name string
	Data []byte
	// Fault is why it could not be read; nil if it could.
	Fault *diagnostic.Diagnostic
}

// casesOnly is a file of cases as it stands on disk.
type casesOnly struct {
	Cases shape.Map[shape.Any] `yaml:"cases" need:"yes" doc:"Shared cases, by name: whole case documents or parts of one."`
}

// aboveOrBeside is the path of a file in the folder of the scenario file, or in one above it. Whoever runs the folder of such a
// file thus runs all that use it.
var aboveOrBeside = pattern.New(`^(\.\./)*[^/\\]+\.(yaml|json)$`)

// mostCasesFiles is how many files one scenario file may take cases from.
const mostCasesFiles = 20

// Sharing are the files of cases that a scenario file names, as far as their paths may stand there, and the names of all shared
// cases that its scenarios use. What is wrong with the file is reported when it is run.
func Sharing(name string, data []byte) (from, used []string) {
	doc, _ := source.Parse(name, data, source.RuleLimits())
	if doc == nil {
		return nil, nil
	}
	var f File
	shape.Decode(doc.File, doc.Root, &f)
	for _, path := range f.CasesFrom[:min(len(f.CasesFrom), mostCasesFiles)] {
		if aboveOrBeside().MatchString(path.Value) {
			from = append(from, path.Value)
		}
	}
	for _, s := range f.Scenarios {
		used = append(used, shape.Strings(s.Use)...)
	}
	return from, used
}

// Unused are the cases of a file that are not among those used, as faults. Other faults of the file are reported where it is used.
func Unused(name string, data []byte, used map[string]bool) diagnostic.List {
	doc, _ := source.Parse(name, data, source.RuleLimits())
	if doc == nil {
		return nil
	}
	var f casesOnly
	shape.Decode(doc.File, doc.Root, &f)
	var list diagnostic.List
	for _, e := range f.Cases.Entries {
		if !used[e.Key.Value] {
			list = append(list, unusedCase(doc.File, e.Key))
		}
	}
	return list
}

// unusedCase is the fault of a shared case that nothing uses.
func unusedCase(f *source.File, name shape.Text) diagnostic.Diagnostic {
	return f.At(name.Node, scenario.UnusedCase, fmt.Sprintf("no scenario uses the case %s", source.Clip(name.Value)),
		"name it in the use: of a scenario, or remove it")
}

// sharedCase is a case that scenarios can use, and the file that it stands in. From is the place of that file under cases_from; nil
// for a case of the scenario file itself.
type sharedCase struct {
	file  *source.File
	value *shape.Any
	from  *yaml.Node
}

// share collects the cases that the scenarios of the file can use.
func (p *reading) share(files []CasesFile) {
	p.shared = map[string]sharedCase{}
	for i := range p.shape.Cases.Entries {
		e := &p.shape.Cases.Entries[i]
		p.shared[e.Key.Value] = sharedCase{file: p.file, value: &e.Value}
	}
	for i, path := range p.shape.CasesFrom {
		if i == mostCasesFiles {
			p.lost = true
			p.fault(path.Node, diagnostic.TooLarge, fmt.Sprintf("the file takes cases from more than %d files", mostCasesFiles),
				"put the cases into fewer files")
		}
		if p.lost {
			return // one such fault is enough to look at
		}
		i := slices.IndexFunc(files, func(f CasesFile) bool { return f.From == path.Value })
		p.lost = true
		switch {
		case !aboveOrBeside().MatchString(path.Value):
			p.fault(path.Node, diagnostic.WrongShape, fmt.Sprintf("%s is not a file beside this one or in a folder above it",
				source.Clip(path.Value)), "write its name, such as cases.yaml, with ../ before it for each folder further up")
		case i < 0:
			p.fault(path.Node, diagnostic.MissingFile, fmt.Sprintf("there is no file %s", source.Clip(path.Value)), "correct the path")
		default:
			p.lost = !p.take(path, &files[i])
		}
	}
}

// take adds the cases of a file, and reports whether it could be read.
func (p *reading) take(path shape.Text, in *CasesFile) bool {
	if in.Fault != nil {
		p.fault(path.Node, in.Fault.Code, fmt.Sprintf("%s cannot be used: %s", source.Clip(path.Value), in.Fault.Message), in.Fault.Remedy)
		return false
	}
	doc, list := source.Parse(in.Name, in.Data, source.RuleLimits())
	p.add(list)
	if doc == nil {
		return false
	}
	var f casesOnly
	p.add(shape.Decode(doc.File, doc.Root, &f))
	for i := range f.Cases.Entries {
		e := &f.Cases.Entries[i]
		if _, there := p.shared[e.Key.Value]; there {
			p.fault(path.Node, diagnostic.DuplicateKey, fmt.Sprintf("the case %s of %s has the name of another", source.Clip(e.Key.Value),
				source.Clip(path.Value)), "give one of them another name, or remove it")
			continue
		}
		if n := source.Value(e.Value.Node, policyKey); n != nil {
			p.add(diagnostic.List{doc.File.At(n, diagnostic.Misplaced, "a case that several files share names no policy",
				"write policy: at the top of each scenario file")})
		}
		p.shared[e.Key.Value] = sharedCase{doc.File, &e.Value, path.Node}
	}
	return true
}

// unused reports shared cases of the file that nothing uses, and files of cases of which it uses none.
func (p *reading) unused() {
	if p.broken || len(p.shape.Scenarios) == 0 {
		return
	}
	for _, e := range p.shape.Cases.Entries {
		if !p.used[e.Key.Value] && !p.full() {
			p.add(diagnostic.List{unusedCase(p.file, e.Key)})
		}
	}
	for name := range p.used {
		if _, ok := p.shared[name]; !ok {
			return // a misspelt name may be meant for a case of these files
		}
	}
	for _, path := range p.shape.CasesFrom {
		offers, uses := false, false
		for name, c := range p.shared {
			offers = offers || c.from == path.Node
			uses = uses || c.from == path.Node && p.used[name]
		}
		if offers && !uses {
			p.fault(path.Node, scenario.UnusedCase, fmt.Sprintf("no scenario uses a case of %s", source.Clip(path.Value)),
				"name one in the use: of a scenario, or remove the file from cases_from")
		}
	}
}
