package impact

// Acknowledgement is what came of an acknowledgement file, which lists the differences that somebody has looked at.
type Acknowledgement struct {
	// File is its name.
	File string `json:"file"`
	// Entries is how many entries it has, and Stale are those that no longer apply.
	Entries int     `json:"entries"`
	Stale   []Entry `json:"stale"`
	// Policies is how many of the policies that only one root has are acknowledged.
	Policies int `json:"policies"`
}

// Entry is one difference that somebody has looked at, and why it is meant.
type Entry struct {
	Policy     string `json:"policy"`
	Difference string `json:"difference"`
	Why        string `json:"why"`
	// Line is where it stands.
	Line int `json:"line"`
}

// Acknowledge notes which differences the entries of a file name. An entry names a difference by the newer policy and
// the difference's ID; a policy that only one root has by “added” or “removed”. A difference that was not decided cannot be
// acknowledged: an entry for it is stale.
func (r *Report) Acknowledge(file string, entries []Entry) {
	by := map[[2]string]*Entry{}
	for i := range entries {
		by[[2]string{entries[i].Policy, entries[i].Difference}] = &entries[i]
	}
	used := map[*Entry]bool{}
	for i := range r.Policies {
		p := &r.Policies[i]
		for j := range p.Differences {
			d := &p.Differences[j]
			if e := by[[2]string{p.Now, d.ID}]; e != nil && d.Undecided == "" {
				d.Acknowledged, used[e] = e.Why, true
			}
		}
	}
	r.Acknowledgement = &Acknowledgement{File: file, Entries: len(entries), Stale: []Entry{}}
	for how, ids := range map[string][]string{"added": r.Added, "removed": r.Removed} {
		for _, id := range ids {
			if e := by[[2]string{id, how}]; e != nil {
				used[e] = true
				r.Acknowledgement.Policies++
			}
		}
	}
	for i := range entries {
		if !used[&entries[i]] {
			r.Acknowledgement.Stale = append(r.Acknowledgement.Stale, entries[i])
		}
	}
}
