package plan

// graph is the nodes in flat arrays. A node stands after those that it reads.
type graph struct {
	op []op
	// args[first[i]:first[i+1]] are the nodes that node i reads.
	// fan[fanFirst[i]:fanFirst[i+1]] are the nodes that read it; a node that reads it
	// twice stands there twice.
	first, args, fanFirst, fan []uint32
	// number is the place in State.number of a sum or given number and, for a test of a
	// number, of the number that it tests.
	number []uint32
	// lo and hi are what a test of a number allows.
	lo, hi []int32
	// numbers is how many numbers there are; digits is how many binary digits the
	// greatest of them needs.
	numbers, digits int
	// findings are the runs of nodes up to the level; later are the runs of the rules
	// after it.
	findings, later []run
	// Nodes up to the level end at findingsEnd, a multiple of 64. nodes is how many there
	// are in all.
	findingsEnd, nodes uint32
}

// argsOf is what a node reads, readersOf what reads it.
func (g *graph) argsOf(i uint32) []uint32    { return g.args[g.first[i]:g.first[i+1]] }
func (g *graph) readersOf(i uint32) []uint32 { return g.fan[g.fanFirst[i]:g.fanFirst[i+1]] }

// run is a stretch of nodes of one kind, so that the processor can predict what comes
// next. Their args begin at args[first].
type run struct {
	kind     kind
	from, to uint32
	first    uint32
}

// kind is what the nodes of a run do. It is an op, except that "and" and "or" of two
// args, the most common, have kinds of their own.
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
