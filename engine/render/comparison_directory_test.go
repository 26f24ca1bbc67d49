package render_test

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"windscreen/engine/comparison"
	"windscreen/engine/directory"
	rec "windscreen/engine/recommendation"
	"windscreen/engine/render"
	"windscreen/engine/term"
)

// under is a made-up answer of a policy.
func under(policy string, r *rec.Recommendation) *rec.Recommendation {
	r.Policy, r.Case = policy, "made-up-1"
	return r
}

// compared is one made-up case under three policies: one that the case names, one that
// was not in force, and one that makes the same of the facts as the first.
func compared() *comparison.Comparison {
	first := under("exampleshire-2020", settled())
	first.Document.InForce = true
	first.Judgement = &rec.Judgement{Level: 3, Name: "Intensive", By: "team manager", Reason: "made up", Differs: true}
	second := under("otherton-2017", refused())
	second.Document = rec.Document{Title: "Help in Otherton", Publisher: "Otherton Board", Edition: "2017",
		InForceFrom: rec.DayOf("2017-01-01"), InForceTo: rec.DayOf("2019-12-31")}
	third := under("exampleshire-2021", settled())
	third.Document.Edition, third.Document.InForce = "March 2021", true
	third.Document.Council, third.Document.ChosenByDate = "exampleshire", false
	third.Consent.Inform = "expected"
	return comparison.Of("exampleshire-2020", []*rec.Recommendation{first, second, third})
}

// listed is a made-up directory without a case, fitting one held against a case.
func listed() *directory.Directory {
	d := fitting()
	d.Case, d.AsOf = "", rec.Moment{}
	services := []rec.Service{}
	for _, l := range d.Policies[0].Levels {
		for _, s := range l.Services {
			s.State, s.Because, s.WaitsOn = "", nil, nil
			services = append(services, s)
		}
	}
	p := d.Policies[0]
	d.Policies[0] = directory.New(p.ID, p.Document, scale(), services, nil, p.Clauses)
	d.Policies = append(d.Policies,
		directory.New("otherton-2017", rec.Document{Title: "Help in Otherton", Edition: "2017"}, scale(), nil, nil, nil))
	return d
}

func fitting() *directory.Directory {
	r := settled()
	r.Titles = map[string]string{"home.wants_to_leave": "The parent wants to leave"}
	r.Services = append(r.Services,
		rec.Service{Rule: rec.Rule{ID: "nurse", Title: "School nurse", Because: []rec.Fact{attendance()}, Cite: []string{"EX-L3-EDU-04"}},
			State: term.Fits, Says: "Sees children at school.", Organisation: "Exampleshire NHS", Contact: frontDoor()},
		rec.Service{Rule: rec.Rule{ID: "youth", Title: "Youth club", Cite: []string{"EX-DOOR-01"}}, State: term.Fits,
			Says: "Somewhere to go in the evening", ListedAt: 1, Contact: frontDoor()})
	return directory.Of(r)
}

// writers are what writes comparisons and directories, by the place of their golden files.
func writers() map[string]writer {
	return map[string]writer{
		"comparison/comparison": of(render.Comparison, compared()),
		"directory/directory":   of(render.Directory, listed()),
		"directory/fitting":     of(render.Directory, fitting()),
	}
}

func TestComparisonsAndDirectoriesLookAsTheyDidBefore(t *testing.T) {
	endings := map[string]render.Format{"txt": render.Text, "md": render.Markdown, "json": render.JSON, "yaml": render.YAML}
	for name, write := range writers() {
		for ending, format := range endings {
			golden(t, filepath.FromSlash(name+"."+ending), func(w io.Writer) error { return write(w, format, render.Options{}) })
		}
	}
}

func TestWhoseAgreementServicesNeedIsSaidOnceAndThenOnlyWhatDiffers(t *testing.T) {
	const each, unless = "Each needs the agreement of whoever it is for", ", unless it says otherwise"
	for _, x := range []struct {
		name       string
		agreements []term.Agreement
		want, not  []string
	}{
		{"all need it", []term.Agreement{"required", "required"}, []string{each + "."},
			[]string{unless, "This needs", "No agreement", "nothing to agree"}},
		{"some need none", []term.Agreement{"required", "not_required", "not_applicable"},
			[]string{each + unless, "No agreement is needed.", "There is nothing to agree to."}, []string{"This needs"}},
		{"of some it is not said", []term.Agreement{"required", "not_required", ""},
			[]string{"This needs the agreement of whoever it is for.", "No agreement is needed."}, []string{"Each needs"}},
		{"none is said to need it", []term.Agreement{"", ""}, nil, []string{each, "agree"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			r := &rec.Recommendation{}
			for i, a := range x.agreements {
				r.Services = append(r.Services,
					rec.Service{Rule: rec.Rule{ID: string(rune('a' + i)), Title: "A service"}, State: term.Fits, Agreement: a})
			}
			for name, write := range map[string]func(io.Writer) error{
				"recommendation": func(w io.Writer) error {
					return render.Recommendation(w, render.Text, r, render.Options{Width: 200, Full: true})
				},
				"directory": func(w io.Writer) error {
					return render.Directory(w, render.Text, directory.Of(r), render.Options{Width: 300})
				},
			} {
				var got bytes.Buffer
				if err := write(&got); err != nil {
					t.Fatal(err)
				}
				for _, want := range x.want {
					if n := strings.Count(got.String(), want); n != 1 {
						t.Errorf("%s: %d times %q in\n%s", name, n, want, got.String())
					}
				}
				for _, not := range append(x.not, "family's agreement") {
					if strings.Contains(got.String(), not) {
						t.Errorf("%s: %q in\n%s", name, not, got.String())
					}
				}
			}
		})
	}
}

func TestListsOfComparisonsAndDirectoriesAreNeverNull(t *testing.T) {
	nulls := map[string]bool{}
	for _, write := range writers() {
		var got bytes.Buffer
		if err := write(&got, render.JSON, render.Options{}); err != nil {
			t.Fatal(err)
		}
		var data any
		if err := json.Unmarshal(got.Bytes(), &data); err != nil {
			t.Fatal(err)
		}
		findNulls(data, "", nulls)
	}
	// What may be absent as a whole is null.
	want := map[string]bool{"policies.0.form.0.contact": true, "policies.1.services.0.contact": true, "policies.2.form.0.contact": true,
		"policies.1.judgement": true, "policies.2.judgement": true, "policies.0.due.0.contact": true, "policies.2.due.0.contact": true,
		"policies.0.levels.0.services.0.contact": true, "policies.0.levels.1.services.0.contact": true}
	for path := range nulls {
		if !want[path] {
			t.Errorf("%s is null", path)
		}
	}
}
