package benchmark

import (
	"errors"
	"io"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"windscreen/engine/diagnostic"
	"windscreen/engine/family"
	"windscreen/engine/internal/casefile"
	"windscreen/rules"
)

func shipped(t *testing.T) *Bench {
	t.Helper()
	b, err := New(rules.FS, DefaultPolicy)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestReadingByAMapReadsTheSameFacts holds what JSON is measured against to its word:
// it would be worth nothing if it did less.
func TestReadingByAMapReadsTheSameFacts(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and runs on one goroutine")
	}
	b := shipped(t)
	reader := b.reader
	supplier := casefile.NewSupplier(reader.Vocabulary)
	for _, d := range b.known {
		known, facts := 0, 0
		for _, text := range d.texts {
			in, err := byMap(reader.Vocabulary, supplier, reader.London, text)
			if err != nil {
				t.Fatal(err)
			}
			c, list := reader.Read("case.json", text)
			if c == nil {
				t.Fatal(list)
			}
			if diff := cmp.Diff(c.Values, in.Values); diff != "" || c.AsOf.Unix() != in.AsOf {
				t.Fatalf("strictly (-) and by a map (+):\n%s", diff)
			}
			for i, v := range c.Values {
				facts++
				if v.Known() && c.Origins[i].Stands() {
					known++
				}
			}
		}
		if share := 100 * known / facts; share < d.share-5 || share > d.share+5 {
			t.Errorf("%s: %d in a hundred are stated", d.name, share)
		}
	}
}

func TestBothSidesOfEveryPairRun(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long, and starts nothing side by side")
	}
	b := shipped(t)
	work, err := b.work([]Printer{{"text", func(io.Writer, *family.Answer) error { return nil }}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range work {
		for _, s := range []Side{p.Against, p.Fast} {
			n := min(2, p.block) // one case of what takes long
			if err := s.Do(Cases-n+1, n); err != nil {
				t.Errorf("%s, %s: %v", p.Name, s.Name, err)
			}
		}
	}
}

func TestAFigureIsTheMedianOfItsRounds(t *testing.T) {
	p := Pair{Name: "work", Goal: 5, Against: Side{Name: "cel"}, times: 1}
	got := took{against: []float64{100, 1000, 110}, fast: []float64{20, 100, 10}}.figure(p)
	ratio, goal := 10.0, 5.0
	want := Figure{Name: "work", Value: 20, Unit: "ns", Ratio: &ratio, Goal: &goal, Met: true, Other: 110, Of: "cel"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	s := Single{Name: "load"}
	got = lasted{90 * time.Millisecond, 130 * time.Millisecond, 110 * time.Millisecond, 100 * time.Millisecond}.figure(s)
	if diff := cmp.Diff(Figure{Name: "load", Value: 105, Unit: "ms", Met: true}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestAGoalThatIsNotMetIsNotPassedOver(t *testing.T) {
	r := &Report{Figures: []Figure{{Met: true}, {}}}
	if r.Met() {
		t.Error("a goal that is not met is passed over")
	}
}

func TestAPolicyThatThereIsNotIsRefused(t *testing.T) {
	_, err := Run(rules.FS, Options{Policy: "nowhere", Rounds: 1})
	var failure *diagnostic.Failure
	if !errors.As(err, &failure) {
		t.Errorf("the error is %v", err)
	}
}
