package scenariofile_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/authoring"
	"windscreen/engine/scenario"
	"windscreen/rules"
)

// national is the folder of the scenarios that stand under every policy.
const national = "../../../fixtures/shared"

// The parts of a policy that has just been added: as little as loads, what it says itself
// of telling and sharing, and two lines that contradict the law.
const (
	barePolicy = `
title: Thresholds of a place that does not exist
publisher: Nobody
edition: First
in_force: {from: "2026-01-01"}
builds_on: [england]
files: [clauses.yaml, rules.yaml]
`
	bareClauses = `
document: Thresholds of a place that does not exist
clauses:
  - {id: MADE-01, section: "1", says: Three levels and what each asks for}
`
	bareLevels = `
levels:
  - {id: made.statutory, level: 3, name: Statutory, cite: [MADE-01], when: ground.s47 || ground.s20 || ground.s17_impairment}
  - {id: made.targeted, level: 2, name: Targeted, cite: [MADE-01], when: ground.s17_standard}
  - {id: made.universal, level: 1, name: Universal, cite: [MADE-01]}
`
	agreementToHelp = `
consent:
  agreement:
    - {id: made.consent.help, cite: [MADE-01], when: level >= 2, value: required, says: Help rests on agreement.}
    - {id: made.consent.universal, cite: [MADE-01], value: not_applicable, says: There is nothing to agree to.}
`
	tellAndShare = `
  inform:
    - {id: made.inform, cite: [MADE-01], value: expected, says: Tell the family.}
  sharing:
    - {id: made.sharing, cite: [MADE-01], value: with_agreement, says: Share with agreement.}
`
	// Agreement to enquiries, in place of the law's own line.
	contradictsTheLaw = `
consent:
  agreement:
    - {id: made.consent.enquiries, replaces: {rule: england.consent.section-47, why: Made up}, cite: [MADE-01], when: ground.s47,
       value: required, says: Enquiries rest on agreement.}
    - {id: made.consent.help, cite: [MADE-01], when: level >= 2, value: required, says: Help rests on agreement.}
    - {id: made.consent.universal, cite: [MADE-01], value: not_applicable, says: There is nothing to agree to.}
`
	// The family is asked before anybody hears of a forced marriage, and there is no hurry.
	contradictsTheGuidance = `
escalations:
  - {id: made.forced-marriage, replaces: {rule: england.forced-marriage, why: Made up}, cite: [MADE-01],
     when: 'harm.forced_marriage.atLeast("feared")', action: Ask the family, who: Anyone, agreement: required}
`
)

