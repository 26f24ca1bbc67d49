// Package link reads a rule root and makes policies of it: it puts the files of a
// policy and of those that it builds on together, checks every condition against
// what it may read, every citation against the registers and every name against
// what it names, and reports all that is wrong in one run.
package link

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
	"windscreen/engine/internal/policy"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/calendar"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/rulefile"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// vocabularyFolder holds the vocabulary; every other folder is a policy.
const vocabularyFolder = "vocabulary"

// Root is a rule root that was loaded.
type Root struct {
	// London is the zone that dates and bare times are read in.
	London     *time.Location
	Vocabulary *vocabulary.Vocabulary
	// Policies are those a case can name, in order of id.
	Policies []*policy.Policy
}

// Policy returns the policy with this id, or nil.
func (r *Root) Policy(id string) *policy.Policy {
	for _, p := range r.Policies {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// IDs lists the ids of the policies.
func (r *Root) IDs() []string {
	ids := make([]string, len(r.Policies))
	for i, p := range r.Policies {
		ids[i] = p.ID
	}
	return ids
}

// Load reads a rule root: the folder vocabulary and a folder for each policy. All
// that is wrong is reported in one run. The root is nil where the list has errors.
func Load(fsys fs.FS) (*Root, diagnostic.List) {
	l := &loader{fsys: fsys, drafts: map[string]*draft{}, cited: map[clauseKey][]policy.Citation{},
		texts: map[*yaml.Node]text{}, conditionsUsed: map[*yaml.Node]bool{}}
	var errParser, errDays error
	l.parser, errParser = lang.NewParser()
	l.days, errDays = calendar.Load()
	if err := errors.Join(errParser, errDays); err != nil {
		return nil, diagnostic.List{{File: ".", Severity: diagnostic.Error, Code: diagnostic.Engine, Message: err.Error()}}
	}
	l.london = l.days.London()
	root := &Root{London: l.london}
	l.readAll()
	root.Vocabulary = l.buildVocabulary()
	if l.unread {
		// Every rule would seem to name facts that do not exist.
		l.drafts = nil
	}
	ids := make([]string, 0, len(l.drafts))
	for id := range l.drafts {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		p := l.link(l.drafts[id], root.Vocabulary)
		if p != nil && !l.drafts[id].policy.Shared {
			root.Policies = append(root.Policies, p)
		}
	}
	l.editions()
	l.sortCitations()
	l.accounted()
	l.unusedConditions()
	for _, p := range root.Policies {
		l.citedBy(p)
	}
	if len(ids) == 0 && !l.faults.HasErrors() {
		l.report(diagnostic.Diagnostic{File: ".", Severity: diagnostic.Error, Code: diagnostic.MissingFile,
			Message: "there is no policy here", Remedy: "a rule root has a folder vocabulary and a folder with a policy.yaml for each policy"})
	}
	l.faults.Sort()
	l.faults = slices.CompactFunc(l.faults, func(a, b diagnostic.Diagnostic) bool { return a == b })
	if l.faults.HasErrors() {
		return nil, l.faults
	}
	return root, l.faults
}

// loader is the state of loading one root.
type loader struct {
	fsys       fs.FS
	parser     *lang.Parser
	days       *calendar.Calendar
	london     *time.Location
	faults     diagnostic.List
	vocabulary []vocabularyFile
	drafts     map[string]*draft
	vocabFiles []policy.File
	// cited is what cites each clause.
	cited map[clauseKey][]policy.Citation
	// texts are the conditions read so far, by where they stand: those of a shared policy are
	// parsed once. conditionsUsed are the named conditions that a rule uses.
	texts          map[*yaml.Node]text
	conditionsUsed map[*yaml.Node]bool
	// unread is whether a vocabulary file could not be read at all.
	unread bool
}

type vocabularyFile struct {
	file  *source.File
	shape rulefile.Vocabulary
}

// draft is a policy as read, before linking.
type draft struct {
	folder  string
	file    *source.File // policy.yaml
	policy  rulefile.Policy
	clauses []clausesFile
	rules   []rulesFile
	files   []policy.File
	// partial is whether a file is missing or could not be read at all.
	partial bool
}

type clausesFile struct {
	file  *source.File
	shape rulefile.Clauses
}

type rulesFile struct {
	file  *source.File
	shape rulefile.Rules
}

func (l *loader) report(d diagnostic.Diagnostic) { l.faults = append(l.faults, d) }

// at reports a fault at a text of a file.
func (l *loader) at(f *source.File, n *yaml.Node, code diagnostic.Code, message, remedy string) {
	if n == nil {
		l.report(f.Diagnostic(code, diagnostic.Position{}, diagnostic.Position{}, message, remedy))
		return
	}
	l.report(f.At(n, code, message, remedy))
}

// readAll reads every YAML file below the root.
func (l *loader) readAll() {
	err := fs.WalkDir(l.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			l.missing(name, "cannot be read: "+err.Error(), "")
			return nil
		}
		if d.IsDir() {
			if name != "." && strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		}
		switch path.Ext(name) {
		case ".yaml":
			l.read(name)
		case ".yml", ".json":
			l.missing(name, "this file would be passed over", "rule files end in .yaml")
		}
		return nil
	})
	if err != nil {
		l.missing(".", err.Error(), "")
	}
	for _, id := range sortedKeys(l.drafts) {
		d := l.drafts[id]
		if d.file == nil {
			l.missing(d.folder, "the folder "+d.folder+" has no policy.yaml", "every folder of a rule root but "+vocabularyFolder+" is a policy")
			delete(l.drafts, id)
		}
	}
	if len(l.vocabulary) == 0 {
		l.missing(vocabularyFolder, "there is no vocabulary", "a rule root has a folder "+vocabularyFolder+" with a file for each domain")
	}
}

