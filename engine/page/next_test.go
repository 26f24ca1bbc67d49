package page

import (
	"fmt"
	"strings"
	"testing"

	"windscreen/engine/recommendation"
	"windscreen/engine/term"
)

// limit is a limit that ends at a moment, counted from another.
func limit(short, clause string, end, from recommendation.Moment) func(*recommendation.Escalation) {
	return func(e *recommendation.Escalation) {
		e.Due = append(e.Due, recommendation.Due{At: end, From: from, Short: short, Basis: "one day", Clause: clause})
	}
}

func TestWhatOthersDoAndByWhen(t *testing.T) {
	others, now := byWhom(term.DoerOthers), at(t, "2 13:30")
	overdue := func(e *recommendation.Escalation) { e.Due[len(e.Due)-1].Overdue = true }
	for name, x := range map[string]struct {
		changes []change
		aside   string
		want    []string
	}{
		"nobody": {[]change{act("a", "Ring them", immediate)}, "", nil},
		"in order of time": {[]change{act("a", "They see the child", others,
			limit("Latest to see the child", "C-1", at(t, "5 17:00"), now)),
			act("b", "They decide", others, limit("Latest to decide", "C-2", at(t, "3 17:00"), now))}, "counted from 13:30 today",
			[]string{"Tue 3 Mar 17:00: Latest to decide.", "Thu 5 Mar 17:00: Latest to see the child."}},
		"one line for a moment": {[]change{act("a", "", others, limit("Latest to decide", "C-1", at(t, "3 17:00"), now),
			limit("Latest to reply", "C-2", at(t, "3 17:00"), now))}, "counted from 13:30 today",
			[]string{"Tue 3 Mar 17:00: Latest to decide."}},
		"counted from two moments": {[]change{act("a", "", others, limit("Latest to decide", "C-1", at(t, "3 17:00"), now),
			limit("Latest to reply", "C-2", at(t, "4 17:00"), at(t, "2 14:00")))}, "",
			[]string{"Tue 3 Mar 17:00: Latest to decide.", "Wed 4 Mar 17:00: Latest to reply."}},
		"counted from another day": {[]change{act("a", "", others, limit("", "C-1", at(t, "3 17:00"), at(t, "1 09:00")))},
			"counted from Sun 1 Mar 09:00",
			[]string{"Tue 3 Mar 17:00: One day."}},
		"from an unknown start": {[]change{act("a", "", others,
			limit("Latest to decide", "C-1", at(t, "3 17:00"), recommendation.Moment{}))}, "",
			[]string{"Tue 3 Mar 17:00: Latest to decide."}},
		"overdue": {[]change{act("a", "", others, limit("Latest to decide", "C-1", at(t, "1 17:00"), recommendation.Moment{}),
			overdue)}, "",
			[]string{"Sun 1 Mar 17:00: Overdue: latest to decide."}},
		"in a month": {[]change{act("a", "", others, limit("Latest to decide", "C-1", at(t, "31 17:00"), now))}, "", nil},
		"that is only possible": {[]change{act("a", "", others, limit("Latest to decide", "C-1", at(t, "3 17:00"), now),
			func(e *recommendation.Escalation) { e.State = term.Possible })}, "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := Of(alone(x.changes...)).Next
			same(t, lines(s), x.want...)
			if s.Aside != x.aside {
				t.Errorf("aside %q", s.Aside)
			}
		})
	}
}

func TestWhatKeepsTheChildSafeAtOnceComesBeforeAnyTime(t *testing.T) {
	others := byWhom(term.DoerOthers)
	changes := append(full(t, 26, 6),
		act("visit", "", others, limit("Latest to see the child", "C-1", at(t, "3 17:00"), at(t, "2 13:30"))),
		act("tonight", "Settle tonight. And more", others, immediate, does(term.DeedProtects)))
	s := Of(alone(changes...)).Next
	if len(s.Entries) == 0 || s.Entries[0].Text != "Settle tonight." || s.Entries[0].Label != now {
		t.Errorf("%q", lines(s))
	}
}

