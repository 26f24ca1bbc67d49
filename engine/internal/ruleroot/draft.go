package ruleroot

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/policy"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/readfile"
)

// Draft is a policy as read, before it is linked. It is immutable once read.
type Draft struct {
	Place
	// File and Policy are policy.yaml. They are always there.
	File    *source.File
	Policy  rulefile.Policy
	Clauses []ClausesFile
	Rules   []RulesFile
	// Files are the files that were read, in order of name.
	Files []policy.File
	// Partial is whether a file is missing or could not be read at all, so that what
	// seems to be missing may stand in it.
	Partial bool
	// NoHead is whether policy.yaml could not be read at all, so that it is not known what
	// the policy builds on. HeadFaulty is whether it has any errors, so that the days of the
	// policy's life are not known for certain.
	NoHead, HeadFaulty bool
	// Faults are what is wrong with the files by themselves.
	Faults diagnostic.List
}

// ClausesFile is a register.
type ClausesFile struct {
	File  *source.File
	Shape rulefile.Clauses
}

// RulesFile is a file of rules.
type RulesFile struct {
	File  *source.File
	Shape rulefile.Rules
}

// VocabularyFile is a file of the vocabulary.
type VocabularyFile struct {
	File  *source.File
	Shape rulefile.Vocabulary
}

// FrequenciesFile is a file of figures.
type FrequenciesFile struct {
	File  *source.File
	Shape rulefile.Frequencies
}

// Anchor is where what is wrong with a policy as a whole is said.
func (d *Draft) Anchor() *yaml.Node { return d.Policy.Title.Node }

// Head reads the policy.yaml of a policy and nothing else. The days of the policy's life are
// checked here, because an edition may be chosen before anything else of it is read.
func (r *Root) Head(p Place) *Draft {
	d := &Draft{Place: p, File: source.NewFile(p.Path(policyFile), nil)}
	r.read(d, p.Path(policyFile))
	_, _, faults := Days(d.File, d.Policy.InForce)
	d.Faults = append(d.Faults, faults...)
	d.NoHead, d.HeadFaulty = d.Partial, d.Faults.HasErrors()
	return d
}

// Draft reads every other file of a policy as well. The head stays as it is.
func (r *Root) Draft(head *Draft) *Draft {
	d := *head
	d.Files, d.Faults = slices.Clone(d.Files), slices.Clone(d.Faults)
	for _, name := range r.files(d.Dir, &d.Faults) {
		if name != d.Path(policyFile) {
			r.read(&d, name)
		}
	}
	d.listed()
	return &d
}

// Vocabulary reads the files of the vocabulary. They are incomplete where one could not be
// read at all.
func (r *Root) Vocabulary() (out []VocabularyFile, files []policy.File, complete bool, faults diagnostic.List) {
	complete = true
	for _, name := range r.files(VocabularyDir, &faults) {
		data, ok := r.data(name, &faults)
		if !ok {
			complete = false
			continue
		}
		files = append(files, hashed(name, data))
		v := VocabularyFile{}
		if v.File, ok = decode(name, data, &v.Shape, &faults); ok {
			out = append(out, v)
		} else {
			complete = false
		}
	}
	if len(out) == 0 && len(faults) == 0 {
		faults = append(faults, diagnostic.Diagnostic{File: VocabularyDir, Severity: diagnostic.Error, Code: diagnostic.MissingFile,
			Message: "there is no vocabulary", Remedy: "a rule root has a folder " + VocabularyDir + " with a file for each domain"})
	}
	return out, files, complete, faults
}

// Frequencies reads the figures, if there are any.
func (r *Root) Frequencies() (out []FrequenciesFile, faults diagnostic.List) {
	if _, err := fs.Stat(r.fsys, FrequenciesDir); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, name := range r.files(FrequenciesDir, &faults) {
		data, ok := r.data(name, &faults)
		if !ok {
			continue
		}
		f := FrequenciesFile{}
		if f.File, ok = decode(name, data, &f.Shape, &faults); ok {
			out = append(out, f)
		}
	}
	return out, faults
}

