package facts

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
)

// Case is a case as a file writes it.
type Case struct {
	// ID, Policy and AsOf stand at the top. AsOf is a moment as a case writes it; the others may be
	// empty.
	ID, Policy, AsOf string
	// Stated is what the case states: by domain, and in it by name of the fact. In a case about
	// several children it is what holds of all of them.
	Stated Stated
	// Children are those of a case about several; empty in a case about one.
	Children []Labelled
	// Explored are the facts that were gone through, by path; most cases that are made up name none.
	Explored []string
	// Judgement is the judgement that the case records, or nil.
	Judgement *Judgement
}

// Judgement is a professional judgement as a case records it.
type Judgement struct {
	Level  int    `json:"level"`
	By     string `json:"by"`
	Reason string `json:"reason"`
}

// Labelled is one child of several, and what the case states of that child.
type Labelled struct {
	Label  string
	Stated Stated
}

// Stated is a value for each fact that is stated, by domain and name, as a case would write it.
type Stated map[string]map[string]any

// State states a fact.
func (s Stated) State(domain, name string, value any) {
	if s[domain] == nil {
		s[domain] = map[string]any{}
	}
	s[domain][name] = value
}

// MarshalJSON writes the case: what is the same for every case first, then domains and facts in
// order of name, then the children in their order. Equal cases give the same bytes.
func (c Case) MarshalJSON() ([]byte, error) {
	var out object
	for _, e := range []struct{ key, value string }{{"id", c.ID}, {"policy", c.Policy}, {"as_of", c.AsOf}} {
		if e.value != "" {
			out.add(e.key, e.value)
		}
	}
	out.stated(c.Stated)
	if len(c.Explored) > 0 {
		out.add("explored", c.Explored)
	}
	if c.Judgement != nil {
		out.add("judgement", c.Judgement)
	}
	if len(c.Children) > 0 {
		var children object
		for _, child := range c.Children {
			var of object
			of.stated(child.Stated)
			children.add(child.Label, &of)
		}
		out.add("children", &children)
	}
	return out.MarshalJSON()
}

// object is a JSON object whose keys keep their order.
type object struct {
	text bytes.Buffer
	err  error
}

func (o *object) add(key string, value any) {
	for _, part := range []any{key, value} {
		data, err := json.Marshal(part)
		if err != nil && o.err == nil {
			o.err = err
		}
		o.text.Write(data)
		o.text.WriteByte(':')
	}
	o.text.Bytes()[o.text.Len()-1] = ','
}

func (o *object) stated(s Stated) {
	for _, domain := range slices.Sorted(maps.Keys(s)) {
		o.add(domain, s[domain])
	}
}

// MarshalJSON writes the object.
func (o *object) MarshalJSON() ([]byte, error) {
	return slices.Concat([]byte("{"), bytes.TrimSuffix(o.text.Bytes(), []byte(",")), []byte("}")), o.err
}
