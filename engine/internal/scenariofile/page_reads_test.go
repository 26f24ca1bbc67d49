package scenariofile

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/internal/recommend"
	"windscreen/engine/page"
)

// TestTheScreenOfABriefAnswerIsThatOfTheWhole holds brief answers to having all that the first screen
// reads, in the scenarios that TestThePageOfEveryScenario… looks at.
func TestTheScreenOfABriefAnswerIsThatOfTheWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("to read every case of the fixtures takes long")
	}
	answers := answered(t, shipped(t, 0))
	if len(answers) < 100 {
		t.Fatalf("the fixtures give only %d answers", len(answers))
	}
	concurrently(len(answers), func(i int) {
		whole, brief := page.Of(answers[i].answer()), page.Of(answers[i].answer(recommend.Options{Brief: true}))
		if !reflect.DeepEqual(whole, brief) {
			t.Errorf("%s: the screen of the whole answer (-) and of the brief one (+)\n%s", answers[i].name,
				cmp.Diff(string(inLines(t, whole)), string(inLines(t, brief))))
		}
	})
}

// inLines is a page as JSON in lines.
func inLines(t *testing.T, p *page.Page) []byte {
	t.Helper()
	data, err := json.MarshalIndent(p, "", " ")
	if err != nil {
		t.Error(err)
	}
	return data
}
