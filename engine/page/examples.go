package page

import "strings"

// asExample are the words with which a choice goes on to an example of it.
const asExample = " such as "

// goesOn are the words with which a choice goes on behind its example, within one sentence.
var goesOn = []string{"with no ", "or is ", "or takes ", "or access ", "lies ", "keeps "}

// withoutExamples leaves the examples out of the words of a choice, or of several with semicolons between them.
// They tell whoever states a fact what is meant. As a reason on the page they would put words in somebody's mouth.
func withoutExamples(says string) string {
	parts := strings.Split(says, "; ")
	for i, p := range parts {
		parts[i] = withoutExample(p)
	}
	return strings.Join(parts, "; ")
}

func withoutExample(says string) string {
	start, example, found := strings.Cut(says, asExample)
	start = strings.TrimSuffix(start, ",")
	if !found || start == "" {
		return says
	}
	for at := strings.Index(example, ", "); at >= 0; {
		rest := example[at+len(", "):]
		for _, words := range goesOn {
			if !strings.HasPrefix(rest, words) {
				continue
			}
			if words == "lies " || words == "keeps " { // the verb of the sentence
				return start + " " + rest
			}
			return start + ", " + rest
		}
		next := strings.Index(rest, ", ")
		if next < 0 {
			break
		}
		at += len(", ") + next
	}
	return start
}
