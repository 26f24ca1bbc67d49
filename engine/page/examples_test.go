package page

import "testing"

func TestAReasonLeavesOutTheExamplesOfAChoice(t *testing.T) {
	for says, want := range map[string]string{
		"A severe mental illness was diagnosed, such as psychosis or bipolar disorder; Much worse recently": "A severe mental illness " +
			"was diagnosed; Much worse recently",
		"Strange beliefs about the child, such as that the baby is evil or is not theirs": "Strange beliefs about the child",
		"Things for the child are missing, such as a bed, a cot, a coat or shoes":         "Things for the child are missing",
		"Thoughts of dying, such as wishing to be dead, with no intention, plan, threat or attempt": "Thoughts of dying, with no " +
			"intention, plan, threat or attempt",
		"A move, such as to another school, lies ahead or was hard":                 "A move lies ahead or was hard",
		"Takes the child somewhere, such as to a hotel or a flat, or is thought to": "Takes the child somewhere, or is thought to",
		"May use them, such as after a smell was noticed once; nobody knows":        "May use them; nobody knows",
		"Nobody can see such as these":                                              "Nobody can see",
		"Physical contact is such that it hurts":                                    "Physical contact is such that it hurts",
		"Work, such as at night, keeps them from the child":                         "Work keeps them from the child",
		" such as at night": " such as at night",
		"":                  "",
	} {
		if got := withoutExamples(says); got != want {
			t.Errorf("%q becomes %q, not %q", says, got, want)
		}
	}
}
