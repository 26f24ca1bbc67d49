package engine_test

import (
	"strings"
	"testing"

	"windscreen/engine"
	"windscreen/engine/internal/testroot"
)

func TestAFileOverTheLimitIsRefused(t *testing.T) {
	e, err := engine.Load(t.Context(), testroot.With())
	if err != nil {
		t.Fatal(err)
	}
	_, err = e.ReadCase("large.yaml", []byte("id: x\n"+strings.Repeat("# padding\n", 1_200_000)))
	if err == nil || !strings.Contains(err.Error(), "[too-large]") {
		t.Errorf("12 MB: %v", err)
	}
}

func TestWhatIsNotTextIsRefused(t *testing.T) {
	e, err := engine.Load(t.Context(), testroot.With())
	if err != nil {
		t.Fatal(err)
	}
	_, err = e.ReadCase("bytes.yaml", []byte("id: x\nas_of: \xff\xfe\n"))
	if err == nil || !strings.Contains(err.Error(), "bytes.yaml:2:8: error[not-text]") {
		t.Errorf("invalid UTF-8: %v", err)
	}
}
