package page

import (
	"testing"

	"windscreen/engine/recommendation"
)

func TestAShortFormIsSpeltOutOnce(t *testing.T) {
	hub := func(name string) func(*recommendation.Escalation) {
		return func(e *recommendation.Escalation) {
			e.Contact = &recommendation.Contact{Name: name, Phone: "020 7946 0000"}
		}
	}
	const name = "Made-up Multi-Agency Safeguarding Hub (MASH)"
	for say, x := range map[string]struct {
		changes []change
		want    []string
	}{
		"at the first mention": {[]change{act("a", "Refer the child to the MASH", immediate, hub(name)), act("b", "Tell the MASH")},
			[]string{"Refer the child to the MASH (multi-agency safeguarding hub): 020 7946 0000.", "Tell the MASH."}},
		"not where other words are meant": {[]change{act("a", "Tell the MASH", immediate, hub("The Hub (MASH)"))},
			[]string{"Tell the MASH: 020 7946 0000."}},
		"not before an ending": {[]change{act("a", "Use the MASH's form", immediate, hub(name))},
			[]string{"Use the MASH's form: 020 7946 0000."}},
	} {
		t.Run(say, func(t *testing.T) { same(t, lines(Of(alone(x.changes...)).Steps), x.want...) })
	}
	p := Of(alone(append(full(t, 26, 4), act("a", "Tell the MASH", immediate, hub(name)))...))
	if n := Lines(p); n > Height {
		t.Errorf("%d lines", n)
	}
	for name, want := range map[string]string{"Multi-Agency Safeguarding Hub": "multi-agency safeguarding hub",
		"Essex Hub": "", "": "", "Hub": "", "My Area Safe Hub": "my area safe hub"} {
		if got := standsFor(name, "MASH"); got != want {
			t.Errorf("%q gives %q", name, got)
		}
	}
}
