package schema_test

import "testing"

func TestADomainWithoutFactsStatesNothingToSchemaAndReader(t *testing.T) {
	b := forVocabulary(t, everyKind(t))
	for _, text := range []string{`{"as_of": "2020-03-02T14:10", "home": null}`,
		`{"as_of": "2020-03-02T14:10", "home": {}, "child": null}`} {
		if err := b.accepts(t, []byte(text)); err != nil {
			t.Errorf("the schema refuses %s: %v", text, err)
		}
		if faults := b.faults([]byte(text)); len(faults) > 0 {
			t.Errorf("the reader refuses %s: %s", text, faults)
		}
	}
	for _, text := range []string{`{"as_of": "2020-03-02T14:10", "home": ""}`, `{"as_of": "2020-03-02T14:10", "home": []}`,
		`{"as_of": "2020-03-02T14:10", "home": "null"}`} {
		if b.accepts(t, []byte(text)) == nil || len(b.faults([]byte(text))) == 0 {
			t.Errorf("not refused by both: %s", text)
		}
	}
}
