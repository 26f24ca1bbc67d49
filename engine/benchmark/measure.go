package benchmark

import (
	"runtime"
	"slices"
	"time"

	"windscreen/engine/internal/cputime"
)

// Single is one piece of work without another side, done once a round. It has no goal,
// because its time depends on what else the machine does.
type Single struct {
	Name string
	Do   func() error
}

// took is how long a round of a pair took, in nanoseconds a case.
type took struct{ against, fast []float64 }

// lasted is how long a single took, by round.
type lasted []time.Duration

// times are all that was measured.
type times struct {
	pairs   []took
	singles []lasted
}

// atLeast is how long one side of a pair is kept at work in a round, so that the clock
// can tell.
const atLeast = 10 * time.Millisecond

// much is how many bytes one side may leave behind for the other. Beside 230 MB in use it moves no collection that the other side
// causes. To collect after each side, also those that allocate nothing, took more than half of the time of a run.
const much = 16 << 20

// leftovers collects what has been left behind once it is much.
type leftovers struct{ allocated uint64 }

func (l *leftovers) collect() {
	var now runtime.MemStats
	if runtime.ReadMemStats(&now); now.TotalAlloc-l.allocated > much {
		runtime.GC()
		l.allocated = now.TotalAlloc
	}
}

// measure goes round by round through everything, so that whatever else the machine does
// affects all alike. Each round begins with the other side of each pair. Times are processor
// time if the system gives it, and clock time if not.
func measure(pairs []Pair, singles []Single, rounds int) (*times, error) {
	t := &times{pairs: make([]took, len(pairs)), singles: make([]lasted, len(singles))}
	var left leftovers
	for round := range rounds {
		for i, p := range pairs {
			sides := []struct {
				side  Side
				times *[]float64
			}{{p.Against, &t.pairs[i].against}, {p.Fast, &t.pairs[i].fast}}
			if round%2 == 1 {
				slices.Reverse(sides)
			}
			for _, s := range sides {
				left.collect()
				each, err := perCase(s.side, round*p.block, p.block)
				if err != nil {
					return nil, err
				}
				*s.times = append(*s.times, each)
			}
		}
		for i, s := range singles {
			begun := cputime.Used()
			if err := s.Do(); err != nil {
				return nil, err
			}
			t.singles[i] = append(t.singles[i], cputime.Used()-begun)
		}
	}
	return t, nil
}

// perCase is how long one side takes for a case, in nanoseconds. It is warmed up by
// going through the cases once, where that is soon done.
func perCase(s Side, from, block int) (float64, error) {
	once, err := s.time(from, block)
	if err != nil || once > atLeast {
		return float64(once.Nanoseconds()) / float64(block), err
	}
	n := int(atLeast/max(1, once)) * block
	took, err := s.time(from, n)
	return float64(took.Nanoseconds()) / float64(n), err
}

// median is the middle one.
func median[T float64 | time.Duration](list []T) T {
	list = slices.Sorted(slices.Values(list))
	n := len(list)
	return (list[(n-1)/2] + list[n/2]) / 2
}

// figure is the median over the rounds. The ratio is that of the two sides in one
// round, which went through the same cases at about the same time.
func (t took) figure(p Pair) Figure {
	ratios := make([]float64, len(t.fast))
	for i := range ratios {
		ratios[i] = p.times * t.against[i] / t.fast[i]
	}
	ratio := median(ratios)
	return Figure{Name: p.Name, Value: median(t.fast), Unit: Nanoseconds, Ratio: &ratio, Goal: p.goal(), Met: ratio >= p.Goal,
		Other: median(t.against), Of: p.Against.Name}
}

func (t lasted) figure(s Single) Figure {
	value := float64(median(t)) / float64(time.Millisecond)
	return Figure{Name: s.Name, Value: value, Unit: Milliseconds, Met: true}
}

// The units of a Figure.
const (
	Nanoseconds  = "ns"
	Milliseconds = "ms"
	Bytes        = "bytes"
	Allocations  = "allocations"
	PerSecond    = "requests/s"
	Requests     = "requests"
)

// allocations is what the second side of a pair allocates for a case.
func (b *Bench) allocations(p Pair) (Figure, error) {
	// Once for the room, once more to count.
	var before, after runtime.MemStats
	err := p.Fast.Do(0, 4*p.block)
	runtime.ReadMemStats(&before)
	if err == nil {
		err = p.Fast.Do(0, 4*p.block)
	}
	runtime.ReadMemStats(&after)
	each := float64((after.Mallocs - before.Mallocs) / uint64(4*p.block)) // what else is running is a few in all
	return Figure{Name: p.Name + ", allocations", Value: each, Unit: Allocations, Goal: new(float64), Met: each == 0}, err
}

// goal is the goal of a pair; nil if none is held.
func (p *Pair) goal() *float64 {
	if p.Goal == 0 {
		return nil
	}
	return &p.Goal
}
