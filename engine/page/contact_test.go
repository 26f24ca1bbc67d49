package page

import (
	"strings"
	"testing"
	"time"

	"windscreen/engine/recommendation"
)

func TestTheNumberToRingNow(t *testing.T) {
	const day, night = "020 3045 5440", "020 8303 7777 or 020 8303 7171"
	at := func(s string) recommendation.Moment {
		moment, err := time.Parse("2006-01-02 15:04", s)
		if err != nil {
			t.Fatal(err)
		}
		return recommendation.Moment{Time: moment}
	}
	hub := func(now recommendation.Answering) *recommendation.Contact {
		return &recommendation.Contact{Name: "Bexley Multi-Agency Safeguarding Hub (MASH)", Phone: day, OutOfHours: night, Now: &now}
	}
	alone := func(phone string, now recommendation.Answering) *recommendation.Contact {
		return &recommendation.Contact{Name: "the helpline", Phone: phone, Now: &now}
	}
	for name, x := range map[string]struct {
		contact *recommendation.Contact
		asOf    string
		want    string
	}{
		"open until later today": {
			hub(recommendation.Answering{Phone: day, Until: at("2020-03-02 17:00")}), "2020-03-02 14:10",
			"020 3045 5440, open until 17:00 today.",
		},
		"at any hour": {
			alone("0808 800 2222", recommendation.Answering{Phone: "0808 800 2222", Always: true}), "2020-03-02 14:10",
			"0808 800 2222, answered at any hour.",
		},
		"no hours": {
			alone("01892 530330", recommendation.Answering{Phone: "01892 530330", NoHours: true}), "2020-03-02 14:10",
			"01892 530330, no hours printed.",
		},
		"closes within two hours": {
			hub(recommendation.Answering{Phone: day, Until: at("2020-03-06 17:00"), Other: night, From: at("2020-03-06 18:00")}),
			"2020-03-06 15:50",
			"020 3045 5440, open until 17:00 today. 17:00 to 18:00: try both. From 18:00: 020 8303 7777 or 020 8303 7171.",
		},
		"closes within two hours, the other another day": {
			hub(recommendation.Answering{Phone: day, Until: at("2020-03-06 17:00"), Other: night, From: at("2020-03-07 00:00")}),
			"2020-03-06 15:50",
			"020 3045 5440, open until 17:00 today. 17:00 to Sat 7 Mar 00:00: try both. From Sat 7 Mar 00:00: 020 8303 7777 " +
				"or 020 8303 7171.",
		},
		"closed for the weekend": {
			hub(recommendation.Answering{Phone: night, Until: at("2020-03-09 08:00"), Other: day, From: at("2020-03-09 09:00")}),
			"2020-03-07 23:10",
			"020 8303 7777 or 020 8303 7171, answered all weekend. By day: 020 3045 5440, closed until Mon 9 Mar 09:00.",
		},
		"closed for the night": {
			hub(recommendation.Answering{Phone: night, Until: at("2020-03-04 08:00"), Other: day, From: at("2020-03-04 09:00")}),
			"2020-03-03 20:00",
			"020 8303 7777 or 020 8303 7171, answered until Wed 4 Mar 08:00. By day: 020 3045 5440, closed until Wed 4 Mar 09:00.",
		},
		"closed for an hour yet": {
			hub(recommendation.Answering{Phone: night, Until: at("2020-03-04 08:00"), Other: day, From: at("2020-03-04 09:00")}),
			"2020-03-04 06:30",
			"020 8303 7777 or 020 8303 7171, answered until 08:00 today. By day: 020 3045 5440, closed until 09:00 today.",
		},
		"no hours that can be read": {
			&recommendation.Contact{Phone: "07512 409 936", Hours: "Thursday mornings in term time",
				Now: &recommendation.Answering{Phone: "07512 409 936", NoHours: true}}, "2020-03-02 14:10",
			"07512 409 936; hours as printed: Thursday mornings in term time.",
		},
		"closed, and no other number": {
			alone("020 3961 3613", recommendation.Answering{Phone: "020 3961 3613", NotCovered: true, Since: at("2020-03-06 17:00"),
				Other: "020 3961 3613", From: at("2020-03-09 09:00")}), "2020-03-07 23:10",
			"020 3961 3613, closed until Mon 9 Mar 09:00.",
		},
		"closed for good": {
			alone("020 3961 3613", recommendation.Answering{Phone: "020 3961 3613", NotCovered: true}), "2020-03-07 23:10",
			"020 3961 3613, closed.",
		},
		"an hour that the printed hours leave out": {
			hub(recommendation.Answering{Phone: day + ", and " + night, NotCovered: true, Since: at("2020-03-06 17:00"), Other: night,
				From: at("2020-03-06 18:00")}), "2020-03-06 17:30",
			"020 3045 5440 or, if nobody answers, 020 8303 7777 or 020 8303 7171. No hours are printed for 17:00 to 18:00.",
		},
		"an hour left out, and one other number": {
			&recommendation.Contact{Phone: day, OutOfHours: "020 8303 7777", Now: &recommendation.Answering{NotCovered: true}},
			"2020-03-06 17:30",
			"020 3045 5440 or, if nobody answers, 020 8303 7777. No hours are printed for 17:30 today.",
		},
		"hours left out over night": {
			&recommendation.Contact{Phone: day, OutOfHours: "020 8303 7777", Now: &recommendation.Answering{NotCovered: true,
				Since: at("2020-03-06 17:00"), Other: day, From: at("2020-03-07 09:00")}}, "2020-03-06 17:30",
			"020 3045 5440 or, if nobody answers, 020 8303 7777. No hours are printed for 17:00 to Sat 7 Mar 09:00.",
		},
		"closed, and nobody knows until when": {
			&recommendation.Contact{Name: "the hub", Phone: day, Now: &recommendation.Answering{Phone: "020 8303 7777", Other: day}},
			"2020-03-06 19:30",
			"020 8303 7777. By day: 020 3045 5440, closed.",
		},
		"no number": {&recommendation.Contact{Email: "office@council.example", Web: "https://council.example"}, "2020-03-06 17:30",
			"office@council.example."},
		"a page alone": {&recommendation.Contact{Web: "https://council.example/help", Form: "https://council.example/form"},
			"2020-03-06 17:30", "https://council.example/help."},
		"an address that is wider than the page": {&recommendation.Contact{Web: "https://council.example/" + strings.Repeat("help", 20),
			Form: "https://council.example/form"}, "2020-03-06 17:30", "https://council.example/form."},
		"nothing printed":    {&recommendation.Contact{}, "2020-03-06 17:30", ""},
		"nothing worked out": {&recommendation.Contact{Phone: day}, "2020-03-06 17:30", "020 3045 5440."},
		"nobody":             {nil, "2020-03-06 17:30", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ringing(x.contact, at(x.asOf).Time); got != x.want {
				t.Errorf("got  %s\nwant %s", got, x.want)
			}
		})
	}
}
