package casefile

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/pattern"
)

// rolePattern is the form of an agency or role, such as NHS 111, GP (out of hours) or
// Year 6 teacher. A full stop or an at sign would let in an e-mail address.
var rolePattern = pattern.New(`^[\pL0-9][\pL0-9 '&/,()-]{0,39}$`)

// roleDigits is how many digits a role may have. A telephone number has more.
const roleDigits = 4

// isRole reports whether a text can be an agency or a role: it has a letter, and few digits.
func isRole(s string) bool {
	letters, digits := 0, 0
	for _, c := range s {
		switch {
		case unicode.IsLetter(c):
			letters++
		case c >= '0' && c <= '9':
			digits++
		}
	}
	return letters > 0 && digits <= roleDigits && rolePattern().MatchString(s)
}

// maxWords bounds the short texts of a case: who said so, who judged.
const maxWords = 80

// MaxReason bounds its free texts: notes and reasons.
const MaxReason = 4000

// role reads who says so: an agency or a role in a word or two, so that it can
// stand in a receipt.
func (p *reading) role(n *yaml.Node, what, remedy string) string {
	s := p.short(n, what, remedy)
	if s != "" && !isRole(s) {
		p.fault(n, diagnostic.WrongShape, "write "+remedy+"; never a person's name, an e-mail address or a telephone number",
			"%s is an agency or a role in words, such as NHS 111 or GP (out of hours)", what)
		return ""
	}
	return s
}

// short reads a word or two of plain text.
func (p *reading) short(n *yaml.Node, what, remedy string) string {
	if n.Kind != yaml.ScalarNode || n.Value == "" || n.Tag == "!!null" {
		p.fault(n, diagnostic.WrongShape, "write "+remedy, "%s is one value", what)
		return ""
	}
	if utf8.RuneCountInString(n.Value) > maxWords {
		p.fault(n, diagnostic.TooLarge, fmt.Sprintf("use at most %d characters", maxWords), "%s is too long", what)
		return ""
	}
	return n.Value
}

// free reads free text.
func (p *reading) free(n *yaml.Node, what string) string {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" || n.Value == "" {
		p.fault(n, diagnostic.WrongShape, "write a sentence", "%s is text", what)
		return ""
	}
	if utf8.RuneCountInString(n.Value) > MaxReason {
		p.fault(n, diagnostic.TooLarge, fmt.Sprintf("use at most %d characters", MaxReason), "%s is too long", what)
		return ""
	}
	return n.Value
}
