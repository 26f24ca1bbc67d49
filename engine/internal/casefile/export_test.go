package casefile

// Room is the room that holds the text of a case while it is read.
func (q *Quick) Room() []byte { return q.data[:cap(q.data)] }
