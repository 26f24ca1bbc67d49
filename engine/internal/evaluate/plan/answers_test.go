package plan

import (
	"testing"

	"windscreen/engine/term"
)

func TestThereIsRoomForEveryAnswer(t *testing.T) {
	if n := len(term.TableOf[term.Answer]()); n > mostAnswers {
		t.Errorf("%d answers and room for %d", n, mostAnswers)
	}
}
