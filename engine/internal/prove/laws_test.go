package prove_test

import (
	"bytes"
	"io/fs"
	"testing"
	"testing/fstest"

	"windscreen/engine/internal/evaluate/plan"
	"windscreen/engine/internal/prove"
	"windscreen/engine/internal/sat"
	"windscreen/engine/internal/shippedroot"
	"windscreen/engine/proof"
)

func TestEveryPolicyKeepsTheLaws(t *testing.T) {
	root := shippedroot.Rules(t)
	for _, p := range root.Policies {
		t.Run(p.ID, func(t *testing.T) {
			results, err := prove.Laws(t.Context(), p, plan.New(p))
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range results {
				if r.Asked == 0 {
					t.Errorf("%s was asked of no fact", r.Law)
				}
				if r.Answer != sat.Unsatisfiable {
					t.Errorf("%s is %v: %s", r.Law, r.Answer, r.Why)
				}
				for _, b := range r.Breaches {
					t.Errorf("%s: %v to %v, %v beside %v", b.Fact.Path, b.Before, b.After, b.File.Stated, b.Beside.Stated)
				}
				t.Logf("%s: %d facts", r.Law, r.Asked)
			}
		})
	}
}

// signsOfAgreement are rules that may take agreement for a sign of need, which no shipped rule may.
func signsOfAgreement(t *testing.T, root fs.FS) fs.FS {
	t.Helper()
	const file, key = "vocabulary/consent.yaml", "never_a_sign: true\n"
	files, ok := root.(fstest.MapFS)
	if !ok || !bytes.Contains(files[file].Data, []byte(key)) {
		t.Fatalf("%s does not say %s", file, key)
	}
	files[file].Data = bytes.Replace(files[file].Data, []byte(key), nil, 1)
	return files
}

// plantedLaws are changes of rules, by the law that they break.
var plantedLaws = map[proof.Law][]edit{
	proof.WorseNeverLowers: {{levels, "level.specialist", "ground.s47 || ",
		"ground.s47 || home.domestic_abuse.between(\"past\", \"past\") || "}},
	proof.RefusalNeverRaises: {{levels, "level.specialist", "ground.s47 || ", "ground.s47 || consent.given == \"refused\" || "}},
}

// TestAChangedRuleBreaksEachLaw changes one rule for each law, and expects two cases that break it.
func TestAChangedRuleBreaksEachLaw(t *testing.T) {
	for law, edits := range plantedLaws {
		t.Run(string(law), func(t *testing.T) {
			p := essex(t, signsOfAgreement(t, changed(t, edits)))
			results, err := prove.Laws(t.Context(), p, plan.New(p))
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range results {
				if r.Law != law {
					if r.Answer != sat.Unsatisfiable {
						t.Errorf("%s is %v as well", r.Law, r.Answer)
					}
					continue
				}
				if r.Answer != sat.Satisfiable || len(r.Breaches) != 1 {
					t.Fatalf("it is %v, with %d breaches, although the rule was changed: %s", r.Answer, len(r.Breaches), r.Why)
				}
				b := r.Breaches[0]
				if !b.Smallest {
					t.Error("that the case is the smallest was not shown")
				}
				t.Logf("%v at %v, %v at %v", b.File.Stated, b.Before, b.Beside.Stated, b.After)
			}
		})
	}
}
