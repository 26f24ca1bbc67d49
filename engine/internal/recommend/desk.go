package recommend

import (
	"windscreen/engine/internal/arena"
	"windscreen/engine/internal/lang"
	"windscreen/engine/internal/policy"
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
	// prospects are those of the conditions of rules after the level, and asAsked those as far as the rules ask, where that
	// makes a difference; both by index.alike. A future of 0 is not worked out yet. turning are their parts.
	prospects, asAsked []prospect
	turning            []*lang.Node
	// unknown are the parts of conditions that are being followed because they are open.
	unknown []*lang.Node
	// forgetting is a copy of an environment in which findings are forgotten.
	forgetting lang.Env
	scratch    scratch
	// factSets is room for sets of facts, factLists for lists of them, aims for what answers could decide, asks for questions,
	// could for what these could decide, and canonical for the text of which the receipt has the hash.
	factSets  arena.Arena[uint64]
	factLists arena.Arena[*vocabulary.Fact]
	aims      arena.Arena[target]
	asks      arena.Arena[question]
	could     arena.Arena[int]
	canonical []byte
	// byCode are the facts that give each code of the census.
	byCode [][]*vocabulary.Fact
	// readers and byFact are empty lists for what couldDecide and deciding list by fact.
	readers [][]*policy.Rule
	byFact  [][]stakeIn
	// answersShown are answers as an answer shows them, by deciding.place and decide.ID.
	answersShown [][]recommendation.Given
	// inDomain is what the questions of one domain could decide, and listed what is among that, by index.rank.
	inDomain []int
	listed   []bool
	// seen is which rules were counted for a part of a criterion, by Rule.Index.
	seen []bool
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
		facts: make([]recommendation.Fact, facts), showed: make(factSet, wordsFor(facts)),
		prospects: make([]prospect, len(x.reads)), asAsked: make([]prospect, len(x.reads)),
		readers: make([][]*policy.Rule, facts), byFact: make([][]stakeIn, facts), listed: make([]bool, len(x.reads)),
		seen: make([]bool, len(x.reads))}
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
	clear(d.prospects)
	clear(d.asAsked)
	d.turning, d.unknown = d.turning[:0], d.unknown[:0]
	d.forgetting.Values = nil
	s := &d.scratch
	s.kept, s.alone = kept{}, alone{}
	s.nodes.Reset()
	s.args.Reset()
	for i := range d.byFact {
		clear(d.byFact[i])
		d.readers[i], d.byFact[i] = d.readers[i][:0], d.byFact[i][:0]
	}
	for i := range d.answersShown {
		clear(d.answersShown[i])
		d.answersShown[i] = d.answersShown[i][:0]
	}
	d.factSets.Reset()
	d.factLists.Reset()
	d.aims.Reset()
	d.could.Reset()
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

// newTarget is room for something that answers could decide.
func (d *desk) newTarget() *target { return &d.aims.Take(1, roomForTargets)[0] }

// newEnv is room for what conditions read.
func (d *desk) newEnv() *lang.Env {
	if d.ran == len(d.envs) {
		d.envs = append(d.envs, &lang.Env{})
	}
	d.ran++
	return d.envs[d.ran-1]
}
