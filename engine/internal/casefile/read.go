package casefile

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"time"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
	"windscreen/engine/internal/source"
	"windscreen/engine/internal/vocabulary"
)

// Keys of a case that are not domains. No domain may be called by these names.
var Keys = []string{"as_of", "children", "done", "each", "evidence", "explored", "id", "judgement", "policy", "reader"}

// IDPattern is the form of a case's id. The JSON Schema of a case uses the same pattern.
const IDPattern = `^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`

var idPattern = pattern.New(IDPattern)

// Layer is one case document. A scenario lays several over each other: what a
// later one says replaces what an earlier one said of the same fact.
type Layer struct {
	File *source.File
	Node *yaml.Node

	part part
}

// Reader reads cases under one vocabulary. It is safe for concurrent use. NewReader makes it.
type Reader struct {
	Vocabulary *vocabulary.Vocabulary
	// London is the vocabulary's.
	London *time.Location

	// NeedsPolicy is set where a case must name its policy, and says for a remedy which there are.
	NeedsPolicy string

	supply *supply
}

// NoPolicy is what is wrong with a case that must name a policy and does not.
const NoPolicy = "the case names no policy"

// NewReader makes a reader of cases under a vocabulary.
func NewReader(v *vocabulary.Vocabulary) Reader {
	return Reader{Vocabulary: v, London: v.London, supply: newSupply(v)}
}

// Read reads one case about one child from YAML or JSON. The case is nil where the list has
// errors, as it has for a case about several children. Every diagnostic about the case is
// private, including those made once its policy is known.
func (r Reader) Read(name string, data []byte) (*Case, diagnostic.List) {
	f, list := r.ReadFamily(name, data)
	if f == nil {
		return nil, list
	}
	if f.Children[0].Label != "" {
		return nil, append(list, diagnostic.Diagnostic{File: name, Severity: diagnostic.Error, Code: diagnostic.Misplaced, Private: true,
			Message: "this case is about several children", Remedy: "write one case for each child here"})
	}
	return f.Children[0].Case, list
}

// ReadLayers reads one case about one child from documents laid over each other; there is no
// case without one.
func (r Reader) ReadLayers(layers []Layer) (*Case, diagnostic.List) {
	p := r.reading()
	if len(layers) == 0 {
		return nil, nil
	}
	p.c.Name = layers[0].File.Name
	for _, l := range layers {
		p.file, p.part = l.File, l.part
		p.document(l.Node)
	}
	if p.c.AsOf.IsZero() && !p.badAsOf && layers[0].Node.Kind == yaml.MappingNode {
		p.missing(layers[0].File, layers[0].Node, "as_of",
			"write the date and time of the case, for example as_of: 2020-03-02T14:10, which is London time; clocks start from it",
			"the case has no as_of")
	}
	if r.NeedsPolicy != "" && !slices.ContainsFunc(layers, namesPolicy) && layers[0].Node.Kind == yaml.MappingNode {
		p.missing(layers[0].File, layers[0].Node, "policy", "name the policy in the case; "+r.NeedsPolicy, NoPolicy)
	}
	p.finish()
	if p.faults.List().HasErrors() {
		return nil, p.faults.List()
	}
	return p.c, p.faults.List()
}

// missing reports a key that a mapping lacks. Its pointer is where the key belongs.
func (p *reading) missing(f *source.File, n *yaml.Node, key, remedy, format string, args ...any) {
	d := f.At(n, diagnostic.MissingKey, fmt.Sprintf(format, args...), remedyFor(f, remedy))
	d.Pointer += source.Pointer(key)
	p.faults.Add(d)
}

// namesPolicy reports whether a document names a policy, rightly or not.
func namesPolicy(l Layer) bool { return l.part.ofCase() && has(l.Node, "policy") }

// reading is the state of reading one case.
type reading struct {
	Reader
	c      *Case
	file   *source.File
	faults source.Faults
	stated map[*vocabulary.Fact]stated
	// part is the part of the case being read.
	part part
	// explored and done are what each part says of these.
	explored [parts][]string
	done     [parts][]Done
	// ofHome are the values that the top states of the home, by Fact.Index, where a child
	// then says otherwise.
	ofHome  map[*vocabulary.Fact]vocabulary.Value
	dated   []dated
	badAsOf bool
	// laterAsOf is the second reading of an as_of that comes twice; momentAt is where as_of
	// stands.
	laterAsOf time.Time
	momentAt  stated
	// evidenced is where the evidence for a fact stands.
	evidenced map[*vocabulary.Fact]evidenced
}