// missing reports a fault of a file as a whole.
func (l *loader) missing(name, message, remedy string) {
	l.report(diagnostic.Diagnostic{File: name, Severity: diagnostic.Error, Code: diagnostic.MissingFile, Message: message, Remedy: remedy})
}

// read reads one file into the draft that it belongs to.
func (l *loader) read(name string) {
	folder, _, nested := strings.Cut(name, "/")
	if !nested {
		l.missing(name, "this file would be passed over", "a rule file stands in the folder of a policy, or in "+vocabularyFolder)
		return
	}
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.missing(name, "cannot be read: "+err.Error(), "")
		return
	}
	doc, faults := source.Parse(name, data, source.RuleLimits())
	l.faults = append(l.faults, faults...)
	sum := sha256.Sum256(data)
	hash := policy.File{Name: name, SHA256: hex.EncodeToString(sum[:])}
	if folder == vocabularyFolder {
		l.vocabFiles = append(l.vocabFiles, hash)
		v := vocabularyFile{}
		if doc != nil {
			v.file = doc.File
			l.faults = append(l.faults, shape.Decode(doc.File, doc.Root, &v.shape)...)
			l.vocabulary = append(l.vocabulary, v)
		} else {
			l.unread = true
		}
		return
	}
	d := l.drafts[folder]
	if d == nil {
		d = &draft{folder: folder}
		l.drafts[folder] = d
	}
	d.files = append(d.files, hash)
	if doc == nil {
		d.partial = true
		if name == folder+"/policy.yaml" {
			d.file = source.NewFile(name, data)
		}
		return
	}
	switch {
	case name == folder+"/policy.yaml":
		d.file = doc.File
		l.faults = append(l.faults, shape.Decode(doc.File, doc.Root, &d.policy)...)
	case isRegister(name):
		c := clausesFile{file: doc.File}
		l.faults = append(l.faults, shape.Decode(doc.File, doc.Root, &c.shape)...)
		d.clauses = append(d.clauses, c)
	default:
		r := rulesFile{file: doc.File}
		l.faults = append(l.faults, shape.Decode(doc.File, doc.Root, &r.shape)...)
		d.rules = append(d.rules, r)
	}
}

// isRegister reports whether a file of a policy is a register: clauses.yaml, and
// every file of the folder clauses.
func isRegister(name string) bool {
	_, name, _ = strings.Cut(name, "/")
	return name == "clauses.yaml" || strings.HasPrefix(name, "clauses/")
}
