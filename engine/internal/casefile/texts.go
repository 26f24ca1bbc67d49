package casefile

import (
	"fmt"
	"regexp"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"windscreen/engine/diagnostic"
)

// rolePattern is the form of an agency or role.
var rolePattern = regexp.MustCompile(`^[\pL][\pL '&/,-]{0,39}$`)

// maxWords bounds the short texts of a case: who said so, who judged.
const maxWords = 80

// maxReason bounds its free texts.
const maxReason = 4000

// role reads who says so: an agency or a role in a word or two, so that it can
// stand in a receipt.
func (p *reading) role(n *yaml.Node, what, remedy string) string {
	s := p.short(n, what, remedy)
	if s != "" && !rolePattern.MatchString(s) {
		p.fault(n, diagnostic.WrongShape, "write "+remedy+"; never a person's name", "%s is an agency or a role, in letters", what)
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
	if utf8.RuneCountInString(n.Value) > maxReason {
		p.fault(n, diagnostic.TooLarge, fmt.Sprintf("use at most %d characters", maxReason), "%s is too long", what)
		return ""
	}
	return n.Value
}
