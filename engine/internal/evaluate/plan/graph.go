package plan

// graph is the nodes in flat arrays. A node stands after those that it reads.
type graph struct {
	op []op
	// args[first[i]:first[i+1]] are the nodes that node i reads.
	// fan[fanFirst[i]:fanFirst[i+1]] are the nodes that read it; a node that reads it
	// twice stands there twice.
	first, args, fanFirst, fan []uint32
	// reads are what the nodes of runs read, run by run. Where a node reads fewer than its
	// kind does, the rest are a constant that changes nothing.
	reads []uint32
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
// next. What they read begins at reads[first], of which each node has as many as the kind
// says.
type run struct {
	kind     kind
	from, to uint32
	first    uint32
}

// kind is what the nodes of a run do. It is an op, except that "and" and "or" are of
// one kind only with those that read as many nodes, in steps of two, four and eight: a
// loop of a length that changes costs more than reading a few nodes too many.
type kind uint8

const (
	andTwo = kind(given) + 1 + iota
	andFour
	andEight
	orTwo
	orFour
	orEight
)

// kinds is how many kinds there are.
const kinds = int(orEight) + 1

func (v *vertex) kind() kind {
	k := andTwo
	switch {
	case v.op == or:
		k = orTwo
	case v.op != and:
		return kind(v.op)
	}
	switch n := len(v.args); {
	case n <= 2:
		return k
	case n <= 4:
		return k + 1
	default:
		return k + 2
	}
}

// width is how many nodes each node of a kind reads; 0 where that differs.
func (k kind) width() int {
	switch k {
	case andTwo, orTwo:
		return 2
	case andFour, orFour:
		return 4
	case andEight, orEight:
		return widest
	case kind(choose):
		return 3
	case kind(not), kind(isOpen), kind(isCertain):
		return 1
	}
	return 0
}
