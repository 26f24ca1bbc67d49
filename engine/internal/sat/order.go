package sat

// decay is what a step loses in weight from one conflict to the next, for variables and
// for clauses; and large is when all activities are made smaller, so that they stay numbers.
const (
	variableDecay = 0.95
	clauseDecay   = 0.999
	large         = 1e100
)

// order says which variable to guess next: the one that was most in conflicts lately, and
// among equals the one made first. It is a heap with the places of its entries.
type order struct {
	heap     []int
	place    []int // of each variable in the heap, or -1
	activity []float64
	step     float64
}

// add takes in a new variable.
func (o *order) add(v int) {
	o.activity = append(o.activity, 0)
	o.place = append(o.place, -1)
	o.offer(v)
}

// offer puts a variable back, if it is not there.
func (o *order) offer(v int) {
	if o.place[v] >= 0 {
		return
	}
	o.place[v] = len(o.heap)
	o.heap = append(o.heap, v)
	o.up(o.place[v])
}

// next takes out the first variable. There is none where ok is false.
func (o *order) next() (v int, ok bool) {
	if len(o.heap) == 0 {
		return 0, false
	}
	v = o.heap[0]
	last := len(o.heap) - 1
	o.swap(0, last)
	o.heap = o.heap[:last]
	o.place[v] = -1
	o.down(0)
	return v, true
}

// bump moves a variable forward that is in a conflict.
func (o *order) bump(v int) {
	o.activity[v] += o.step
	if o.activity[v] > large {
		for i := range o.activity {
			o.activity[i] /= large
		}
		o.step /= large
	}
	if o.place[v] >= 0 {
		o.up(o.place[v])
	}
}

// age lets the conflicts so far count for less.
func (o *order) age() { o.step /= variableDecay }

func (o *order) before(i, j int) bool {
	v, w := o.heap[i], o.heap[j]
	if o.activity[v] != o.activity[w] {
		return o.activity[v] > o.activity[w]
	}
	return v < w
}

func (o *order) swap(i, j int) {
	o.heap[i], o.heap[j] = o.heap[j], o.heap[i]
	o.place[o.heap[i]], o.place[o.heap[j]] = i, j
}

func (o *order) up(i int) {
	for i > 0 && o.before(i, (i-1)/2) {
		o.swap(i, (i-1)/2)
		i = (i - 1) / 2
	}
}

func (o *order) down(i int) {
	for {
		first := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(o.heap); child++ {
			if o.before(child, first) {
				first = child
			}
		}
		if first == i {
			return
		}
		o.swap(i, first)
		i = first
	}
}
