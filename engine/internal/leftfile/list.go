package leftfile

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/shape"
	"windscreen/engine/internal/source"
)

// List is a list of changes that are left. It has to be told of all changes before it is asked about any.
type List struct {
	file   *source.File
	names  []*name
	faults source.Faults
	// by are the changes that it lists.
	by map[words]*entry
	// ids are those of the names.
	ids map[string]bool
	// origins are the policies that have something of an id, for every id.
	origins map[string][]string
}

// name is a rule, condition or parameter of which it lists changes, as it stands in one group.
type name struct {
	id string
	// policy is empty where only the id is written.
	policy  string
	node    *yaml.Node
	changes []*entry
}

// entry is one change that is listed.
type entry struct {
	says, why string
	node      *yaml.Node
	// key is the change that it means; empty if the rules have none such.
	key string
}

// words name a change.
type words struct{ id, policy, says string }

// Read reads a list. There is none if there are errors.
func Read(file string, data []byte) (*List, diagnostic.List) {
	l := &List{by: map[words]*entry{}, ids: map[string]bool{}, origins: map[string][]string{}}
	doc, list := source.Parse(file, data, source.RuleLimits())
	l.add(list)
	if doc == nil {
		return nil, l.faults.List()
	}
	l.file = doc.File
	var f File
	l.add(shape.Decode(doc.File, doc.Root, &f))
	for _, g := range f.Left {
		for _, e := range g.Changes.Entries {
			l.read(e.Key, e.Value, g.Why.Value)
		}
	}
	if list = l.faults.List(); list.HasErrors() {
		return nil, list
	}
	return l, list
}

func (l *List) add(list diagnostic.List) {
	for _, d := range list {
		l.faults.Add(d)
	}
}

func (l *List) fault(n *yaml.Node, code diagnostic.Code, remedy, format string, args ...any) {
	l.faults.Add(l.file.At(n, code, fmt.Sprintf(format, args...), remedy))
}

// read reads the changes of one name.
func (l *List) read(key shape.Text, changes []shape.Text, why string) {
	n := &name{node: key.Node}
	n.id, n.policy, _ = strings.Cut(key.Value, ofPolicy)
	if changes != nil && len(changes) == 0 { // nil is what is no list
		l.fault(key.Node, diagnostic.NoValue, "list its changes in the words in which mutate prints them, or remove it",
			"there are no changes of %s", source.Clip(key.Value))
	}
	for _, c := range changes {
		e := &entry{says: oneLine(c.Value), why: why, node: c.Node}
		key := words{n.id, n.policy, e.says}
		if first := l.by[key]; first != nil {
			l.fault(c.Node, diagnostic.DuplicateID, "remove one of the two", "this change is listed already, on line %d", first.node.Line)
			continue
		}
		l.by[key] = e
		n.changes = append(n.changes, e)
	}
	l.names, l.ids[n.id] = append(l.names, n), true
}

// ofPolicy stands between an id and the policy that it is of.
const ofPolicy = " of "

// oneLine are the words of a change without the breaks of a long line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Name is the file.
func (l *List) Name() string { return l.file.Name }

// Len is how many changes are listed.
func (l *List) Len() int { return len(l.by) }
