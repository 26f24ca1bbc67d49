package recommend

import (
	"windscreen/engine/internal/arena"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/vocabulary"
	"windscreen/engine/recommendation"
)

// desk is what making an answer needs and the answer does not keep. Answers use desks one after another, each for one
// answer at a time.
type desk struct {
	// blank are the values of trials that evaluate one condition.
	blank []vocabulary.Value
	// cited is which clauses were cited, by index.clauseAt.
	cited []bool
	// facts are the facts that were shown already, by Fact.Index, and showed which those are.
	facts  []recommendation.Fact
	showed factSet
	// futures are those of the conditions of rules after the level, 0 if not worked out yet; by index.alike.
	futures []future
	// forgetting is a copy of an environment in which findings are forgotten.
	forgetting lang.Env
	scratch    scratch
	// turning are the parts of conditions that an outlook is looking at.
	turning []*lang.Node
	// asks is room for questions, and canonical for the text of which the receipt has the hash.
	asks      arena.Arena[question]
	canonical []byte
	// envs are what conditions read with the answers of sets; the first ran are in use.
	envs []*lang.Env
	ran  int
	// spare are the worlds of the answer before; nil where none has proved anything yet.
	spare *worlds
}

// newDesk makes one.
func (x *index) newDesk() *desk {
	facts := len(x.unknown)
	return &desk{blank: make([]vocabulary.Value, facts), cited: make([]bool, len(x.clauses)),
		facts: make([]recommendation.Fact, facts), showed: make(factSet, (facts+63)/64), futures: make([]future, len(x.reads))}
}

// takeDesk is a desk with nothing on it.
func (x *index) takeDesk() *desk {
	d, ok := x.desks.Get().(*desk)
	if !ok {
		d = x.newDesk()
	}
	copy(d.blank, x.unknown)
	return d
}

// clearDesk takes everything of an answer off a desk, and gives it back.
func (x *index) clearDesk(d *desk) {
	clear(d.cited)
	clear(d.facts)
	clear(d.showed)
	clear(d.futures)
	d.forgetting.Values = nil
	s := &d.scratch
	s.texts, s.alone = nil, alone{}
	s.nodes.Reset()
	s.args.Reset()
	d.asks.Reset()
	clear(d.canonical)
	for _, e := range d.envs[:d.ran] {
		e.Values = nil
	}
	d.ran = 0
	x.desks.Put(d)
}

// takeWorlds are the worlds of a case in which nothing is known.
func (d *desk) takeWorlds(b *builder) *worlds {
	w := d.spare
	if w == nil {
		w = newWorlds(b)
	}
	d.spare = nil
	w.begin(b)
	return w
}

// giveWorlds gives them back; they may be nil.
func (d *desk) giveWorlds(w *worlds) {
	if w == nil {
		return
	}
	w.here.b = nil
	for _, way := range w.ways {
		way.b = nil
	}
	d.spare = w
}

// newEnv is room for what conditions read.
func (d *desk) newEnv() *lang.Env {
	if d.ran == len(d.envs) {
		d.envs = append(d.envs, &lang.Env{})
	}
	d.ran++
	return d.envs[d.ran-1]
}