// files lists the YAML files below a folder, in order of name. What would be passed over
// is a fault.
func (r *Root) files(dir string, faults *diagnostic.List) []string {
	names, list := readfile.Walk(r.fsys, dir, []string{".yaml"}, readfile.FolderLimits())
	*faults = append(*faults, list...)
	return names
}

// data is the content of a file.
func (r *Root) data(name string, faults *diagnostic.List) ([]byte, bool) {
	data, fault := readfile.Read(r.fsys, name, source.RuleLimits().Bytes)
	if fault != nil {
		*faults = append(*faults, *fault)
	}
	return data, fault == nil
}

// decode reads a file into a shape; not ok where it is no YAML at all, or has no keys.
func decode[T any](name string, data []byte, into *T, faults *diagnostic.List) (*source.File, bool) {
	doc, list := source.Parse(name, data, source.RuleLimits())
	*faults = append(*faults, list...)
	if doc == nil {
		return source.NewFile(name, data), false
	}
	*faults = append(*faults, shape.Decode(doc.File, doc.Root, into)...)
	return doc.File, doc.Root.Kind == yaml.MappingNode
}

func hashed(name string, data []byte) policy.File {
	sum := sha256.Sum256(data)
	return policy.File{Name: name, SHA256: hex.EncodeToString(sum[:])}
}

// read reads one file of a policy into its draft.
func (r *Root) read(d *Draft, name string) {
	data, ok := r.data(name, &d.Faults)
	if !ok {
		d.Partial = true
		return
	}
	d.Files = append(d.Files, hashed(name, data))
	below := strings.TrimPrefix(name, d.Dir+"/")
	switch {
	case below == policyFile:
		d.File, ok = decode(name, data, &d.Policy, &d.Faults)
	case below == "clauses.yaml" || strings.HasPrefix(below, "clauses/"):
		c := ClausesFile{}
		if c.File, ok = decode(name, data, &c.Shape, &d.Faults); ok {
			d.Clauses = append(d.Clauses, c)
		}
	default:
		f := RulesFile{}
		if f.File, ok = decode(name, data, &f.Shape, &d.Faults); ok {
			d.Rules = append(d.Rules, f)
		}
	}
	d.Partial = d.Partial || !ok
}

// listed holds the files of a policy against those that policy.yaml names.
func (d *Draft) listed() {
	named, read := map[string]bool{}, map[string]bool{}
	for _, f := range d.Files {
		read[f.Name] = true
	}
	for _, f := range d.Policy.Files {
		name := d.Path(f.Value)
		if named[name] {
			d.at(f.Node, diagnostic.DuplicateID, fmt.Sprintf("%s is named twice", f.Value), "name it once")
		}
		named[name] = true
		if !read[name] {
			d.Partial = true
			d.at(f.Node, diagnostic.MissingFile, fmt.Sprintf("there is no file %s", name), "put it back, or remove it from files:")
		}
	}
	for _, f := range d.Files {
		if !named[f.Name] && f.Name != d.Path(policyFile) && len(named) > 0 {
			d.at(d.Anchor(), diagnostic.MissingFile, fmt.Sprintf("%s is not in files:", strings.TrimPrefix(f.Name, d.Dir+"/")),
				"list it there, so that lint can notice if it goes missing; or delete it, if it is a copy")
			d.withoutCopy(f.Name)
		}
	}
}

// withoutCopy leaves out a file that is not listed and repeats a rule of another: each of its rules would be reported twice.
func (d *Draft) withoutCopy(name string) {
	elsewhere := map[string]bool{}
	for _, f := range d.Rules {
		if f.File.Name != name {
			for _, id := range f.Shape.IDs() {
				elsewhere[id] = true
			}
		}
	}
	d.Rules = slices.DeleteFunc(d.Rules, func(f RulesFile) bool {
		copied := f.File.Name == name && slices.ContainsFunc(f.Shape.IDs(), func(id string) bool { return elsewhere[id] })
		d.Partial = d.Partial || copied
		return copied
	})
}

// at reports a fault of policy.yaml.
func (d *Draft) at(n *yaml.Node, code diagnostic.Code, message, remedy string) {
	d.Faults = append(d.Faults, d.File.At(n, code, message, remedy))
}
