package plan

// graph is the nodes in flat arrays. A node stands after those that it reads.
type graph struct {
	op []op
	// args[first[i]:first[i+1]] are what node i reads; fan[fanFirst[i]:fanFirst[i+1]] are
	// what reads it, a node that reads it twice twice.
	first, args, fanFirst, fan []uint32
	// number is, for a sum or given number, where State keeps it; for a test of a
	// number, which it tests.
	number []uint32
	// lo and hi are what a test of a number allows.
	lo, hi []int32
	// numbers is how many numbers there are, digits how many binary digits the greatest
	// takes.
	numbers, digits int
	// findings are the runs of nodes up to the level, later those of the rules after
	// it.
	findings, later []run
	// findingsEnd is where nodes up to the level end, a multiple of 64; nodes how many
	// there are.
	findingsEnd, nodes uint32
}

// argsOf is what a node reads, readersOf what reads it.
func (g *graph) argsOf(i uint32) []uint32    { return g.args[g.first[i]:g.first[i+1]] }
func (g *graph) readersOf(i uint32) []uint32 { return g.fan[g.fanFirst[i]:g.fanFirst[i+1]] }

// run is a stretch of nodes that do the same, so that going through them holds no
// surprises for the processor. Their args begin at args[first].
type run struct {
	kind     kind
	from, to uint32
	first    uint32
}

// kind is what the nodes of a run do: an op, where "and" and "or" of two, which are
// most, stand apart from those of more.
type kind uint8

const (
	andTwo = kind(given) + 1 + iota
	orTwo
)

func (v *vertex) kind() kind {
	switch {
	case v.op == and && len(v.args) == 2:
		return andTwo
	case v.op == or && len(v.args) == 2:
		return orTwo
	default:
		return kind(v.op)
	}
}
