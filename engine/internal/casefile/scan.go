package casefile

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// scanner goes through JSON text once and builds nothing from it. At the first thing that
// it does not accept it becomes bad, and stays so: what follows means nothing. If that is
// a matter of form, it also goes to the end, where loops end.
//
// It accepts less than JSON allows, and nothing that JSON does not.
type scanner struct {
	// data is the text, and then zero bytes, which nothing accepts. So no method has to check
	// that one more byte is there, or sixteen.
	data []byte
	at   int
	// end is how long the text is.
	end int
	bad bool
}

// beyond is how many zero bytes follow the text: whoever looks ahead from its end sees them.
const beyond = look + 1

// begin begins with a text, which it copies.
func (s *scanner) begin(text []byte) {
	s.data = append(append(s.data[:0], text...), make([]byte, beyond)...)
	s.at, s.end, s.bad = 0, len(text), false
}

// wipe leaves nothing of the text.
func (s *scanner) wipe() { clear(s.data[:s.end]) }

// fail gives up.
func (s *scanner) fail() { s.at, s.bad = s.end, true }

// peek is the next byte that is not white space, or 0 where there is none.
func (s *scanner) peek() byte {
	if c := s.data[s.at]; c > ' ' {
		return c
	}
	return s.pass()
}

// pass goes past white space.
func (s *scanner) pass() byte {
	for {
		switch c := s.data[s.at]; c {
		case ' ', '\n', '\t', '\r':
			s.at++
		default:
			return c
		}
	}
}

// take takes one byte.
func (s *scanner) take(c byte) {
	if s.peek() != c {
		s.fail()
		return
	}
	s.at++
}

// open begins a collection, and reports whether it has an entry.
func (s *scanner) open(c, end byte) bool {
	s.take(c)
	if s.peek() == end {
		s.at++
		return false
	}
	return !s.bad
}

// next reports whether the collection has another entry, and ends it where not.
func (s *scanner) next(end byte) bool {
	switch s.peek() {
	case ',':
		s.at++
		return true
	case end:
		s.at++
	default:
		s.fail()
	}
	return false
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
	from := s.at
	s.at += plain(s.data[from:s.end])
	if s.data[s.at] != '"' {
		s.fail()
		return nil
	}
	s.at++
	return s.data[from : s.at-1]
}

// ones and tops have the lowest or highest bit of each of eight bytes.
const (
	ones = 0x0101010101010101
	tops = 0x80 * ones
)

// plain is how many characters a text begins with that stand for themselves: ASCII,
// and neither a quote nor a backslash nor a control character. It looks at eight at a
// time.
func plain(text []byte) int {
	i := 0
	for ; i+8 <= len(text); i += 8 {
		w := binary.LittleEndian.Uint64(text[i:])
		quote, backslash := w^'"'*ones, w^'\\'*ones
		// The lowest top bit that is set belongs to the first byte that is not plain.
		// Borrows and carries only reach bits above it.
		odd := (quote-ones)&^quote | (backslash-ones)&^backslash | (w-' '*ones)&^w | w | (w + ones)
		if odd &= tops; odd != 0 {
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
	for !s.bad {
		s.at += plain(s.data[s.at:s.end])
		switch c := s.data[s.at]; {
		case c == '"':
			if s.at == from || s.at-from > most {
				s.bad = true
			}
			s.at++
			return
		case c == '\\':
			s.escape()
		case c <= 0x7F: // a control character, or the end
			s.fail()
		default:
			r, size := utf8.DecodeRune(s.data[s.at:s.end])
			if r == utf8.RuneError && size <= 1 || r <= 0x9F {
				s.fail()
				return
			}
			s.at += size
		}
	}
}

// escape takes one escape.
func (s *scanner) escape() {
	switch s.data[s.at+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		s.at += 2
	case 'u':
		for _, c := range s.data[s.at+2 : s.at+6] {
			if !isHex(c) {
				s.fail()
				return
			}
		}
		s.at += 6
	default:
		s.fail()
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
	for isDigit(s.data[s.at]) && s.at-from < mostDigits {
		n = 10*n + int64(s.data[s.at]-'0')
		s.at++
	}
	// The caller looks at what follows the number.
	if digits := s.at - from; digits == 0 || s.data[from] == '0' && (digits > 1 || sign < 0) {
		s.fail()
	}
	return sign * n
}

// yesNo takes true or false.
func (s *scanner) yesNo() bool {
	if s.peek(); s.follows("true") {
		s.at += len("true")
		return true
	}
	if !s.follows("false") {
		s.fail()
		return false
	}
	s.at += len("false")
	return false
}

// follows reports whether this text comes next.
func (s *scanner) follows(text string) bool {
	return s.end-s.at >= len(text) && string(s.data[s.at:s.at+len(text)]) == text
}
