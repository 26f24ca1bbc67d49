// Package web is what every page and every call of the service passes through. It binds to loopback
// alone, and every request goes the same way:
//
//	a room for requests → secure headers → host and origin → the whole body, within limits →
//	a room for work → the handler, which writes into memory → the answer, the log, the metrics
//
// Reading the body and writing the answer wait for the client, so neither holds a place in the room for
// work: a slow client keeps no other waiting.
//
// Nothing of a request reaches a log or a metric but its method, the pattern of its route, its
// status, its size and how long it took. Paths, query strings, headers and bodies may hold what a
// case says.
//
// Handlers are put in with Server.Handle, before Server.Serve. Package service puts in the HTTP API.
package web
