package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"syscall"
)

// AddressError is an address on which the service does not listen, and why, for people.
type AddressError struct{ message string }

// Error returns the reason, and what to do instead.
func (e *AddressError) Error() string { return e.message }

// refused makes an AddressError.
func refused(format string, args ...any) error { return &AddressError{fmt.Sprintf(format, args...)} }

// why says why only loopback will do.
const why = "the service has no accounts and no encryption in this version, so it answers this machine alone: " +
	"use 127.0.0.1, [::1] or localhost, for instance --addr 127.0.0.1:8080"

// Listen listens on a loopback address: host and port, where the host is localhost or a literal
// loopback address, and port 0 stands for one that is free. The error is an *AddressError if the
// address is not of that form, is not loopback, or is in use.
func Listen(ctx context.Context, addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, refused("%q is no address: write host and port, such as 127.0.0.1:8080", addr)
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil {
		return nil, refused("%q is no port: write a number from 0 to 65535 (0 takes one that is free)", port)
	} else if host == "localhost" {
		host = "127.0.0.1" // whatever the machine's own list of names says
	} else if at, err := netip.ParseAddr(host); err != nil || !at.Unmap().IsLoopback() {
		return nil, refused("the service does not listen on %q: %s", net.JoinHostPort(host, strconv.FormatUint(n, 10)), why)
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", net.JoinHostPort(host, port))
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, refused("port %s of %s is in use by another program: "+
			"stop it, or choose another port, such as --addr %s (0 takes one that is free)", port, host, net.JoinHostPort(host, "0"))
	case errors.Is(err, syscall.EACCES):
		return nil, refused("port %s of %s may not be used without more rights: choose one above 1023", port, host)
	case err != nil:
		return nil, fmt.Errorf("listening on %s: %w", net.JoinHostPort(host, port), err)
	}
	return l, nil
}

// loopbackHost reports whether the Host of a request names this machine, with or without a port. A
// page elsewhere whose name was made to point here has another.
func loopbackHost(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	} else if len(host) > 1 && host[0] == '[' && host[len(host)-1] == ']' {
		host = host[1 : len(host)-1]
	}
	if host == "localhost" {
		return true
	}
	at, err := netip.ParseAddr(host)
	return err == nil && at.Unmap().IsLoopback()
}