// dated is the day of a piece of evidence, and where it stands.
type dated struct {
	day time.Time
	stated
}

// stated remembers where a fact was stated, for faults found at the end.
type stated struct {
	file *source.File
	node *yaml.Node
}

func (p *reading) at(f *source.File, n *yaml.Node, code diagnostic.Code, remedy, format string, args ...any) {
	p.faults.Add(f.At(n, code, fmt.Sprintf(format, args...), remedyFor(f, remedy)))
}

func (p *reading) fault(n *yaml.Node, code diagnostic.Code, remedy, format string, args ...any) {
	p.at(p.file, n, code, remedy, format, args...)
}

// pairs goes through the keys and values of a mapping until there is no more room for
// faults. A hostile case may have ten thousand misspelt keys, and each is compared with
// every name that it may stand for.
func (p *reading) pairs(n *yaml.Node) iter.Seq2[*yaml.Node, *yaml.Node] {
	return func(yield func(key, value *yaml.Node) bool) {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if p.faults.Full() || !yield(n.Content[i], n.Content[i+1]) {
				return
			}
		}
	}
}

// document reads one layer.
func (p *reading) document(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		p.fault(n, diagnostic.WrongShape, "write keys and values, for example child: {age: 6}", "a case must be a mapping")
		return
	}
	// as_of first: dates are judged against it.
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "as_of" && p.part.ofCase() {
			p.asOf(n.Content[i+1])
		}
	}
	for key, value := range p.pairs(n) {
		if p.elsewhere(key) {
			continue
		}
		switch key.Value {
		case "as_of":
		case "policy":
			p.c.Policy = p.short(value, "policy", "one policy, for example policy: bexley-2020")
			p.c.PolicyAt = p.file.At(value, diagnostic.UnknownPolicy, "", "")
		case "id":
			p.id(value)
		case "explored":
			p.explores(value)
		case "reader":
			p.reader(value)
		case "done":
			p.alreadyDone(value)
		case "evidence", "judgement":
		default:
			p.domain(key, value)
		}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch n.Content[i].Value {
		case "evidence":
			p.evidence(n.Content[i+1])
		case "judgement":
			p.judgement(n.Content[i+1])
		}
	}
}

// id reads what the case calls itself: a text, since a number may come back as another.
func (p *reading) id(n *yaml.Node) {
	const remedy = "use up to 64 letters, digits, dots, hyphens and underscores; never a person's name"
	kind, other := map[string]string{"!!bool": "yes or no", "!!int": "a number", "!!float": "a number"}[n.Tag]
	switch {
	case n.Kind != yaml.ScalarNode || n.Value == "" || n.Tag == "!!null":
		p.fault(n, diagnostic.WrongShape, "write an id of your own, for example id: demo-017", "id is one value")
	case other && idPattern().MatchString(n.Value):
		p.fault(n, diagnostic.WrongType, "put it in double quotes, as "+strconv.Quote(n.Value),
			"id must be text, and %s is %s", n.Value, kind)
	case other || !idPattern().MatchString(n.Value):
		p.fault(n, diagnostic.WrongShape, remedy, "%q cannot be the id of a case", source.Clip(n.Value))
	default:
		p.c.ID = n.Value
	}
}

// asOf reads the date and time of the case.
func (p *reading) asOf(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		if _, err := time.Parse(time.DateOnly, n.Value); err == nil {
			p.fault(n, diagnostic.UnreadableDate, "add the time of day, for example "+n.Value+"T09:00",
				"as_of has no time of day, and clocks need one")
			p.badAsOf = true
			return
		}
	}
	t, ok := p.moment(n, "as_of")
	p.badAsOf = !ok
	if ok {
		p.c.AsOf, p.momentAt = t.In(p.London), stated{p.file, n}
		p.laterAsOf, _ = twin(n.Value, p.c.AsOf)
	}
}

// has reports whether a mapping has a key.
func has(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}
