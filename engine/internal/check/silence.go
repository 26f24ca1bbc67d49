package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/source"
)

// Silence takes out the warnings that comments in the files keep on purpose, and adds what is wrong with those comments:
//
//	# lint: keep never-holds, the document lists it and no fact describes it yet
//
// Such a comment needs a code and a reason. It covers the line that it ends, or the next line that is no comment, and all
// that is indented under that line. Texts are the files by the names that the list has. Codes are all there are. Complete is
// whether everything that can be found was looked for; only then is a comment that silences nothing a finding.
func Silence(texts map[string][]byte, list diagnostic.List, codes []string, complete bool) diagnostic.List {
	out := slices.Clone(list)
	for name, data := range texts {
		if !strings.Contains(string(data), marker) {
			continue
		}
		f := source.NewFile(name, data)
		for _, s := range silences(f, strings.Count(string(data), "\n")+1) {
			if fault := s.wrong(f, codes); fault != nil {
				out = append(out, *fault)
				continue
			}
			before := len(out)
			out = slices.DeleteFunc(out, func(d diagnostic.Diagnostic) bool {
				return d.File == name && d.Severity == diagnostic.Warning && string(d.Code) == s.code &&
					d.Start.Line >= s.from && d.Start.Line <= s.to
			})
			if len(out) == before && complete {
				out = append(out, warning(s.at(f, diagnostic.UnusedSilence, fmt.Sprintf("no warning %s is found here", s.code),
					"remove the comment, or move it to just above the line that the warning names")))
			}
		}
	}
	out.Sort()
	return out
}

// marker is how a comment begins that silences a warning.
const marker = "# lint:"

// silence is one such comment.
type silence struct {
	line, column, end int // the comment, counted from 1
	text              string
	code, reason      string
	from, to          int // the lines that it covers
}

// kept reads what stands behind the marker: " keep CODE, REASON". The code is empty if it is anything else.
func kept(text string) (code, reason string) {
	rest, found := strings.CutPrefix(strings.TrimLeft(text, " "), "keep ")
	code, reason, comma := strings.Cut(rest, ",")
	code = strings.Trim(code, " ")
	other := func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' }
	if !found || !comma || strings.ContainsFunc(code, other) {
		return "", ""
	}
	return code, strings.TrimSpace(reason)
}

// silences finds the comments of a file that silence something.
func silences(f *source.File, lines int) []silence {
	var out []silence
	for n := 1; n <= lines; n++ {
		line := f.Line(n)
		before, after, found := strings.Cut(line, marker)
		if !found || before != "" && !strings.HasSuffix(before, " ") {
			continue
		}
		s := silence{line: n, column: len([]rune(before)) + 1, end: len([]rune(line)) + 1, text: after, from: n}
		s.code, s.reason = kept(after)
		if strings.TrimSpace(before) == "" {
			for s.from++; s.from <= lines && blankOrComment(f.Line(s.from)); s.from++ {
			}
		}
		deep := indent(f.Line(s.from))
		for s.to = s.from; s.to < lines; s.to++ {
			if next := f.Line(s.to + 1); strings.TrimSpace(next) != "" && indent(next) <= deep {
				break
			}
		}
		out = append(out, s)
	}
	return out
}

// blankOrComment reports whether a line holds nothing to read.
func blankOrComment(line string) bool {
	text := strings.TrimSpace(line)
	return text == "" || strings.HasPrefix(text, "#")
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// at is a finding about the comment.
func (s silence) at(f *source.File, code diagnostic.Code, message, remedy string) diagnostic.Diagnostic {
	return f.Diagnostic(code, diagnostic.Position{Line: s.line, Column: s.column}, diagnostic.Position{Line: s.line, Column: s.end},
		message, remedy)
}

// wrong is what is wrong with the comment, or nil.
func (s silence) wrong(f *source.File, codes []string) *diagnostic.Diagnostic {
	const form = "write # lint: keep CODE, REASON, for example # lint: keep never-holds, no fact describes it yet"
	var message string
	remedy := form
	switch {
	case s.code == "":
		message = "this comment is to keep a warning, and does not say which, or why"
	case !slices.Contains(codes, s.code):
		message = fmt.Sprintf("there is no warning with the code %s", s.code)
		remedy = cmp.Or(source.DidYouMean(s.code, codes), form)
	case s.reason == "":
		message = "this comment keeps a warning and gives no reason"
	default:
		return nil
	}
	d := s.at(f, diagnostic.BadSilence, message, remedy)
	return &d
}
