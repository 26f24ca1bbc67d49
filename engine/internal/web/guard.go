package web

import (
	"bytes"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
)

// contentPolicy lets a page load what this service serves and nothing else: no inline script or style, no
// other host, no frame.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// secure sets the headers that every answer has. A handler may set Cache-Control anew, for what holds no case.
//
// The referrer stays within this service rather than away: without one, browsers send no origin with
// a form, and the check of origins would refuse it.
func secure(h http.Header) {
	h.Set("Content-Security-Policy", contentPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	h.Set("Cache-Control", "no-store")
}

// guard refuses a request that another site made a browser send: one for another host, and one that changes
// or posts something from another origin. Programs that are no browsers send no origin, and pass.
func guard(r *http.Request, origins *http.CrossOriginProtection) *Problem {
	if !loopbackHost(r.Host) {
		return NewProblem(http.StatusMisdirectedRequest, KindHost,
			"The Host of the request is not this machine. Use 127.0.0.1, [::1] or localhost.")
	}
	if err := origins.Check(r); err != nil {
		return NewProblem(http.StatusForbidden, KindOrigin, "The request comes from a page of another site.")
	}
	return nil
}

// takeBody reads the whole body into memory, so that a slow client holds up nobody, and puts it in place of
// the one that was on its way.
func takeBody(w http.ResponseWriter, r *http.Request, most int64) *Problem {
	if r.Body == nil || r.Body == http.NoBody {
		return nil
	}
	tooLarge := NewProblem(http.StatusRequestEntityTooLarge, KindTooLarge, "The body has more bytes than the limit.")
	if r.ContentLength > most {
		w.Header().Set("Connection", "close") // rather than read on to where the next request begins
		return tooLarge
	}
	var b bytes.Buffer
	if r.ContentLength > 0 {
		b.Grow(int(r.ContentLength) + bytes.MinRead)
	}
	_, err := b.ReadFrom(http.MaxBytesReader(w, r.Body, most))
	var limit *http.MaxBytesError
	var slow net.Error
	switch {
	case err == nil:
		r.Body = io.NopCloser(bytes.NewReader(b.Bytes()))
		return nil
	case errors.As(err, &limit):
		return tooLarge
	case errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &slow) && slow.Timeout():
		w.Header().Set("Connection", "close")
		return NewProblem(http.StatusRequestTimeout, KindSlow, "The body did not arrive in time.")
	}
	w.Header().Set("Connection", "close")
	return NewProblem(http.StatusBadRequest, KindUnreadable, "The body broke off, or is not what its headers say.")
}
