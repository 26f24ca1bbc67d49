package render

import "strings"

// escapeMarkdown makes s plain words in GitHub flavoured Markdown, as words that come from
// files must be. It leaves alone what cannot act where it
// stands, so that the Markdown is fit to read as it is.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for i, c := range s {
		switch c {
		case '<':
			b.WriteString("&lt;")
			continue
		case '>':
			b.WriteString("&gt;")
			continue
		case '&':
			b.WriteString("&amp;")
			continue
		}
		if active(c, s[:i], s[i+len(string(c)):]) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// active reports whether c would act as Markdown between before and after: as
// emphasis, code, a link, a cell or mathematics anywhere; as the mark of a list
// or heading at the start; as part of an address that becomes a link by itself.
func active(c rune, before, after string) bool {
	switch c {
	case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '$':
		return true
	case '-', '+', '=':
		return before == ""
	case ':':
		return strings.HasPrefix(after, "/")
	case ')', '.':
		// A list may start at any number of up to nine digits.
		number := before != "" && len(before) < 10 && strings.Trim(before, "0123456789") == ""
		address := len(before) >= 3 && strings.EqualFold(before[len(before)-3:], "www")
		return number || address
	}
	return false
}
