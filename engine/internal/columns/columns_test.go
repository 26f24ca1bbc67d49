package columns

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEntriesOfAScreen(t *testing.T) {
	for name, x := range map[string]struct {
		got  []string
		want string
	}{
		"a ground": {
			Head(Width, "Section 47: reasonable cause to suspect significant harm.", "ENG-CA89-S47-1-B"), `
Section 47: reasonable cause to suspect significant harm.     [ENG-CA89-S47-1-B]`,
		},
		"the foot": {
			Head(Width, "For professionals: it says who reported what. Not legal advice; professional judgement has the last word. "+
				"Numbers as printed in 2020. Everything: --full", ""), `
For professionals: it says who reported what. Not legal advice; professional
judgement has the last word. Numbers as printed in 2020. Everything: --full`,
		},
		"a step": {
			Step(Width, 1, "Refer the child to the MASH (multi-agency safeguarding hub) without delay: 020 3045 5440, "+
				"open until 17:00 today. If you are sure that the MASH took the contact at 13:30 as a referral, go to 2.", "BEX-ESC-03"), `
  1. Refer the child to the MASH (multi-agency safeguarding hub) without delay:
     020 3045 5440, open until 17:00 today. If you are sure that the MASH took
     the contact at 13:30 as a referral, go to 2.                   [BEX-ESC-03]`,
		},
		"a step whose clause just fits": {
			Step(Width, 2, "Do not tell or ask the family yet, or show them this page.", "BEX-CONSENT-04"), `
  2. Do not tell or ask the family yet, or show them this page. [BEX-CONSENT-04]`,
		},
		"a step whose text breaks before its last word": {
			Step(Width, 2, "Ring 0345 603 7627 and ask for the Priority Line. No hours printed.", "ESX-ESC-01"), `
  2. Ring 0345 603 7627 and ask for the Priority Line. No hours
     printed.                                                       [ESX-ESC-01]`,
		},
		"a step of two figures": {
			Step(Width, 12, "Talk to your manager.", "BEX-ESC-04"), `
 12. Talk to your manager.                                          [BEX-ESC-04]`,
		},
		"a row": {
			Row(Width, "Telling", "Not yet. It is not known whether telling them is safe: ask a social worker at the MASH, "+
				"on the same call.", "BEX-CONSENT-04"), `
  Telling    Not yet. It is not known whether telling them is safe: ask a
             social worker at the MASH, on the same call.       [BEX-CONSENT-04]`,
		},
		"a row that goes on": {
			append(Row(Width, "Sharing", "Baby: tell the MASH what it needs.", "BEX-MASH-02"),
				Row(Width, "", "6 and 11: ask the MASH what to share.", "BEX-CONSENT-06")...), `
  Sharing    Baby: tell the MASH what it needs.                    [BEX-MASH-02]
             6 and 11: ask the MASH what to share.              [BEX-CONSENT-06]`,
		},
		"a row whose label fills its field": {
			Row(Width, "Changes if", "1 is yes: call 999 first, then telephone the MASH.", "ENG-999"), `
  Changes if 1 is yes: call 999 first, then telephone the MASH.        [ENG-999]`,
		},
		"a row whose label is too long": {
			Row(30, "Great-grandmother", "Not yet: ask the MASH.", "A-1"), `
  Great-grandmother Not yet:
             ask the
             MASH.       [A-1]`,
		},
		"a child": {
			Child(Width, "Baby", "Level 4. Abuse repeated, or causing injury, fear or control, with the baby there (police, 4 March).",
				"BEX-L4-FUNCTIONING-01"), `
  Baby     Level 4. Abuse repeated, or causing injury, fear or control, with
           the baby there (police, 4 March).             [BEX-L4-FUNCTIONING-01]`,
		},
		"a reason by itself": {
			Reason(Width, false, "A punishment left a mark or an injury, or an implement was used (school, 2 March). "+
				"That is enough for level 4 by itself.", "BEX-L4-HEALTH-11"), `
  A punishment left a mark or an injury, or an implement was used (school,
  2 March). That is enough for level 4 by itself.             [BEX-L4-HEALTH-11]`,
		},
		"one of several reasons": {
			Reason(Width, true, "Abuse between adults at home, with the child there: happening (police, 5 March); worse, says a "+
				"neighbour (6 March): repeated, or causing injury, fear or control.", "BEX-L3-BASICCARE-01"), `
  - Abuse between adults at home, with the child there: happening (police,
    5 March); worse, says a neighbour (6 March): repeated, or causing injury,
    fear or control.                                       [BEX-L3-BASICCARE-01]`,
		},
		"a question and both sources": {
			Question(Width, 1, "Is the child in danger now?", []string{"anyone with the child", "police"}), `
  1. Is the child in danger now?                   anyone with the child, police`,
		},
		"a question with room for one source": {
			Question(Width, 2, "Could telling or asking the family put anyone at risk?", []string{"safeguarding lead", "police"}), `
  2. Could telling or asking the family put anyone at risk?    safeguarding lead`,
		},
		"a question without room": {
			Question(Width, 3, "Is there anything else that could put anyone in the home at risk?", []string{"safeguarding lead"}), `
  3. Is there anything else that could put anyone in the home at
     risk?                                                     safeguarding lead`,
		},
		"a question without a source": {Question(Width, 3, "Is it so?", nil), "\n  3. Is it so?"},
		"a moment": {
			Moment(Width, "Tue 3 Mar 17:00", "Latest for a MASH manager to decide.", "BEX-APP2-07"), `
  Tue 3 Mar 17:00  Latest for a MASH manager to decide.            [BEX-APP2-07]`,
		},
		"a moment as wide as its field": {
			Moment(Width, "Tue 10 Mar 17:00", "Latest for a social worker to see the baby.", "BEX-APP2-15"), `
  Tue 10 Mar 17:00 Latest for a social worker to see the baby.     [BEX-APP2-15]`,
		},
		"a moment without a time": {
			Moment(Width, "", "The MASH replies within 24 hours of getting the form.", "BEX-APP2-04"), `
  The MASH replies within 24 hours of getting the form.            [BEX-APP2-04]`,
		},
		"a scale": {
			Scale(Width, []string{Level(1, "Universal", false, false), Level(2, "Additional", false, false),
				Level(3, "Intensive", true, false), Level(4, "Specialist", false, true)}), `
  1 Universal   2 Additional   [3 Intensive]   (4 Specialist)`,
		},
		"a scale that is too wide": {
			Scale(30, []string{Level(1, "Universal", true, false), Level(2, "Universal Plus", false, true)}), `
  [1 Universal]
  (2 Universal Plus)`,
		},
		"a heading": {
			Heading(Width, "What happens next", "counted from the contact at 13:30"),
			"\nWhat happens next, counted from the contact at 13:30",
		},
		"a heading over a column": {
			HeadingOver(Width, "Find out next", "from"), `
Find out next                                                               from`,
		},
		"a heading alone": {HeadingOver(Width, "Find out next", ""), "\nFind out next"},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(strings.Split(x.want, "\n")[1:], x.got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestADateAndATelephoneNumberStayWhole(t *testing.T) {
	for _, whole := range []string{
		"020 3045 5440,", "0800 567 76 99", "+44 (0) 20 8269 1123",
		"(01202 458101)", "0345 603 7627", "2 March", "Tue 3 Mar 17:00.", "Sat 7 Mar 2020", "27 Feb).", "one\u00a0word",
	} {
		if got := words("before " + whole + " after"); len(got) != 3 || spaced(got[1]) != spaced(whole) {
			t.Errorf("%q", got)
		}
	}
	for _, parts := range []string{"level 4 alone", "on 101 by", "question 2 shows", "children 6 and 11", "may be", "101 749", "000 a",
		"call 999 first"} {
		if got, want := words(parts), strings.Fields(parts); !cmp.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestColumnsAreNeitherBytesNorCharacters(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "’–é": 3, "e\u0301": 1, "日本": 4, "👶": 2} {
		if got := Count(s); got != want {
			t.Errorf("%q takes %d columns, want %d", s, got, want)
		}
	}
}
