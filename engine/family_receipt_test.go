package engine_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/recommendation"
)

// What a child takes from the others stands in the receipt, so it needs no other file.
func TestTheReceiptOfAChildReplaysTheAnswerWithoutTheOthers(t *testing.T) {
	e, children := shipped(t), 0
	for name, text := range familyFiles(t) {
		c, err := e.ReadCase(name, text)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := e.EvaluateFamily(c)
		if err != nil {
			t.Fatal(err)
		}
		for _, child := range answer.Children {
			data, err := json.Marshal(child.Receipt.Case)
			if err != nil {
				t.Fatal(err)
			}
			alone, err := e.ReadCase("receipt.json", data)
			if err != nil {
				t.Fatalf("%s, %s: %v", name, child.Child, err)
			}
			again, err := e.Evaluate(alone)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(withoutReasons(child.Recommendation), withoutReasons(again)); diff != "" {
				t.Errorf("%s, %s (-in the family +from the receipt):\n%s", name, child.Child, diff)
			}
			children++
		}
	}
	if children == 0 {
		t.Error("there are no families to try")
	}
}

// withoutReasons is an answer without the reason for a judgement, which no receipt has, and
// without how the edition was chosen, which a receipt names.
func withoutReasons(r *recommendation.Recommendation) recommendation.Recommendation {
	out := *r
	out.Document.ChosenByDate = false
	if r.Judgement != nil {
		judgement := *r.Judgement
		judgement.Reason = ""
		out.Judgement = &judgement
	}
	return out
}