func TestWhatHasNoTimeComesLast(t *testing.T) {
	others := byWhom(term.DoerOthers)
	required := func(s *recommendation.Step) { s.By = []term.Doer{term.DoerSocialWorker} }
	s := Of(alone(
		act("a", "They meet. And more", others),
		act("b", "", others, limit("Latest to decide", "C-1", at(t, "3 17:00"), at(t, "2 13:30"))),
		way("c", "A social worker leads", term.PartLead, term.ForceRequired, required),
		way("d", "A plan may help", term.PartPlan, term.ForceHelpful, required),
	)).Next
	var texts []string
	for _, e := range s.Entries {
		texts = append(texts, e.Text)
	}
	same(t, texts, "Latest to decide.", "They meet.", "A social worker leads.")
	if s.Entries[1].Label != noTime {
		t.Errorf("label %q", s.Entries[1].Label)
	}
	unstarted := func(e *recommendation.Escalation) {
		e.Due = []recommendation.Due{{Assumed: true, At: at(t, "3 17:00"), Basis: "one day from the contact"}}
	}
	s = Of(alone(act("a", "", others, unstarted))).Next
	if e := s.Entries[0]; e.Text != "One day from the contact." || !e.When.IsZero() {
		t.Errorf("%+v", e)
	}
}

func TestWhatIsOverdueOrDueTodayStaysOnAFullPage(t *testing.T) {
	overdue := func(e *recommendation.Escalation) { e.Due[len(e.Due)-1].Overdue = true }
	yesterday := at(t, "1 11:20")
	changes := append(full(t, 26, 6),
		act("reply", "", byWhom(term.DoerOthers), limit("Latest to reply", "C-1", at(t, "2 11:20"), yesterday), overdue),
		act("decide", "", byWhom(term.DoerOthers), limit("Latest to decide", "C-2", at(t, "2 17:00"), yesterday)))
	s := Of(alone(changes...)).Next
	same(t, lines(s), "Mon 2 Mar 11:20: Overdue: latest to reply.", "Mon 2 Mar 17:00: Latest to decide.")
	if s.Aside != "counted from Sun 1 Mar 11:20; five more in the full answer" {
		t.Errorf("aside %q", s.Aside)
	}
}

func TestEveryLimitOfOthersThatIsOverdueIsNamed(t *testing.T) {
	changes := full(t, 40, 3)
	for i := range 6 {
		changes = append(changes, act(fmt.Sprintf("act in way %d", i), "Act", late(at(t, "1 17:00")), byWhom(term.DoerFrontDoor)))
	}
	p := Of(alone(changes...))
	text := strings.Join(lines(p.Next), " ")
	for i := range 6 {
		if want := fmt.Sprintf("for somebody to act in way %d", i); !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
	const start = "Overdue: latest for somebody to act in way 0; latest for somebody"
	if len(p.Next.Entries) == 0 || !strings.HasPrefix(p.Next.Entries[0].Text, start) {
		t.Errorf("%q", text)
	}
}

func TestWhatTheReferrerAndTheFrontDoorDoIsNoBusinessOfOthersForTheSocialWorker(t *testing.T) {
	both := byWhom(term.DoerReferrer, term.DoerFrontDoor)
	now := at(t, "2 14:10")
	tell := act("tell", "Tell the child's worker", both, immediate, limit("Latest to tell the worker", "C", now, now))
	door := func(s *recommendation.Step) { s.By = []term.Doer{term.DoerFrontDoor} }
	ask := way("ask", "Ask of every referral", term.PartLead, term.ForceRequired, door)
	decide := act("decide", "Decide", byWhom(term.DoerFrontDoor), limit("Latest to decide", "C", at(t, "3 17:00"), at(t, "2 14:10")))
	p := Of(alone(readBy(term.ReaderSocialWorker), tell, ask, decide))
	same(t, lines(p.Next), "Tue 3 Mar 17:00: Latest to decide.")
	p = Of(alone(readBy(term.ReaderReferrer), ask))
	same(t, lines(p.Next), "No time printed: Ask of every referral.")
}
