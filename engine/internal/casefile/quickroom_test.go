package casefile_test

import (
	"bytes"
	"testing"

	"windscreen/engine/internal/casefile"
)

// TestNoNoteIsLeftInTheRoom holds that the room for the text is wiped, whether or not the case was read at once.
func TestNoNoteIsLeftInTheRoom(t *testing.T) {
	q := casefile.NewQuickIndex(reader(t)).New()
	const (
		head   = `{"as_of":"2020-03-02T14:10","policy":"bexley-2020",`
		noted  = `"home":{"domestic_abuse":"serious"},"evidence":{"home.domestic_abuse":[{"source":"police","note":"seen at the door"}]},`
		judged = `"judgement":{"level":4,"by":"team manager","reason":"what the mother said"}`
	)
	for _, test := range []struct {
		name, text string
		taken      bool
	}{
		{"a case that is read", head + noted + judged + `}`, true},
		{"a shorter one that is read", head + judged + `}`, true},
		{"one that breaks off in a note", (head + noted)[:len(head+noted)-8], false},
		{"one that breaks off after the notes", head + noted + judged, false},
		{"one with a name that there is not", head + `"home":{"nickname":"seen at the door"},` + judged + `}`, false},
		{"one that is in the future", head + `"referral":{"made_at":"2020-03-03"},` + judged + `}`, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if taken := q.Read([]byte(test.text)); taken != test.taken {
				t.Fatalf("taken: %v", taken)
			}
			room := q.Room()
			if len(room) < len(test.text) {
				t.Fatal("the case was read in another room")
			}
			if left := bytes.Trim(room, "\x00"); len(left) > 0 {
				t.Errorf("left: %s", left)
			}
			if test.taken && string(q.Policy) != "bexley-2020" {
				t.Errorf("the policy is %q", q.Policy)
			}
		})
	}
}
