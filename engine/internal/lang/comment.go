package lang

import "windscreen/engine/diagnostic"

// comment refuses a comment. CEL would leave out the rest of the line, and with it whatever
// the author wrote there; in folded YAML that is the rest of the condition.
func comment(text []rune) *Fault {
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '"' || text[i] == '\'':
			i = endOfQuotes(text, i)
		case text[i] == '/' && i+1 < len(text) && text[i+1] == '/':
			end := i
			for end < len(text) && text[end] != '\n' && text[end] != '\r' {
				end++
			}
			return &Fault{Start: i, End: end, Code: diagnostic.CutShort,
				Message: "the text after // is a comment, not part of the condition",
				Remedy:  "put the comment on its own line above the key, after #"}
		}
	}
	return nil
}

// endOfQuotes returns the place of the quotation mark that ends the word begun at a place. If
// there is none, it returns the end of the text. It knows triple quotation marks and the raw
// words of CEL, so that nothing can hide behind them.
func endOfQuotes(text []rune, at int) int {
	mark, width := text[at], 1
	if at+2 < len(text) && text[at+1] == mark && text[at+2] == mark {
		width = 3
	}
	raw := at > 0 && (text[at-1] == 'r' || text[at-1] == 'R')
	for i := at + width; i < len(text); i++ {
		switch {
		case text[i] == '\\' && !raw:
			i++
		case text[i] == mark && (width == 1 || i+2 < len(text) && text[i+1] == mark && text[i+2] == mark):
			return i + width - 1
		}
	}
	return len(text)
}
