package web_test

import (
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"windscreen/engine/diagnostic"
	"windscreen/engine/internal/web"
)

func TestNothingThatAClientWritesReachesTheLogOrTheMetrics(t *testing.T) {
	addr, logged, _ := serve(t, web.Options{}, map[string]http.HandlerFunc{
		"POST /echo/{part}": func(w http.ResponseWriter, r *http.Request) {
			web.Fault(r.Context(), errors.New("planted: "+r.PathValue("part")))
			ofCase := diagnostic.Diagnostic{Severity: diagnostic.Error, Code: diagnostic.OffScale, Message: "planted", Private: true}
			web.Fault(r.Context(), diagnostic.List{ofCase}.Err())
			echo(w, r)
		}})
	for _, x := range []struct{ method, path string }{
		{"POST", "/echo/planted?planted=planted"}, {"GET", "/planted?planted"}, {"PLANTED", "/echo/planted"},
		{"POST", "/planted/../planted"},
	} {
		send(t, x.method, "http://"+addr+x.path, strings.NewReader("planted"), "Planted", "planted", "User-Agent", "planted",
			"X-Request-Id", "planted", "Request-Id", "planted", "Referer", "http://planted/", "Cookie", "planted=planted")
	}
	send(t, "GET", "http://"+addr+"/planted", nil, "Host", "planted.example")
	// What net/http itself refuses.
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(c, "PLANTED planted planted\r\nplanted\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	_, _ = io.ReadAll(c)
	_ = c.Close()
	_, metrics := send(t, "GET", "http://"+addr+"/metrics", nil)
	for what, text := range map[string]string{"the log": logged.String(), "the metrics": metrics} {
		if strings.Contains(strings.ToLower(text), "planted") {
			t.Errorf("%s: %s", what, text)
		}
	}
	if !strings.Contains(metrics, `route="/echo/{part}"`) || !strings.Contains(metrics, `method="other"`) {
		t.Errorf("the metrics know neither the route nor the method: %s", metrics)
	}
	for line := range strings.Lines(logged.String()) {
		var entry struct {
			ID     string `json:"id"`
			Status int    `json:"status"`
			Msg    string `json:"msg"`
		}
		if err := json.Unmarshal([]byte(line), &entry); err != nil || entry.Msg == "request" && (len(entry.ID) != 16 || entry.Status == 0) {
			t.Errorf("%v: %s", err, line)
		}
	}
}

func TestHealthAndReadinessAreTold(t *testing.T) {
	addr, _, _ := serve(t, web.Options{}, nil)
	for _, path := range []string{"/healthz", "/readyz"} {
		if response, text := send(t, "GET", "http://"+addr+path, nil); response.StatusCode != http.StatusOK {
			t.Errorf("%s: %s %s", path, response.Status, text)
		}
	}
}

func TestAProblemOfTheEngineSaysWhatItIs(t *testing.T) {
	ofCase := diagnostic.Diagnostic{Severity: diagnostic.Error, Code: diagnostic.OffScale, Message: "planted", Private: true}
	ofRules := diagnostic.Diagnostic{Severity: diagnostic.Error, Code: diagnostic.MissingFile, Message: "a rule"}
	for what, x := range map[string]struct {
		err    error
		status int
		kind   web.Kind
	}{
		"a fault in a case":           {diagnostic.List{ofCase}.Err(), http.StatusUnprocessableEntity, web.KindCase},
		"a fault in rules":            {diagnostic.List{ofRules}.Err(), http.StatusInternalServerError, web.KindRules},
		"a fault of the program":      {errors.New("planted"), http.StatusInternalServerError, web.KindFault},
		"what is a problem by itself": {web.NewProblem(http.StatusNotFound, web.KindNotFound, ""), http.StatusNotFound, web.KindNotFound},
	} {
		p := web.ProblemOf(x.err)
		if p.Status != x.status || !strings.HasSuffix(p.Type, ":"+string(x.kind)) ||
			strings.Contains(p.Error()+p.Detail+p.Title, "planted") {
			t.Errorf("%s: %+v", what, p)
		}
	}
}
