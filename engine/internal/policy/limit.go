package policy

import (
	"fmt"
	"strconv"
	"strings"

	"windscreen/engine/internal/pattern"
	"windscreen/engine/term"
)

// Limit is how long something may take.
type Limit struct {
	Unit term.Unit
	// N is 0 where the unit needs no number.
	N int
}

var numbered = pattern.New(`^([1-9][0-9]{0,3}) (.+)$`)

// ParseLimit reads a limit as rule files write it, such as "3 working days".
func ParseLimit(text string) (Limit, error) {
	refused := fmt.Errorf("%q is not a limit", text)
	if u, ok := term.TableOf[term.Unit]().Of(text); ok && !u.Numbered() {
		return Limit{Unit: u}, nil
	}
	m := numbered().FindStringSubmatch(text)
	if m == nil {
		return Limit{}, refused
	}
	u, ok := unitOf(m[2])
	n, err := strconv.Atoi(m[1])
	if !ok || err != nil {
		return Limit{}, refused
	}
	return Limit{Unit: u, N: n}, nil
}

// unitOf is the unit of a number, with or without its last s.
func unitOf(text string) (term.Unit, bool) {
	for _, u := range term.TableOf[term.Unit]().Values() {
		if u.Numbered() && (text == string(u) || text+"s" == string(u)) {
			return u, true
		}
	}
	return "", false
}

// String is the limit as rule files write it.
func (l Limit) String() string {
	switch {
	case !l.Unit.Numbered():
		return string(l.Unit)
	case l.N == 1:
		return "1 " + strings.TrimSuffix(string(l.Unit), "s")
	}
	return strconv.Itoa(l.N) + " " + string(l.Unit)
}
