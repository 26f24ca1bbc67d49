package page

import (
	"time"

	"windscreen/engine/recommendation"
)

// ringing says whom to ring at a moment.
func ringing(c *recommendation.Contact, _ time.Time) string { return c.Phone }
