package main

import (
	"context"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"windscreen/engine/authoring"
	"windscreen/engine/service"
	"windscreen/engine/workbench"
)

// serving is where to serve, and by which rules.
type serving struct {
	addr, rules string
	scenarios   []string
}

// lookAgain is how often a folder of rules is looked at for changes.
const lookAgain = time.Second

// serveCommand serves the HTTP API on this machine.
func (a *app) serveCommand() *cobra.Command {
	var s serving
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the workbench and the HTTP API on this machine",
		Long: `Serve answers cases over HTTP, on this machine. For people there is a workbench:
open the address that it prints in a browser. For programs the API is under /v1;
/v1/openapi.json describes it. A case is posted with each request and kept
nowhere, and nothing of it reaches the log.

Serve listens on loopback alone (127.0.0.1, [::1] or localhost) and refuses any
other address: this version has no accounts and no encryption. Port 0 takes a
port that is free.

With --rules it looks for changes in DIR every second. Rules that are sound
then answer, all of them at once; while there is a fault, those from before go
on answering, and the log says what is wrong.

With --rules there is also a page for authors, /authors/. It says which rules
are in use and why the newest are not, and, for the newest files: what lint
finds, which scenarios fail and whose results changed, and what they cover. It
is worked out in the background, once for each change. The scenarios are those
of the folder fixtures, or those that --scenarios names.

/healthz says that the service is running, /readyz whether to send requests, and
/metrics has metrics for Prometheus. The log goes to standard error, a JSON
object a line. Ctrl+C stops the service once it has answered what it took; a
second one stops it at once.`,
		Example: `  windscreen serve
  windscreen serve --addr 127.0.0.1:9000 --rules my-rules
  windscreen serve --rules my-rules --scenarios my-fixtures`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), s) },
	}
	cmd.Flags().StringVar(&s.addr, "addr", "127.0.0.1:8080", "listen on `HOST:PORT`")
	cmd.Flags().StringArrayVar(&s.scenarios, "scenarios", nil, "show authors what scenarios in `PATH` do (repeatable)")
	addRules(cmd, &s.rules)
	return cmd
}

// serve serves until the process is told to stop.
func (a *app) serve(ctx context.Context, s serving) error {
	fsys, err := ruleRoot(s.rules)
	if err != nil {
		return err
	}
	server := service.NewServer(service.Options{Log: a.stderr})
	author, err := s.author(fsys, func(p *authoring.PanicError) { server.Fault(p.Kind, p.Where) })
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process
	l, err := service.Listen(ctx, s.addr)
	if service.Refused(err) {
		return usage("%s", err)
	} else if err != nil {
		return err
	}
	defer func() { _ = l.Close() }() // it is closed already, unless something failed first
	rules, err := service.OpenRules(ctx, fsys, s.rules)
	if err != nil {
		return err
	}
	handlers, err := handlersFor(rules, author)
	if err != nil {
		return err
	}
	for pattern, h := range handlers {
		server.Handle(pattern, h)
	}
	if author != nil {
		go server.Watch(ctx, rules, lookAgain)
		go author.Watch(ctx, lookAgain)
	}
	if err := a.print([]byte(listening(l.Addr()))); err != nil {
		return err
	}
	return server.Serve(ctx, l)
}

// author follows the files of a rule root; nil for the shipped one, which nobody edits.
func (s serving) author(fsys fs.FS, fault func(*authoring.PanicError)) (*authoring.Follower, error) {
	if s.rules == "" {
		if len(s.scenarios) > 0 {
			return nil, usage("--scenarios is for authors of rules: name their folder with --rules")
		}
		return nil, nil
	}
	paths := s.scenarios
	if len(paths) == 0 {
		paths = []string{"fixtures"}
	}
	return authoring.Follow(fsys, s.rules, authoring.FollowOptions{Fixtures: paths, Fault: fault})
}

// handlersFor are what the server answers with, by pattern. Without an author, there is no page for one.
func handlersFor(rules *service.Rules, author *authoring.Follower) (map[string]http.Handler, error) {
	api, err := service.New(rules)
	if err != nil {
		return nil, err
	}
	var options workbench.Options
	if author != nil {
		options.Authors = func() workbench.Authors { return workbench.Authors{Rules: rules.Last(), Effect: author.Report()} }
	}
	pages, err := workbench.New(rules.Engine, options)
	if err != nil {
		return nil, err
	}
	handlers := map[string]http.Handler{"/v1/": api}
	for _, pattern := range workbench.Paths() {
		handlers[pattern] = pages
	}
	return handlers, nil
}

// listening says where the service is.
func listening(at net.Addr) string {
	return fmt.Sprintf("Windscreen answers this machine at http://%s\n"+
		"Open it in a browser. The API is described at http://%s/v1/openapi.json. Stop with Ctrl+C.\n", at, at)
}
