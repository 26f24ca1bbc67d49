package layout

// Condition lays out the text of a condition in lines of at most a width. It keeps the author's breaks before && and ||,
// behind a comma, and behind an opening bracket whose closing bracket begins a line; a break behind && or || moves before
// it. All other breaks go. It returns nothing for a text that it cannot take apart.
func Condition(text string, width int) []string {
	list, ok := words(text)
	if !ok {
		return nil
	}
	pieces := make([]piece, len(list))
	var open []int // the brackets that are open
	for i, w := range list {
		p := &pieces[i]
		p.text, p.space = w.text, i > 0 && !w.joined && spaced(list[i-1].text, w.text)
		if i > 0 && list[i-1].text == "," {
			p.loose, p.broken = 3, w.broken
		}
		switch w.text {
		case "||":
			p.loose, p.broken = 2, w.broken || i+1 < len(list) && list[i+1].broken
		case "&&":
			p.loose, p.broken = 1, w.broken || i+1 < len(list) && list[i+1].broken
		case "(", "[":
			p.opens = true
			open = append(open, i)
		case ")", "]":
			p.closes = true
			from := open[len(open)-1]
			open = open[:len(open)-1]
			// The inside of brackets stands alone where the author set it off on both sides.
			if w.broken && list[from+1].broken && from+1 < i {
				p.broken, pieces[from+1].broken = true, true
			}
		}
	}
	return fill(pieces, 0, width)
}

// spaced reports whether a space stands between two words of a condition.
func spaced(before, after string) bool {
	switch {
	case before == "(" || before == "[" || before == "." || before == "!":
		return false
	case after == ")" || after == "]" || after == "." || after == ",":
		return false
	case after == "(" || after == "[":
		return before == "in" || !value(before)
	}
	return true
}
