package casefile

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// scanner goes through JSON text once and builds nothing from it. At the first thing that
// it does not accept it becomes bad, and stays so: from then on every method does
// nothing, and loops end.
//
// It accepts less than JSON allows, and nothing that JSON does not.
type scanner struct {
	data []byte
	at   int
	bad  bool
	// first is whether the collection just opened has had no entry yet.
	first bool
}

// peek is the next byte that is not white space, or 0 where there is none.
func (s *scanner) peek() byte {
	for s.at < len(s.data) && !s.bad {
		switch c := s.data[s.at]; c {
		case ' ', '\n', '\t', '\r':
			s.at++
		default:
			return c
		}
	}
	return 0
}

// take takes one byte.
func (s *scanner) take(c byte) {
	if s.peek() != c {
		s.bad = true
		return
	}
	s.at++
}

// open begins a collection.
func (s *scanner) open(c byte) {
	s.take(c)
	s.first = true
}

// more reports whether the collection has another entry, and ends it where not.
func (s *scanner) more(end byte) bool {
	if s.peek() == end {
		s.at++
		s.first = false
		return false
	}
	if !s.first {
		s.take(',')
	}
	s.first = false
	return !s.bad
}

// key takes the name of a member.
func (s *scanner) key() []byte {
	name := s.text()
	s.take(':')
	return name
}

// text takes a text of plain ASCII characters and no escapes, as names and words
// are.
func (s *scanner) text() []byte {
	s.take('"')
	if s.bad {
		return nil
	}
	rest := s.data[s.at:]
	i := plain(rest)
	if i == len(rest) || rest[i] != '"' {
		s.bad = true
		return nil
	}
	s.at += i + 1
	return rest[:i]
}

// plain is how many characters a text begins with that stand for themselves: ASCII,
// and neither a quote nor a backslash nor a control character. It looks at eight at a
// time.
func plain(text []byte) int {
	const ones = 0x0101010101010101
	i := 0
	for ; i+8 <= len(text); i += 8 {
		w := binary.LittleEndian.Uint64(text[i:])
		quote, backslash := w^'"'*ones, w^'\\'*ones
		// The lowest top bit that is set belongs to the first byte that is not plain.
		// Borrows and carries only reach bits above it.
		odd := (quote-ones)&^quote | (backslash-ones)&^backslash | (w-' '*ones)&^w | w | (w + ones)
		if odd &= 0x80 * ones; odd != 0 {
			return i + bits.TrailingZeros64(odd)/8
		}
	}
	for ; i < len(text); i++ {
		if c := text[i]; c == '"' || c == '\\' || c < ' ' || c > '~' {
			break
		}
	}
	return i
}

// free takes a text of any characters that a case may hold. It has at least one byte and
// at most so many as written, which are never fewer than its characters.
func (s *scanner) free(most int) {
	s.take('"')
	from := s.at
	for s.at < len(s.data) && !s.bad {
		switch c := s.data[s.at]; {
		case c == '"':
			s.bad = s.at == from || s.at-from > most
			s.at++
			return
		case c == '\\':
			s.escape()
		case c < ' ' || c == 0x7F:
			s.bad = true
		case c < 0x7F:
			s.at++
		default:
			r, size := utf8.DecodeRune(s.data[s.at:])
			s.bad = r == utf8.RuneError && size == 1 || r <= 0x9F
			s.at += size
		}
	}
	s.bad = true
}

// escape takes one escape.
func (s *scanner) escape() {
	s.at++
	if s.at == len(s.data) {
		s.bad = true
		return
	}
	switch s.data[s.at] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		s.at++
	case 'u':
		for range 4 {
			s.at++
			s.bad = s.bad || s.at >= len(s.data) || !isHex(s.data[s.at])
		}
		s.at++
	default:
		s.bad = true
	}
}

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// mostDigits is how long a whole number may be, which fits well into 64 bits.
const mostDigits = 15

// whole takes a whole number written the one way it can be written.
func (s *scanner) whole() int64 {
	sign := int64(1)
	if s.peek() == '-' {
		sign = -1
		s.at++
	}
	n, from := int64(0), s.at
	for s.at < len(s.data) && isDigit(s.data[s.at]) && s.at-from < mostDigits {
		n = 10*n + int64(s.data[s.at]-'0')
		s.at++
	}
	// The caller looks at what follows the number.
	if digits := s.at - from; digits == 0 || s.data[from] == '0' && (digits > 1 || sign < 0) {
		s.bad = true
	}
	return sign * n
}

// yesNo takes true or false.
func (s *scanner) yesNo() bool {
	yes := s.peek() == 't'
	word := "false"
	if yes {
		word = "true"
	}
	if !s.follows(word) {
		s.bad = true
		return false
	}
	s.at += len(word)
	return yes
}

// follows reports whether this text comes next.
func (s *scanner) follows(text string) bool {
	return len(s.data)-s.at >= len(text) && string(s.data[s.at:s.at+len(text)]) == text
}
