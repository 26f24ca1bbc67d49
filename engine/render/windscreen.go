package render

import (
	"fmt"
	"math"

	"windscreen/engine/document"
)

// windscreen is the continuum of need, drawn as the area that a wiper sweeps: one field for each
// level, the lowest on the left.
type windscreen struct {
	Fields []windscreenField
	// Says is the drawing in words.
	Says string
}

// windscreenField is the field of a level: its outline, and where its number and name stand.
type windscreenField struct {
	Level        int
	Name, Anchor string
	// Path is the outline in the drawing's own units. Shade is its place on the scale of shades.
	Path  string
	Shade int
	X, Y  string
}

// The measures of the drawing, in its own units: the pivot of the wiper, and how far its blade
// reaches, from the inner end to the outer.
const (
	pivotX, pivotY = 200.0, 190.0
	inner, outer   = 62.0, 180.0
	shades         = 4
)

// newWindscreen draws the levels.
func newWindscreen(levels []document.Level) windscreen {
	out := windscreen{Says: "The levels of need, from the lowest to the highest:"}
	step := math.Pi / float64(max(1, len(levels)))
	for i, l := range levels {
		from, to := math.Pi-float64(i)*step, math.Pi-float64(i+1)*step
		x, y := swept((inner+outer)/2, (from+to)/2)
		shade := 1
		if len(levels) > 1 {
			shade = 1 + i*(shades-1)/(len(levels)-1)
		}
		out.Fields = append(out.Fields, windscreenField{Level: l.Level, Name: l.Name, Anchor: levelAnchor(l.Level),
			Path: field(from, to), Shade: shade, X: fmt.Sprintf("%.1f", x), Y: fmt.Sprintf("%.1f", y)})
		out.Says += fmt.Sprintf(" %d %s", l.Level, l.Name)
	}
	return out
}

// swept is the point at a distance from the pivot and an angle.
func swept(r, angle float64) (x, y float64) {
	return pivotX + r*math.Cos(angle), pivotY - r*math.Sin(angle)
}

// field is the outline between two angles.
func field(from, to float64) string {
	ax, ay := swept(outer, from)
	bx, by := swept(outer, to)
	cx, cy := swept(inner, to)
	dx, dy := swept(inner, from)
	return fmt.Sprintf("M%.1f %.1f A%.0f %.0f 0 0 1 %.1f %.1f L%.1f %.1f A%.0f %.0f 0 0 0 %.1f %.1f Z",
		ax, ay, outer, outer, bx, by, cx, cy, inner, inner, dx, dy)
}
