package main

import (
	"bytes"
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"text/template"
)

// skeletons are files to start from, as templates.
//
//go:embed skeletons
var skeletons embed.FS

// skeleton fills one in.
func skeleton(name string, with any) ([]byte, error) {
	t, err := template.ParseFS(skeletons, "skeletons/"+name)
	if err != nil {
		return nil, fmt.Errorf("skeleton %s: %w", name, err)
	}
	var b bytes.Buffer
	if err := t.Option("missingkey=error").Execute(&b, with); err != nil {
		return nil, fmt.Errorf("skeleton %s: %w", name, err)
	}
	return b.Bytes(), nil
}

// skeletonsOf are the names of the skeletons of a kind, in order.
func skeletonsOf(kind string) []string {
	entries, _ := skeletons.ReadDir("skeletons/" + kind)
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
	}
	slices.Sort(out)
	return out
}

// into writes a text to a new file, or prints it if none is named.
func (a *app) into(file string, text []byte) error {
	if file == "" {
		return a.print(text)
	}
	return writeNew(file, text)
}
