package recommendation_test

import (
	"encoding/json"
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// TestEachAnswerIsInThePosition: of every answer the position has a key, and either a value
// or lines.
func TestEachAnswerIsInThePosition(t *testing.T) {
	c := recommendation.Consent{Agreement: "a", Inform: "b", Sharing: "c", Answered: []recommendation.Line{{}},
		From: []recommendation.Line{{}}, Record: []recommendation.Line{{}}, Refused: []recommendation.Line{{}},
		Copy: []recommendation.Line{{}}}
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var keys map[string]any
	if err := json.Unmarshal(data, &keys); err != nil {
		t.Fatal(err)
	}
	for _, a := range term.TableOf[term.Answer]().Values() {
		if _, ok := keys[string(a)]; !ok {
			t.Errorf("the position has no key %s", a)
		}
		if value, lines := c.Value(a) != "", len(c.Lines(a)) > 0; value != a.Single() || lines == a.Single() {
			t.Errorf("%s has a value: %t, lines: %t, and single is %t", a, value, lines, a.Single())
		}
	}
}
