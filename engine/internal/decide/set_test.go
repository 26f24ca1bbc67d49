package decide

import (
	"fmt"
	"strings"
	"testing"

	"windscreen/engine/internal/vocabulary"
)

// work is for facts that go from 0 to 5, numbered from 0.
func work(facts int) *Work {
	w := &Work{ofFact: make([][]ID, facts), kept: kept{met: make([]uint32, facts)}, known: Known{Weights: make([]uint8, facts)}}
	for i := range facts {
		w.facts = append(w.facts, &vocabulary.Fact{Index: i, Kind: vocabulary.Whole, Max: 5})
	}
	return w
}

// list makes sets from texts such as "0:2 3:1", in which fact 0 is at least 2 and fact 3 at least 1.
func (w *Work) list(texts ...string) []Set {
	var out []Set
	for _, text := range texts {
		s := Set{}
		for field := range strings.FieldsSeq(text) {
			var fact int
			var least int64
			_, _ = fmt.Sscanf(field, "%d:%d", &fact, &least)
			s.ids[s.n] = w.id(Answer{Fact: fact, Value: vocabulary.Value{Lo: least, Hi: 5}})
			s.n++
		}
		w.rate(&s)
		out = append(out, s)
	}
	return out
}

// text is the opposite.
func (w *Work) text(list []Set) string {
	var all []string
	for _, s := range list {
		var one []string
		for _, id := range s.Answers() {
			one = append(one, fmt.Sprintf("%d:%d", w.answers[id].Fact, w.answers[id].Lo))
		}
		all = append(all, strings.Join(one, " "))
	}
	return strings.Join(all, ", ")
}

func TestListsArePutTogether(t *testing.T) {
	w := work(9)
	same := func(what string, got []Set, want string) {
		t.Helper()
		if text := w.text(got); text != want {
			t.Errorf("%s: %s, want %s", what, text, want)
		}
	}
	a, b := w.list("1:2", "2:1 3:1"), w.list("1:3", "4:1")
	same("or", w.or(a, b), "1:2, 4:1, 2:1 3:1")
	same("and", w.and(a, b), "1:3, 1:2 4:1, 2:1 3:1 4:1")
	same("and with nothing", w.and(a, nil), "")
	same("and with what is decided", w.and(a, already), "1:2, 2:1 3:1")
	same("or with what is decided", w.or(a, already), "")
	same("too many answers", w.and(w.list("1:1 2:1"), w.list("3:1 4:1")), "")
	same("two of three", w.several(2, [][]Set{w.list("1:1"), w.list("2:1"), w.list("1:3", "3:1")}), "1:3, 1:1 2:1, 1:1 3:1, 2:1 3:1")
	same("three of three", w.several(3, [][]Set{w.list("1:1"), w.list("2:1"), w.list("1:3", "3:1")}), "1:3 2:1, 1:1 2:1 3:1")
	same("more than there are", w.several(3, [][]Set{w.list("1:1"), w.list("2:1")}), "")
	same("not", w.not(w.list("1:2", "1:1", "2:1 5:1"), w.list("1:2"), w.list("5:1")), "1:1")
	same("what asks for less stands for what asks for more", w.least(w.list("1:3", "1:2 4:1", "1:2", "5:1 6:1", "5:2 6:2")), "1:2, 5:1 6:1")
}

func TestAListKeepsEverySingleAnswerAndOfLargerSetsTheBest(t *testing.T) {
	w := work(200)
	var texts []string
	for i := range 100 {
		texts = append(texts, fmt.Sprintf("%d:1", i))
		if i < 99 {
			texts = append(texts, fmt.Sprintf("100:1 %d:1", 101+i), fmt.Sprintf("101:1 102:1 %d:1", 103+i%97))
		}
		for j := 110; j < 115; j++ {
			texts = append(texts, fmt.Sprintf("%d:1 %d:1", j, 120+i%40))
		}
	}
	var counts [Most + 1]int
	for _, s := range w.least(w.list(texts...)) {
		counts[s.n]++
	}
	// 99 sets of two are the first with one of their facts.
	if counts[1] != 100 || counts[2] != 99 || counts[3] != most[3] {
		t.Errorf("%v are kept", counts)
	}
}
