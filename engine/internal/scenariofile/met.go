package scenariofile

import (
	"encoding/binary"
	"sync"
)

// met remembers whether the expectations of a scenario about one part of the answer were met where changed rules left
// something open. Several changes often leave the same, and then they come to the same. It is safe for concurrent use.
type met struct {
	lock   sync.Mutex
	failed map[leaving]bool
}

// leaving is a scenario, a part of the answer, which of its expectations the changes bear on, and what changed rules leave
// open. The zero leaving is none of them.
type leaving struct {
	trial int
	reads part
	// checks are the places of the expectations, and left is what is left open, as attempt.left has it.
	checks, left string
}

// once works out whether expectations are not met, unless that is known.
func (m *met) once(of leaving, work func() (bool, error)) (bool, error) {
	if of == (leaving{}) {
		return work()
	}
	m.lock.Lock()
	failed, known := m.failed[of]
	m.lock.Unlock()
	if known {
		return failed, nil
	}
	failed, err := work()
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.failed == nil {
		m.failed = map[leaving]bool{}
	}
	if err == nil {
		m.failed[of] = failed
	}
	return failed, err
}

// of is what an attempt leaves open, to look up what came of it. It is none where what children take from one another
// comes out otherwise, as that is not part of it.
func (a *attempt) of(y *trying, reads part, checks []int) leaving {
	if !y.Conditions || a.findings && len(a.trial.looks) > 1 {
		return leaving{}
	}
	var places []byte
	for _, i := range checks {
		places = binary.AppendUvarint(places, uint64(i))
	}
	return leaving{a.number + 1, reads, string(places), a.left(y)}
}

// left is what is left open of the rules of which something else is left open than before, by look. It is empty where
// there is no such rule.
func (a *attempt) left(y *trying) string {
	if a.looked {
		return a.leaves
	}
	a.looked = true
	var leaves []byte
	for i := range a.trial.looks {
		for _, rule := range y.Rules {
			if left := y.left(rule, &a.trial.looks[i]); left != "" {
				leaves = binary.AppendVarint(binary.AppendVarint(leaves, int64(i)), int64(rule))
				leaves = append(leaves, left...)
			}
		}
	}
	a.leaves = string(leaves)
	return a.leaves
}
