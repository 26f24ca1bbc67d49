package decide

// roomForSets is how many sets one block of memory holds; lists are cut from blocks.
const roomForSets = 512

// roomForLists is the same for lists of lists.
const roomForLists = 256

// newList makes an empty list with capacity for n sets. It may be used until the work ends.
func (w *Work) newList(n int) []Set { return w.lists.Take(n, roomForSets)[:0] }

// newLists makes n empty lists, to be filled in. They may be used until the work ends.
func (w *Work) newLists(n int) [][]Set { return w.ofLists.Take(n, roomForLists) }
