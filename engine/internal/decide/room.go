package decide

// roomForSets is how many sets a block of lists holds.
const roomForSets = 512

// newList is an empty list with room for n sets. It lasts as long as the work.
func (w *Work) newList(n int) []Set { return w.lists.Take(n, roomForSets)[:0] }
