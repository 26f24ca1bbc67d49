package render

import "windscreen/engine/internal/english"

// fewest is how many of a long list are named before the rest are counted.
const fewest = 3

// paths puts a list of facts into words, the first few and how many more.
func (d *draft) paths(list []string) string {
	var out []string
	for i, p := range list {
		if i == fewest && len(list) > fewest+1 {
			out = append(out, "and "+english.Counted(len(list)-fewest, "more thing"))
			break
		}
		title := d.r.Titles[p]
		if title == "" {
			title = path(p)
		}
		out = append(out, english.LowerFirst(english.Bare(title)))
	}
	return joined(", ", out...)
}

// fewCited is how many clauses stand behind a line about something that is only
// possible; the data names them all.
const fewCited = 3

func someOf(cite []string) []string { return cite[:min(fewCited, len(cite))] }
