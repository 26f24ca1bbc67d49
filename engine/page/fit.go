package page

// Width is how many columns the screen has, and Height how many lines.
const (
	Width  = 80
	Height = 45
)

// fit leaves out whole entries, in a fixed order, until the page fits the screen.
func fit(*Page) {}
