package schema_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"windscreen/engine/internal/scenariofile"
	"windscreen/engine/internal/schema"
	"windscreen/engine/page"
	"windscreen/engine/term"
)

// inNoSchema are the lists that stand in no file for which a schema is published, and why.
var inNoSchema = map[string]string{
	"Truth":    "scenarios and coverage only",
	"Citing":   "coverage only",
	"Answered": "checklists only",
	"Aspect":   "comparisons only",
	"Severity": "diagnostics only",
	"Change":   "reports on changes of rules only",
	"Need":     "codes of the census, which stand among those of factors",
	"Unit":     "part of the text of a limit",
}

func TestThePublishedSchemasNameEveryWordWithItsMeaning(t *testing.T) {
	answer, err := schema.Recommendation()
	if err != nil {
		t.Fatal(err)
	}
	published := map[string]bool{} // descriptions of words, by the whole list
	all := []*jsonschema.Schema{schema.Policy(), schema.Clauses(), schema.Vocabulary(), schema.Rules(), scenariofile.Schema(), answer}
	for _, s := range all {
		each(s, func(s *jsonschema.Schema) {
			if len(s.Enum) == 0 {
				return
			}
			var codes, meanings []string
			for line := range strings.SplitSeq(s.Description, "\n") {
				if code, meaning, found := strings.Cut(strings.TrimPrefix(line, "- "), ": "); found && strings.HasPrefix(line, "- ") {
					codes, meanings = append(codes, code), append(meanings, code+": "+meaning)
				}
			}
			var words []string
			for _, v := range s.Enum {
				words = append(words, fmt.Sprint(v))
			}
			if !slices.Equal(codes, words) {
				t.Errorf("the words %v are published with the meanings of %v", words, codes)
			}
			published[strings.Join(meanings, "\n")] = true
		})
	}
	for _, g := range term.Groups() {
		var want []string
		for _, w := range g.Words {
			want = append(want, w.Code+": "+w.Doc)
		}
		if why, none := inNoSchema[g.Type]; published[strings.Join(want, "\n")] == none {
			t.Errorf("%s: published is %t, and the reason why not is %q", g.Type, !none, why)
		}
	}
}

// each visits a schema and those within it.
func each(s *jsonschema.Schema, visit func(*jsonschema.Schema)) {
	if s == nil {
		return
	}
	visit(s)
	for _, inner := range s.Properties {
		each(inner, visit)
	}
	for _, inner := range s.AnyOf {
		each(inner, visit)
	}
	for _, inner := range s.Defs {
		each(inner, visit)
	}
	each(s.Items, visit)
	each(s.AdditionalProperties, visit)
}

// TestTheSchemaOfAnAnswerListsTheWordsOfEachField: a field of a closed list that nobody
// told the schema of would be published as any text.
func TestTheSchemaOfAnAnswerListsTheWordsOfEachField(t *testing.T) {
	for of, made := range map[reflect.Type]func() (*jsonschema.Schema, error){
		reflect.TypeFor[page.One]():    schema.Recommendation,
		reflect.TypeFor[page.Family](): schema.Family,
	} {
		answer, err := made()
		if err != nil {
			t.Fatal(err)
		}
		if closed := wordsListed(t, of, answer, of.Name()); closed < 15 {
			t.Errorf("%d fields of closed lists were found in %s; is this looking in the right place?", closed, of)
		}
	}
}

// wordsListed says which fields of closed lists a schema publishes as any text, and counts them all.
func wordsListed(t *testing.T, of reflect.Type, s *jsonschema.Schema, path string) (closed int) {
	t.Helper()
	switch of.Kind() {
	case reflect.Pointer:
		return wordsListed(t, of.Elem(), s, path)
	case reflect.Slice:
		return wordsListed(t, of.Elem(), s.Items, path+"[]")
	case reflect.Map:
		return wordsListed(t, of.Elem(), s.AdditionalProperties, path+"{}")
	case reflect.Struct:
		for _, f := range reflect.VisibleFields(of) {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if property := s.Properties[name]; property != nil && !f.Anonymous {
				closed += wordsListed(t, f.Type, property, path+"."+name)
			}
		}
	case reflect.String:
		if _, isTerm := of.MethodByName("Table"); isTerm {
			closed++
			if len(s.Enum) == 0 {
				t.Errorf("%s is a %s and published as any text: name the type in types", path, of)
			}
		}
	}
	return closed
}
