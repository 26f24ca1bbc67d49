package engine_test

import (
	"bytes"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
	"windscreen/engine/recommendation"
)

// TestTheCopyForTheFamilySaysWhatTheDocumentSaysBeforeWhatTheLawSays gives a text to a rule by the law and by
// the document, to one by the law alone, to one that allows no copy, to a level and to none of the rest.
func TestTheCopyForTheFamilySaysWhatTheDocumentSaysBeforeWhatTheLawSays(t *testing.T) {
	root := testroot.With()
	for _, f := range localRoot {
		root[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	more := func(name, text string) { root[name].Data = append(bytes.Clone(root[name].Data), text...) }
	more("shared/law/duties.yaml", "for_family:\n  law.refer: {says: Somebody is told}\n  law.police: {no_copy: true}\n")
	more("authorities/made/up/rules.yaml", "for_family:\n  law.refer: {says: The hub is told, ring: hub}\n  level-2: {says: More help}\n")
	e, err := engine.Load(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	r := evaluate(t, e, "case.yaml", []byte("{policy: made-up, as_of: 2020-03-02T14:10, child: {status: police_protection}}"))
	type told struct {
		Says, Ring string
		NoCopy     bool
	}
	got := map[string]*told{}
	for _, x := range r.Escalations {
		got[x.ID] = nil
		if f := x.ForFamily; f != nil {
			got[x.ID] = &told{Says: f.Says, NoCopy: f.NoCopy}
			if f.Ring != nil {
				got[x.ID].Ring = f.Ring.Name
			}
		}
	}
	want := map[string]*told{"law.refer": {Says: "The hub is told", Ring: "The hub"}, "law.police": {NoCopy: true}, "own": nil}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	scale := []recommendation.Rung{{Level: 1, Name: "Some"}, {Level: 2, Name: "More", ForFamily: "More help"}}
	if diff := cmp.Diff(scale, r.Level.Scale); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
