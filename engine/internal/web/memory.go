package web

import (
	"bytes"
	"maps"
	"net/http"
)

// memory is an answer that is kept until it is whole. So a handler that fails half way has said nothing yet, and
// none holds its place while the client reads.
type memory struct {
	to     http.ResponseWriter
	header http.Header
	status int
	body   bytes.Buffer
}

// newMemory keeps an answer to a writer, whose headers so far it takes over.
func newMemory(to http.ResponseWriter) *memory { return &memory{to: to, header: to.Header().Clone()} }

// Header are the headers, which may be set until the answer is whole.
func (m *memory) Header() http.Header { return m.header }

// WriteHeader sets the status, once.
func (m *memory) WriteHeader(status int) {
	if m.status == 0 {
		m.status = status
	}
}

// Write adds to the body.
func (m *memory) Write(p []byte) (int, error) {
	m.WriteHeader(http.StatusOK)
	return m.body.Write(p)
}

// forget takes back all that a handler said.
func (m *memory) forget() { m.header, m.status, m.body = m.to.Header().Clone(), 0, bytes.Buffer{} }

// send writes the answer to the client.
func (m *memory) send() {
	m.WriteHeader(http.StatusOK)
	h := m.to.Header()
	clear(h)
	maps.Copy(h, m.header)
	m.to.WriteHeader(m.status)
	_, _ = m.to.Write(m.body.Bytes()) // a client that is gone needs no answer
}
