package page

// inTurn is a list in which whatever is done first stands before what is done later: a rule of the list is pulled up to just
// before the first that stands behind it. For the rest the order stays. Stays is true of an entry that is not pulled up.
func inTurn[T any](list []T, rule func(T) string, after map[string][]string, stays func(T) bool) []T {
	out, placed := make([]T, 0, len(list)), make([]bool, len(list))
	var place func(i int)
	place = func(i int) {
		if placed[i] {
			return
		}
		placed[i] = true
		for _, id := range after[rule(list[i])] {
			for j, x := range list {
				if rule(x) == id && !stays(x) {
					place(j)
				}
			}
		}
		out = append(out, list[i])
	}
	for i := range list {
		place(i)
	}
	return out
}

// after are the rules behind which each action and step of the answer stands.
func (m *making) after() map[string][]string {
	out := map[string][]string{}
	for _, a := range m.f.Actions {
		out[a.ID] = a.After
	}
	for _, s := range m.f.Pathway {
		out[s.ID] = s.After
	}
	return out
}
