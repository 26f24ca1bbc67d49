package layout

import "strings"

// piece is a part of a text that stays together.
type piece struct {
	text string
	// space is whether a space stands before it where it does not begin a line.
	space bool
	// broken is whether it begins a line.
	broken bool
	// loose is how readily a line may be broken before it: the higher, the sooner; 0 is never.
	loose int
	// listed is whether it is an entry of a list behind another.
	listed bool
	// opens and closes are brackets.
	opens, closes bool
}

// fill puts pieces into lines of at most a width, of which the first has less room by used. A line is indented by one
// step more than the line on which the bracket around it opens.
func fill(pieces []piece, used, width int) []string {
	var out []string
	var opened []int // the indentation of the line of each open bracket
	for start := 0; start < len(pieces); {
		indent := 0
		if len(opened) > 0 {
			indent = opened[len(opened)-1] + step
			if pieces[start].closes {
				indent -= step
			}
		}
		end := start + 1
		for end < len(pieces) && !pieces[end].broken {
			end++
		}
		room := width - indent
		if start == 0 {
			room -= used
		}
		if n := start + fit(pieces[start:end], room); n < end {
			// What follows in a list moves up behind what did not fit.
			if end < len(pieces) && pieces[end].listed {
				pieces[end].broken = false
			}
			end = n
		}
		out = append(out, strings.Repeat(" ", indent)+line(pieces[start:end]))
		for _, p := range pieces[start:end] {
			if p.opens {
				opened = append(opened, indent)
			}
			if p.closes {
				opened = opened[:len(opened)-1]
			}
		}
		start = end
	}
	return out
}

// line is the text of pieces on one line.
func line(pieces []piece) string {
	var b strings.Builder
	for i, p := range pieces {
		if i > 0 && p.space {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// fit is how many of some pieces go on one line. Where not all do, the line ends before the loosest of the outermost
// places to break, and of those the last that leaves the line short enough, or else before the first, and so on within
// what is left.
func fit(pieces []piece, room int) int {
	if runes(line(pieces)) <= room {
		return len(pieces)
	}
	best, found := len(pieces), false
	for _, within := range levels(pieces) {
		for loose := 3; loose >= 1 && !found; loose-- {
			for i, p := range pieces {
				if i == 0 || p.loose != loose || within.depth[i] != within.at {
					continue
				}
				if !found || runes(line(pieces[:i])) <= room {
					best, found = i, true
				}
			}
		}
		if found {
			break
		}
	}
	if best < len(pieces) {
		return fit(pieces[:best], room)
	}
	return best
}

// level is a depth of brackets at which a line may be broken.
type level struct {
	at    int
	depth []int
}

// levels are the depths of brackets in some pieces, the outermost first.
func levels(pieces []piece) []level {
	depth := make([]int, len(pieces))
	now, lowest, highest := 0, 0, 0
	for i, p := range pieces {
		if p.closes {
			now--
		}
		depth[i] = now
		lowest, highest = min(lowest, now), max(highest, now)
		if p.opens {
			now++
		}
	}
	var out []level
	for at := lowest; at <= highest+1; at++ {
		out = append(out, level{at, depth})
	}
	return out
}

// runes counts the characters of a text.
func runes(text string) int { return len([]rune(text)) }
