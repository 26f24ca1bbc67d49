package render

import (
	"cmp"
	"strings"

	"windscreen/engine/term"
)

// inWords is a word of a closed list as people say it. One that is none of its list, in an
// answer from elsewhere, is shown as it stands rather than left out.
func inWords[T term.Closed[T]](v T) string {
	return cmp.Or(term.Says(v), strings.ReplaceAll(string(v), "_", " "))
}

// consentSays puts the value of an answer into words. What an answer that is a list could
// gain is words already.
func consentSays(a term.Answer, value string) string { return cmp.Or(a.Values().Says(value), value) }
