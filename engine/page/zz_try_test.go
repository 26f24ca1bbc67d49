package page_test

import (
	"fmt"
	"os"
	"testing"

	"windscreen/engine"
	"windscreen/engine/page"
	"windscreen/rules"
)

func TestTry(t *testing.T) {
	e, err := engine.Load(t.Context(), rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range os.Args[1:] {
		if len(f) > 0 && f[0] == '-' {
			continue
		}
		data, _ := os.ReadFile(f)
		c, err := e.ReadCase(f, data)
		if err != nil {
			t.Fatal(err)
		}
		var opts []engine.Option
		if p := os.Getenv("POLICY"); p != "" {
			opts = append(opts, engine.Under(p))
		}
		a, err := e.EvaluateFamily(c, opts...)
		if err != nil {
			t.Fatal(err)
		}
		p := page.Of(a)
		show(p)
		fmt.Println("=== lines", page.Lines(p))
	}
}

func show(p *page.Page) {
	fmt.Println(p.Head.Level.Text, p.Head.Do)
	for _, e := range p.Head.Under {
		fmt.Println("  ", e.Text)
	}
	for _, r := range p.Head.Scale {
		fmt.Print(r, " ")
	}
	fmt.Println("\n" + p.Head.Document)
	for _, e := range p.Head.Warnings {
		fmt.Println("  !", e.Text)
	}
	for _, s := range append(append([]page.Section{p.Steps, p.Family}, p.Why...), p.FindOut, p.Next, p.Sure) {
		fmt.Println("\n"+s.Heading, "|", s.Aside)
		for i, e := range s.Entries {
			c := ""
			if len(e.Cite) > 0 {
				c = e.Cite[0]
			}
			fmt.Printf("  %d. [%s] %s %v [%s]\n", i+1, e.Label, e.Text, e.Who, c)
		}
		fmt.Println(s.Left)
	}
	fmt.Println(p.Foot)
}