// TestAPolicyThatHasJustBeenAddedIsHeldToTheNationalScenarios runs them, as they are,
// against the shipped policies and three more that nobody listed anywhere.
func TestAPolicyThatHasJustBeenAddedIsHeldToTheNationalScenarios(t *testing.T) {
	if testing.Short() {
		t.Skip("to read every national scenario takes long")
	}
	added := []struct {
		authority, name, rules string
		// failed are the scenarios that must fail, beside none other.
		failed []string
	}{
		{"little", "one that says the least", bareLevels + agreementToHelp + tellAndShare, nil},
		{"unlawful", "one that asks for agreement to enquiries", bareLevels + contradictsTheLaw + tellAndShare, []string{
			"A bruise on a child who cannot move about, of which nobody spoke or accounts differ, is reasonable cause",
			"A child left alone overnight whose parent cannot be reached is referred, and nobody is asked first",
			"A child left alone whose parent cannot be reached is kept with whoever has the child",
			"A child who was left alone, and whose parent came back too drunk to look after them, has somebody else tonight",
			"A high risk of criminal exploitation",
			"A high risk of sexual exploitation",
			"A mother who uses drugs is expecting, and an earlier child could not stay",
			"A parent who knows and agreed is spoken with openly, where no one is thought to have hurt the child",
			"An adult who protects the child does not end the duty to refer",
			"An emergency protection order",
			"An injury to an infant that nobody explains",
			"At 17 the child protection line answers",
			"Chronic domestic abuse around a child",
			"Genital mutilation feared",
			"In danger now, telling the family holds nothing up",
			"Not enough food, or failure to thrive, is reasonable cause",
			"Parents refuse and harm is suspected",
			"Parents whose own needs leave them unable to keep the child safe are reasonable cause",
			"Persistent and high-risk use of drugs or alcohol by a parent is reasonable cause",
			"Physical abuse needs no injury to be suspected",
			"Physical punishment of a baby is reasonable cause without a mark",
			"Police protection",
			"Reasonable cause to suspect significant harm, by one fact alone",
			"Section 47 rests on nobody's agreement, the young person's neither",
			"Serious decay through a persistent lack of dental care is reasonable cause",
			"Serious domestic abuse around a baby is reasonable cause",
			"Serious domestic abuse around an unborn child is reasonable cause",
			"Strangling, a weapon or a threat to kill at home is reasonable cause for every child who was there",
			"Suspected significant harm is reason enough to look for the child",
			"Suspected significant harm is shared in proportion, whatever is known of the risk in asking",
			"What keeps a child safe is shared though someone must not be told",
			"What section 47 requires does not wait for a family that was not asked",
			"Where harm is suspected, what is needed is shared without agreement",
			"Where section 47 needs nobody's agreement, that nobody knows whether the family was asked holds nothing up",
			"With made-up illness suspected, agencies agree first who tells the family",
			"With sexual abuse suspected, agencies agree first who tells the family",
		}},
		{"unwise", "one that asks the family about a forced marriage",
			bareLevels + agreementToHelp + tellAndShare + contradictsTheGuidance, []string{
				"A forced marriage is feared",
				"A forced marriage is feared, and the unit that advises on it is national",
				"No relative is told of a feared forced marriage, even where asking is said to be safe",
			}},
	}
	texts, named := map[string]string{}, map[string]bool{}
	for _, a := range added {
		texts[a.authority] = a.rules
		named[a.authority+"-2026"] = true
	}
	report := run(t, withMore(t, texts), nationalScenarios(t))
	if report.Faults.HasErrors() {
		t.Fatal(report.Faults)
	}
	for _, r := range report.Results {
		if len(r.Failures) > 0 && !named[r.Policy] {
			t.Errorf("failed under %s: %s", r.Policy, r.Name)
		}
	}
	for _, a := range added {
		t.Run(a.name, func(t *testing.T) {
			if diff := cmp.Diff(a.failed, failedUnder(report, a.authority+"-2026")); diff != "" {
				t.Errorf("failed (-want +got):\n%s", diff)
			}
			if n := ranUnder(report, a.authority+"-2026"); n < 50 {
				t.Errorf("only %d runs under the new policy", n)
			}
		})
	}
}

// withMore is the shipped rules and one policy more for each of some authorities.
func withMore(t *testing.T, texts map[string]string) *authoring.Root {
	t.Helper()
	root := fstest.MapFS{}
	err := fs.WalkDir(rules.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(rules.FS, name)
		root[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for authority, text := range texts {
		for name, data := range map[string]string{"policy.yaml": barePolicy, "clauses.yaml": bareClauses, "rules.yaml": text} {
			root["authorities/"+authority+"/2026/"+name] = &fstest.MapFile{Data: []byte(data)}
		}
	}
	r, err := authoring.Open(root, "")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func nationalScenarios(t *testing.T) []authoring.ScenarioFile {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(national, "*.yaml"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d files in %s: %v", len(paths), national, err)
	}
	var files []authoring.ScenarioFile
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, authoring.ScenarioFile{Name: filepath.Base(path), Data: data})
	}
	return files
}

// failedUnder are the scenarios that failed under a policy, without what the matrix
// adds to their names, each once and in order.
func failedUnder(report *scenario.Report, policy string) []string {
	var names []string
	for _, r := range report.Results {
		if len(r.Failures) == 0 || r.Policy != policy {
			continue
		}
		name, _, _ := strings.Cut(r.Name, " (policy: ")
		names = append(names, name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func ranUnder(report *scenario.Report, policy string) int {
	n := 0
	for _, r := range report.Results {
		if r.Policy == policy {
			n++
		}
	}
	return n
}
