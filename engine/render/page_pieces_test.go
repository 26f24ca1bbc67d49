package render

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/page"
	"windscreen/engine/recommendation"
)

func TestWhatStandsOutInAText(t *testing.T) {
	hub := page.Entry{Contact: &recommendation.Contact{
		Phone: "020 3045 5440", OutOfHours: "020 8303 7777 or +44 (0) 20 8303 7171",
		Now: &recommendation.Answering{Other: "0208 302 2678, extension 4286"},
	}}
	type pieces = []piece
	for name, x := range map[string]struct {
		text  string
		entry page.Entry
		want  pieces
	}{
		"the contact's number": {
			"Ring 020 3045 5440, open until 17:00 today.", hub,
			pieces{{text: "Ring "}, {text: "020 3045 5440", strong: true, phone: "02030455440"}, {text: ", open until 17:00 today."}},
		},
		"every number of the contact": {
			"020 8303 7777 or +44 (0) 20 8303 7171 or 0208 302 2678", hub,
			pieces{
				{text: "020 8303 7777", strong: true, phone: "02083037777"}, {text: " or "},
				{text: "+44 (0) 20 8303 7171", strong: true, phone: "+442083037171"}, {text: " or "},
				{text: "0208 302 2678", strong: true, phone: "02083022678"},
			},
		},
		"a number from elsewhere is no telephone number": {
			"Child 020 3045 5440 is 6.", page.Entry{}, pieces{{text: "Child 020 3045 5440 is 6."}},
		},
		"an emergency": {
			"If so, call 999 first.", page.Entry{},
			pieces{{text: "If so, call "}, {text: "999", strong: true, phone: "999"}, {text: " first."}},
		},
		"the police": {
			"Report it on 101.", page.Entry{},
			pieces{{text: "Report it on "}, {text: "101", strong: true, phone: "101"}, {text: "."}},
		},
		"a longer number that begins like an emergency": {"Call 999 1234.", page.Entry{}, pieces{{text: "Call 999 1234."}}},
		"a count": {"The 101 cases of 999.", page.Entry{}, pieces{{text: "The 101 cases of 999."}}},
		"what must not be done": {
			"Do not tell them.", page.Entry{}, pieces{{text: "Do not", strong: true}, {text: " tell them."}},
		},
		"a word that begins like it": {"Do nothing.", page.Entry{}, pieces{{text: "Do nothing."}}},
		"nothing":                    {"", page.Entry{}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(x.want, piecesOf(x.text, x.entry), cmp.AllowUnexported(piece{})); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestTheAddressOfAContactIsPrintedAsItStandsAndNoOther(t *testing.T) {
	p := &page.Page{Steps: page.Section{Heading: "Do next", Entries: []page.Entry{
		{Text: "Ask the hub: hub@council.example.", Contact: &recommendation.Contact{Email: "hub@council.example"}},
		{Text: "Ask somebody@case.example.", Contact: &recommendation.Contact{Email: "hub@council.example"}},
	}}}
	var b strings.Builder
	if err := Page(&b, Text, p, Options{}); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); !strings.Contains(s, "Ask the hub: hub@council.example.") || strings.Contains(s, "somebody@") {
		t.Error(s)
	}
}
