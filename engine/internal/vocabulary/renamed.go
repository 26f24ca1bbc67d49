package vocabulary

// TakesWord reports whether a word, as a case writes it, is one of the fact's own: a rung, a
// choice, or yes and no.
func (f *Fact) TakesWord(word string) bool {
	if f.Kind == YesNo {
		return sameYesNo[word] != ""
	}
	return f.Word(word) >= 0
}

// sameYesNo is how else a yes or no is written.
var sameYesNo = map[string]string{"yes": "true", "no": "false", "true": "yes", "false": "no"}

// RenamedFact says what to write in place of a fact that there is no more, and of its value
// where that has an entry of its own; empty where nothing is known of it.
func (v *Vocabulary) RenamedFact(path, value string) string {
	if says := v.RenamedWord(path, value); says != "" {
		return says
	}
	return v.Renamed[path]
}

// RenamedWord says what to write in place of a rung, a word, or a yes or no, of a fact that
// there is no more; empty where nothing is known of it.
func (v *Vocabulary) RenamedWord(path, value string) string {
	if says := v.Renamed[path+"="+value]; says != "" {
		return says
	}
	if same := sameYesNo[value]; same != "" {
		return v.Renamed[path+"="+same]
	}
	return ""
}
